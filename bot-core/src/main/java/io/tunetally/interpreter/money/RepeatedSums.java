package io.tunetally.interpreter.money;

import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** Finds a sum that is said again without its sign, and counts nothing: {@code I have 120 USD. All of it, so 120, is for gpt-4o-mini}. */
public final class RepeatedSums {
    /** Smaller numbers are equal by chance. */
    private static final BigDecimal LEAST = BigDecimal.valueOf(20);

    private RepeatedSums() {}

    /** Takes such numbers from the slots that they were read for. */
    public static void read(ParseState state) {
        Set<BigDecimal> sums = new HashSet<>(0);
        for (SlotCandidates.Money money : state.candidates.money()) {
            sums.add(value(state, money.number()));
        }
        for (int i = state.size() - 1; i > 0 && !sums.isEmpty(); i--) {
            if (isSaidAgain(state, sums, i)) {
                state.candidates.withdraw(i);
                state.token(i).use = Token.Use.KNOWN_NON_SLOT;
                state.candidates.settle(i);
            }
        }
    }

    private static boolean isSaidAgain(ParseState state, Set<BigDecimal> sums, int number) {
        if (!state.isNumberAt(number)
                || !state.isBreakAt(number + 1)
                || state.token(number).numeral().isRange()
                || number < state.candidates.money().getFirst().first()
                || state.candidates.hasMoneyWithin(number - 1, number)) {
            return false;
        }
        BigDecimal value = value(state, number);
        return value.compareTo(LEAST) >= 0 && sums.contains(value);
    }

    private static BigDecimal value(ParseState state, int number) {
        return Amounts.counted(state.token(number).numeral()).value().stripTrailingZeros();
    }
}
