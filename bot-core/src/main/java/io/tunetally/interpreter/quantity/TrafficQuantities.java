package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Sense;
import io.tunetally.interpreter.sentence.Draft;
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

    private final Draft draft;

    TrafficQuantities(Draft draft) {
        this.draft = draft;
    }

    /** {@code 100 rpd}, {@code 5 qps}, {@code 100 daily}. */
    void rate(int number, int unit) {
        Token token = draft.token(unit);
        boolean requests = token.is(Sense.RATES) || isTrafficTalk(unit);
        Measure time = token.measure();
        if (requests && time != null) {
            claimRequests(number, time, Math.min(number, unit), Math.max(number, unit));
        } else {
            ignore(number, unit);
        }
    }

    private boolean isTrafficTalk(int period) {
        return draft.terse || draft.isAt(period + 1, Measure.REQUEST) || draft.has(Measure.REQUEST);
    }

    /** {@code --requests-per-day 4000}. */
    void flag(int number, int requests, int time) {
        claimRequests(number, java.util.Objects.requireNonNull(draft.measureAt(time)), requests, number);
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
            if (draft.isAt(unit - 1, Sense.PERIODS)) {
                claimRequests(number, java.util.Objects.requireNonNull(draft.measureAt(unit - 1)), unit - 1, number);
                return;
            }
        }
        if (draft.isAt(number - 1, Sense.PERIODS)) {
            claimRequests(number, java.util.Objects.requireNonNull(draft.measureAt(number - 1)), number - 1, unit);
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
        return last < 0 ? null : draft.isAt(last, Sense.PERIODS) ? draft.measureAt(last) : time(last);
    }

    /** Where {@code daily}, {@code per day}, {@code in a day} behind a unit names its time, or -1. */
    private int lastOfPeriod(int unit) {
        Token token = draft.at(unit + 1);
        if (token == null || token.is(Sense.PERIODS)) {
            return token == null ? -1 : unit + 1;
        }
        if (token.is(Cue.PER) || token.is(Cue.ARTICLE) || token.is(Cue.EVERY)) {
            return unit + 2;
        }
        int time = draft.isAt(unit + 2, Cue.ARTICLE) ? unit + 3 : unit + 2;
        return token.is(Cue.IN) && draft.isAt(time, Sense.UNITS) ? time : -1;
    }

    private @Nullable Measure time(int index) {
        Measure measure = draft.measureAt(index);
        if (measure != null && measure.isTime()) {
            return measure;
        }
        Token token = draft.at(index);
        if (token == null || token.kind != Token.Kind.WORD) {
            return null;
        }
        return switch (draft.typed(index, index)) {
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
        Numeral said = Amounts.counted(draft.token(number).numeral());
        Numeral perDay = time == Measure.DAY ? said : converted(said, time);
        if (time == Measure.DAY) {
            draft.claims.add(SlotName.REQUESTS_PER_DAY, perDay, number);
        } else {
            draft.claims.addDerived(SlotName.REQUESTS_PER_DAY, perDay, number);
        }
        draft.use(first, last, Token.Use.CONNECTIVE);
        draft.token(number).use = Token.Use.SLOT;
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
        boolean every = draft.isAt(number - 1, Cue.EVERY);
        return every && draft.has(Cue.RETRAIN);
    }

    private boolean isHorizon(int number, int unit, Measure measure) {
        boolean past = draft.isAt(unit + 1, Cue.AGO)
                || draft.isAt(number - 1, Cue.PAST)
                || draft.isAt(number - 1, Cue.EVERY)
                || draft.isAt(number - 1, Cue.PER)
                || isOfSomethingElse(unit + 1);
        boolean longTime = measure == Measure.MONTH || measure == Measure.YEAR || measure == Measure.QUARTER;
        if (past) {
            return false;
        }
        boolean led = false;
        for (int i = number - 1; i >= Math.max(0, number - 3); i--) {
            led |= draft.isAt(i, Cue.OVER) || (draft.isAt(i, Cue.FOR) && !draft.has(Cue.REPORT));
        }
        boolean asksForIt = draft.has(Intent.TCO) || draft.has(Intent.BREAKEVEN) || draft.has(Intent.BUDGET);
        boolean horizonWord = draft.isAt(unit + 1, Cue.OVER);
        return (led && (longTime || asksForIt))
                || (longTime
                        && (draft.terse
                                || asksForIt
                                || horizonWord
                                || isTraffic()
                                || draft.remembered.has(SlotName.MONTHS)));
    }

    /** {@code 3 months of logs}, but not {@code 3 months of a tuned llama}. */
    private boolean isOfSomethingElse(int of) {
        if (!draft.isAt(of, Cue.OF) || !draft.isTyped(of, "of")) {
            return false;
        }
        int next = draft.isAt(of + 1, Cue.ARTICLE) ? of + 2 : of + 1;
        return !draft.isAt(next, Sense.TUNING) && !draft.isAt(next, Sense.MODELS);
    }

    private boolean isTraffic() {
        return draft.has(Measure.REQUEST) || draft.has(Sense.RATES) || draft.claims.has(SlotName.REQUESTS_PER_DAY);
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
            Numeral said = draft.token(number).numeral();
            BigDecimal value = said.value().multiply(months).setScale(3, RoundingMode.HALF_UP);
            draft.claims.addDerived(SlotName.MONTHS, Numeral.of(value), number);
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
        Numeral said = draft.token(number).numeral();
        if (factor.compareTo(BigDecimal.ONE) == 0) {
            draft.claims.add(slot, said, number);
        } else {
            draft.claims.addDerived(slot, Numeral.of(said.value().multiply(factor)), number);
        }
        used(number, unit);
    }

    private void used(int number, int unit) {
        draft.use(Math.min(number, unit), Math.max(number, unit), Token.Use.CONNECTIVE);
        draft.token(number).use = Token.Use.SLOT;
    }

    private void ignore(int i, int unit) {
        draft.token(i).use = Token.Use.KNOWN_NON_SLOT;
        draft.token(unit).use = Token.Use.KNOWN_NON_SLOT;
    }
}
