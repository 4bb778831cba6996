package io.tunetally.interpreter.change;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates.Candidate;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads traffic that has another level from some month on: {@code what if traffic doubles after 3 months} over a year is the mean of three
 * months of today's and nine of twice as much.
 */
public final class LaterLevel {
    private static final BigDecimal YEAR = BigDecimal.valueOf(12);
    private static final BigDecimal MOST_MONTHS = BigDecimal.valueOf(60);
    private static final int DECIMALS = 6;

    /** The most words from the month to the change, and from a factor back to the traffic. */
    private static final int REACH = 8;

    /** The most words from a factor to the traffic behind it: {@code twice the traffic}. */
    private static final int REACH_BEHIND = 2;

    private final ParseState state;

    LaterLevel(ParseState state) {
        this.state = state;
    }

    /**
     * A change of the traffic.
     *
     * @param months how many have the level of today
     * @param first the index of the first word of the time
     * @param number the index of its number
     * @param last the index of its last word
     * @param word the index of the factor
     */
    private record Change(BigDecimal months, int first, int number, int last, BigDecimal factor, int word) {}

    /** States the mean of a conversation's horizon, or of a year where that ends before the change. */
    static boolean read(SaidNumbers said) {
        BigDecimal now = said.value(SlotName.REQUESTS_PER_DAY);
        Change change = now == null ? null : new LaterLevel(said.state).change();
        if (now == null || change == null) {
            return false;
        }
        BigDecimal horizon = horizon(said.value(SlotName.MONTHS), change);
        said.state(SlotName.REQUESTS_PER_DAY, mean(now, change, horizon), text(now, change, horizon), change.word());
        said.stateBeside(SlotName.MONTHS, horizon, change.number());
        said.state.use(change.first(), change.last(), Token.Use.CONNECTIVE);
        return true;
    }

    /** Takes the month and the factor of a first message from the readers of a horizon and of a growth, before these. */
    public static void claim(ParseState state) {
        Change change = state.remembered.isEmpty() ? new LaterLevel(state).change() : null;
        if (change != null) {
            state.candidates.setAside(change.number());
            state.use(change.first(), change.last(), Token.Use.CONNECTIVE);
            state.use(change.word(), change.word(), Token.Use.SLOT);
        }
    }

