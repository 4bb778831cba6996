package io.tunetally.interpreter.volume;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Multiplies what comes in an hour by the hours of a day that stand beside it without a word for them: {@code 14 chats per hour, Monday to Friday
 * 9-17}, {@code 15 branches x 8 questions an hour x 9 hours}.
 */
public final class HourlyRates {
    private static final BigDecimal NOON = BigDecimal.valueOf(12);
    private static final BigDecimal DAY = BigDecimal.valueOf(24);
    /** Fewer hours are those of some activity, not of opening. */
    private static final BigDecimal FEWEST = BigDecimal.valueOf(3);

    private final ParseState state;
    private final Periods periods;

    private HourlyRates(ParseState state) {
        this.state = state;
        periods = new Periods(state);
    }

    /**
     * Some hours of a day.
     *
     * @param count how many
     */
    private record Hours(int first, int last, BigDecimal count) {}

    /** Claims the only rate of an hour, before others take it for one of 24 of them. */
    public static void read(ParseState state) {
        boolean hosted = state.has(Category.GPUS) || state.has(Category.DEPLOYMENTS);
        if (state.has(Measure.HOUR) && !hosted && state.remembered.isEmpty()) {
            new HourlyRates(state).read();
        }
    }

    private void read() {
        int rate = -1;
        for (int i = 0; i < state.size(); i++) {
            if (isRate(i)) {
                if (rate >= 0) {
                    return;
                }
                rate = i;
            }
        }
        Hours hours = rate < 0 ? null : hours(rate);
        if (hours != null && !state.isPast(rate) && !state.isReported(rate)) {
            claim(rate, hours);
        }
    }

    private boolean isRate(int number) {
        return state.isPlainCount(number)
                && state.token(number).use == Token.Use.NOTHING
                && isSent(number + 1)
                && periods.timeAfter(number + 1) == TimeUnit.HOUR;
    }

    private boolean isSent(int unit) {
        return state.isAt(unit, Measure.REQUEST) || state.isItemAt(unit);
    }

    /** Returns the hours right behind the rate, or the only times of a clock in its sentence; or null. */
    private @Nullable Hours hours(int rate) {
        int last = periods.lastOfPeriod(rate + 1);
        Hours behind = counted(last + 1);
        if (behind != null) {
            return behind;
        }
        Hours found = null;
        for (int i = state.sentence(rate).first(); i < state.sentence(rate).end(); i++) {
            Hours clock = i >= rate && i <= last ? null : clock(i);
            if (clock != null && found != null) {
                return null;
            }
            found = clock == null ? found : clock;
        }
        return found;
    }

    /** {@code x 9 hours}, {@code for 9 hours}. */
    private @Nullable Hours counted(int sign) {
        int number = sign + 1;
        boolean led = state.isTimesSign(sign) || state.isAt(sign, Cue.FOR);
        boolean hours = led
                && state.isCountAt(number)
                && !state.token(number).numeral().isRange()
                && state.isAt(number + 1, Measure.HOUR);
        BigDecimal count = hours ? state.token(number).numeral().value() : BigDecimal.ZERO;
        boolean ofDay = count.compareTo(FEWEST) >= 0 && count.compareTo(DAY) <= 0;
        return ofDay ? new Hours(sign, Math.max(number + 1, periods.lastOfPeriod(number + 1)), count) : null;
    }

    /** {@code 9-17}, {@code 9-5} behind days, a comma or {@code from}, with nothing behind that it counts. */
    private @Nullable Hours clock(int first) {
        if (!state.isCountAt(first) || !isLed(first - 1)) {
            return null;
        }
        Numeral from = state.token(first).numeral();
        boolean dash = from.high() == null && (state.isSymbolAt(first + 1, '-') || state.isAt(first + 1, Cue.TO));
        int last = dash ? first + 2 : first;
        BigDecimal until =
                dash && state.isCountAt(last) ? state.token(last).numeral().value() : from.high();
        boolean free = until != null
                && state.token(first).use == Token.Use.NOTHING
                && (state.isBreakAt(last + 1) || state.isOfMention(last + 1) || state.isAt(last + 1, Category.PERIODS));
        BigDecimal open = free && until != null ? open(from.value(), until) : null;
        return open == null ? null : new Hours(first, last, open);
    }

    private boolean isLed(int before) {
        return state.at(before) == null
                || state.isBreakAt(before)
                || state.isAt(before, Cue.FROM)
                || isLastOfDays(before)
                || state.isAt(before, Trait.LOCATIVE)
                || (!state.isNumberAt(before)
                        && (state.hasTyped(before, Trait.DAY_OF_WEEK) || state.hasTyped(before, Trait.WORKDAYS)));
    }

    /** The end of {@code mon-fri}, {@code on weekdays}. */
    private boolean isLastOfDays(int i) {
        return state.upTimes().stream()
                .anyMatch(days -> state.tokenAt(days.words().getLast().end() - 1) == i);
    }

    private static @Nullable BigDecimal open(BigDecimal from, BigDecimal until) {
        boolean times = from.signum() >= 0
                && from.compareTo(DAY) < 0
                && until.compareTo(DAY) <= 0
                && from.stripTrailingZeros().scale() <= 0
                && until.stripTrailingZeros().scale() <= 0;
        if (!times) {
            return null;
        }
        BigDecimal end = until.compareTo(from) <= 0 && until.compareTo(NOON) <= 0 ? until.add(NOON) : until;
        BigDecimal open = end.subtract(from);
        return open.compareTo(FEWEST) >= 0 ? open : null;
    }

    /** Returns the 15 of {@code 15 branches x 8 questions an hour}, or -1. */
    private int factorBefore(int rate) {
        int number = rate - 3;
        boolean times = state.isTimesSign(rate - 1) && state.isPluralAt(rate - 2) && state.isPlainCount(number);
        return times ? number : -1;
    }

    private void claim(int rate, Hours hours) {
        int factor = factorBefore(rate);
        BigDecimal each = value(rate);
        BigDecimal perDay = each.multiply(hours.count());
        String arithmetic = CountArithmetic.number(each) + CountArithmetic.TIMES
                + hours.count().toPlainString() + " hours";
        if (factor >= 0) {
            perDay = perDay.multiply(value(factor));
            arithmetic = CountArithmetic.number(value(factor)) + CountArithmetic.TIMES + arithmetic;
            state.candidates.setAside(factor);
            state.use(factor, rate - 1, Token.Use.CONNECTIVE);
        }
        state.use(rate, periods.lastOfPeriod(rate + 1), Token.Use.CONNECTIVE);
        state.use(hours.first(), hours.last(), Token.Use.CONNECTIVE);
        for (int i = hours.first(); i <= hours.last(); i++) {
            if (state.isNumberAt(i)) {
                state.candidates.setAside(i);
            }
        }
        state.token(rate).use = Token.Use.SLOT;
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(perDay.stripTrailingZeros()), rate);
        state.candidates.explain(SlotName.REQUESTS_PER_DAY, perDay.stripTrailingZeros(), arithmetic);
        state.candidates.settle(rate);
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
