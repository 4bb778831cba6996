package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Takes the mean of a year with a season: {@code 30k requests a day for 2 months, otherwise 3k} are 7,500 a day over 12 months.
 */
public final class SeasonalTraffic {
    private static final BigDecimal YEAR = BigDecimal.valueOf(12);

    /** The most words from the traffic of the season to its months, and from those to the other traffic. */
    private static final int REACH = 10;

    /** The most words from several seasons to the one that they are like. */
    private static final int REACH_OF_THAT = 3;

    private final ParseState state;
    private final Periods periods;

    private SeasonalTraffic(ParseState state) {
        this.state = state;
        periods = new Periods(state);
    }

    /** Reads the traffic of a season, and a season like the remembered one. */
    public static void read(ParseState state) {
        if (state.hasTypedAnywhere(Trait.OTHERWISE) && state.has(Measure.MONTH) && state.has(Measure.REQUEST)) {
            new SeasonalTraffic(state).read();
        }
        readAgain(state);
    }

    /** Reads a season like the remembered one: {@code there will be a second season as long as the first, count both}. */
    private static void readAgain(ParseState state) {
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

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            int unit = state.isCountAt(i) ? state.unitFinder.right(i) : -1;
            if (state.isAt(unit, Measure.REQUEST) && periods.timeAfter(unit) == TimeUnit.DAY) {
                int months = monthsFrom(i, unit);
                int other = months < 0 ? -1 : otherwise(months);
                if (other >= 0) {
                    claim(i, months, other);
                }
                return;
            }
        }
    }

    /** Returns the index of the 2 of {@code for 2 months} behind or before the traffic of the season, or -1. */
    private int monthsFrom(int traffic, int unit) {
        int end = Math.min(state.sentence(traffic).end(), unit + REACH);
        for (int i = Math.max(state.sentence(traffic).first(), traffic - REACH); i < end; i++) {
            if (i != traffic
                    && state.isCountAt(i)
                    && state.isAt(state.unitFinder.right(i), Measure.MONTH)
                    && state.token(i).numeral().value().compareTo(YEAR) < 0) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the index of the 3k of {@code otherwise 3k}, {@code 3k otherwise}, {@code the rest of the year 3k}, or -1. */
    private int otherwise(int season) {
        int other = -1;
        boolean said = false;
        int end = Math.min(state.sentence(season).end(), season + REACH + REACH);
        for (int i = season + 1; i < end; i++) {
            said |= !state.isNumberAt(i) && state.hasTyped(i, Trait.OTHERWISE);
            if (other < 0 && state.isCountAt(i) && isTraffic(i)) {
                other = i;
            }
        }
        return said ? other : -1;
    }

    private boolean isTraffic(int number) {
        int unit = state.unitFinder.right(number);
        return (unit < 0 || state.isAt(unit, Measure.REQUEST)) && !state.isSize(number);
    }

    private void claim(int season, int months, int other) {
        BigDecimal inSeason = value(season).multiply(value(months));
        BigDecimal outside = value(other).multiply(YEAR.subtract(value(months)));
        BigDecimal mean =
                inSeason.add(outside).divide(YEAR, MathContext.DECIMAL32).stripTrailingZeros();
        for (int number : new int[] {season, months, other}) {
            state.candidates.withdraw(number);
            state.candidates.settle(number);
            state.token(number).use = Token.Use.CONNECTIVE;
        }
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(mean), season);
        state.candidates.addDerived(SlotName.MONTHS, Numeral.of(YEAR), months);
        state.token(season).use = Token.Use.SLOT;
        state.token(months).use = Token.Use.SLOT;
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