    /** Puts the mean of the horizon in the place of the only traffic of a first message. */
    public static void read(ParseState state) {
        Candidate rate = state.remembered.isEmpty() ? state.candidates.only(SlotName.REQUESTS_PER_DAY) : null;
        Change change = rate == null ? null : new LaterLevel(state).change();
        if (rate == null || change == null) {
            return;
        }
        Candidate said = state.candidates.only(SlotName.MONTHS);
        BigDecimal horizon = horizon(said == null ? null : said.numeral().value(), change);
        BigDecimal now = rate.numeral().value();
        BigDecimal mean = mean(now, change, horizon);
        state.candidates.withdraw(rate.token());
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(mean), rate.token());
        state.candidates.explain(SlotName.REQUESTS_PER_DAY, mean, text(now, change, horizon));
        state.candidates.settle(rate.token());
        if (said == null || said.numeral().value().compareTo(horizon) != 0) {
            state.candidates.numbersOf(SlotName.MONTHS).forEach(state::withdraw);
            state.candidates.addDerived(SlotName.MONTHS, Numeral.of(horizon), change.number());
        }
    }

    private static BigDecimal horizon(@Nullable BigDecimal said, Change change) {
        return said != null && said.compareTo(change.months()) > 0
                ? said
                : YEAR.max(change.months().add(change.months()));
    }

    private static BigDecimal mean(BigDecimal now, Change change, BigDecimal horizon) {
        BigDecimal later = now.multiply(change.factor()).multiply(horizon.subtract(change.months()));
        return now.multiply(change.months())
                .add(later)
                .divide(horizon, MathContext.DECIMAL64)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    private static String text(BigDecimal now, Change change, BigDecimal horizon) {
        return CountArithmetic.number(now) + " for " + CountArithmetic.number(change.months()) + " months, "
                + CountArithmetic.number(now.multiply(change.factor())) + " for "
                + CountArithmetic.number(horizon.subtract(change.months()));
    }

    /** Returns the only change, or null. */
    private @Nullable Change change() {
        boolean possible = state.has(Measure.MONTH) || state.has(Measure.QUARTER) || state.has(Measure.YEAR);
        for (int i = 0; possible && i + 2 < state.size(); i++) {
            Change change = isAfter(i) ? after(i) : state.isAt(i, Cue.FROM) ? from(i) : null;
            if (change != null) {
                return change;
            }
        }
        return null;
    }

    private boolean isAfter(int i) {
        return state.isAt(i, Trait.AFTER) || (!state.isNumberAt(i) && state.hasTyped(i, Trait.AFTER));
    }

    /** {@code after 3 months}, {@code after a year}, {@code after the first two quarters}, {@code after month 6}. */
    private @Nullable Change after(int after) {
        int number = after + 1;
        while (state.hasTyped(number, Trait.DEFINITE_ARTICLE) || state.hasTyped(number, Trait.WHOLE_PERIOD)) {
            number++;
        }
        if (state.isAt(number, Measure.MONTH) && state.isCountAt(number + 1)) {
            return change(value(number + 1), after, number + 1, number + 1);
        }
        boolean one = state.isAt(number, Cue.ARTICLE) || state.isOneAt(number);
        BigDecimal count = one ? BigDecimal.ONE : state.isCountAt(number) ? value(number) : null;
        BigDecimal months = count == null ? null : monthsOf(number + 1);
        return count == null || months == null ? null : change(count.multiply(months), after, number, number + 1);
    }

    /** {@code from month 4 on}: three months have the level of today. */
    private @Nullable Change from(int from) {
        boolean month = state.isAt(from + 1, Measure.MONTH) && state.isCountAt(from + 2);
        return month ? change(value(from + 2).subtract(BigDecimal.ONE), from, from + 2, from + 2) : null;
    }

    private @Nullable BigDecimal monthsOf(int unit) {
        TimeUnit time = state.isNumberAt(unit) ? null : state.timeAt(unit);
        if (time == null) {
            return null;
        }
        return switch (time) {
            case MONTH -> BigDecimal.ONE;
            case QUARTER -> BigDecimal.valueOf(3);
            case YEAR -> YEAR;
            default -> null;
        };
    }

    private @Nullable Change change(BigDecimal months, int first, int number, int last) {
        if (months.signum() <= 0 || months.compareTo(MOST_MONTHS) > 0) {
            return null;
        }
        int from = Math.max(state.sentence(first).first(), first - REACH);
        int end = Math.min(state.sentence(first).end(), last + 1 + REACH);
        for (int i = from; i < end; i++) {
            boolean other = i >= first && i <= last;
            BigDecimal factor = other ? null : factorAt(i);
            if (factor != null && factor.signum() > 0 && isOfTraffic(i)) {
                return new Change(months, first, number, last, factor, i);
            }
        }
        return null;
    }

    private @Nullable BigDecimal factorAt(int i) {
        Token token = state.token(i);
        if (!token.isNumber()) {
            return token.cue() == null ? null : token.cue().factor();
        }
        boolean times = state.isSymbolAt(i + 1, 'x') || state.isAt(i + 1, Measure.TIMES);
        return times && !token.numeral().isRange() ? token.numeral().value() : null;
    }

    /** {@code traffic doubles}, {@code 10k requests a day doubling}, {@code twice the requests}. */
    private boolean isOfTraffic(int factor) {
        for (int i = factor - 1; i >= Math.max(state.sentence(factor).first(), factor - REACH); i--) {
            if (state.isItemAt(i) && !isTraffic(i)) {
                return false;
            }
            if (isTraffic(i)) {
                return true;
            }
        }
        for (int i = factor + 1; i <= factor + REACH_BEHIND && !state.isBreakAt(i); i++) {
            if (isTraffic(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTraffic(int i) {
        return !state.isNumberAt(i)
                && state.at(i) != null
                && (state.hasTyped(i, Trait.TRAFFIC) || state.isAt(i, Measure.REQUEST));
    }

    private BigDecimal value(int number) {
        return state.token(number).numeral().value();
    }
}
