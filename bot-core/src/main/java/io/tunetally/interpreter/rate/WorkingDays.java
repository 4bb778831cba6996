package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.lexicon.WordPatterns;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.UpTime;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Spreads the requests of a working day over all days: {@code 700 calls a day on weekdays} are 500 a day, 5 days of 7, and
 * {@code 600 a day, 20 days a month} are 400. A price is always for each day of a month.
 */
public final class WorkingDays {
    private static final int DECIMALS = 6;

    /** The most tokens of a sentence that only says when: {@code Monday to Friday only}. */
    private static final int LONGEST_ASIDE = 6;

    /** The most words between a kind of day and its own number: {@code weekends only 900}. */
    private static final int REACH_OF_KIND = 4;

    /** The most words of {@code not on the weekend}. */
    private static final int LONGEST_REFUSAL = 4;

    private final ParseState state;
    private final Periods periods;

    /**
     * The days on which requests come.
     *
     * @param days how many of {@code all}
     * @param all the days of a week or of a month
     */
    private record Days(int first, int last, BigDecimal days, BigDecimal all) {
        BigDecimal of(BigDecimal perDay) {
            return perDay.multiply(days)
                    .divide(all, MathContext.DECIMAL64)
                    .setScale(DECIMALS, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
        }

        String explained(String perDay) {
            return perDay + ", " + days.toPlainString() + " of " + all.toPlainString() + " days";
        }

        boolean areAll() {
            return days.compareTo(all) == 0;
        }
    }

    private WorkingDays(ParseState state) {
        this.state = state;
        periods = new Periods(state);
    }

    /** Takes {@code 22 days a month}, {@code 5 days a week} of a message about traffic from the readers of spans; before these. */
    public static void claim(ParseState state) {
        if (!state.has(Measure.DAY) || state.statesChange()) {
            return;
        }
        WorkingDays working = new WorkingDays(state);
        for (int i = 0; i < state.size(); i++) {
            boolean free = state.isNumberAt(i) && state.token(i).use == Token.Use.NOTHING;
            Days counted = free ? working.counted(i) : null;
            if (counted != null && working.isOfTraffic(counted)) {
                state.use(counted.first(), counted.last(), Token.Use.CONNECTIVE);
                state.candidates.settle(i);
                return;
            }
        }
    }

    /** Puts the requests of all days in the place of those of a working day. */
    static void read(ParseState state) {
        List<SlotCandidates.Candidate> rates = state.candidates.of(SlotName.REQUESTS_PER_DAY);
        if (rates.size() == 1 && !state.statesChange()) {
            new WorkingDays(state).read(rates.getFirst());
        } else if (rates.isEmpty() && state.mayEdit() && !state.statesChange()) {
            new WorkingDays(state).readOfRemembered();
        }
    }

    /**
     * Reads {@code only on weekdays} in a conversation about requests a day, where the message counts nothing else. What was worked out before may be
     * spread already.
     */
    private void readOfRemembered() {
        Slot<BigDecimal> before = state.remembered.get(SlotName.REQUESTS_PER_DAY);
        boolean open = before != null && before.high() == null && !state.candidates.has(SlotName.MONTHLY_HOURS);
        Days days = open ? days(-1) : null;
        if (before == null || days == null || days.areAll() || !countsNothingElse(days)) {
            return;
        }
        if (before.origin() == Origin.DERIVED) {
            state.add(new Problem.UnknownWord(
                    state.typed(days.first(), days.last()), List.of(), state.span(days.first(), days.last())));
            return;
        }
        BigDecimal spread = days.of(before.value());
        state.use(days.first(), days.last(), Token.Use.CONNECTIVE);
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(spread), days.last());
        state.candidates.explain(
                SlotName.REQUESTS_PER_DAY, spread, days.explained(CountArithmetic.number(before.value())));
        state.candidates.settle(days.last());
        state.token(days.last()).use = Token.Use.SLOT;
    }

