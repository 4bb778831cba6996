package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.quantity.Budgets;
import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arithmetic on remembered values: {@code double the data}, {@code 10% more rows}, {@code one epoch less}. */
final class ValueArithmetic {
    private static final int FRACTION_DIGITS = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Below it a number counts other things as often as examples. */
    private static final BigDecimal FEWEST_EXAMPLES = BigDecimal.valueOf(30);

    /** The distance of a factor to the value it changes. */
    private static final int REACH = 5;

    private static final Map<Cue, BigDecimal> FACTORS = Map.of(
            Cue.DOUBLE,
            BigDecimal.TWO,
            Cue.TRIPLE,
            BigDecimal.valueOf(3),
            Cue.HALF,
            new BigDecimal("0.5"),
            Cue.A_TENTH,
            new BigDecimal("0.1"),
            Cue.A_QUARTER,
            new BigDecimal("0.25"),
            Cue.A_THIRD,
            BigDecimal.ONE.divide(BigDecimal.valueOf(3), MathContext.DECIMAL32));

    private final ParseState state;
    private final Slots remembered;

    ValueArithmetic(ParseState state, Slots remembered) {
        this.state = state;
        this.remembered = remembered;
    }

    void read() {
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            if (token.isNumber() && isDifference(i)) {
                continue;
            }
            BigDecimal factor = factor(i, token);
            SlotName<?> slot = factor == null ? null : slotOf(i, token);
            if (factor != null && slot != null && !state.slots.has(slot)) {
                scale(slot, factor, i);
            }
        }
    }

    private @Nullable BigDecimal factor(int i, Token token) {
        Cue cue = token.cue();
        if (cue != null && FACTORS.containsKey(cue)) {
            return state.isSymbolAt(i + 1, '-') ? null : FACTORS.get(cue);
        }
        if (token.isNumber() && isPercent(i + 1)) {
            int direction = direction(i);
            BigDecimal change = token.numeral().value().divide(HUNDRED, MathContext.DECIMAL32);
            return direction == 0 ? null : BigDecimal.ONE.add(change.multiply(BigDecimal.valueOf(direction)));
        }
        if (state.hasTyped(i, Trait.DIVIDES)) {
            BigDecimal divisor = numberBehind(i);
            return divisor == null ? null : BigDecimal.ONE.divide(divisor, MathContext.DECIMAL32);
        }
        return isMultiple(state, i) ? token.numeral().value() : null;
    }

    private boolean isPercent(int i) {
        return state.isSymbolAt(i, '%') || state.isAt(i, Measure.PERCENT);
    }

    /** Returns 1 for {@code +50%} and {@code 50% more}, -1 for less, 0 for a mere share. */
    private int direction(int number) {
        if (state.isSymbolAt(number - 1, '+')) {
            return 1;
        }
        int end = Math.min(state.clause(number).end(), number + REACH);
        for (int i = Math.max(state.clause(number).first(), number - REACH); i < end; i++) {
            if (state.hasTyped(i, Trait.GROWS)) {
                return 1;
            }
            if (state.hasTyped(i, Trait.SHRINKS)) {
                return -1;
            }
        }
        return 0;
    }

    /** Returns the divisor of {@code divide the tokens by two}. */
    private @Nullable BigDecimal numberBehind(int verb) {
        for (int i = verb + 1; i < Math.min(state.size(), verb + REACH); i++) {
            Token token = state.token(i);
            if (token.isNumber() && token.numeral().value().signum() > 0) {
                token.use = Token.Use.SLOT;
                return token.numeral().value();
            }
        }
        return null;
    }

    /** Adds or takes away a number: {@code one epoch less}, {@code 500 more examples}, {@code another 2 epochs}. */
    private boolean isDifference(int number) {
        int more = number + 1;
        int unit = number + 2;
        if (measureOf(more) != null) {
            unit = number + 1;
            more = state.hasTyped(number - 1, Trait.GROWS) ? number - 1 : number + 2;
        }
        Measure measure = measureOf(unit);
        boolean examples = measure == null && isOfExamples(number);
        SlotName<?> slot = examples ? SlotName.EXAMPLES : measure == null ? null : slotOf(measure);
        int direction = examples ? signOfExamples(number) : more >= state.size() ? 0 : sign(more);
        BigDecimal before = slot == null ? null : number(remembered.value(slot));
        if (state.slots.has(SlotName.EXAMPLES) && examples) {
            return false;
        }
        if (direction == 0 || slot == null || before == null || isPercent(number + 1)) {
            return false;
        }
        BigDecimal change = state.token(number).numeral().value().multiply(BigDecimal.valueOf(direction));
        BigDecimal after = before.add(change);
        if (after.signum() <= 0) {
            return false;
        }
        SlotFiller.settle(state, slot, Numeral.of(after), Origin.DERIVED, number);
        state.use(number, number, Token.Use.SLOT);
        return true;
    }

    /** {@code we have 700 more}, {@code we lost 300 of them}: a bare change of the count that is spoken of. */
    private boolean isOfExamples(int number) {
        boolean large = state.token(number).numeral().value().compareTo(FEWEST_EXAMPLES) >= 0;
        return large && state.token(number).use != Token.Use.SLOT && signOfExamples(number) != 0;
    }

    private int signOfExamples(int number) {
        boolean ends = state.isBreakAt(number + 2);
        if (ends && state.hasTyped(number + 1, Trait.GROWS)) {
            return 1;
        }
        boolean ofThem = state.isBreakAt(number + 1) || state.isAt(number + 1, Cue.OF) || state.isUnitAt(number + 1);
        for (int i = number - 1; ofThem && i >= Math.max(state.clause(number).first(), number - 2); i--) {
            if (state.hasTyped(i, Trait.LOSES)) {
                return -1;
            }
        }
        return 0;
    }

    private int sign(int word) {
        return state.hasTyped(word, Trait.GROWS) ? 1 : state.hasTyped(word, Trait.SHRINKS) ? -1 : 0;
    }

    private @Nullable Measure measureOf(int i) {
        return state.isAt(i, Category.UNITS) ? state.measureAt(i) : null;
    }

    private @Nullable SlotName<?> slotOf(int i, Token token) {
        if (token.is(Trait.LENGTH)) {
            return SlotName.TOKENS_PER_EXAMPLE;
        }
        SlotName<?> after = slotAfter(i);
        return after != null || token.cue() == null ? after : slotBefore(i);
    }

    /** {@code traffic will triple}. */
    private @Nullable SlotName<?> slotBefore(int i) {
        for (int k = i - 1; k >= Math.max(state.clause(i).first(), i - REACH); k--) {
            SlotName<?> slot = slotAt(k);
            if (slot != null) {
                return slot;
            }
        }
        return null;
    }

    /** True if a remembered value is multiplied: {@code 10x the data}. */
    static boolean multiplies(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            if (isMultiple(state, i) && new ValueArithmetic(state, state.remembered).slotAfter(i) != null) {
                return true;
            }
        }
        return false;
    }

    /** The {@code 10} of {@code 10x the data}. */
    static boolean isMultiple(ParseState state, int i) {
        Token token = state.token(i);
        return token.isNumber()
                && !token.numeral().isRange()
                && ((token.use == Token.Use.NOTHING && state.isSymbolAt(i + 1, 'x'))
                        || (token.use != Token.Use.SLOT && state.isAt(i + 1, Measure.TIMES)));
    }

    private @Nullable SlotName<?> slotAfter(int i) {
        for (int k = i + 1; k < Math.min(state.size(), i + REACH); k++) {
            SlotName<?> slot = slotAt(k);
            Measure measure = state.measureAt(k);
            boolean other = measure != null && measure != Measure.TIMES && measure != Measure.PERCENT;
            if (slot != null || other || state.isAt(k, Category.TOPICS)) {
                return slot;
            }
        }
        return null;
    }

    private @Nullable SlotName<?> slotAt(int k) {
        if (Budgets.isBudgetWord(state.token(k))) {
            return SlotName.BUDGET_USD;
        }
        if (state.isAt(k, Category.TOPICS)) {
            return slotOf(state.token(k));
        }
        Measure measure = state.measureAt(k);
        return measure == null ? null : slotOf(measure);
    }

    /** {@code double the data}, {@code 3x the traffic}. */
    private @Nullable SlotName<?> slotOf(Token topic) {
        if (topic.is(Trait.TRAINING_DATA)) {
            return remembered.has(SlotName.TOTAL_TOKENS) ? SlotName.TOTAL_TOKENS : SlotName.EXAMPLES;
        }
        return topic.is(Trait.TRAFFIC) ? SlotName.REQUESTS_PER_DAY : null;
    }

    private @Nullable SlotName<?> slotOf(Measure measure) {
        return switch (measure) {
            case EXAMPLE, ITEM -> SlotName.EXAMPLES;
            case EPOCH -> SlotName.EPOCHS;
            case TOKEN -> remembered.has(SlotName.TOTAL_TOKENS) ? SlotName.TOTAL_TOKENS : SlotName.TOKENS_PER_EXAMPLE;
            case REQUEST -> SlotName.REQUESTS_PER_DAY;
            case MONTH -> SlotName.MONTHS;
            case RUN -> SlotName.RUNS;
            default -> null;
        };
    }

    private void scale(SlotName<?> name, BigDecimal factor, int token) {
        Slot<?> slot = remembered.get(name);
        BigDecimal before = slot == null ? null : number(slot.value());
        if (slot == null || before == null) {
            // "double the epochs" without a number of epochs: the answer stays and says so.
            state.add(new Problem.UnknownWord(state.typed(token, token), List.of(), state.span(token, token)));
            return;
        }
        Numeral after = multiplied(before, factor, slot.value());
        BigDecimal high = number(slot.high());
        SlotFiller.settle(
                state,
                name,
                high == null ? after : after.to(multiplied(high, factor, slot.value())),
                Origin.DERIVED,
                token);
        state.token(token).use = Token.Use.SLOT;
    }

    /** A large count stays whole: a third of 1,000 examples is 333, but half of 3 epochs is impossible. */
    private static Numeral multiplied(BigDecimal before, BigDecimal factor, Object value) {
        BigDecimal after = before.multiply(factor)
                .setScale(FRACTION_DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        boolean rounded = value instanceof Long && before.compareTo(HUNDRED) >= 0;
        return Numeral.of(rounded ? after.setScale(0, RoundingMode.HALF_UP) : after);
    }

    static @Nullable BigDecimal number(@Nullable Object value) {
        return switch (value) {
            case Long count -> BigDecimal.valueOf(count);
            case BigDecimal amount -> amount;
            case null, default -> null;
        };
    }
}
