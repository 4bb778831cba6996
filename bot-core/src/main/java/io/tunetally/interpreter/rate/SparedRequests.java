package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.WordPatterns;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Takes the requests off that something else answers, where the words say so: of {@code 30k questions a month, 70% are answered from a template}
 * 9k a month are left.
 */
final class SparedRequests {
    private static final int DECIMALS = 6;

    /** The most sentences from the requests to the share of them. */
    private static final int SENTENCES = 2;

    private final ParseState state;
    private final Parts parts;

    private SparedRequests(ParseState state) {
        this.state = state;
        parts = new Parts(state);
    }

    /** Puts the rest in the place of the only rate of a message. */
    static void read(ParseState state) {
        List<SlotCandidates.Candidate> rates = state.candidates.of(SlotName.REQUESTS_PER_DAY);
        if (rates.size() == 1 && !rates.getFirst().numeral().isAmbiguous() && !state.statesChange()) {
            new SparedRequests(state).read(rates.getFirst());
        }
    }

    private void read(SlotCandidates.Candidate rate) {
        for (int i = 0; i < state.size(); i++) {
            Part share = parts.at(i);
            WordPatterns.Match<String> said = share == null ? null : state.sparedRequests(i);
            if (share == null || said == null || state.candidates.isSetAside(share.first())) {
                continue;
            }
            int fate = state.tokenAt(said.words().getLast().start());
            if (isOfRate(share, fate, rate.token()) && isOnlyShare(share)) {
                take(rate, share);
                return;
            }
        }
    }

    /** True of a share that stands before what is said of it, in the sentence of the rate or shortly behind that. */
    private boolean isOfRate(Part share, int fate, int rate) {
        int sentences = 0;
        for (int i = rate; i < share.first(); i = state.sentence(i).end() + 1) {
            sentences++;
        }
        boolean told =
                state.isReported(share.first()) || state.clause(share.first()).namesTrainingWork();
        return !told && share.last() < fate && share.first() != rate && sentences <= SENTENCES;
    }

    private boolean isOnlyShare(Part share) {
        Sentence sentence = state.sentence(share.first());
        for (int i = sentence.first(); i < sentence.end(); i++) {
            Part other = i >= share.first() && i <= share.last() ? null : parts.at(i);
            if (other != null) {
                return false;
            }
        }
        return true;
    }

    private void take(SlotCandidates.Candidate rate, Part share) {
        Numeral sent = rate.numeral().converted(perDay -> rest(perDay, share));
        String before = rate.arithmetic() == null ? text(rate.numeral()) : rate.arithmetic();
        state.candidates.withdraw(share.first());
        state.candidates.withdraw(rate.token());
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, sent, rate.token());
        state.candidates.explain(
                SlotName.REQUESTS_PER_DAY, sent.value(), before + ", less " + CountArithmetic.share(share));
        state.candidates.settle(rate.token());
        state.use(share.first(), share.last(), Token.Use.CONNECTIVE);
        state.candidates.setAside(share.first());
        state.token(rate.token()).use = Token.Use.SLOT;
    }

    private static BigDecimal rest(BigDecimal perDay, Part share) {
        return perDay.subtract(share.portion(perDay))
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    private static String text(Numeral rate) {
        String low = CountArithmetic.number(rate.value());
        return rate.high() == null ? low : low + "-" + CountArithmetic.number(rate.high());
    }
}
