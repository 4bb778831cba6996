package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/**
 * The range of a count of data that is still unknown: {@code I can't say how many listings will survive the cleaning, somewhere
 * between 2,000 and 3,000}.
 */
public final class ExpectedCounts {
    /** The most words from {@code how many} to the things. */
    private static final int REACH = 3;

    private static final BigDecimal FEWEST = BigDecimal.valueOf(30);

    private ExpectedCounts() {}

    /** Reads it where no data are counted otherwise. */
    public static void read(ParseState state) {
        boolean open = !state.terse
                && state.hasTypedAnywhere(Trait.ASKS_COUNT)
                && !state.candidates.has(SlotName.EXAMPLES)
                && !state.candidates.has(SlotName.TOTAL_TOKENS);
        int asked = -1;
        for (int i = 0; open && i < state.size(); i++) {
            asked = asksForData(state, i) ? i : asked;
            boolean near = asked >= 0
                    && state.sentence(asked).end() + 1 >= state.sentence(i).first();
            if (near && isRange(state, i)) {
                state.claim(SlotName.EXAMPLES, i, i, i);
                state.candidates.settle(i);
                return;
            }
        }
    }

    /** The {@code how many} of {@code how many listings}, {@code how many of the letters}. */
    private static boolean asksForData(ParseState state, int i) {
        if (!state.hasTyped(i, Trait.ASKS_COUNT)) {
            return false;
        }
        for (int k = i + 1; k <= i + REACH && !state.isBreakAt(k) && !state.isNumberAt(k); k++) {
            if (state.isItemAt(k)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRange(ParseState state, int i) {
        if (!state.isNumberAt(i)) {
            return false;
        }
        Token token = state.token(i);
        Numeral numeral = Amounts.counted(token.numeral());
        return token.use != Token.Use.SLOT
                && numeral.isRange()
                && numeral.value().compareTo(FEWEST) >= 0
                && (state.isItemAt(i + 1) || !state.isUnitAt(i + 1))
                && !state.isSymbolAt(i - 1, '$')
                && !state.isPercentAt(i + 1);
    }
}
