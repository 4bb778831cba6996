package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Traffic that replaces the one before it in a sentence: {@code 2,000 requests a day, next month it will be 5,000}. */
public final class LaterTraffic {
    /** The most words between traffic and a share of it. */
    private static final int REACH_OF_SHARE = 14;

    /** The most words between a share and the model it is sent to. */
    private static final int REACH_OF_MODEL = 7;

    /** The most words from the bot to the share that it takes. */
    private static final int REACH_OF_BOT = 3;

    private final ParseState state;

    private LaterTraffic(ParseState state) {
        this.state = state;
    }

    public static void read(ParseState state) {
        if (state.candidates.has(SlotName.REQUESTS_PER_DAY)) {
            new LaterTraffic(state).read();
        }
    }

    /** Keeps the traffic of today where it is asked about, and only the part of it that goes to the model. */
    public static void settle(ParseState state) {
        keepToday(state);
        takeShare(state);
    }

    /** {@code we have 150k requests a day now and expect 400k; what is it at today's traffic}: those of later are not asked about. */
    private static void keepToday(ParseState state) {
        LaterTraffic reader = new LaterTraffic(state);
        if (state.candidates.has(SlotName.REQUESTS_PER_DAY) && reader.isAskedOfToday()) {
            int now = reader.of(SlotName.REQUESTS_PER_DAY).getFirst().token();
            for (int i = now + 1; i < state.sentence(now).end(); i++) {
                if (state.isNumberAt(i) && state.unitFinder.right(i) < 0 && reader.isOfTraffic(now, i)) {
                    state.withdraw(i);
                    state.candidates.settle(i);
                }
            }
            state.candidates.settle(now);
        }
    }

    /** {@code 1.8 million requests a month, of this 20 percent goes to the model}: only that part is sent to it. */
    private static void takeShare(ParseState state) {
        if (!state.candidates.has(SlotName.REQUESTS_PER_DAY) || state.has(Cue.CACHED)) {
            return;
        }
        if (state.hasTypedAnywhere(Trait.REACHES) || state.hasTypedAnywhere(Trait.TAKES_REQUESTS)) {
            new LaterTraffic(state).takeShare();
        }
    }

    private void takeShare() {
        List<SlotCandidates.Candidate> traffic = of(SlotName.REQUESTS_PER_DAY);
        Parts parts = new Parts(state);
        int from = traffic.getFirst().token() + 1;
        for (int i = from; traffic.size() == 1 && i < Math.min(state.size(), from + REACH_OF_SHARE); i++) {
            Part share = parts.at(i);
            boolean sent = share != null && (isSent(state, share.last() + 1) || isTakenByModel(share));
            if (share != null && sent && state.sparedRequests(i) == null) {
                take(traffic.getFirst(), share);
                return;
            }
        }
    }

    private void take(SlotCandidates.Candidate traffic, Part share) {
        BigDecimal part = share.count(traffic.numeral().value()).stripTrailingZeros();
        state.candidates.withdraw(traffic.token());
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(part), traffic.token());
        state.candidates.settle(traffic.token());
        state.use(share.first(), share.last(), Token.Use.CONNECTIVE);
        state.candidates.setAside(share.first());
    }

    /** {@code goes to the model}, {@code of them reach the bot}. */
    public static boolean isSent(ParseState state, int first) {
        boolean reached = false;
        for (int i = first; i < first + REACH_OF_MODEL && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            reached |= state.hasTyped(i, Trait.REACHES);
            boolean model = isModel(state, i);
            if (reached && model && !state.hasTyped(i - 1, Trait.ANOTHER)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isModel(ParseState state, int i) {
        return state.hasTyped(i, Trait.MODEL_NOUN)
                || state.hasTyped(i, Trait.BOT)
                || state.hasTyped(i, Trait.TUNED_THING);
    }

    /** {@code the bot would take 60% of them}, {@code the model answers half of those}. */
    private boolean isTakenByModel(Part share) {
        boolean ofThem = state.isAt(share.last() + 1, Trait.PART_OF) || state.isAt(share.last() + 1, Cue.OF);
        int verb = share.first() - 1;
        if (!ofThem || state.isNumberAt(verb) || !state.hasTyped(verb, Trait.TAKES_REQUESTS)) {
            return false;
        }
        for (int i = verb - 1; i >= verb - REACH_OF_BOT && !state.isBreakAt(i) && !state.isNumberAt(i); i--) {
            if (isModel(state, i)) {
                return true;
            }
        }
        return false;
    }

    private void read() {
        List<SlotCandidates.Candidate> traffic = of(SlotName.REQUESTS_PER_DAY);
        List<SlotCandidates.Candidate> counts = of(SlotName.EXAMPLES);
        if (isAskedOfToday()) {
            return;
        }
        if (traffic.size() == 2
                && isOfTraffic(traffic.getFirst().token(), traffic.getLast().token())) {
            state.candidates.withdraw(traffic.getFirst().token());
            return;
        }
        if (traffic.size() != 1 || counts.size() != 1) {
            return;
        }
        SlotCandidates.Candidate now = traffic.getFirst();
        int later = counts.getFirst().token();
        if (!isOfTraffic(now.token(), later)) {
            return;
        }
        BigDecimal perDay = now.numeral()
                .value()
                .multiply(value(later))
                .divide(value(now.token()), MathContext.DECIMAL32)
                .stripTrailingZeros();
        state.candidates.withdraw(now.token());
        state.candidates.withdraw(later);
        state.candidates.add(SlotName.REQUESTS_PER_DAY, Numeral.of(perDay), later);
        state.ignore(now.token());
    }

    /** {@code at today's traffic}, {@code with the current volume}. */
    private boolean isAskedOfToday() {
        for (int i = 1; state.hasTypedAnywhere(Trait.TODAY) && i < state.size(); i++) {
            if (state.hasTyped(i, Trait.TRAFFIC) && (isToday(i - 1) || isToday(i - 2))) {
                return true;
            }
        }
        return false;
    }

    private boolean isToday(int i) {
        return state.at(i) != null && (state.hasTyped(i, Trait.TODAY) || state.isAt(i, Trait.TODAY));
    }

    private List<SlotCandidates.Candidate> of(SlotName<?> slot) {
        return state.candidates.of(slot);
    }

    /** True if a number without a unit follows the traffic in its sentence, after a word for later. */
    private boolean isOfTraffic(int now, int later) {
        boolean follows = now < later
                && later <= state.sentence(now).end()
                && state.unitFinder.right(later) < 0
                && !countsOthers(now, later)
                && value(now).signum() > 0
                && !state.token(later).numeral().isRange();
        boolean said = false;
        for (int i = now + 1; follows && i < later; i++) {
            if (state.isAt(i, Cue.TRAINING)
                    || state.isAt(i, Cue.PROMPT)
                    || state.isAt(i, Cue.TUNED_PROMPT)
                    || state.hasTyped(i, Trait.TRAINS)
                    || state.hasTyped(i, Trait.TRAINING_DATA)) {
                return false;
            }
            said |= state.hasTyped(i, Trait.LATER);
        }
        return follows && said;
    }

    /** The addresses of {@code 8k calls a day and it was tuned with 2,700 addresses}: nothing of what is sent. */
    private boolean countsOthers(int now, int later) {
        return state.isPluralAt(later + 1)
                && state.isPluralAt(now + 1)
                && !state.typed(later + 1, later + 1).equals(state.typed(now + 1, now + 1));
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
