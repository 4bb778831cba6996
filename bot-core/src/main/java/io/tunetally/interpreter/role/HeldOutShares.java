package io.tunetally.interpreter.role;

import io.tunetally.interpreter.part.HeldOutParts;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the share that is held out off the count of the data: {@code 16,000 rows, 10% for testing} trains on 14,400 and holds
 * out 1,600, and so does {@code a 90/10 split}.
 */
public final class HeldOutShares {
    /** More numbers are a table. */
    private static final int MOST_NUMBERS = 12;

    /** The most words from a part that is held out to the next one. */
    private static final int REACH = 4;

    private final ParseState state;
    private final HeldOutParts parts;

    private HeldOutShares(ParseState state) {
        this.state = state;
        parts = new HeldOutParts(state);
    }

    public static void read(ParseState state) {
        if (state.candidates.has(SlotName.EXAMPLES)) {
            new HeldOutShares(state).read();
        }
    }

    private void read() {
        SlotCandidates.Candidate whole = whole();
        Part part = whole == null ? null : part();
        if (whole == null || part == null) {
            return;
        }
        BigDecimal all = whole.numeral().value();
        Part second = second(part);
        BigDecimal rest = all.subtract(part.count(all));
        if (second != null) {
            rest = rest.subtract(second.count(all));
            state.use(second.first(), second.last(), Token.Use.CONNECTIVE);
        }
        if (!isGiven(rest)) {
            state.candidates.withdraw(whole.token());
            state.candidates.addDerived(SlotName.EXAMPLES, Numeral.of(rest), whole.token());
            state.use(part.first(), part.last(), Token.Use.CONNECTIVE);
            holdOut(state, all.subtract(rest), part.first());
        }
    }

    /**
     * Adds what is held out of a count that another reader has made smaller: {@code 900, 600 and 500 reports. A fifth of the lot
     * goes into a test set} trains on 1,600 and holds out 400.
     */
    public static void complete(ParseState state) {
        if (!state.candidates.has(SlotName.HELD_OUT_EXAMPLES) && state.candidates.has(SlotName.EXAMPLES)) {
            new HeldOutShares(state).complete();
        }
    }

    private void complete() {
        List<SlotCandidates.Candidate> counts = state.candidates.of(SlotName.EXAMPLES);
        SlotCandidates.Candidate rest = counts.getFirst();
        if (counts.size() > 1 || rest.numeral().isRange() || rest.numeral().isAmbiguous()) {
            return;
        }
        BigDecimal trained = rest.numeral().value();
        Parts shares = new Parts(state);
        int left = MOST_NUMBERS;
        for (int i = 0; i < state.size() && left > 0; i++) {
            Part split = parts.split(i);
            Part part = split == null ? shares.at(i) : split;
            // "train on 20% of the tickets first, as a test": the training is the test.
            boolean tests =
                    split != null || (part != null && parts.isForTests(part, part.last()) && !shares.isTrainedOn(part));
            BigDecimal whole = part != null && tests ? wholeOf(trained, part) : null;
            if (part != null && whole != null && (rest.derived() || isGiven(whole))) {
                state.use(part.first(), part.last(), Token.Use.CONNECTIVE);
                holdOut(state, whole.subtract(trained), part.first());
                return;
            }
            if (part == null && rest.derived() && isCountSetApart(i, trained)) {
                holdOut(state, Amounts.counted(state.token(i).numeral()).value(), i);
                return;
            }
            left -= state.isNumberAt(i) ? 1 : 0;
        }
    }

    /** The 100 of {@code hold back 100 for me to test}, which is used in what the count is derived of. */
    private boolean isCountSetApart(int i, BigDecimal trained) {
        return state.isCountAt(i)
                && state.token(i).use != Token.Use.NOTHING
                && parts.isSetApart(i)
                && parts.isFollowedByPurpose(i)
                && Amounts.counted(state.token(i).numeral()).value().compareTo(trained) < 0;
    }

    /** Returns the whole number of which the rest is left without a part that is held out, or null if it is none. */
    private static @Nullable BigDecimal wholeOf(BigDecimal rest, Part part) {
        if (part.fraction().compareTo(HeldOutParts.MOST_HELD_OUT) > 0) {
            return null;
        }
        BigDecimal whole =
                rest.multiply(part.parts()).divide(part.parts().subtract(part.of()), 0, RoundingMode.HALF_UP);
        return whole.subtract(part.count(whole)).compareTo(rest) == 0 ? whole : null;
    }

    /** Adds what is held out, unless the message counts it itself. */
    static void holdOut(ParseState state, BigDecimal examples, int part) {
        if (!state.candidates.has(SlotName.HELD_OUT_EXAMPLES) && examples.signum() > 0) {
            state.candidates.addDerived(SlotName.HELD_OUT_EXAMPLES, Numeral.of(examples), part);
        }
    }

    /** Returns the only count of examples, unless the message says that it is the part that is trained on; else null. */
    private SlotCandidates.@Nullable Candidate whole() {
        List<SlotCandidates.Candidate> counts = state.candidates.of(SlotName.EXAMPLES);
        if (counts.size() != 1) {
            return null;
        }
        SlotCandidates.Candidate only = counts.getFirst();
        boolean single = !only.numeral().isRange() && !only.numeral().isAmbiguous();
        return single && !parts.isTrainedOn(only.token()) ? only : null;
    }

    /** Returns the share that is held out and that no other reader has used, or null. */
    private @Nullable Part part() {
        int left = MOST_NUMBERS;
        for (int i = 0; i < state.size() && left > 0; i++) {
            Token token = state.token(i);
            boolean open = token.use != Token.Use.SLOT && token.use != Token.Use.CONNECTIVE;
            Part part = open ? parts.at(i) : null;
            if (part != null) {
                return part;
            }
            left -= token.isNumber() ? 1 : 0;
        }
        return null;
    }

    /** Returns the other part of {@code 10% val and 10% test}, or null. */
    private @Nullable Part second(Part first) {
        int link = first.last() + 1;
        while (link <= first.last() + REACH && !state.isNumberAt(link) && state.at(link) != null) {
            link++;
        }
        Part next = first.isPercent() && state.isNumberAt(link) ? parts.at(link) : null;
        boolean both = next != null
                && next.isPercent()
                && parts.split(first.first()) == null
                && first.fraction().add(next.fraction()).compareTo(HeldOutParts.MOST_HELD_OUT) <= 0;
        return both ? next : null;
    }

    private boolean isGiven(BigDecimal result) {
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i)
                    && Amounts.counted(state.token(i).numeral()).value().compareTo(result) == 0) {
                return true;
            }
        }
        return false;
    }
}
