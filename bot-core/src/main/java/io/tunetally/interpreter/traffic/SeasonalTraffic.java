package io.tunetally.interpreter.traffic;

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

    private final ParseState state;
    private final Periods periods;

    private SeasonalTraffic(ParseState state) {
        this.state = state;
        periods = new Periods(state);
    }

    public static void read(ParseState state) {
        if (state.hasTypedAnywhere(Trait.OTHERWISE) && state.has(Measure.MONTH) && state.has(Measure.REQUEST)) {
            new SeasonalTraffic(state).read();
        }
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
