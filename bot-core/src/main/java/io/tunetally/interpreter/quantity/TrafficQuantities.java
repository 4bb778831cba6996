package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads requests per time, and spans of time: months of a horizon, days between retrainings. */
final class TrafficQuantities {
    /** The words between a number and its period that are no unit. */
    private static final int UNNAMED = 3;

    /** The words between an item and its period. */
    private static final int REACH = 6;

    private final ParseState state;

    TrafficQuantities(ParseState state) {
        this.state = state;
    }

    /** {@code 100 rpd}, {@code 5 qps}, {@code 100 daily}. */
    void rate(int number, int unit) {
        Token token = state.token(unit);
        boolean requests = token.is(Category.RATES) || isTrafficTalk(unit);
        TimeUnit time = timeOf(token.measure());
        if (requests && time != null) {
            claimRequests(number, time, Math.min(number, unit), Math.max(number, unit));
        } else {
            ignore(number, unit);
        }
    }

    private boolean isTrafficTalk(int period) {
        return state.terse || state.isAt(period + 1, Measure.REQUEST) || state.has(Measure.REQUEST);
    }

    /** {@code --requests-per-day 4000}. */
    void flag(int number, int requests, int time) {
        claimRequests(number, Objects.requireNonNull(timeAt(time)), requests, number);
    }

    /** {@code 100 requests/day}, {@code requests per day: 100}. */
    void requests(int number, int unit, boolean follows) {
        if (follows && perTime(number, unit, true)) {
            return;
        }
        if (!follows) {
            TimeUnit time = timeAfter(unit);
            if (time != null && unit < number) {
                claimRequests(number, time, unit, number);
                return;
            }
            if (state.isAt(unit - 1, Category.PERIODS)) {
                claimRequests(number, Objects.requireNonNull(timeAt(unit - 1)), unit - 1, number);
                return;
            }
        }
        if (state.isAt(number - 1, Category.PERIODS)) {
            claimRequests(number, Objects.requireNonNull(timeAt(number - 1)), number - 1, unit);
            return;
        }
        ignore(number, unit);
    }

    /**
     * True if a period follows the unit, so that the number is a rate.
     *
     * @param isTraffic whether a rate of this unit is one of requests; else it has no slot
     */
    boolean perTime(int number, int unit, boolean isTraffic) {
        TimeUnit time = timeAfter(unit);
        if (time == null) {
            return false;
        }
        if (isTraffic) {
            claimRequests(number, time, number, lastOfPeriod(unit));
        } else {
            ignore(number, unit);
        }
        return true;
    }

    /**
     * True if a period stands elsewhere in the clause of an item, so that the number is a rate of requests: {@code 300
     * emails come in daily}, {@code every day we sort 2,000 letters}.
     */
    boolean isRateOfClause(int number, int unit) {
        int period = periodBetween(unit + 1, Math.min(state.clause(unit).end(), unit + 1 + REACH));
        if (period < 0) {
            period = periodBefore(number);
        }
        TimeUnit time = period < 0 ? null : timeAt(period);
        if (time == null) {
            return false;
        }
        claimRequests(number, time, number, unit);
        state.token(period).use = Token.Use.CONNECTIVE;
        return true;
    }

    private int periodBefore(int number) {
        int first = Math.max(state.clause(number).first(), number - REACH);
        for (int i = first; i < number; i++) {
            first = state.isNumberAt(i) || state.isAt(i, Measure.REQUEST) ? i + 1 : first;
        }
        return state.terse ? -1 : periodBetween(first, number);
    }

    /** Returns the last word of a period, {@code daily} or {@code a day}, up to another number or another matter, or -1. */
    private int periodBetween(int first, int end) {
        for (int i = first; i < end; i++) {
            if (state.isNumberAt(i) || state.isAt(i, Cue.RETRAIN) || state.isAt(i, Cue.AND) || state.isAt(i, Cue.AGO)) {
                return -1;
            }
            if (state.isAt(i, Category.PERIODS)) {
                return i;
            }
            boolean each = state.isAt(i, Cue.PER) || state.isAt(i, Cue.ARTICLE) || state.isAt(i, Cue.EVERY);
            if (each && i + 1 < end && timeAt(i + 1) != null) {
                return i + 1;
            }
        }
        return -1;
    }

    private @Nullable TimeUnit timeAfter(int unit) {
        int last = lastOfPeriod(unit);
        return last < 0 ? null : state.isAt(last, Category.PERIODS) ? timeAt(last) : time(last);
    }

    /** Returns the end of {@code daily}, {@code per day}, {@code in a day} after a unit, or -1. */
    private int lastOfPeriod(int unit) {
        Token token = state.at(unit + 1);
        if (token == null || token.is(Category.PERIODS)) {
            return token == null ? -1 : unit + 1;
        }
        if (token.is(Cue.PER) || token.is(Cue.ARTICLE) || token.is(Cue.EVERY)) {
            return unit + 2;
        }
        int time = state.isAt(unit + 2, Cue.ARTICLE) ? unit + 3 : unit + 2;
        return token.is(Cue.IN) && state.isAt(time, Category.UNITS) ? time : -1;
    }

    /** Returns the unit after {@code per}. Elsewhere an abbreviation may be another word, as {@code w/} for "with". */
    private @Nullable TimeUnit time(int index) {
        TimeUnit named = timeAt(index);
        return named != null || state.at(index) == null
                ? named
                : TimeUnit.abbreviated(state.typed(index, index)).orElse(null);
    }

