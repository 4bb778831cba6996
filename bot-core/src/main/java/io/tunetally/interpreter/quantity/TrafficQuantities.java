package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests per time, and spans of time: months of a horizon, days between retrainings. */
final class TrafficQuantities {
    private static final BigDecimal MINUTES_PER_DAY = BigDecimal.valueOf(1440);
    private static final BigDecimal DAYS_PER_MONTH = BigDecimal.valueOf(30);
    private static final BigDecimal DAYS_PER_YEAR = BigDecimal.valueOf(360);

    private final ParseState state;

    TrafficQuantities(ParseState state) {
        this.state = state;
    }

    /** {@code 100 rpd}, {@code 5 qps}, {@code 100 daily}. */
    void rate(int number, int unit) {
        Token token = state.token(unit);
        boolean requests = token.is(Category.RATES) || isTrafficTalk(unit);
        Measure time = token.measure();
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
        claimRequests(number, java.util.Objects.requireNonNull(state.measureAt(time)), requests, number);
    }

    /** {@code 100 requests/day}, {@code requests per day: 100}. */
    void requests(int number, int unit, boolean follows) {
        if (follows && perTime(number, unit, true)) {
            return;
        }
        if (!follows) {
            Measure time = timeAfter(unit);
            if (time != null && unit < number) {
                claimRequests(number, time, unit, number);
                return;
            }
            if (state.isAt(unit - 1, Category.PERIODS)) {
                claimRequests(number, java.util.Objects.requireNonNull(state.measureAt(unit - 1)), unit - 1, number);
                return;
            }
        }
        if (state.isAt(number - 1, Category.PERIODS)) {
            claimRequests(number, java.util.Objects.requireNonNull(state.measureAt(number - 1)), number - 1, unit);
            return;
        }
        ignore(number, unit);
    }

    /**
     * Whether a period follows the unit; then the number is a rate.
     *
     * @param isTraffic whether a rate of this unit is one of requests; else it is no slot
     */
    boolean perTime(int number, int unit, boolean isTraffic) {
        Measure time = timeAfter(unit);
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

    private @Nullable Measure timeAfter(int unit) {
        int last = lastOfPeriod(unit);
        return last < 0 ? null : state.isAt(last, Category.PERIODS) ? state.measureAt(last) : time(last);
    }

    /** Where {@code daily}, {@code per day}, {@code in a day} behind a unit names its time, or -1. */
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

    private @Nullable Measure time(int index) {
        Measure measure = state.measureAt(index);
        if (measure != null && measure.isTime()) {
            return measure;
        }
        Token token = state.at(index);
        if (token == null || token.kind != Token.Kind.WORD) {
            return null;
        }
        return switch (state.typed(index, index)) {
            case "s" -> Measure.SECOND;
            case "h" -> Measure.HOUR;
            case "d" -> Measure.DAY;
            case "w" -> Measure.WEEK;
            case "m" -> Measure.MONTH;
            case "y" -> Measure.YEAR;
            default -> null;
        };
    }

    /** {@code 100/day}, {@code 1k a month}: a rate of nothing named is one of requests where the text speaks of costs to run. */
    boolean readWithoutUnit(int i) {
        Measure time = timeAfter(i);
        if (time == null) {
            return false;
        }
        claimRequests(i, time, i, lastOfPeriod(i));
        return true;
    }

    private void claimRequests(int number, Measure time, int first, int last) {
        Numeral said = Amounts.counted(state.token(number).numeral());
        Numeral perDay = time == Measure.DAY ? said : converted(said, time);
        if (time == Measure.DAY) {
            state.candidates.add(SlotName.REQUESTS_PER_DAY, perDay, number);
        } else {
            state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, perDay, number);
        }
        state.use(first, last, Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
    }

    private static Numeral converted(Numeral said, Measure time) {
        BigDecimal high = said.high();
        return new Numeral(
                perDay(said.value(), time),
                high == null ? null : perDay(high, time),
                said.scaled(),
                ' ',
                said.approximate(),
                List.of());
    }

    private static BigDecimal perDay(BigDecimal value, Measure time) {
        return switch (time) {
            case SECOND -> value.multiply(BigDecimal.valueOf(86_400));
            case MINUTE -> value.multiply(MINUTES_PER_DAY);
            case HOUR -> value.multiply(BigDecimal.valueOf(24));
            case WEEK -> divided(value, BigDecimal.valueOf(7));
            case MONTH -> divided(value, DAYS_PER_MONTH);
            case QUARTER -> divided(value, BigDecimal.valueOf(90));
            case YEAR -> divided(value, DAYS_PER_YEAR);
            default -> value;
        };
    }

    private static BigDecimal divided(BigDecimal value, BigDecimal days) {
        return value.divide(days, MathContext.DECIMAL64).setScale(6, RoundingMode.HALF_UP);
    }

    /** A span of time is a horizon where the text says so, an interval behind "retrain every", and else no slot. */
    void time(int number, int unit, Measure measure) {
        if (isInterval(number)) {
            claim(SlotName.RETRAIN_EVERY_DAYS, number, unit, days(measure));
        } else if (isHorizon(number, unit, measure)) {
            horizon(number, unit, measure);
        } else {
            ignore(number, unit);
        }
    }

    private boolean isInterval(int number) {
        boolean every = state.isAt(number - 1, Cue.EVERY);
        return every && state.has(Cue.RETRAIN);
    }

    private boolean isHorizon(int number, int unit, Measure measure) {
        boolean past = state.isAt(unit + 1, Cue.AGO)
                || state.isAt(number - 1, Cue.PAST)
                || state.isAt(number - 1, Cue.EVERY)
                || state.isAt(number - 1, Cue.PER)
                || isOfSomethingElse(unit + 1);
        boolean longTime = measure == Measure.MONTH || measure == Measure.YEAR || measure == Measure.QUARTER;
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
        if (!state.isAt(of, Cue.OF) || !state.isTyped(of, "of")) {
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

    private void horizon(int number, int unit, Measure measure) {
        BigDecimal months = switch (measure) {
            case MONTH -> BigDecimal.ONE;
            case QUARTER -> BigDecimal.valueOf(3);
            case YEAR -> BigDecimal.valueOf(12);
            case WEEK -> new BigDecimal("0.23333333");
            default -> new BigDecimal("0.03333333");
        };
        if (measure == Measure.MONTH) {
            claim(SlotName.MONTHS, number, unit, BigDecimal.ONE);
        } else {
            Numeral said = state.token(number).numeral();
            BigDecimal value = said.value().multiply(months).setScale(3, RoundingMode.HALF_UP);
            state.candidates.addDerived(SlotName.MONTHS, Numeral.of(value), number);
            used(number, unit);
        }
    }

    private static BigDecimal days(Measure measure) {
        return switch (measure) {
            case WEEK -> BigDecimal.valueOf(7);
            case MONTH -> DAYS_PER_MONTH;
            case QUARTER -> BigDecimal.valueOf(90);
            case YEAR -> DAYS_PER_YEAR;
            default -> BigDecimal.ONE;
        };
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
