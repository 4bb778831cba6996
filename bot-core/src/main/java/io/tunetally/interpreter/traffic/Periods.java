package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Finds the periods of rates: {@code per day}, {@code daily}, {@code in a week}, {@code every month we ...}. */
public final class Periods {
    /** The words between an item and its period. */
    private static final int REACH = 6;
    /** The words between a rate an hour and the hours of a day. */
    private static final int REACH_OF_HOURS = 8;

    private static final BigDecimal NOON = BigDecimal.valueOf(12);
    private static final BigDecimal MIDNIGHT = BigDecimal.valueOf(24);

    private final ParseState state;

    public Periods(ParseState state) {
        this.state = state;
    }

    /** Returns the end of {@code a day}, {@code per week}, {@code daily}, {@code /month} behind a unit, or -1. */
    public static int lastOfEach(ParseState state, int unit) {
        int next = unit + 1;
        if (state.isAt(next, Category.PERIODS)) {
            return next;
        }
        boolean one =
                state.isNumberAt(next) && state.token(next).numeral().value().compareTo(BigDecimal.ONE) == 0;
        boolean each = state.isAt(next, Cue.PER)
                || state.isAt(next, Cue.ARTICLE)
                || state.isAt(next, Cue.EVERY)
                || state.isSlash(next)
                || one;
        return each && state.isAt(next + 1, Category.UNITS) ? next + 1 : -1;
    }

    /**
     * A time that is over.
     *
     * @param count of the units: 12 in {@code the last 12 months}
     */
    public record Past(int first, int last, TimeUnit unit, BigDecimal count) {}

    /** Returns the past time at an index, {@code last year}, {@code the last 12 months}, {@code in October}, or null. */
    public @Nullable Past past(int i) {
        if (state.hasTyped(i, Trait.LAST_MONTH) || state.hasTyped(i, Trait.LAST_YEAR)) {
            TimeUnit unit = state.hasTyped(i, Trait.LAST_YEAR) ? TimeUnit.YEAR : TimeUnit.MONTH;
            return new Past(i, i, unit, BigDecimal.ONE);
        }
        boolean led =
                state.isAt(i - 1, Cue.IN) || state.isAt(i - 1, Cue.FOR) || state.hasTyped(i + 1, Trait.PAYS_TODAY);
        if (led && state.hasTyped(i, Trait.MONTH_NAME)) {
            return new Past(i, i, TimeUnit.MONTH, BigDecimal.ONE);
        }
        boolean counted = state.isCountAt(i + 1);
        int time = counted ? i + 2 : i + 1;
        TimeUnit unit = state.isAt(i, Cue.PAST) ? yearOr(time) : null;
        return unit == null || !unit.isLong()
                ? null
                : new Past(i, time, unit, counted ? state.token(i + 1).numeral().value() : BigDecimal.ONE);
    }

    private @Nullable TimeUnit yearOr(int index) {
        return state.hasTyped(index, Trait.YEARLY) ? TimeUnit.YEAR : timeAt(index);
    }

    int periodBefore(int number) {
        int first = Math.max(state.clause(number).first(), number - REACH);
        for (int i = first; i < number; i++) {
            first = state.isNumberAt(i) || state.isAt(i, Measure.REQUEST) ? i + 1 : first;
        }
        return state.terse ? -1 : periodBetween(first, number);
    }

    /** Returns the last word of a period, {@code daily} or {@code a day}, up to another number or another matter, or -1. */
    int periodBetween(int first, int end) {
        for (int i = first; i < end; i++) {
            if (isOfEachAndTime(i, end)) {
                return i + 1;
            }
            if (state.isNumberAt(i)
                    || state.hasTyped(i, Trait.CHANGES)
                    || state.isAt(i, Cue.RETRAIN)
                    || state.isAt(i, Cue.AND)
                    || state.isAt(i, Cue.AGO)) {
                return -1;
            }
            if (state.isAt(i, Category.PERIODS)) {
                return i;
            }
            int foreign = lastOfForeignPeriod(i);
            if (foreign >= 0 && foreign < end) {
                return foreign;
            }
            boolean each = state.isAt(i, Cue.PER) || state.isAt(i, Cue.ARTICLE) || state.isAt(i, Cue.EVERY);
            // "a quarter of it" is a part.
            boolean part = state.isAt(i, Cue.ARTICLE) && state.hasTyped(i + 2, Trait.PART_OF);
            if (each && !part && i + 1 < end && timeAt(i + 1) != null) {
                return i + 1;
            }
            boolean usual = each && i + 2 < end && state.hasTyped(i + 1, Trait.USUAL);
            if (usual && timeAt(i + 2) != null) {
                return i + 2;
            }
        }
        return -1;
    }

