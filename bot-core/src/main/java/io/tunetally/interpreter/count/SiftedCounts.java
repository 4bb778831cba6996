package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what is left of the data step by step: of {@code raw 40k, dedup 31k, quality filter 26,500} the last count is trained on. And the
 * count that may be somewhat off, {@code 20k ± 2k rows}, as a range.
 */
public final class SiftedCounts {
    private static final BigDecimal FEWEST = BigDecimal.valueOf(30);

    /** A step that leaves less than a fifth would rather name what it takes off. */
    private static final BigDecimal MOST_TAKEN = BigDecimal.valueOf(5);

    /** The most tokens from the first count to the step behind it. */
    private static final int REACH = 10;

    private static final char PLUS_OR_MINUS = '±';

    private final ParseState state;

    private SiftedCounts(ParseState state) {
        this.state = state;
    }

    /** Claims the count before the steps are added or chosen from. */
    public static void read(ParseState state) {
        if (state.hasTypedAnywhere(Trait.SIFTER) && !state.candidates.has(SlotName.EXAMPLES)) {
            new SiftedCounts(state).readSteps();
        }
        if (state.text.original().indexOf(PLUS_OR_MINUS) >= 0) {
            new SiftedCounts(state).readTolerance();
        }
    }

    private void readSteps() {
        List<Integer> steps = new ArrayList<>(0);
        int before = -1;
        for (int i = 0; i < state.size(); i++) {
            if (!isCount(i)) {
                continue;
            }
            boolean step = isBehindSifter(i) && before >= 0 && i - before <= REACH && isLeftOf(before, i);
            if (step && steps.isEmpty()) {
                steps.add(before);
            }
            if (step) {
                steps.add(i);
            } else if (steps.size() > 2) {
                break;
            } else {
                steps.clear();
            }
            before = i;
        }
        if (steps.size() > 2) {
            claim(steps);
        }
    }

    private boolean isCount(int i) {
        return state.isNumberAt(i)
                && state.isPlainCount(i)
                && state.token(i).use == Token.Use.NOTHING
                && !state.candidates.isSettled(i)
                && value(i).compareTo(FEWEST) >= 0
                && (!state.isUnitAt(i + 1) || state.isItemAt(i + 1));
    }

    /** {@code dedup 31k}, {@code dedup: 31k}, {@code after the PII filter 22,870}, {@code dedup -> 31k}. */
    private boolean isBehindSifter(int count) {
        int word = count - 1;
        boolean link = state.isAssignmentAt(word)
                || state.hasTyped(word, Trait.ARROW)
                || state.isAt(word, Cue.ABOUT)
                || state.isAt(word, Cue.IS);
        word = link ? word - 1 : word;
        return word >= 0 && !state.isNumberAt(word) && state.hasTyped(word, Trait.SIFTER);
    }

    private boolean isLeftOf(int before, int count) {
        return value(count).compareTo(value(before)) < 0
                && value(count).multiply(MOST_TAKEN).compareTo(value(before)) >= 0;
    }

    private void claim(List<Integer> steps) {
        int left = steps.removeLast();
        state.candidates.add(
                SlotName.EXAMPLES, Amounts.counted(state.token(left).numeral()), left);
        state.candidates.settle(left);
        state.token(left).use = Token.Use.SLOT;
        for (int step : steps) {
            state.candidates.setAside(step);
            state.token(step).use = Token.Use.CONNECTIVE;
        }
    }

    private void readTolerance() {
        for (int i = 0; i + 2 < state.size(); i++) {
            int off = i + 2;
            boolean near = isCount(i)
                    && state.isNumberAt(off)
                    && isPlusOrMinus(i + 1)
                    && value(off).compareTo(value(i)) < 0;
            if (near && state.isItemAt(off + 1)) {
                Numeral low = Numeral.of(value(i).subtract(value(off)));
                Numeral range = low.to(Numeral.of(value(i).add(value(off))));
                state.candidates.add(SlotName.EXAMPLES, range, i);
                state.use(i, off + 1, Token.Use.CONNECTIVE);
                state.token(i).use = Token.Use.SLOT;
                state.candidates.settle(i);
                state.candidates.setAside(off);
                return;
            }
        }
    }

    private boolean isPlusOrMinus(int i) {
        return state.text.original().charAt(state.span(i, i).start()) == PLUS_OR_MINUS;
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
