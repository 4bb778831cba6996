package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the mean of a year with a season: {@code 30k requests a day for 2 months, otherwise 3k} are 7,500 a day over 12 months, and so are
 * {@code Nov-Dec 30k a day, the rest of the year 3k} and {@code 3k a day in ten months, 30k in the other two months}.
 */
public final class YearWithSeason {
    private static final int YEAR = 12;
    private static final int DAYS_OF_MONTH = 30;
    private static final int DAYS_OF_YEAR = YEAR * DAYS_OF_MONTH;
    private static final int LONGEST_YEAR = 366;
    private static final int DECIMALS = 6;

    /** The most words between a number of months and its unit: {@code in the two peak months}. */
    private static final int REACH_OF_UNIT = 2;

    /** The most tokens from the months to their traffic. */
    private static final int REACH = 12;

    private final ParseState state;
    private final Periods periods;

    private YearWithSeason(ParseState state) {
        this.state = state;
        periods = new Periods(state);
    }

    /**
     * So many months of a year, or the rest of them.
     *
     * @param days how many days these are; 0 for the rest
     */
    record Part(int first, int last, int days) {
        static Part ofMonths(int first, int last, int months) {
            return new Part(first, last, months * DAYS_OF_MONTH);
        }

        boolean isRest() {
            return days == 0;
        }

        int months() {
            return days / DAYS_OF_MONTH;
        }
    }

    /** Reads the only season of a message, and the traffic of the rest of the year. */
    public static void read(ParseState state) {
        if (state.has(Measure.DAY)) {
            YearWithSeason season = new YearWithSeason(state);
            List<Part> parts = season.parts();
            List<Integer> rates = parts.size() == 2 ? season.rates(parts) : List.of();
            if (rates.size() == 2) {
                season.read(parts, rates);
            } else if (parts.size() == 1) {
                season.readBesideUsualDay(parts.getFirst());
            }
        }
    }

    private void read(List<Part> parts, List<Integer> rates) {
        int inOrder = distance(parts.getFirst(), rates.getFirst()) + distance(parts.getLast(), rates.getLast());
        int crossed = distance(parts.getFirst(), rates.getLast()) + distance(parts.getLast(), rates.getFirst());
        int one = inOrder < crossed ? rates.getFirst() : rates.getLast();
        int other = inOrder < crossed ? rates.getLast() : rates.getFirst();
        if (inOrder == crossed
                || isFar(parts.getFirst(), one)
                || isFar(parts.getLast(), other)
                || isOfOtherTime(parts)) {
            return;
        }
        // Of 355 days and 10 days, the few are the season.
        boolean few = parts.getFirst().days() <= parts.getLast().days();
        boolean opens = parts.getLast().isRest() || (few && !parts.getFirst().isRest());
        Part season = opens ? parts.getFirst() : parts.getLast();
        claim(season.days(), opens ? one : other, opens ? other : one, parts);
    }