    private boolean countsNothingElse(Days days) {
        return IntStream.range(0, state.size())
                .allMatch(i -> (i >= days.first() && i <= days.last()) || !state.isNumberAt(i));
    }

    private void read(SlotCandidates.Candidate rate) {
        Days days = isOfDay(rate) ? days(rate.token()) : null;
        if (days == null || isOtherKindCounted(days)) {
            return;
        }
        state.use(days.first(), days.last(), Token.Use.CONNECTIVE);
        if (days.areAll()) {
            return;
        }
        String before = rate.arithmetic() == null ? text(rate.numeral()) : rate.arithmetic();
        Numeral spread = rate.numeral().converted(days::of);
        state.candidates.withdraw(rate.token());
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, spread, rate.token());
        state.candidates.explain(SlotName.REQUESTS_PER_DAY, spread.value(), days.explained(before));
        state.candidates.settle(rate.token());
        state.token(rate.token()).use = Token.Use.SLOT;
    }

    private static String text(Numeral rate) {
        String low = CountArithmetic.number(rate.value());
        return rate.high() == null ? low : low + "-" + CountArithmetic.number(rate.high());
    }

    /** True of a rate of one day; that of a week or a month has its working days in it. */
    private boolean isOfDay(SlotCandidates.Candidate rate) {
        int number = rate.token();
        if (!state.isNumberAt(number) || rate.numeral().isAmbiguous()) {
            return false;
        }
        int unit = state.unitFinder.right(number);
        TimeUnit time = periods.timeAfter(unit < 0 ? number : unit);
        boolean longer = time != null
                && time.days()
                        .filter(days -> days.compareTo(BigDecimal.ONE) > 0)
                        .isPresent();
        boolean spread =
                rate.numeral().value().compareTo(state.token(number).numeral().value()) < 0;
        return !longer && !spread;
    }

    /** Returns the days on which the requests of a number come, or those that are remembered if it is -1; or null. */
    private @Nullable Days days(int rate) {
        for (int i = 0; i < state.size(); i++) {
            Days counted = state.isNumberAt(i) && i != rate ? counted(i) : null;
            if (counted != null && isBeside(i, rate) && isOfRequests(i) && state.token(i).use != Token.Use.SLOT) {
                return counted;
            }
        }
        for (WordPatterns.Match<UpTime> match : state.upTimes()) {
            int first = state.tokenAt(match.words().getFirst().start());
            int last = state.tokenAt(match.words().getLast().end() - 1);
            boolean some = match.meaning() == UpTime.WEEKDAYS || match.meaning() == UpTime.ALL_BUT_SUNDAYS;
            if (some && isBeside(first, rate) && isSaidOfTraffic(first, last, rate)) {
                return new Days(
                        first,
                        last,
                        BigDecimal.valueOf(match.meaning().daysOfWeek()),
                        TimeUnit.WEEK.days().orElseThrow());
            }
        }
        return null;
    }

    /** Returns the days of {@code 22 days a month}, {@code 5 working days per week} at a number, or null. */
    private @Nullable Days counted(int number) {
        if (state.token(number).numeral().isRange()) {
            return null;
        }
        int unit = number + 1;
        while (unit <= number + 2 && state.hasTyped(unit, Trait.WORKING)) {
            unit++;
        }
        int last = lastOfEach(unit);
        TimeUnit time = last < 0 || !state.isAt(unit, Measure.DAY) ? null : state.timeAt(last);
        BigDecimal all =
                time == TimeUnit.WEEK || time == TimeUnit.MONTH ? time.days().orElseThrow() : null;
        BigDecimal days = state.token(number).numeral().value();
        boolean some = all != null && days.signum() > 0 && days.compareTo(all) <= 0;
        return some && all != null ? new Days(number, last, days, all) : null;
    }

    private int lastOfEach(int unit) {
        return state.isAt(unit + 1, Cue.IN) ? unit + 2 : Periods.lastOfEach(state, unit);
    }

    /** True if a message also counts by the day, and the clause of its days speaks of no training. */
    private boolean isOfTraffic(Days days) {
        boolean daily = IntStream.range(0, state.size())
                .anyMatch(i -> (i < days.first() || i > days.last()) && state.timeAt(i) == TimeUnit.DAY);
        return daily && isOfRequests(days.first());
    }

    private boolean isOfRequests(int at) {
        return !state.clause(at).namesTrainingWork() && !state.isReported(at);
    }

    /** True of words in the sentence of a rate, or in a sentence beside it that says nothing else. */
    private boolean isBeside(int at, int rate) {
        Sentence own = state.sentence(at);
        if (rate < 0) {
            return true;
        }
        if (own.first() == state.sentence(rate).first()) {
            return true;
        }
        return own.end() - own.first() <= LONGEST_ASIDE
                && (own.first() >= rate
                        ? state.sentence(rate).end() + 1 >= own.first()
                        : own.end() + 1 >= state.sentence(rate).first())
                && IntStream.range(own.first(), own.end())
                        .noneMatch(i -> state.isNumberAt(i) && state.token(i).use == Token.Use.SLOT);
    }

    /** False of days on which an endpoint is up or something is trained, and of {@code 3 working days}. */
    private boolean isSaidOfTraffic(int first, int last, int rate) {
        boolean counted = state.isNumberAt(first - 1) && first - 1 != rate && !state.isAt(first, Category.PERIODS);
        boolean endpoint = state.candidates.has(SlotName.MONTHLY_HOURS) && state.token(first).use != Token.Use.NOTHING;
        return !counted && !endpoint && isOfRequests(first) && (!isByRefusal(first, last) || isRefused(first, last));
    }

    /** {@code not .. weekend}, {@code no weekends}: the days that are left. */
    private boolean isByRefusal(int first, int last) {
        return state.isAt(first, Cue.NOT)
                || IntStream.rangeClosed(first, last)
                        .anyMatch(i -> !state.isNumberAt(i) && state.hasTyped(i, Trait.IDLE_TIME));
    }

    /** A weekend, a Saturday, a holiday. */
    private boolean isOtherKind(int i) {
        return !state.isNumberAt(i) && state.hasTyped(i, Trait.KIND_OF_DAY) && !state.hasTyped(i, Trait.WORKDAYS);
    }

    /** {@code not on weekends}; {@code it does not stop on weekends} is all days. */
    private boolean isRefused(int first, int last) {
        return last - first < LONGEST_REFUSAL
                && IntStream.range(first + 1, last)
                        .allMatch(i -> state.isAt(i, Cue.ON)
                                || state.isAt(i, Cue.IN)
                                || state.isAt(i, Trait.LOCATIVE)
                                || (!state.isNumberAt(i) && state.hasTyped(i, Trait.COUNTS_DAYS))
                                || state.isAt(i, Trait.DEFINITE_ARTICLE));
    }

    /** {@code weekdays 5,000, weekend 900}: what comes in on other days is counted itself. */
    private boolean isOtherKindCounted(Days days) {
        for (int i = 0; i < state.size(); i++) {
            if (isOtherKind(i) && (i < days.first() || i > days.last())) {
                int end = Math.min(state.clause(i).end(), i + REACH_OF_KIND);
                int first = Math.max(state.clause(i).first(), i - REACH_OF_KIND);
                for (int k = first; k < end; k++) {
                    if (state.isCountAt(k)
                            && state.token(k).numeral().value().signum() > 0
                            && !isRateOfWorkingDay(k, i)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The 65 of {@code 65 emails a day on weekdays, dead on Saturday}, which stands in the clause of the weekend. */
    private boolean isRateOfWorkingDay(int number, int kind) {
        return IntStream.range(Math.min(number, kind), Math.max(number, kind))
                .anyMatch(i -> !state.isNumberAt(i)
                        && (state.hasTyped(i, Trait.WORKDAYS) || state.isAt(i, Cue.NOT) || state.isAt(i, Cue.BUT)));
    }
}
