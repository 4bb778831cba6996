package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.derivation.Figure;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.SlotName;
import io.tunetally.request.UpTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds in how many hours of a day a rate of an hour comes, where another clause or sentence says so: {@code the clock runs five hours a
 * day and passes 2,000 lots an hour}, {@code we cook from 11am to 9pm. The kitchen prints 90 tickets an hour}; and adds the two rates of a
 * day that differ: {@code 4 requests per second for 8 hours and 0.3 per second otherwise}.
 */
public final class HoursOfDay {
    private static final BigDecimal DAY = BigDecimal.valueOf(24);
    /** Fewer hours are those of some activity, not of opening. */
    private static final BigDecimal FEWEST = BigDecimal.valueOf(3);
    /** The most words between a number and its hours: {@code nine working hours}. */
    private static final int REACH_OF_UNIT = 2;

    private final ParseState state;
    private final Periods periods;

    private HoursOfDay(ParseState state) {
        this.state = state;
        periods = new Periods(state);
    }

    /**
     * What comes in per hour in some hours.
     *
     * @param number its index
     * @param last the index of its last word
     */
    private record Level(int number, int last, BigDecimal perHour) {}

    /** Claims two rates of the same day, the one of some hours and the other of the rest, before others take one of them for the whole day. */
    public static void claim(ParseState state) {
        if (state.has(Measure.HOUR)) {
            new HoursOfDay(state).claimLevels();
        }
    }

