package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Takes the mean of the lengths of two halves: {@code 10,000 examples, half are 300 tokens, half 1,500} have 900 each. */
public final class HalfLengths {
    /** The most words between a half and its length. */
    private static final int REACH = 8;

    private final ParseState state;

    private HalfLengths(ParseState state) {
        this.state = state;
    }

    public static void read(ParseState state) {
        if (state.hasTypedAnywhere(Trait.HALF) && state.has(Measure.TOKEN)) {
            new HalfLengths(state).read();
        }
    }

    private void read() {
        SlotCandidates.Candidate one = length();
        int half = one == null ? -1 : halfBefore(one.token());
        int other = one == null || half < 0 ? -1 : lengthOfOtherHalf(one.token());
        if (one == null || other < 0) {
            return;
        }
        BigDecimal mean = one.numeral()
                .value()
                .add(Amounts.counted(state.token(other).numeral()).value())
                .divide(BigDecimal.TWO, 0, RoundingMode.HALF_UP);
        state.candidates.withdraw(one.token());
        state.candidates.withdraw(other);
        state.candidates.addDerived(SlotName.TOKENS_PER_EXAMPLE, Numeral.of(mean), one.token());
        state.candidates.settle(one.token());
        state.candidates.settle(other);
        state.use(other, other, Token.Use.CONNECTIVE);
        state.token(one.token()).use = Token.Use.SLOT;
    }

    private SlotCandidates.@Nullable Candidate length() {
        for (SlotCandidates.Candidate each : state.candidates.all()) {
            if (each.slot() == SlotName.TOKENS_PER_EXAMPLE
                    && !each.replaced()
                    && !each.numeral().isRange()) {
                return each;
            }
        }
        return null;
    }

    private int halfBefore(int length) {
        for (int i = length - 1; i >= Math.max(state.sentence(length).first(), length - REACH); i--) {
            if (state.hasTyped(i, Trait.HALF)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the index of the 1,500 in {@code the other half 1,500}, {@code the rest has 1,500}, or -1. */
    private int lengthOfOtherHalf(int length) {
        boolean other = false;
        int end = Math.min(state.sentence(length).end(), length + REACH);
        for (int i = length + 1; i < end; i++) {
            if (state.isNumberAt(i) && !state.hasTyped(i, Trait.HALF)) {
                return other && isLength(i) ? i : -1;
            }
            other |= state.hasTyped(i, Trait.HALF) || state.hasTyped(i, Trait.THE_REST);
        }
        return -1;
    }

    private boolean isLength(int number) {
        int unit = state.unitFinder.right(number);
        return state.isCountAt(number) && (unit < 0 || state.isAt(unit, Measure.TOKEN));
    }
}
