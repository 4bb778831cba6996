package io.tunetally.interpreter.length;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Takes the mean of the lengths of two shares of the data: {@code 70% of the 30k rows are 200 tok, the rest 1.5k tok}, {@code 6k rows, half 300
 * half 900 tok}.
 */
public final class ShareLengths {
    /** The most words between a share and its length. */
    private static final int REACH = 8;

    /** The most words from a length to the other share. */
    private static final int REACH_OF_OTHER = 4;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal FIFTY = BigDecimal.valueOf(50);
    private static final BigDecimal SHORTEST = BigDecimal.TEN;

    private final ParseState state;

    private ShareLengths(ParseState state) {
        this.state = state;
    }

    /** Claims both lengths before others take the second for that of an answer. */
    public static void read(ParseState state) {
        boolean shares = state.hasTypedAnywhere(Trait.HALF)
                || state.hasTypedAnywhere(Trait.THE_REST)
                || state.text.text().indexOf('%') >= 0;
        boolean traffic = state.has(Measure.REQUEST) || state.has(Category.RATES) || state.has(Category.PERIODS);
        if (shares && state.has(Measure.TOKEN) && !traffic && !state.has(Cue.VALIDATION)) {
            new ShareLengths(state).read();
        }
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            BigDecimal percent = share(i);
            int one = percent.signum() == 0 ? -1 : lengthBehind(i, REACH);
            int rest = one < 0 ? -1 : otherShare(one, percent);
            int other = rest < 0 ? -1 : lengthBehind(rest, REACH);
            if (other >= 0 && (isTokens(one) || isTokens(other))) {
                claim(one, other, percent);
                return;
            }
        }
    }

    /** Returns the percentage that is said here, else 0. */
    private BigDecimal share(int i) {
        if (state.hasTyped(i, Trait.HALF)) {
            return FIFTY;
        }
        boolean percent = state.isNumberAt(i) && state.isPercentAt(i + 1) && state.isCountAt(i);
        return percent && value(i).compareTo(HUNDRED) < 0 ? value(i) : BigDecimal.ZERO;
    }

    /** Returns the index of the first number behind a share that counts nothing else, or -1. */
    private int lengthBehind(int share, int reach) {
        for (int i = share + 1; i <= share + reach && state.at(i) != null; i++) {
            boolean number = state.isNumberAt(i) && !state.hasTyped(i, Trait.HALF);
            boolean whole = state.isItemAt(i + 1)
                    || state.isAt(i - 1, Cue.OF)
                    || (state.isAt(i - 2, Cue.OF) && !state.isAt(i - 1, Cue.THEM));
            if (number && !whole) {
                return isLength(i) ? i : -1;
            }
            if (state.isBreakAt(i) || (i > share + 1 && share(i).signum() > 0) || state.hasTyped(i, Trait.THE_REST)) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isLength(int number) {
        return state.isPlainCount(number)
                && state.token(number).use == Token.Use.NOTHING
                && value(number).compareTo(SHORTEST) >= 0
                && (isTokens(number) || !state.isUnitAt(number + 1));
    }

    private boolean isTokens(int number) {
        return state.isAt(number + 1, Measure.TOKEN);
    }

    /** Returns the index of the rest, the other half or the share that makes a whole of the first one; or -1. */
    private int otherShare(int length, BigDecimal percent) {
        int from = isTokens(length) ? length + 2 : length + 1;
        for (int i = from; i < from + REACH_OF_OTHER && state.at(i) != null; i++) {
            BigDecimal share = share(i);
            if (state.hasTyped(i, Trait.THE_REST) && !state.hasTyped(i + 1, Trait.HALF)) {
                return i;
            }
            if (share.signum() > 0) {
                return share.add(percent).compareTo(HUNDRED) == 0 ? i : -1;
            }
            if (state.isNumberAt(i) || isEnd(i)) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isEnd(int i) {
        return state.isBreakAt(i) && !state.isSymbolAt(i, ',') && !state.isSymbolAt(i, ';');
    }

    private void claim(int one, int other, BigDecimal percent) {
        BigDecimal mean = value(one)
                .multiply(percent)
                .add(value(other).multiply(HUNDRED.subtract(percent)))
                .divide(HUNDRED, 0, RoundingMode.HALF_UP);
        take(one);
        take(other);
        state.candidates.addDerived(SlotName.TOKENS_PER_EXAMPLE, Numeral.of(mean), one);
    }

    private void take(int number) {
        state.candidates.settle(number);
        state.token(number).use = Token.Use.SLOT;
        if (isTokens(number)) {
            state.token(number + 1).use = Token.Use.CONNECTIVE;
        }
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