    private void claimLevels() {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < state.size(); i++) {
            Level level = levelAt(i);
            if (level != null) {
                levels.add(level);
                i = level.last();
            }
        }
        boolean two = levels.size() == 2
                && state.sentence(levels.getFirst().number()).first()
                        == state.sentence(levels.getLast().number()).first()
                && levels.stream().noneMatch(level -> isTold(level.number()));
        if (two) {
            add(levels.getFirst(), levels.getLast());
        }
    }

    private boolean isTold(int number) {
        return state.isPast(number) || state.clause(number).namesTrainingWork();
    }

    /** Returns the rate of {@code 4.2 requests per second}, {@code 0.3 per second}, {@code 4 rps}, or null. */
    private @Nullable Level levelAt(int number) {
        boolean free = state.isNumberAt(number)
                && state.token(number).use == Token.Use.NOTHING
                && !state.token(number).numeral().isRange()
                && !state.token(number).numeral().isAmbiguous()
                && !state.isSize(number)
                && !state.isMoneyAt(number);
        if (!free) {
            return null;
        }
        boolean oneWord = state.isAt(number + 1, Category.RATES);
        int unit = state.isAt(number + 1, Measure.REQUEST) || state.isItemAt(number + 1) ? number + 1 : number;
        TimeUnit time = oneWord ? state.timeAt(number + 1) : periods.timeAfter(unit);
        int last = oneWord ? number + 1 : time == null ? number : periods.lastOfPeriod(unit);
        if (time == null || (time != TimeUnit.SECOND && time != TimeUnit.MINUTE && time != TimeUnit.HOUR)) {
            return null;
        }
        BigDecimal perHour = state.token(number).numeral().value().multiply(time.perHour());
        return new Level(number, last, perHour);
    }

    /** Adds {@code 4 per second for 8 hours} and {@code 0.3 per second the other 16}, {@code otherwise}, {@code at night}. */
    private void add(Level first, Level second) {
        int end = state.sentence(second.number()).end();
        int hours = onlyHours(first.last() + 1, second.number());
        int later = onlyHours(second.last() + 1, end);
        int stated = hours >= 0 ? hours : later;
        if (stated < 0) {
            return;
        }
        BigDecimal open = state.token(stated).numeral().value();
        BigDecimal rest = DAY.subtract(open);
        boolean both =
                hours >= 0 && later >= 0 && state.token(later).numeral().value().compareTo(rest) == 0;
        int marked = rest(first.last() + 1, end, rest);
        if (rest.signum() <= 0 || (!both && (marked < 0 || later >= 0 == hours >= 0))) {
            return;
        }
        Level within = hours >= 0 ? first : second;
        Level outside = hours >= 0 ? second : first;
        BigDecimal perDay = within.perHour()
                .multiply(open)
                .add(outside.perHour().multiply(rest))
                .stripTrailingZeros();
        for (int i = first.number(); i < end; i++) {
            boolean read = i <= first.last() || (i >= second.number() && i <= second.last());
            if (read || i == hours || i == later || i == marked) {
                state.candidates.setAside(i);
                int unit = state.isNumberAt(i) && isHourBehind(i) ? hourBehind(i) : i;
                state.use(i, unit, Token.Use.CONNECTIVE);
            }
        }
        int at = first.number();
        state.token(at).use = Token.Use.SLOT;
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(perDay), at);
        state.candidates.explain(
                SlotName.REQUESTS_PER_DAY,
                perDay,
                CountArithmetic.number(within.perHour()) + " an hour" + CountArithmetic.TIMES + open.toPlainString()
                        + " + " + CountArithmetic.number(outside.perHour()) + " an hour" + CountArithmetic.TIMES
                        + rest.toPlainString());
    }

    /** Returns the only number of hours of a day between two tokens, or -1. */
    private int onlyHours(int first, int end) {
        int found = -1;
        for (int i = first; i < end; i++) {
            boolean hours = state.isCountAt(i)
                    && !state.token(i).numeral().isRange()
                    && isHourBehind(i)
                    && state.token(i).numeral().value().signum() > 0
                    && state.token(i).numeral().value().compareTo(DAY) < 0;
            if (hours && found >= 0) {
                return -1;
            }
            found = hours ? i : found;
        }
        return found;
    }

    private boolean isHourBehind(int number) {
        return hourBehind(number) >= 0;
    }

    /** Returns the unit of {@code 8 hours}, {@code 8 office hours}, or -1. */
    private int hourBehind(int number) {
        for (int i = number + 1; i <= number + REACH_OF_UNIT && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.isAt(i, Measure.HOUR)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the word for the rest of the day: {@code otherwise}, {@code at night}, the 16 of {@code the other 16}; or -1. */
    private int rest(int first, int end, BigDecimal rest) {
        for (int i = first; i < end; i++) {
            if (state.isNumberAt(i)) {
                continue;
            }
            boolean others = state.hasTyped(i, Trait.OTHERS)
                    && state.isCountAt(i + 1)
                    && state.token(i + 1).numeral().value().compareTo(rest) == 0;
            if (others) {
                return i + 1;
            }
            if (state.hasTyped(i, Trait.OTHERWISE) || state.hasTyped(i, Trait.NIGHT)) {
                return i;
            }
        }
        return -1;
    }

    /** Puts the requests of those hours in the place of those of 24. */
    static void read(ParseState state) {
        List<SlotCandidates.Candidate> rates = state.candidates.of(SlotName.REQUESTS_PER_DAY);
        if (state.remembered.isEmpty() && rates.size() == 1) {
            new HoursOfDay(state).read(rates.getFirst());
        }
    }

    private void read(SlotCandidates.Candidate rate) {
        if (!isOfHour(rate) || isAlways()) {
            return;
        }
        Figure open = open(rate.token());
        if (open == null || isCounted(open)) {
            return;
        }
        BigDecimal hours = BigDecimal.valueOf(open.value());
        BigDecimal eachHour = rate.numeral().value().divide(DAY).stripTrailingZeros();
        state.candidates.withdraw(rate.token());
        dropUpTime();
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(eachHour.multiply(hours)), rate.token());
        state.candidates.explain(
                SlotName.REQUESTS_PER_DAY,
                eachHour.multiply(hours),
                eachHour.toPlainString() + CountArithmetic.TIMES + hours.toPlainString() + " hours");
        int eachDay = state.isAt(open.last(), Measure.HOUR) ? Periods.lastOfEach(state, open.last()) : -1;
        state.use(open.first(), Math.max(open.last(), eachDay), Token.Use.CONNECTIVE);
        state.candidates.settle(open.first());
        state.candidates.settle(rate.token());
    }

    /** The 12 of {@code 3 questions an hour, 12 hours a day}, by which the rate was multiplied when it was read: it fills no slot of its own. */
    private boolean isCounted(Figure hours) {
        int number = hours.first();
        return state.isNumberAt(number)
                && state.token(number).use == Token.Use.SLOT
                && state.candidates.all().stream().noneMatch(each -> each.token() == number);
    }

    /** True if a rate was said of an hour, and read as that of 24 of them. */
    private boolean isOfHour(SlotCandidates.Candidate rate) {
        if (!state.isNumberAt(rate.token())) {
            // "a request every minute"
            return false;
        }
        Numeral said = state.token(rate.token()).numeral();
        return state.has(Measure.HOUR)
                && !rate.numeral().isRange()
                && said.value().signum() > 0
                && rate.numeral().value().remainder(said.value().multiply(DAY)).signum() == 0;
    }

    /** {@code day and night}, {@code around the clock}: the hours of a day are those of people. */
    private boolean isAlways() {
        return state.upTimes().stream().anyMatch(each -> each.meaning() == UpTime.ALWAYS);
    }

    /** Returns the only hours of a day that a message tells, or null. */
    private @Nullable Figure open(int rate) {
        Figure found = clock();
        for (int i = 0; i < state.size(); i++) {
            Figure hours = i == rate ? null : hoursAt(i);
            if (hours != null && found != null && found.value() != hours.value()) {
                return null;
            }
            found = hours == null ? found : hours;
        }
        return found;
    }

    /** Returns the hours between two times that are said to be times, or null. */
    private @Nullable Figure clock() {
        List<Figure> times = OpeningHours.of(state);
        Figure first = times.isEmpty() ? null : times.getFirst();
        if (first == null || BigDecimal.valueOf(first.value()).compareTo(FEWEST) < 0) {
            return null;
        }
        boolean said = state.isAt(first.first() - 1, Cue.FROM)
                || state.isAt(first.first() - 1, Cue.BETWEEN)
                || state.hasTyped(first.first() - 1, Trait.LEFT_OPEN);
        for (int i = first.first() + 1; i <= first.last() + 1 && !said; i++) {
            said = state.hasTyped(i, Trait.BEFORE_NOON)
                    || state.hasTyped(i, Trait.AFTER_NOON)
                    || state.hasTyped(i, Trait.MIDNIGHT);
        }
        return said ? first : null;
    }

    /** Returns the hours of {@code nine hours a day}, {@code twelve hours daily}, {@code 8 working hours}, or null. */
    private @Nullable Figure hoursAt(int number) {
        if (!state.isCountAt(number) || state.token(number).numeral().isRange()) {
            return null;
        }
        BigDecimal hours = state.token(number).numeral().value();
        boolean whole = hours.stripTrailingZeros().scale() <= 0 && hours.compareTo(FEWEST) >= 0;
        if (!whole || hours.compareTo(DAY) >= 0) {
            return null;
        }
        int unit = number + 1;
        boolean working = false;
        while (unit < number + REACH_OF_UNIT && state.hasTyped(unit, Trait.WORKING)) {
            working = true;
            unit++;
        }
        boolean ofDay = state.isAt(unit, Measure.HOUR)
                && !state.isAt(unit, Category.PERIODS)
                && (working || periods.timeAfter(unit) == TimeUnit.DAY);
        boolean told = ofDay && (state.clause(number).namesTrainingWork() || state.isReported(number));
        return ofDay && !told ? new Figure(number, unit, hours.longValue(), null, -1, "", List.of()) : null;
    }

    /** The hours are those in which requests come; an endpoint that is paid by the hour has its own. */
    private void dropUpTime() {
        if (!state.has(Category.DEPLOYMENTS) && !state.has(Category.GPUS) && !state.hasTypedAnywhere(Trait.HOSTS)) {
            state.candidates.of(SlotName.MONTHLY_HOURS).forEach(each -> state.candidates.withdraw(each.token()));
        }
    }
}
