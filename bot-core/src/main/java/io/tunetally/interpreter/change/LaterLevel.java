package io.tunetally.interpreter.change;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates.Candidate;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads traffic that has another level from some month on: {@code what if traffic doubles after 3 months} over a year is the mean of three
 * months of today's and nine of twice as much. So is {@code first 3 months 5k requests a day, then 20k}.
 */
public final class LaterLevel {
    private static final BigDecimal YEAR = BigDecimal.valueOf(12);
    private static final BigDecimal MOST_MONTHS = BigDecimal.valueOf(60);
    private static final int DECIMALS = 6;

    /** The most words from the month to the change, and from a factor back to the traffic. */
    private static final int REACH = 8;

    /** The most words from the first months to the later level. */
    private static final int REACH_OF_LEVEL = 12;

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
     * @param word the index of the factor, or of the later number
     */
    private record Change(BigDecimal months, int first, int number, int last, BigDecimal factor, int word) {
        BigDecimal later(BigDecimal now) {
            return now.multiply(factor).setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        }
    }

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
            if (state.isNumberAt(change.word()) && !state.isTimesSign(change.word() + 1)) {
                claimLevel(state, change.word());
            }
        }
    }

    /** Takes the later level with its rate from the readers of traffic, which would take it for the traffic of all months. */
    private static void claimLevel(ParseState state, int level) {
        state.candidates.setAside(level);
        int last = lastOfRate(state, level);
        if (last > level) {
            state.use(level + 1, last, Token.Use.CONNECTIVE);
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
        BigDecimal later = change.later(now).multiply(horizon.subtract(change.months()));
        return now.multiply(change.months())
                .add(later)
                .divide(horizon, MathContext.DECIMAL64)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    private static String text(BigDecimal now, Change change, BigDecimal horizon) {
        return CountArithmetic.number(now) + " for " + CountArithmetic.number(change.months()) + " months, "
                + CountArithmetic.number(change.later(now)) + " for "
                + CountArithmetic.number(horizon.subtract(change.months()));
    }

    /** Returns the only change, or null. */
    private @Nullable Change change() {
        boolean possible = state.has(Measure.MONTH) || state.has(Measure.QUARTER) || state.has(Measure.YEAR);
        for (int i = 0; possible && i + 2 < state.size(); i++) {
            Change change = isAfter(i)
                    ? after(i)
                    : state.isAt(i, Cue.FROM) ? from(i) : isFirst(i) && state.remembered.isEmpty() ? first(i) : null;
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

    private boolean isFirst(int i) {
        return !state.isNumberAt(i) && state.hasTyped(i, Trait.FIRST);
    }

    /** {@code first 3 months 5k requests a day, then 20k}, {@code 5k requests a day for the first 3 months, then 20k}. */
    private @Nullable Change first(int first) {
        int number = first + 1;
        boolean one = state.timeAt(number) != null && !state.isNumberAt(number);
        int unit = one ? number : number + 1;
        BigDecimal months = monthsOf(unit);
        if (months == null || !(one || state.isCountAt(number))) {
            return null;
        }
        int later = laterLevel(unit);
        int now = later < 0 ? -1 : levelBefore(later, first, unit);
        BigDecimal count = one ? BigDecimal.ONE : value(number);
        return now < 0
                ? null
                : new Change(count.multiply(months), first, one ? first : number, unit, times(later, now), later);
    }

    private BigDecimal times(int later, int now) {
        return value(later).divide(value(now), MathContext.DECIMAL64);
    }

    /** Returns the 20k of {@code then 20k}, {@code then 20k a day} behind the first months, or -1. */
    private int laterLevel(int months) {
        int end = Math.min(state.sentence(months).end(), months + REACH_OF_LEVEL);
        for (int i = months + 1; i < end; i++) {
            int then = lastOfThen(i);
            int level = state.isAt(then + 1, Cue.ABOUT) ? then + 2 : then + 1;
            if (then >= 0 && state.isPlainCount(level)) {
                boolean open = state.measureAt(level + 1) == null && !state.isTimesSign(level + 1);
                return open || lastOfRate(state, level) > level ? level : -1;
            }
        }
        return -1;
    }

    /** Returns the last word of {@code then}, {@code afterwards}, {@code after that}, or -1. */
    private int lastOfThen(int i) {
        boolean then = !state.isNumberAt(i)
                && (state.hasTyped(i, Trait.NEXT_STAGE) || (state.hasTyped(i, Trait.AFTERWARDS) && !isAfter(i)));
        return then ? i : isAfter(i) && state.hasTyped(i + 1, Trait.PRONOUN) ? i + 1 : -1;
    }

    /** Returns the number of the only rate before a later level, in its sentence, or -1. */
    private int levelBefore(int later, int first, int unit) {
        int found = -1;
        for (int i = state.sentence(later).first(); i < later; i++) {
            boolean other = i >= first && i <= unit;
            if (!other && state.isPlainCount(i) && lastOfRate(state, i) > i) {
                if (found >= 0 || value(i).signum() <= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    /** Returns the last token of the {@code 5k requests a day}, {@code 5k a day}, {@code 5k rpd} of a number, or the number. */
    private static int lastOfRate(ParseState state, int number) {
        if (state.isAt(number + 1, Category.RATES)) {
            return number + 1;
        }
        boolean counted = state.isAt(number + 1, Measure.REQUEST) || state.isItemAt(number + 1);
        int rate = counted ? number + 2 : number + 1;
        if (!state.isRateAt(rate)) {
            return number;
        }
        return state.isAt(rate, Category.PERIODS) ? rate : rate + 1;
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
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