    /** Returns the months that are named, and the rest of the year; none if these are not a season and the rest. */
    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        List<Part> rest = new ArrayList<>();
        for (int i = 0; i < state.size(); i++) {
            Part part = counted(i);
            part = part == null ? daysOfYear(i) : part;
            part = part == null ? named(state, i) : part;
            if (part != null) {
                parts.add(part);
                i = part.last();
            } else if (isRest(i)) {
                rest.add(new Part(i, i, 0));
            }
        }
        int days = parts.size() == 2 ? parts.getFirst().days() + parts.getLast().days() : 0;
        if (days >= DAYS_OF_YEAR && days <= LONGEST_YEAR) {
            return parts;
        }
        parts.removeIf(part -> part.days() % DAYS_OF_MONTH != 0 && !state.has(Measure.YEAR));
        if (parts.size() == 1 && rest.isEmpty()) {
            return parts;
        }
        if (parts.size() != 1 || rest.size() != 1) {
            return List.of();
        }
        return parts.getFirst().first() < rest.getFirst().first()
                ? List.of(parts.getFirst(), rest.getFirst())
                : List.of(rest.getFirst(), parts.getFirst());
    }

    /** {@code 14,000 requests a day, in November 90,000 a day}: the day that is said first is that of the rest of the year. */
    private void readBesideUsualDay(Part season) {
        boolean named = state.isAt(season.first() - 1, Cue.IN) && NamedMonths.month(state, season.first()) != null;
        boolean later = state.hasTypedAnywhere(Trait.TODAY) || state.hasTypedAnywhere(Trait.GROWTH);
        List<Integer> rates = named && !later ? rates(List.of(season)) : List.of();
        boolean behind = rates.size() == 2
                && rates.getFirst() < season.first()
                && rates.getLast() > season.last()
                && !isFar(season, rates.getLast())
                && state.clause(rates.getFirst()).first()
                        != state.clause(season.first()).first()
                && rates.stream().allMatch(rate -> timeOf(rate) == TimeUnit.DAY);
        if (behind && !isOfOtherTime(List.of(season))) {
            claim(season.days(), rates.getLast(), rates.getFirst(), List.of(season));
        }
    }

    /** {@code otherwise}, {@code the rest of the year}, {@code in the other months}. */
    private boolean isRest(int i) {
        boolean others = state.hasTyped(i, Trait.OTHERS) && state.isAt(i + 1, Measure.MONTH);
        return !state.isNumberAt(i) && (others || state.hasTyped(i, Trait.OTHERWISE));
    }

    /** The 10 days of a week of sales, where the rest of the year is counted too; not {@code 5 days a week}, {@code for 30 days}. */
    private @Nullable Part daysOfYear(int number) {
        boolean days = state.isCountAt(number)
                && state.isAt(number + 1, Measure.DAY)
                && !state.token(number).numeral().isRange()
                && periods.timeAfter(number + 1) == null
                && !state.isAt(number - 1, Cue.EVERY);
        BigDecimal count = days ? state.token(number).numeral().value() : BigDecimal.ZERO;
        boolean some = count.compareTo(BigDecimal.ONE) > 0 && count.compareTo(BigDecimal.valueOf(DAYS_OF_YEAR)) < 0;
        // "5 days a week, 30 days": without a year the days are those of a price.
        boolean year = state.has(Measure.YEAR)
                || count.remainder(BigDecimal.valueOf(DAYS_OF_MONTH)).signum() != 0;
        return some && year ? new Part(number, number + 1, count.intValueExact()) : null;
    }

    /** {@code 2 months}, {@code the two peak months}; not {@code 12 months}, {@code every 2 months}. */
    private @Nullable Part counted(int number) {
        if (!state.isCountAt(number) || state.token(number).numeral().isRange()) {
            return null;
        }
        BigDecimal months = state.token(number).numeral().value();
        int unit = number + 1;
        while (unit <= number + REACH_OF_UNIT
                && state.at(unit) != null
                && !state.isAt(unit, Measure.MONTH)
                && !state.isUnitAt(unit)
                && !state.isBreakAt(unit)
                && !state.isNumberAt(unit)) {
            unit++;
        }
        boolean part = state.isAt(unit, Measure.MONTH)
                && months.signum() > 0
                && months.stripTrailingZeros().scale() <= 0
                && months.compareTo(BigDecimal.valueOf(YEAR)) < 0
                && !state.isAt(number - 1, Cue.EVERY);
        return part ? Part.ofMonths(number, unit, months.intValue()) : null;
    }

    /** {@code Nov-Dec}, {@code October to December}, {@code June, July and August}, {@code December}. */
    static @Nullable Part named(ParseState state, int first) {
        if (NamedMonths.month(state, first) == null) {
            return null;
        }
        int end = NamedMonths.lastOf(state, first);
        if (end >= 0) {
            return Part.ofMonths(first, end, NamedMonths.between(state, first, end));
        }
        int last = first;
        int months = 1;
        while (true) {
            int next = last + 1;
            while (state.isSymbolAt(next, ',') || state.isAt(next, Cue.AND) || state.isSlash(next)) {
                next++;
            }
            if (next == last + 1 || NamedMonths.month(state, next) == null) {
                return Part.ofMonths(first, last, months);
            }
            last = next;
            months++;
        }
    }

    /** Returns the two numbers that may be the traffic of a day, one of which says so; none if there are others. */
    private List<Integer> rates(List<Part> parts) {
        List<Integer> rates = new ArrayList<>();
        boolean daily = false;
        for (int i = 0; i < state.size(); i++) {
            int number = i;
            boolean inPart = parts.stream().anyMatch(part -> number >= part.first() && number <= part.last());
            TimeUnit time = inPart || !state.isPlainCount(i) ? null : timeOf(i);
            boolean bare = !inPart && state.isPlainCount(i) && time == null && isBare(i);
            if (time == TimeUnit.DAY || bare) {
                rates.add(i);
                daily |= time == TimeUnit.DAY;
            }
        }
        return daily && rates.size() == 2 ? rates : List.of();
    }

    private @Nullable TimeUnit timeOf(int number) {
        boolean sent = state.isAt(number + 1, Measure.REQUEST) || state.isItemAt(number + 1);
        return periods.timeAfter(sent ? number + 1 : number);
    }

    /** A number without a unit, or of requests without a period. */
    private boolean isBare(int number) {
        int unit = state.unitFinder.right(number);
        boolean tokens = state.candidates.all().stream()
                .anyMatch(each -> each.token() == number
                        && (each.slot() == SlotName.INPUT_TOKENS || each.slot() == SlotName.OUTPUT_TOKENS));
        return !tokens && (unit < 0 || state.isAt(unit, Measure.REQUEST));
    }

    /** Returns how far a rate stands from a part of the year; in another clause it is farther. */
    private int distance(Part part, int rate) {
        int apart = state.clause(rate).first() == state.clause(part.first()).first() ? 0 : REACH;
        return tokensBetween(part, rate) + apart;
    }

    private static boolean isFar(Part part, int rate) {
        return tokensBetween(part, rate) > REACH;
    }

    private static int tokensBetween(Part part, int rate) {
        return rate < part.first() ? part.first() - rate : rate - part.last();
    }

    /** True if a time is asked about that is no whole year. */
    private boolean isOfOtherTime(List<Part> parts) {
        return state.candidates.of(SlotName.MONTHS).stream()
                .filter(months -> parts.stream()
                        .noneMatch(part -> months.token() >= part.first() && months.token() <= part.last()))
                .anyMatch(months -> !isYears(months));
    }

    private static boolean isYears(SlotCandidates.Candidate months) {
        return !months.numeral().isRange()
                && months.numeral().value().remainder(BigDecimal.valueOf(YEAR)).signum() == 0;
    }

    private void claim(int days, int season, int rest, List<Part> parts) {
        BigDecimal inSeason = value(season);
        BigDecimal outside = value(rest);
        BigDecimal mean = inSeason.multiply(BigDecimal.valueOf(days))
                .add(outside.multiply(BigDecimal.valueOf(DAYS_OF_YEAR - days)))
                .divide(BigDecimal.valueOf(DAYS_OF_YEAR), MathContext.DECIMAL64)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        for (Part part : parts) {
            for (int i = part.first(); i <= part.last(); i++) {
                state.candidates.withdraw(i);
                state.candidates.setAside(i);
            }
            state.use(part.first(), part.last(), Token.Use.CONNECTIVE);
        }
        state.candidates.withdraw(season);
        state.candidates.withdraw(rest);
        state.candidates.settle(season);
        state.candidates.setAside(rest);
        state.token(rest).use = Token.Use.CONNECTIVE;
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(mean), season);
        state.candidates.explain(
                SlotName.REQUESTS_PER_DAY,
                mean,
                CountArithmetic.number(inSeason) + " in " + part(days) + ", else " + CountArithmetic.number(outside));
        state.token(season).use = Token.Use.SLOT;
        if (!state.candidates.has(SlotName.MONTHS)) {
            int at = parts.getFirst().first();
            state.candidates.addDerived(SlotName.MONTHS, Numeral.of(BigDecimal.valueOf(YEAR)), at);
            state.token(at).use = Token.Use.SLOT;
        }
    }

    private static String part(int days) {
        return days % DAYS_OF_MONTH == 0
                ? days / DAYS_OF_MONTH + " of " + YEAR + " months"
                : days + " of " + DAYS_OF_YEAR + " days";
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