    /** The {@code and} of {@code 3 questions per shop and hour}. */
    private boolean isOfEachAndTime(int and, int end) {
        return state.isAt(and, Cue.AND)
                && state.isAt(and - 2, Cue.PER)
                && !state.isNumberAt(and - 1)
                && timeAt(and - 1) == null
                && and + 1 < end
                && !state.isNumberAt(and + 1)
                && timeAt(and + 1) != null;
    }

    /**
     * Returns the eight of {@code 300 requests an hour during eight working hours}, {@code 90 per hour in office hours (8h)},
     * {@code 40/h for 8 hours a day}, or null.
     */
    @Nullable BigDecimal workingHours(int last) {
        int end = Math.min(state.sentence(last).end(), last + REACH_OF_HOURS);
        boolean working = false;
        for (int i = last + 1; i < end; i++) {
            BigDecimal open = openingHours(i);
            if (open != null) {
                return open;
            }
            working |= state.hasTyped(i, Trait.WORKING);
            int unit = state.isNumberAt(i) ? state.unitFinder.right(i) : -1;
            boolean daily = state.isAt(unit, Measure.HOUR)
                    && (working
                            || state.hasTyped(unit - 1, Trait.WORKING)
                            || timeAfter(unit) == TimeUnit.DAY
                            || (state.isNumberAt(unit + 1) && state.isAt(unit + 2, Measure.DAY))
                            || state.isAt(unit + 1, Category.PERIODS));
            if (daily) {
                state.use(i, Math.max(unit, lastOfPeriod(unit)), Token.Use.CONNECTIVE);
                state.token(i).use = Token.Use.SLOT;
                return state.token(i).numeral().value();
            }
        }
        return null;
    }

    /** Returns the ten hours of {@code from 8 to 18}, of {@code open 8 to 18}, the eight of {@code 9 to 5}, or null. */
    private @Nullable BigDecimal openingHours(int first) {
        boolean led = state.isAt(first - 1, Cue.FROM) || state.hasTyped(first - 1, Trait.LEFT_OPEN);
        int right = state.isNumberAt(first) ? state.unitFinder.right(first) : -1;
        if (state.isNumberAt(first) && led && (right < 0 || state.isAt(right, Category.PERIODS))) {
            Numeral range = state.token(first).numeral();
            BigDecimal open = range.high() == null ? null : open(range.value(), range.high());
            if (open != null) {
                state.token(first).use = Token.Use.SLOT;
                return open;
            }
        }
        boolean times = state.isCountAt(first) && state.isAt(first + 1, Cue.TO) && state.isCountAt(first + 2);
        if (!times || state.unitFinder.right(first + 2) >= 0) {
            return null;
        }
        BigDecimal open = open(
                state.token(first).numeral().value(),
                state.token(first + 2).numeral().value());
        if (open != null) {
            state.use(first, first + 2, Token.Use.SLOT);
        }
        return open;
    }

    private static @Nullable BigDecimal open(BigDecimal from, BigDecimal to) {
        BigDecimal until = to.compareTo(from) <= 0 && to.compareTo(NOON) <= 0 ? to.add(NOON) : to;
        return until.compareTo(from) <= 0 || until.compareTo(MIDNIGHT) > 0 ? null : until.subtract(from);
    }

    /** Returns the unit of the period behind a word, the day of {@code hours a day}, or null. */
    public @Nullable TimeUnit timeAfter(int unit) {
        int last = lastOfPeriod(unit);
        return last < 0 ? null : state.isAt(last, Category.PERIODS) ? timeAt(last) : time(last);
    }

