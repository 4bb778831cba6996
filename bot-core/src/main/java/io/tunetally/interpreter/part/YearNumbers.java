package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import java.math.BigDecimal;

/** Numbers that are years: {@code the 300 from 2019}, {@code the 2024-2034 plan}. */
final class YearNumbers {
    /** The years that a plan or a period is named after. */
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1900);

    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2099);

    private final ParseState state;

    YearNumbers(ParseState state) {
        this.state = state;
    }

    /** The 2019 of {@code the 2019 tranche}, of {@code the 300 from 2019}. */
    boolean isOne(int number) {
        if (!state.token(number).isYear()) {
            return false;
        }
        Token next = state.at(number + 1);
        boolean one = next != null && next.kind == Token.Kind.WORD && !state.isPluralAt(number + 1);
        boolean dated = state.isAt(number - 1, Cue.FROM)
                || state.isAt(number - 1, Cue.IN)
                || state.hasTyped(number - 1, Trait.LEADS_TO_YEAR);
        return one || dated || isOfThese(number);
    }

    /** The 2021 of {@code the 2021 migration junk}, {@code minus the 2019 ones}. */
    private boolean isOfThese(int number) {
        int noun = number + 1;
        return state.hasTyped(number - 1, Trait.DEFINITE_ARTICLE)
                && state.at(noun) != null
                && !state.isNumberAt(noun)
                && !state.isBreakAt(noun)
                && (state.hasTyped(noun, Trait.ONE_OF_THEM)
                        || (!state.isPluralAt(noun) && !state.isItemAt(noun) && state.measureAt(noun) == null));
    }

    /** {@code the 2024-2034 plan}, which counts nothing. */
    boolean isOfSpan(int number) {
        Numeral numeral = state.token(number).numeral();
        boolean joined = state.isSymbolAt(number + 1, '-') && state.isNumberAt(number + 2) && isYearAt(number + 2);
        boolean behind = state.isSymbolAt(number - 1, '-') && state.isNumberAt(number - 2) && isYearAt(number - 2);
        BigDecimal high = numeral.high();
        boolean range = high != null && isYearValue(numeral.value()) && isYearValue(high);
        return range || (isYearAt(number) && (joined || behind));
    }

    private boolean isYearAt(int number) {
        return state.token(number).isYear();
    }

    private static boolean isYearValue(BigDecimal value) {
        return value.compareTo(FIRST_YEAR) >= 0 && value.compareTo(LAST_YEAR) <= 0;
    }
}
