package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.units.Growth;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads how traffic grows from step to step: {@code growing 10% a month}, {@code 5% mom growth}, {@code doubling every quarter},
 * {@code start at 200 a day and add 50 a month}. It comes before the quantities, as a growth is neither a share nor a rate.
 */
public final class RecurringGrowth {
    /** The most words from a word for growth to its amount, and from the amount to a word behind its period. */
    private static final int REACH = 5;
    /** The most words between an amount and its period: {@code 5% more traffic each month}. */
    private static final int REACH_OF_PERIOD = 3;

    /** The most words from the traffic of a day to what is added to it. */
    private static final int REACH_OF_RATE = 16;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final BigDecimal HALF_LESS = BigDecimal.valueOf(-50);

    private final ParseState state;

    private RecurringGrowth(ParseState state) {
        this.state = state;
    }

    /** Fills the slot and marks its words as used. */
    public static void read(ParseState state) {
        boolean traffic = state.has(Measure.REQUEST)
                || state.has(Category.RATES)
                || state.hasTypedAnywhere(Trait.TRAFFIC)
                || state.hasTypedAnywhere(Trait.GROWTH)
                || state.hasTypedAnywhere(Trait.ADDS_TRAFFIC)
                || state.remembered.has(SlotName.REQUESTS_PER_DAY);
        if (traffic && recurs(state) && changes(state)) {
            new RecurringGrowth(state).read();
        }
    }

    private static boolean recurs(ParseState state) {
        return state.has(Category.PERIODS)
                || state.has(Cue.EVERY)
                || state.has(Cue.EACH)
                || state.has(Cue.PER)
                || state.has(Cue.ARTICLE)
                || state.hasTypedAnywhere(Trait.YEARLY)
                || state.hasTypedAnywhere(Trait.PERIOD_ON_PERIOD)
                || state.remembered.has(SlotName.GROWTH);
    }

    private static boolean changes(ParseState state) {
        String text = state.text.text();
        return text.indexOf('%') >= 0
                || text.indexOf('x') >= 0
                || state.has(Cue.DOUBLE)
                || state.has(Cue.TRIPLE)
                || state.has(Cue.QUADRUPLE)
                || state.has(Cue.HALF)
                || state.hasTypedAnywhere(Trait.GROWTH)
                || state.hasTypedAnywhere(Trait.DECLINE)
                || state.hasTypedAnywhere(Trait.ADDS_TRAFFIC);
    }

