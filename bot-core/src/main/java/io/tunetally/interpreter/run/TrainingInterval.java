package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words for how often something is done, and the days from one time to the next: {@code weekly}, {@code every two months},
 * {@code twice a year}.
 */
record TrainingInterval(BigDecimal days, int first, int last) {
    private static final Pattern GLUED = Pattern.compile("(?<count>\\d{1,3})(?<unit>[dw])");

    private static final BigDecimal WEEK = BigDecimal.valueOf(7);
    private static final BigDecimal FORTNIGHT = BigDecimal.valueOf(14);
    private static final BigDecimal TERM = BigDecimal.valueOf(120);
    private static final BigDecimal SEMESTER = BigDecimal.valueOf(180);
    private static final BigDecimal HALF_YEAR = BigDecimal.valueOf(180);

    private static final BigDecimal YEAR = BigDecimal.valueOf(360);
    private static final BigDecimal MOST_TERMS = BigDecimal.valueOf(6);

    /** Returns the interval that a word begins, {@code weekly}, {@code every other week}, {@code every 10 days}, or null. */
    static @Nullable TrainingInterval at(ParseState state, int k) {
        if (isFortnight(state, k)) {
            return new TrainingInterval(FORTNIGHT, k, k);
        }
        if (state.isAt(k, Category.PERIODS)) {
            return of(state, k, k, isBi(state, k - 1) ? BigDecimal.TWO : BigDecimal.ONE);
        }
        if (state.at(k) != null && !state.isNumberAt(k) && state.hasTyped(k, Trait.EACH_YEAR)) {
            int half = state.isSymbolAt(k - 1, '-') ? k - 2 : k - 1;
            // "half-yearly"
            return state.hasTyped(half, Trait.HALF)
                    ? new TrainingInterval(HALF_YEAR, half, k)
                    : new TrainingInterval(YEAR, k, k);
        }
        TrainingInterval start = onDayOfMonth(state, k);
        if (start != null || (!state.isAt(k, Cue.EVERY) && !state.isAt(k, Cue.EACH))) {
            return start;
        }
        if (state.hasTyped(k + 1, Trait.DAY_NAME)) {
            return new TrainingInterval(WEEK, k, k + 1);
        }
        if (state.hasTyped(k + 1, Trait.TIME_OF_DAY)) {
            return new TrainingInterval(BigDecimal.ONE, k, k + 1);
        }
        if (isFortnight(state, k + 1)) {
            return new TrainingInterval(FORTNIGHT, k, k + 1);
        }
        TrainingInterval glued = glued(state, k);
        if (glued != null) {
            return glued;
        }
        if (state.isNumberAt(k + 1)) {
            // Beside a word of retraining such a span is read with the others.
            return state.has(Cue.RETRAIN)
                    ? null
                    : of(state, k + 1, k + 2, state.token(k + 1).numeral().value());
        }
        BigDecimal term = term(state, k + 1);
        if (term != null) {
            return new TrainingInterval(term, k, k + 1);
        }
        boolean second = state.hasTyped(k + 1, Trait.EVERY_SECOND);
        return second ? of(state, k + 1, k + 2, BigDecimal.TWO) : of(state, k + 1, k + 1, BigDecimal.ONE);
    }

    /** Returns the interval of {@code the first of the month}, {@code the 15th of each month}; null for another word. */
    private static @Nullable TrainingInterval onDayOfMonth(ParseState state, int k) {
        if (!state.hasTyped(k, Trait.DAY_OF_MONTH) || !state.isAt(k + 1, Cue.OF)) {
            return null;
        }
        boolean led = state.isAt(k + 2, Cue.EVERY)
                || state.isAt(k + 2, Cue.EACH)
                || state.hasTyped(k + 2, Trait.DEFINITE_ARTICLE);
        int month = led ? k + 3 : k + 2;
        boolean period = led || state.isAt(month, Category.PERIODS);
        return period && state.measureAt(month) == Measure.MONTH ? of(state, k, month, BigDecimal.ONE) : null;
    }

    /** Returns the interval of {@code every 30d}, {@code every 30 d} and of {@code every 2w}; null for another word. */
    private static @Nullable TrainingInterval glued(ParseState state, int every) {
        int last = state.isCountAt(every + 1) && state.at(every + 2) != null ? every + 2 : every + 1;
        if (state.at(last) == null || state.isUnitAt(last)) {
            return null;
        }
        String said = last > every + 1
                ? state.typed(every + 1, every + 1) + state.typed(last, last)
                : state.typed(last, last);
        Matcher span = GLUED.matcher(said);
        if (!span.matches()) {
            return null;
        }
        BigDecimal count = new BigDecimal(span.group("count"));
        return TimeUnit.abbreviated(span.group("unit"))
                .flatMap(TimeUnit::days)
                .map(count::multiply)
                .filter(SlotName.RETRAIN_EVERY_DAYS.limits()::allow)
                .map(days -> new TrainingInterval(days, every, last))
                .orElse(null);
    }

