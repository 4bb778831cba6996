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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds in how many hours of a day a rate of an hour comes, where another clause or sentence says so: {@code the clock runs five hours a
 * day and passes 2,000 lots an hour}, {@code we cook from 11am to 9pm. The kitchen prints 90 tickets an hour}.
 */
final class HoursOfDay {
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

    /** Puts the requests of those hours in the place of those of 24. */
    static void read(ParseState state) {
        List<SlotCandidates.Candidate> rates = state.candidates.of(SlotName.REQUESTS_PER_DAY);
        if (!state.terse && state.remembered.isEmpty() && rates.size() == 1) {
            new HoursOfDay(state).read(rates.getFirst());
        }
    }

    private void read(SlotCandidates.Candidate rate) {
        if (!isOfHour(rate) || isAlways()) {
            return;
        }
        Figure open = open(rate.token());
        if (open == null) {
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
        state.use(open.first(), open.last(), Token.Use.CONNECTIVE);
        state.candidates.settle(open.first());
        state.candidates.settle(rate.token());
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