    /** The period of a step, from its first to its last word. */
    private record Step(int first, int last, BigDecimal days) {}

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            boolean free = state.token(i).use == Token.Use.NOTHING;
            if (free && (readPercent(i) || readAdded(i) || readFactor(i) || readHalved(i))) {
                return;
            }
        }
    }

    private boolean readPercent(int number) {
        if (!state.isNumberAt(number) || !state.isPercentAt(number + 1)) {
            return false;
        }
        Step behind = behind(number + 2);
        Step step = behind == null ? before(number) : behind;
        if (step == null) {
            return readOther(number);
        }
        if (isOfOther(number) || isOfDailyRate(step)) {
            return false;
        }
        int first = Math.min(step.first(), number);
        int last = Math.max(step.last(), number + 1);
        boolean grows = state.isSymbolAt(number - 1, '+') || isSaid(Trait.GROWTH, first, last);
        boolean falls = !grows && isSaid(Trait.DECLINE, first, last);
        return (grows || falls) && claim(number, step, last, falls);
    }

    /** {@code 50% more requests per day}, {@code 1,000 a day, growing 10%}: the day is that of the requests, and nothing grows by a half each day. */
    private boolean isOfDailyRate(Step step) {
        int counted = step.first() - 1;
        return step.days().compareTo(BigDecimal.ONE) == 0
                && (state.measureAt(counted) == Measure.REQUEST || state.isItemAt(counted) || state.isCountAt(counted));
    }

    /** {@code make it 20%} in a conversation about a growth: of the same period. */
    private boolean readOther(int number) {
        Growth before = state.remembered.value(SlotName.GROWTH);
        boolean percent = before != null && before.percent();
        if (before == null || !percent || !state.mayEdit() || state.has(Cue.CACHED) || state.has(Measure.EXAMPLE)) {
            return false;
        }
        Step same = new Step(number, number + 1, BigDecimal.valueOf(before.everyDays()));
        return claim(number, same, number + 1, before.amount().signum() < 0);
    }

    private boolean claim(int number, Step step, int last, boolean falls) {
        Numeral said = state.token(number).numeral();
        BigDecimal sign = falls ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        BigDecimal most = said.high() == null ? said.value() : said.high();
        if (falls && most.compareTo(HUNDRED) >= 0) {
            return false;
        }
        Growth low = new Growth(said.value().multiply(sign), true, step.days().longValue());
        Growth high = said.high() == null
                ? null
                : new Growth(said.high().multiply(sign), true, step.days().longValue());
        fill(low, high, Math.min(step.first(), number), last, number);
        return true;
    }

    /** {@code start at 200 a day and add 50 a month}, {@code 1000 requests/day growing by 50 a week}. */
    private boolean readAdded(int number) {
        if (!state.isCountAt(number) || !isAdded(number) || !isRateBefore(number)) {
            return false;
        }
        int of = number + 1;
        if (state.isAt(of, Measure.REQUEST)) {
            of++;
        }
        Step day = stepAt(of);
        int next = day != null && day.days().compareTo(BigDecimal.ONE) == 0 ? day.last() + 1 : of;
        Step step = behind(next);
        if (step == null || step.days().compareTo(BigDecimal.ONE) <= 0 || isOfOther(number)) {
            return false;
        }
        BigDecimal added = Amounts.counted(state.token(number).numeral()).value();
        fill(new Growth(added, false, step.days().longValue()), null, number, step.last(), number);
        return true;
    }

    private boolean isAdded(int number) {
        boolean by = state.hasTyped(number - 1, Trait.BY);
        for (int i = number - 1; i >= number - REACH_OF_PERIOD && !state.isNumberAt(i); i--) {
            if (state.hasTyped(i, Trait.ADDS_TRAFFIC) || (by && state.hasTyped(i, Trait.GROWTH))) {
                return true;
            }
        }
        return false;
    }

    /** True if the sentence has said the traffic of a day: else {@code we add 40 a week} are data. */
    private boolean isRateBefore(int number) {
        for (int i = Math.max(state.sentence(number).first(), number - REACH_OF_RATE); i < number; i++) {
            Step step = state.isNumberAt(i) ? behind(i + 1) : null;
            if (state.isAt(i, Category.RATES) || (step != null && step.days().compareTo(BigDecimal.ONE) == 0)) {
                return true;
            }
        }
        return state.remembered.has(SlotName.REQUESTS_PER_DAY);
    }

    private boolean readFactor(int i) {
        BigDecimal factor = GrownTraffic.factor(state, i);
        int last = state.isNumberAt(i) ? i + 1 : i;
        Step step = factor == null || factor.compareTo(BigDecimal.ONE) <= 0 ? null : behind(last + 1);
        // "Twice the calls a day": nothing doubles each day.
        boolean ofRate = step != null && step.days().compareTo(BigDecimal.ONE) == 0 && !state.isNumberAt(i);
        if (factor == null || step == null || ofRate || isOfOther(i) || isFrequency(i, step)) {
            return false;
        }
        BigDecimal percent = factor.subtract(BigDecimal.ONE).multiply(HUNDRED);
        fill(new Growth(percent, true, step.days().longValue()), null, i, step.last(), i);
        return true;
    }

    /** {@code traffic halves every month}, {@code it drops by half each month}. */
    private boolean readHalved(int i) {
        Step step = state.isAt(i, Cue.HALF) && !state.isNumberAt(i) ? behind(i + 1) : null;
        boolean ofRate = step != null && step.days().compareTo(BigDecimal.ONE) <= 0;
        boolean falls = step != null && (state.hasTyped(i, Trait.HALVES) || isSaid(Trait.DECLINE, i, i));
        if (step == null || ofRate || !falls || isOfOther(i)) {
            return false;
        }
        fill(new Growth(HALF_LESS, true, step.days().longValue()), null, i, step.last(), i);
        return true;
    }

    /** {@code listeners phone in 150 times per day}: how often something is done, where nothing is said to grow. */
    private boolean isFrequency(int number, Step step) {
        return state.isNumberAt(number)
                && !isSaid(Trait.GROWTH, number, step.last())
                && !isSaid(Trait.TRAFFIC, number, step.last());
    }

    private void fill(Growth growth, @Nullable Growth high, int first, int last, int number) {
        state.slots.put(SlotName.GROWTH, new Slot<>(growth, high, Origin.SAID, state.span(first, last), false));
        state.use(first, last, Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
    }

    /** Returns the period behind an amount, with words for growth or traffic between: {@code 5% more traffic each month}. */
    private @Nullable Step behind(int from) {
        for (int i = from; i <= from + REACH_OF_PERIOD; i++) {
            Step step = stepAt(i);
            if (step != null) {
                return step;
            }
            boolean between = state.hasTyped(i, Trait.GROWTH)
                    || state.hasTyped(i, Trait.DECLINE)
                    || state.hasTyped(i, Trait.TRAFFIC)
                    || state.hasTyped(i, Trait.PEOPLE)
                    || state.isAt(i, Measure.REQUEST)
                    || state.isAt(i, Cue.IN);
            if (!between || state.isNumberAt(i)) {
                return null;
            }
        }
        return null;
    }

    /** Returns the period in front of an amount: {@code a monthly growth of 10%}, {@code each month 5% more}. */
    private @Nullable Step before(int number) {
        int first = Math.max(state.clause(number).first(), number - REACH);
        for (int i = number - 1; i >= first && !state.isNumberAt(i); i--) {
            Step step = stepAt(i);
            if (step != null && step.last() < number) {
                return step;
            }
        }
        return null;
    }

    /** Returns {@code mom}, {@code month over month}, {@code monthly}, {@code a month}, {@code every 2 weeks} at an index, or null. */
    private @Nullable Step stepAt(int i) {
        if (state.at(i) == null || state.isNumberAt(i)) {
            return null;
        }
        if (state.hasTyped(i, Trait.PERIOD_ON_PERIOD)) {
            return step(i, i, abbreviated(state.typed(i, i)), BigDecimal.ONE);
        }
        TimeUnit unit = state.timeAt(i);
        if (unit != null && (state.isAt(i + 1, Cue.OVER) || state.isAt(i + 1, Cue.ON)) && state.timeAt(i + 2) == unit) {
            return step(i, i + 2, unit, BigDecimal.ONE);
        }
        if (state.isAt(i, Category.PERIODS)) {
            return step(i, i, unit, BigDecimal.ONE);
        }
        if (state.hasTyped(i, Trait.YEARLY)) {
            return step(i, i, TimeUnit.YEAR, BigDecimal.ONE);
        }
        boolean every = state.isAt(i, Cue.EVERY) || state.isAt(i, Cue.EACH) || state.isAt(i, Cue.PER);
        if (every && state.isCountAt(i + 1)) {
            return step(
                    i, i + 2, state.timeAt(i + 2), state.token(i + 1).numeral().value());
        }
        return every || state.isAt(i, Cue.ARTICLE) ? step(i, i + 1, state.timeAt(i + 1), BigDecimal.ONE) : null;
    }

    private static @Nullable Step step(int first, int last, @Nullable TimeUnit unit, BigDecimal count) {
        BigDecimal days = unit == null ? null : unit.days().orElse(null);
        return days == null ? null : new Step(first, last, days.multiply(count));
    }

    /** Returns the unit of {@code mom}, {@code yoy}: the one from a week on that begins with the same letter. */
    private static @Nullable TimeUnit abbreviated(String typed) {
        String letter = typed.substring(0, 1).toUpperCase(Locale.ROOT);
        return Stream.of(TimeUnit.WEEK, TimeUnit.MONTH, TimeUnit.QUARTER, TimeUnit.YEAR)
                .filter(unit -> unit.name().startsWith(letter))
                .findFirst()
                .orElse(null);
    }

    /** True if a word of growth stands before, in or behind the words of an amount and its period. */
    private boolean isSaid(Trait trait, int first, int last) {
        for (int i = first; i <= last + 1; i++) {
            if (state.hasTyped(i, trait) && !state.isNumberAt(i)) {
                return true;
            }
        }
        for (int i = first - 1; i >= Math.max(0, first - REACH) && !state.isNumberAt(i); i--) {
            if (state.hasTyped(i, trait)) {
                return true;
            }
        }
        return false;
    }

    /** {@code our data grows 10% a month}, {@code prices fall 5% a year}: what grows is not the traffic. */
    private boolean isOfOther(int number) {
        for (int i = number - 1; i >= Math.max(0, number - REACH) && !state.isNumberAt(i); i--) {
            if (state.hasTyped(i, Trait.TRAFFIC) || state.isAt(i, Measure.REQUEST)) {
                return false;
            }
            if (state.hasTyped(i, Trait.GROWS_BESIDE)
                    || state.hasTyped(i, Trait.TRAINING_DATA)
                    || state.isAt(i, Measure.EXAMPLE)) {
                return true;
            }
        }
        return false;
    }
}