    /** Returns the days of a term of a school: a year has two semesters, or three terms unless their number is said; null for another word. */
    private static @Nullable BigDecimal term(ParseState state, int k) {
        boolean semester = state.at(k) != null && !state.isNumberAt(k) && state.hasTyped(k, Trait.SEMESTER);
        boolean term = state.at(k) != null && !state.isNumberAt(k) && state.hasTyped(k, Trait.SCHOOL_TERM);
        if (!semester && !term) {
            return null;
        }
        TrainingInterval counted = null;
        for (int i = 0; i < state.size() && counted == null; i++) {
            counted = termsOfYear(state, i);
        }
        return counted != null ? counted.days() : semester ? SEMESTER : TERM;
    }

    /** Returns the interval of {@code three terms a year}, {@code 2 semesters a year}, or null. */
    static @Nullable TrainingInterval termsOfYear(ParseState state, int k) {
        boolean terms = state.isCountAt(k)
                && !state.token(k).numeral().isRange()
                && state.at(k + 1) != null
                && !state.isNumberAt(k + 1)
                && (state.hasTyped(k + 1, Trait.SCHOOL_TERM)
                        || state.hasTyped(k + 1, Trait.SEMESTER)
                        || state.isAt(k + 1, Measure.TIMES));
        BigDecimal count = terms ? state.token(k).numeral().value() : BigDecimal.ZERO;
        boolean year = (state.isAt(k + 2, Cue.PER) || state.isAt(k + 2, Cue.ARTICLE))
                && state.measureAt(k + 3) == Measure.YEAR;
        boolean some = year && count.signum() > 0 && count.compareTo(MOST_TERMS) <= 0;
        return some ? new TrainingInterval(YEAR.divide(count, 0, RoundingMode.HALF_UP), k, k + 3) : null;
    }

    /** Returns the interval of a number of units of time, or null if the last word is none. */
    static @Nullable TrainingInterval of(ParseState state, int first, int last, BigDecimal count) {
        Measure period = state.measureAt(last);
        Optional<BigDecimal> days = period == null
                ? Optional.empty()
                : Optional.ofNullable(period.time()).flatMap(TimeUnit::days);
        return days.map(each -> each.multiply(count))
                .filter(SlotName.RETRAIN_EVERY_DAYS.limits()::allow)
                .map(each -> new TrainingInterval(each, first, last))
                .orElse(null);
    }

    /** Returns the interval of {@code once a year}, {@code twice a year}, {@code 4 times per quarter}, {@code 3x a week}, or null. */
    static @Nullable TrainingInterval often(ParseState state, int k) {
        int per = isTimes(state, k + 1) ? k + 2 : k + 1;
        Measure period = state.measureAt(per + 1);
        BigDecimal times = times(state, k);
        boolean rate = state.isAt(per, Cue.PER) || state.isAt(per, Cue.ARTICLE);
        if (times == null || times.signum() <= 0 || !rate || period == null || period.time() == null) {
            return null;
        }
        return period.time()
                .days()
                .filter(days -> days.compareTo(times) >= 0)
                .map(days -> new TrainingInterval(days.divide(times, 0, RoundingMode.HALF_UP), k, per + 1))
                .orElse(null);
    }

    private static @Nullable BigDecimal times(ParseState state, int k) {
        if (k < 0 || k >= state.size()) {
            return null;
        }
        var token = state.token(k);
        if (token.isNumber() && (isTimes(state, k + 1) || state.hasTyped(k, Trait.REPEATS))) {
            return token.numeral().value();
        }
        if (!token.isNumber() && state.hasTyped(k, Trait.ONE_TIME)) {
            return BigDecimal.ONE;
        }
        return token.is(Category.NUMBERS) && token.lexeme != null && state.hasTyped(k, Trait.REPEATS)
                ? new BigDecimal(token.lexeme.value())
                : null;
    }

    private static boolean isTimes(ParseState state, int i) {
        return state.isAt(i, Measure.TIMES) || state.isTimesSign(i);
    }

    static boolean isFortnight(ParseState state, int k) {
        return state.hasTyped(k, Trait.FORTNIGHT);
    }

    /** The {@code bi} of {@code bi-weekly}. */
    private static boolean isBi(ParseState state, int before) {
        return state.hasTyped(state.isSymbolAt(before, '-') ? before - 1 : before, Trait.BI);
    }
}
