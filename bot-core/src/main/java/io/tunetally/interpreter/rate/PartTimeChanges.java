package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a change of a conversation's traffic that holds for a part of the time: {@code twice as much in the second half of the year}, {@code 25%
 * fewer from the second year on}, {@code on Saturdays only 500}. The mean of the whole time counts it; where it is not known which part of
 * that time it is, nothing changes and the answer says that it was not used.
 */
public final class PartTimeChanges {
    private static final List<Trait> ORDINALS =
            List.of(Trait.FIRST, Trait.SECOND, Trait.THIRD, Trait.FOURTH, Trait.FIFTH);

    private static final BigDecimal WEEK = TimeUnit.WEEK.days().orElseThrow();
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final long YEAR = 12;
    private static final int DECIMALS = 6;

    private final ParseState state;
    private final Parts parts;
    private final Periods periods;
    private final LevelsOfWeek week;
    private final long months;

    private PartTimeChanges(ParseState state) {
        this.state = state;
        parts = new Parts(state);
        periods = new Periods(state);
        week = new LevelsOfWeek(state);
        Slot<Long> time = state.remembered.get(SlotName.MONTHS);
        months = time == null || time.high() != null ? 0 : time.value();
    }

    /**
     * A part of the time.
     *
     * @param share which share of it, or null if that is not known
     */
    private record Span(int first, int last, @Nullable BigDecimal share, boolean ofWeek) {
        boolean contains(int i) {
            return i >= first && i <= last;
        }
    }

    /**
     * What becomes of the traffic.
     *
     * @param factor what multiplies it, or null if there is a new number
     */
    private record Change(
            int first,
            int last,
            @Nullable BigDecimal factor,
            @Nullable BigDecimal level) {
        BigDecimal of(BigDecimal before) {
            return factor == null ? level == null ? before : level : before.multiply(factor);
        }
    }

    /** States the mean, before other readers take the change for that of the whole time, of the data or of the time itself. */
    public static void read(ParseState state) {
        Slot<BigDecimal> traffic = state.remembered.get(SlotName.REQUESTS_PER_DAY);
        boolean other = state.has(Measure.EXAMPLE)
                || state.has(Measure.TOKEN)
                || state.has(Measure.EPOCH)
                || state.has(Cue.INPUT)
                || state.has(Cue.OUTPUT)
                || state.has(Cue.CACHED)
                || state.has(Cue.TRAINING)
                || state.has(Cue.VALIDATION);
        if (state.mayEdit() && state.language == null && traffic != null && traffic.high() == null && !other) {
            new PartTimeChanges(state).read(traffic.value());
        }
    }