    /** {@code per year}, which is also a word for the cost of a year. */
    private boolean isYearly(int index) {
        Token token = state.at(index);
        return token != null && token.is(Category.INTENTS) && state.hasTyped(index, Trait.YEARLY);
    }

    /**
     * Returns the end of {@code daily}, {@code per day}, {@code in a day}, {@code one day} after a unit, or -1; also of {@code 30 checks
     * each a day}, where the word for each stands before it.
     */
    public int lastOfPeriod(int unit) {
        if (state.isAt(unit + 1, Cue.EACH) && state.isRateAt(unit + 2)) {
            return lastOfPeriod(unit + 1);
        }
        Token token = state.at(unit + 1);
        if (token == null || token.is(Category.PERIODS) || isYearly(unit + 1)) {
            return token == null ? -1 : unit + 1;
        }
        if (token.is(Cue.PER) || token.is(Cue.ARTICLE) || token.is(Cue.EVERY) || isOnePeriod(token, unit + 2)) {
            // "25 questions per shift, 2 shifts a": the message ends before the period.
            return state.at(unit + 2) == null ? -1 : unit + 2;
        }
        if (token.is(Category.UNITS) && isPeriodBeside(unit)) {
            return unit + 1;
        }
        int time = state.isAt(unit + 2, Cue.ARTICLE) ? unit + 3 : unit + 2;
        return token.is(Cue.IN) && state.isAt(time, Category.UNITS) ? time : lastOfForeignPeriod(unit + 1);
    }

    /** {@code 1000 request day}, as speakers of other languages put it. */
    private boolean isPeriodBeside(int unit) {
        int time = unit + 1;
        return (state.isAt(unit, Measure.REQUEST) || state.isAt(unit, Measure.ITEM))
                && timeAt(time) != null
                && state.isAt(time, Category.UNITS)
                && state.compiledLexicon.is(Trait.ONE_PERIOD, state.typed(time, time))
                && (state.isBreakAt(time + 1)
                        || state.isAt(time + 1, Cue.FOR)
                        || state.isAt(time + 1, Cue.ON)
                        || state.isOfMention(time + 1));
    }

    /** The {@code one day} of {@code 2000 messages one day}; a digit counts the months of a horizon. */
    private boolean isOnePeriod(Token one, int period) {
        boolean word = one.isNumber()
                && !one.numeral().isRange()
                && one.numeral().value().compareTo(BigDecimal.ONE) == 0
                && !Character.isDigit(state.text.text().charAt(one.start));
        return word && state.hasTyped(period, Trait.ONE_PERIOD) && !state.isAt(period + 1, Cue.AGO);
    }

    /** Returns the last word of {@code for day}, {@code at day}, {@code in the day}, as speakers of other languages put it, or -1. */
    private int lastOfForeignPeriod(int led) {
        boolean definite = state.hasTyped(led + 1, Trait.DEFINITE_ARTICLE);
        boolean at = state.isAt(led, Cue.TO) || state.isAt(led, Trait.LOCATIVE) || state.hasTyped(led, Trait.LOCATIVE);
        boolean leads = at || (definite ? state.isAt(led, Cue.IN) : state.isAt(led, Cue.FOR));
        int time = definite ? led + 2 : led + 1;
        boolean one = leads
                && timeAt(time) != null
                && state.isAt(time, Category.UNITS)
                && state.compiledLexicon.is(Trait.ONE_PERIOD, state.typed(time, time));
        return one && !state.isNumberAt(time + 1) ? time : -1;
    }

    /** Returns the unit after {@code per}. Elsewhere an abbreviation may be another word, as {@code w/} for "with". */
    private @Nullable TimeUnit time(int index) {
        TimeUnit named = isYearly(index) ? TimeUnit.YEAR : timeAt(index);
        return named != null || state.at(index) == null
                ? named
                : TimeUnit.abbreviated(state.typed(index, index)).orElse(null);
    }

    /** Returns the unit of time at an index, the day of {@code daily} and of {@code 30 days}, or null. */
    public @Nullable TimeUnit timeAt(int index) {
        return state.timeAt(index);
    }

    public static @Nullable TimeUnit timeOf(@Nullable Measure measure) {
        return measure == null ? null : measure.time();
    }
}
