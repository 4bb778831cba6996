package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/** Counts the months of another season like the remembered one: {@code there will be a second season as long as the first, count both}. */
public final class SeasonalTraffic {
    private static final BigDecimal YEAR = BigDecimal.valueOf(12);

    /** The most words from a season to what it is like, twice. */
    private static final int REACH = 10;

    /** The most words from several seasons to the one that they are like. */
    private static final int REACH_OF_THAT = 3;

    private SeasonalTraffic() {}

    /** Reads a season like the remembered one: {@code there will be a second season as long as the first, count both}. */
    public static void read(ParseState state) {
        int season = again(state);
        BigDecimal months = season < 0 ? null : state.remembered.number(SlotName.MONTHS);
        if (months != null) {
            int number = season - 1;
            boolean counted = state.isNumberAt(number);
            BigDecimal seasons = counted ? state.token(number).numeral().value() : BigDecimal.TWO;
            int at = counted ? number : season;
            state.candidates.addDerived(SlotName.MONTHS, Numeral.of(months.multiply(seasons)), at);
            state.candidates.settle(at);
            state.token(at).use = Token.Use.SLOT;
        }
    }

    /** True if a message counts another season like the remembered one. */
    public static boolean isAgain(ParseState state) {
        return again(state) >= 0;
    }

    /** Returns the index of the season of {@code a second season just as long} and {@code three seasons like that one}, or -1. */
    private static int again(ParseState state) {
        boolean open = state.mayEdit()
                && state.remembered.has(SlotName.MONTHS)
                && state.hasTypedAnywhere(Trait.SEASON)
                && !state.has(Measure.MONTH);
        for (int i = 1; open && i < state.size(); i++) {
            boolean second = state.hasTyped(i - 1, Trait.SECOND) && !state.isNumberAt(i - 1);
            boolean several = state.isCountAt(i - 1)
                    && !state.token(i - 1).numeral().isRange()
                    && state.token(i - 1).numeral().value().compareTo(BigDecimal.ONE) > 0
                    && state.token(i - 1).numeral().value().compareTo(YEAR) <= 0;
            if (state.hasTyped(i, Trait.SEASON) && (second || several) && isAlike(state, i, second)) {
                return i;
            }
        }
        return -1;
    }

    /** {@code as long as the first}, {@code like that one}; a second one is counted as well if both are to be. */
    private static boolean isAlike(ParseState state, int season, boolean second) {
        int end = Math.min(state.sentence(season).end(), season + REACH + REACH);
        for (int i = season + 1; i < end; i++) {
            boolean like = i <= season + REACH_OF_THAT && state.hasTyped(i, Trait.PRONOUN);
            if (state.isAt(i, Cue.LONG)
                    || state.isAt(i, Cue.SAME)
                    || (!second && like)
                    || (second && state.hasTyped(i, Trait.TAKES_BOTH))) {
                return true;
            }
        }
        return false;
    }
}