    private @Nullable TimeUnit timeAt(int index) {
        return timeOf(state.measureAt(index));
    }

    private static @Nullable TimeUnit timeOf(@Nullable Measure measure) {
        return measure == null ? null : measure.time();
    }

    /** {@code 100/day}, {@code 1k a month}: a rate without a unit is one of requests if the text is about running costs. */
    boolean readWithoutUnit(int i) {
        int last = i;
        TimeUnit time = timeAfter(last);
        // Where advice is asked for, whatever comes in a day is what the model would answer: "800 new ones a day".
        while (time == null
                && last < i + UNNAMED
                && isUnnamed(last + 1)
                && !state.advice().isEmpty()) {
            last++;
            time = timeAfter(last);
        }
        if (time == null || (last > i && time != TimeUnit.DAY)) {
            return false;
        }
        claimRequests(i, time, i, lastOfPeriod(last));
        return true;
    }

    private boolean isUnnamed(int index) {
        Token token = state.at(index);
        return token != null && (token.kind == Token.Kind.WORD || token.is(Category.FUNCTIONS));
    }

    private void claimRequests(int number, TimeUnit time, int first, int last) {
        Numeral said = Amounts.counted(state.token(number).numeral());
        Numeral perDay = time == TimeUnit.DAY ? said : converted(said, time);
        if (time == TimeUnit.DAY) {
            state.candidates.add(SlotName.REQUESTS_PER_DAY, perDay, number);
        } else {
            state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, perDay, number);
        }
        state.use(first, last, Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
    }

    private static Numeral converted(Numeral said, TimeUnit time) {
        BigDecimal high = said.high();
        return new Numeral(
                time.perDay(said.value()),
                high == null ? null : time.perDay(high),
                said.scaled(),
                ' ',
                said.approximate(),
                List.of());
    }

    /**
     * A span of time is a horizon if the text says so, an interval after "retrain every", and otherwise has no slot. A
     * span below a day is neither: {@code answers within 30 seconds}.
     */
    void time(int number, int unit, TimeUnit time) {
        Optional<BigDecimal> days = time.days();
        if (days.isPresent() && isInterval(number)) {
            claim(SlotName.RETRAIN_EVERY_DAYS, number, unit, days.get());
        } else if (days.isPresent() && isHorizon(number, unit, time)) {
            horizon(number, unit, time);
        } else {
            ignore(number, unit);
        }
    }

    private boolean isInterval(int number) {
        boolean every = state.isAt(number - 1, Cue.EVERY);
        return every && state.has(Cue.RETRAIN);
    }

    private boolean isHorizon(int number, int unit, TimeUnit time) {
        boolean past = state.isAt(unit + 1, Cue.AGO)
                || state.isAt(number - 1, Cue.PAST)
                || state.isAt(number - 1, Cue.EVERY)
                || state.isAt(number - 1, Cue.PER)
                || isOfSomethingElse(unit + 1);
        boolean longTime = time.isLong();
        if (past) {
            return false;
        }
        boolean led = false;
        for (int i = number - 1; i >= Math.max(0, number - 3); i--) {
            led |= state.isAt(i, Cue.OVER) || (state.isAt(i, Cue.FOR) && !state.has(Cue.REPORT));
        }
        boolean asksForIt = state.has(Intent.TCO) || state.has(Intent.BREAKEVEN) || state.has(Intent.BUDGET);
        boolean horizonWord = state.isAt(unit + 1, Cue.OVER);
        return (led && (longTime || asksForIt))
                || (longTime
                        && (state.terse
                                || asksForIt
                                || horizonWord
                                || isTraffic()
                                || state.remembered.has(SlotName.MONTHS)));
    }

    /** {@code 3 months of logs}, but not {@code 3 months of a tuned llama}. */
    private boolean isOfSomethingElse(int of) {
        if (!state.isAt(of, Trait.PART_OF)) {
            return false;
        }
        int next = state.isAt(of + 1, Cue.ARTICLE) ? of + 2 : of + 1;
        return !state.isAt(next, Category.TUNING) && !state.isAt(next, Category.MODELS);
    }

    private boolean isTraffic() {
        return state.has(Measure.REQUEST)
                || state.has(Category.RATES)
                || state.candidates.has(SlotName.REQUESTS_PER_DAY);
    }

    private void horizon(int number, int unit, TimeUnit time) {
        if (time == TimeUnit.MONTH) {
            claim(SlotName.MONTHS, number, unit, BigDecimal.ONE);
            return;
        }
        BigDecimal months = time.months(state.token(number).numeral().value()).orElseThrow();
        state.candidates.addDerived(SlotName.MONTHS, Numeral.of(months), number);
        used(number, unit);
    }

    private void claim(SlotName<?> slot, int number, int unit, BigDecimal factor) {
        Numeral said = state.token(number).numeral();
        if (factor.compareTo(BigDecimal.ONE) == 0) {
            state.candidates.add(slot, said, number);
        } else {
            state.candidates.addDerived(slot, Numeral.of(said.value().multiply(factor)), number);
        }
        used(number, unit);
    }

    private void used(int number, int unit) {
        state.use(Math.min(number, unit), Math.max(number, unit), Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
    }

    private void ignore(int i, int unit) {
        state.token(i).use = Token.Use.KNOWN_NON_SLOT;
        state.token(unit).use = Token.Use.KNOWN_NON_SLOT;
    }
}