    private void read(BigDecimal before) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < state.size(); i++) {
            Span span = spanAt(i);
            if (span != null) {
                spans.add(span);
                i = span.last();
            }
        }
        List<Change> changes = spans.size() == 1 ? changes(spans.getFirst()) : List.of();
        boolean one = changes.size() == 1 && !isTold(changes.getFirst());
        if (one && isOfOneSentence(spans.getFirst(), changes.getFirst())) {
            claim(before, spans.getFirst(), changes.getFirst());
        }
    }

    private boolean isOfOneSentence(Span span, Change change) {
        return state.sentence(span.first()).first()
                == state.sentence(change.first()).first();
    }

    private boolean isTold(Change change) {
        return state.isPast(change.first()) || state.isReported(change.first());
    }

    private @Nullable Span spanAt(int i) {
        if (state.at(i) == null) {
            return null;
        }
        LevelsOfWeek.Days days = week.daysAt(i);
        if (days != null) {
            BigDecimal share = BigDecimal.valueOf(days.days().size()).divide(WEEK, MathContext.DECIMAL64);
            return week.isEveryWeek(days) ? new Span(i, days.last(), share, true) : null;
        }
        if (state.isNumberAt(i)) {
            return null;
        }
        boolean within = state.isAt(i - 1, Cue.IN) || state.isAt(i - 1, Cue.OVER) || state.isAt(i - 1, Cue.FOR);
        YearWithSeason.Part named = within ? YearWithSeason.named(state, i) : null;
        if (named != null) {
            return new Span(i, named.last(), ofYears(share(named.months(), YEAR)), false);
        }
        if (within && state.hasTyped(i, Trait.QUARTER_NAME)) {
            return new Span(i, i, ofYears(QUARTER), false);
        }
        if (within && state.hasTyped(i, Trait.HALF_YEAR_NAME)) {
            return new Span(i, i, ofYears(HALF), false);
        }
        Span season = season(i);
        return season == null ? counted(i) : season;
    }

    /** {@code in the summer quarter}; {@code in summer} has no fixed length. */
    private @Nullable Span season(int i) {
        boolean led = isLed(i) || (state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE) && isLed(i - 1));
        if (!led || !state.hasTyped(i, Trait.SEASON)) {
            return null;
        }
        return state.isAt(i + 1, Measure.QUARTER)
                ? new Span(i, i + 1, ofYears(QUARTER), false)
                : new Span(i, state.isAt(i + 1, Measure.MONTH) ? i + 1 : i, null, false);
    }

    private boolean isLed(int i) {
        return state.isAt(i - 1, Cue.IN) || state.isAt(i - 1, Cue.OVER) || state.isAt(i - 1, Cue.FOR);
    }

    /** {@code the second half of the year}, {@code from the second year on}, {@code the first three months}, {@code year two}. */
    private @Nullable Span counted(int i) {
        int place = place(i);
        int led = state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE) ? i - 1 : i;
        boolean from = state.isAt(led - 1, Cue.FROM);
        if (place != 0 && (isLed(led) || from)) {
            return ofPlace(i, i + 1, place, from);
        }
        boolean year = state.isAt(i, Measure.YEAR) && state.isCountAt(i + 1) && (isLed(i) || from);
        BigDecimal number = year ? state.token(i + 1).numeral().value() : BigDecimal.ZERO;
        boolean few = number.signum() > 0 && number.compareTo(BigDecimal.TEN) <= 0 && !state.isUnitAt(i + 2);
        return few ? ofYear(i, i + 1, number.intValue(), from) : null;
    }

    private @Nullable Span ofPlace(int first, int unit, int place, boolean from) {
        if (state.isAt(unit, Measure.YEAR)) {
            return ofYear(first, unit, place, from);
        }
        if (state.isAt(unit, Cue.HALF) || (state.at(unit) != null && state.hasTyped(unit, Trait.HALF))) {
            int year = state.hasTyped(unit + 2, Trait.DEFINITE_ARTICLE) ? unit + 3 : unit + 2;
            boolean ofYear = state.isAt(unit + 1, Cue.OF) && state.isAt(year, Measure.YEAR);
            boolean whole = months > 0 && (!ofYear || months % YEAR == 0);
            return new Span(first, ofYear ? year : unit, whole ? HALF : null, false);
        }
        if (state.isAt(unit, Measure.QUARTER)) {
            return new Span(first, unit, ofYears(QUARTER), false);
        }
        boolean several = state.isCountAt(unit) && state.isAt(unit + 1, Measure.MONTH);
        if (several && !from) {
            long count = state.token(unit).numeral().value().longValue();
            boolean known = Math.abs(place) == 1 && months > count;
            return new Span(first, unit + 1, known ? share(count, months) : null, false);
        }
        boolean one = state.isAt(unit, Measure.MONTH);
        return one ? new Span(first, unit, from || months <= 1 ? null : share(1, months), false) : null;
    }

    private Span ofYear(int first, int last, int place, boolean from) {
        long years = months % YEAR == 0 ? months / YEAR : 0;
        long number = place < 0 ? years : place;
        boolean known = years > 1 && number <= years;
        boolean on = from && state.isAt(last + 1, Cue.ON);
        long count = from ? years - number + 1 : 1;
        return new Span(first, on ? last + 1 : last, known ? share(count, years) : null, false);
    }

    /** Returns 2 for {@code second}, -1 for {@code last}, 0 for other words. */
    private int place(int i) {
        for (int place = 0; place < ORDINALS.size(); place++) {
            if (state.hasTyped(i, ORDINALS.get(place))) {
                return place + 1;
            }
        }
        return state.hasTyped(i, Trait.LAST) ? -1 : 0;
    }

    private @Nullable BigDecimal ofYears(BigDecimal share) {
        return months > 0 && months % YEAR == 0 ? share : null;
    }

    private static BigDecimal share(long count, long all) {
        return BigDecimal.valueOf(count).divide(BigDecimal.valueOf(all), MathContext.DECIMAL64);
    }

    private List<Change> changes(Span span) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < state.size(); i++) {
            Change change = span.contains(i) ? null : changeAt(i, span);
            if (change != null) {
                changes.add(change);
                i = change.last();
            }
        }
        return changes;
    }

    private @Nullable Change changeAt(int i, Span span) {
        Part part = parts.at(i);
        BigDecimal share = part == null ? null : factor(part);
        if (part != null && share != null) {
            return new Change(i, part.last(), share, null);
        }
        if (!state.isNumberAt(i)) {
            Cue cue = state.token(i).cue();
            return cue == null || cue.factor() == null ? null : new Change(i, i, cue.factor(), null);
        }
        BigDecimal value = Amounts.counted(state.token(i).numeral()).value();
        if (state.isSymbolAt(i + 1, 'x') || state.isAt(i + 1, Measure.TIMES)) {
            return new Change(i, i + 1, value, null);
        }
        return isLevel(i, span) ? new Change(i, i, null, value) : null;
    }

    /** Returns the 0.8 of {@code 20% less}, the 0.5 of {@code half of that} and {@code half the requests}, or null. */
    private @Nullable BigDecimal factor(Part part) {
        int behind = part.last() + 1;
        boolean less = state.at(behind) != null && state.hasTyped(behind, Trait.SHRINKS);
        boolean more = state.at(behind) != null && state.hasTyped(behind, Trait.GROWS);
        if (less || state.isSymbolAt(part.first() - 1, '-')) {
            return BigDecimal.ONE.subtract(part.fraction());
        }
        if (more || state.isSymbolAt(part.first() - 1, '+')) {
            return BigDecimal.ONE.add(part.fraction());
        }
        return parts.isOfWhole(part) ? part.fraction() : null;
    }

    /** {@code 500 requests}, {@code 500 a day}; beside days of the week also {@code 500}. */
    private boolean isLevel(int i, Span span) {
        boolean count = state.isPlainCount(i);
        boolean sent = state.isAt(i + 1, Measure.REQUEST);
        TimeUnit time = periods.timeAfter(sent ? i + 1 : i);
        boolean bare = span.ofWeek() && !state.isUnitAt(i + 1) && !state.isAt(i + 1, Category.RATES);
        return count && (time == TimeUnit.DAY || (time == null && (sent || bare)));
    }

    private void claim(BigDecimal before, Span span, Change change) {
        int first = Math.min(span.first(), change.first());
        int last = Math.max(span.last(), change.last());
        List<Integer> tokens = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            if (span.contains(i) || (i >= change.first() && i <= change.last())) {
                tokens.add(i);
                state.candidates.setAside(i);
            }
        }
        state.use(span.first(), span.last(), Token.Use.CONNECTIVE);
        state.use(change.first(), change.last(), Token.Use.CONNECTIVE);
        tokens.remove(Integer.valueOf(change.first()));
        tokens.addFirst(change.first());
        BigDecimal share = saysOtherTime(span) ? null : span.share();
        if (share == null) {
            state.add(new Problem.UnknownWord(state.typed(first, last), List.of(), state.span(first, last)));
        }
        BigDecimal then = change.of(before);
        BigDecimal mean = share == null
                ? before
                : before.add(then.subtract(before).multiply(share))
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        String arithmetic = share == null
                ? ""
                : CountArithmetic.number(before) + ", " + CountArithmetic.number(then) + " for a part of the time";
        state.add(ParseState.WorkedOut.stated(SlotName.REQUESTS_PER_DAY, mean, arithmetic, tokens));
    }

    /** {@code twice as much in the second half, over two years}: of another time than that of before. */
    private boolean saysOtherTime(Span span) {
        return !span.ofWeek()
                && IntStream.range(1, state.size())
                        .filter(i -> !span.contains(i))
                        .anyMatch(i -> (state.isAt(i, Measure.MONTH) || state.isAt(i, Measure.YEAR))
                                && (state.isNumberAt(i - 1) || state.isAt(i - 1, Cue.ARTICLE)));
    }
}
