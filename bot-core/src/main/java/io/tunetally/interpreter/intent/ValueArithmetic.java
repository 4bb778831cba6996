package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.sentence.OnlyNumber;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Arithmetic on remembered values: {@code double the data}, {@code 10% more rows}, {@code one epoch less}. */
final class ValueArithmetic {
    /** The counts of which a request has one, mostly. */
    private static final List<SlotName<?>> SUBJECTS =
            List.of(SlotName.EXAMPLES, SlotName.TOTAL_TOKENS, SlotName.REQUESTS_PER_DAY);

    private static final Set<SlotName<?>> HOURS =
            Set.of(SlotName.TRAINING_HOURS, SlotName.MONTHLY_HOURS, SlotName.HOSTING_HOURS, SlotName.DEADLINE_HOURS);

    private static final int FRACTION_DIGITS = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ParseState state;
    private final Slots remembered;
    private final Factors factors;
    private final Differences differences;
    private final SpokenSlot spoken;
    private final OpenCounts runs;
    private final Parts parts;
    /** What the message has made of remembered values so far. */
    private final Map<SlotName<?>, BigDecimal> changed = new HashMap<>(0);

    private final Set<SlotName<?>> moreOrLess = new HashSet<>(0);

    ValueArithmetic(ParseState state, Slots remembered) {
        this.state = state;
        this.remembered = remembered;
        factors = new Factors(state);
        differences = new Differences(state, remembered);
        spoken = new SpokenSlot(state, remembered);
        runs = new OpenCounts(state, remembered);
        parts = new Parts(state);
    }

    void read() {
        boolean shared = false;
        for (int i = 0; i < state.size(); i++) {
            boolean rest = shared && parts.isRestAt(i);
            if (rest || isStated(i) || isOfGrowth(i) || isReason(i) || isOfMeeting(i) || isOfRuns(i)) {
                continue;
            }
            Differences.Difference difference = difference(i);
            if (difference != null) {
                settle(difference, i);
                continue;
            }
            BigDecimal factor = factors.at(i);
            if (factor != null && isShareOfCache(i)) {
                continue;
            }
            // "One zero extra. It is 1,200 per day": the message says what it makes.
            boolean made = factor != null && state.hasTyped(i, Trait.ZERO) && saysResult(factor);
            SlotName<?> slot = factor == null || made ? null : scaled(i);
            shared |= factor != null && slot != null;
            if (factor != null && slot != null) {
                if (isSaid(slot, i)) {
                    // "One zero too many, it is 2,500": the one counts nothing else.
                    unsay(i);
                } else {
                    scale(slot, factor, i);
                }
            } else if (factor != null && state.hasTyped(i, Trait.ZERO)) {
                // The one counts no epochs.
                unsay(i - 1);
            }
        }
    }

    /** True of a number or share of a change that is stated already. */
    private boolean isStated(int token) {
        // "Not 12000, I typed one zero extra, it is 1200": the zero says why.
        return state.statesChange()
                && (state.hasTyped(token, Trait.ZERO)
                        || state.workedOut().stream()
                                .anyMatch(number ->
                                        number.isStated() && number.tokens().contains(token)));
    }

    /** {@code after 40 minutes of meeting: scrap the retraining}, {@code two hours later}: how long it took to decide. */
    private boolean isOfMeeting(int number) {
        Measure unit = state.isNumberAt(number) ? state.measureAt(number + 1) : null;
        return unit == Measure.MINUTE
                || (unit == Measure.HOUR && remembered.names().stream().noneMatch(HOURS::contains));
    }

    /** True of the first factor of {@code the claims double after a hailstorm, so twice the requests}: the second says what it changes. */
    private boolean isReason(int reason) {
        BigDecimal factor = state.token(reason).isNumber() ? null : factors.at(reason);
        boolean concludes = false;
        int end = Math.min(state.sentence(reason).end(), state.size());
        for (int i = reason + 1; factor != null && i < end; i++) {
            concludes |= state.hasTyped(i, Trait.CONCLUDES) && state.hasTyped(i - 1, Trait.RELATIVE);
            concludes |= state.hasTyped(i, Trait.CONCLUDES) && state.isSymbolAt(i - 1, ',');
            BigDecimal same = concludes ? factors.at(i) : null;
            SlotName<?> slot = same == null || same.compareTo(factor) != 0 ? null : scaled(i);
            if (slot != null && remembered.has(slot) && slot != scaled(reason)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the slot that a factor changes, or null: of {@code in December it is the double} and {@code triple the tickets} the only one that the
     * remembered request is about, if none is named that it has.
     */
    private @Nullable SlotName<?> scaled(int factor) {
        SlotName<?> named = spoken.of(factor);
        if ((named != null && remembered.has(named)) || !(isOfWhole(factor) || factors.isEnough(factor))) {
            return named;
        }
        List<SlotName<?>> subjects = SUBJECTS.stream().filter(remembered::has).toList();
        return subjects.size() == 1 ? subjects.getFirst() : named;
    }

    /** True of {@code the double} and {@code triple the tickets}, but not of {@code double the space}. */
    private boolean isOfWhole(int factor) {
        boolean word =
                state.isAt(factor, Cue.DOUBLE) || state.isAt(factor, Cue.TRIPLE) || state.isAt(factor, Cue.QUADRUPLE);
        boolean noun = state.isAt(factor - 1, Trait.DEFINITE_ARTICLE) && state.isBreakAt(factor + 1);
        boolean ofItems = state.isAt(factor + 1, Trait.DEFINITE_ARTICLE) && state.isAt(factor + 2, Measure.ITEM);
        return word && (noun || ofItems);
    }

    /** The 12 of {@code times 12, every branch wants its own}: it counts trainings, and multiplies nothing. */
    private boolean isOfRuns(int i) {
        return runs.isOfRuns(i)
                || state.candidates.amounts(SlotName.RUNS).anyMatch(said -> said.derived() && said.token() == i);
    }

    /** {@code half of the input comes from the cache}: a share, not a change. */
    private boolean isShareOfCache(int i) {
        return state.has(Cue.CACHED) && state.slots.has(SlotName.CACHED_PERCENT) && isIn(SlotName.CACHED_PERCENT, i);
    }

    private boolean isIn(SlotName<?> name, int token) {
        Slot<?> slot = state.slots.get(name);
        return slot != null && state.span(token, token).equals(slot.span());
    }

    /** The 10% of {@code what if it grows 10% a month} change nothing that was said. */
    private boolean isOfGrowth(int token) {
        Slot<?> growth = state.slots.get(SlotName.GROWTH);
        TextSpan span = growth == null ? null : growth.span();
        int start = state.span(token, token).start();
        return span != null && span.start() <= start && start < span.end();
    }

    /** The number of {@code three quarters of the input} is no span of time, that of {@code one zero too many} none of epochs. */
    private void unsay(int number) {
        for (SlotName<?> name : state.slots.build().names()) {
            if (name != SlotName.HELD_OUT_EXAMPLES && isIn(name, number)) {
                state.slots.remove(name);
            }
        }
        TextSpan span = state.span(number, number);
        state.withoutProblems(problem -> problem.span().equals(span));
    }

    private Differences.@Nullable Difference difference(int i) {
        // "Plus a server for $20 a day" changes a budget, and no other number.
        boolean money = state.isMoneyAt(i) && !remembered.has(SlotName.BUDGET_USD);
        if (money || state.candidates.isSetAside(i)) {
            return null;
        }
        return state.token(i).isNumber() ? differences.at(i) : differences.ofOne(i);
    }

    /** True if a value of the message is a remembered one times a factor. */
    private boolean saysResult(BigDecimal factor) {
        Slots said = state.slots.build();
        for (SlotName<?> name : said.names()) {
            BigDecimal now = said.number(name);
            BigDecimal before = remembered.number(name);
            if (now != null && before != null && before.multiply(factor).compareTo(now) == 0) {
                return true;
            }
        }
        return false;
    }

    /** True if the message gives the slot another value than the operand itself. */
    private boolean isSaid(SlotName<?> name, int operand) {
        Slot<?> slot = state.slots.get(name);
        return slot != null && !state.span(operand, operand).equals(slot.span());
    }

    private void settle(Differences.Difference difference, int number) {
        TextSpan span = state.span(number, number);
        state.withoutProblems(problem -> problem.span().equals(span));
        for (SlotName<?> name : state.slots.build().names()) {
            // The 120 of "pull 120 out" is no length of an answer.
            if (name != difference.slot() && name != SlotName.HELD_OUT_EXAMPLES && isIn(name, number)) {
                state.slots.remove(name);
            }
        }
        BigDecimal before = remembered.number(difference.slot());
        BigDecimal earlier = changed.getOrDefault(difference.slot(), before);
        // "10% are for testing, and a further 800 we delete": one change follows another.
        BigDecimal sum = before == null || earlier == null
                ? difference.after()
                : difference.after().subtract(before).add(earlier);
        changed.put(difference.slot(), sum);
        BigDecimal after = sum.setScale(FRACTION_DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        SlotFiller.settle(state, difference.slot(), Numeral.of(after), Origin.DERIVED, number);
        if (difference.slot() == SlotName.EXAMPLES && isHeldOut(difference, number)) {
            Numeral part = Amounts.counted(state.token(number).numeral());
            SlotFiller.settle(state, SlotName.HELD_OUT_EXAMPLES, part, Origin.SAID, number);
        }
        state.use(number, difference.last(), Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
    }

    /** {@code the dev split, 500 of the items, must stay out}: what is taken off is kept for tests. */
    private boolean isHeldOut(Differences.Difference difference, int number) {
        BigDecimal before = remembered.number(SlotName.EXAMPLES);
        boolean less = before != null && difference.after().compareTo(before) < 0;
        int end = Math.min(state.sentence(number).end(), state.size());
        for (int i = state.sentence(number).first(); less && i < end; i++) {
            if (state.isAt(i, Cue.VALIDATION) || state.hasTyped(i, Trait.OF_CHECK)) {
                return !state.slots.has(SlotName.HELD_OUT_EXAMPLES);
            }
        }
        return false;
    }

    /** Returns the slots whose remembered values became more or less by a word for it. */
    Set<SlotName<?>> moreOrLess() {
        return Set.copyOf(moreOrLess);
    }

    /** True if a message changes a remembered value: {@code 10x the data}, {@code one epoch less}. */
    static boolean isIn(ParseState state) {
        ValueArithmetic arithmetic = new ValueArithmetic(state, state.remembered);
        for (int i = 0; i < state.size(); i++) {
            if (arithmetic.difference(i) != null || arithmetic.isFactor(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFactor(int i) {
        if (isOfRuns(i)) {
            return false;
        }
        BigDecimal factor = factors.at(i);
        if (factor != null && isShareOfCache(i)) {
            return true;
        }
        SlotName<?> slot = factor == null ? null : scaled(i);
        return slot != null && (remembered.has(slot) || OnlyNumber.isMultiple(state, i));
    }

    private void scale(SlotName<?> name, BigDecimal factor, int token) {
        Slot<?> slot = remembered.get(name);
        BigDecimal before = remembered.number(name);
        if (slot == null || before == null) {
            // "double the epochs" without a number of epochs: the answer stays and says so.
            state.add(new Problem.UnknownWord(state.typed(token, token), List.of(), state.span(token, token)));
            return;
        }
        Part part = parts.at(token);
        int last = part == null ? token : part.last();
        for (int i = token; i <= last; i++) {
            unsay(i);
        }
        changed.put(name, before.multiply(factor));
        if (factors.isMoreOrLess(token)) {
            moreOrLess.add(name);
        }
        int share = name == SlotName.EXAMPLES && high(slot) == null ? factors.endOfHeldOut(token) : -1;
        if (share >= 0) {
            holdOut(before, factor, token, share);
        }
        Numeral after = multiplied(before, factor, slot.value());
        BigDecimal high = high(slot);
        SlotFiller.settle(
                state,
                name,
                high == null ? after : after.to(multiplied(high, factor, slot.value())),
                Origin.DERIVED,
                token);
        state.use(token, last, Token.Use.CONNECTIVE);
        state.token(token).use = Token.Use.SLOT;
        unsayResult(after.value());
    }

    /** The 350 of {@code one zero less, 350}: it says once more what the change makes, and nothing else. */
    private void unsayResult(BigDecimal result) {
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            if (token.isNumber() && Amounts.counted(token.numeral()).value().compareTo(result) == 0) {
                unsay(i);
            }
        }
    }

    private static @Nullable BigDecimal high(Slot<?> slot) {
        return Slots.numberOf(slot.high());
    }

    /** {@code hold back a tenth of them for testing}: what is left is trained on, and the part is told. */
    private void holdOut(BigDecimal before, BigDecimal factor, int first, int last) {
        unsay(last);
        state.use(first, last, Token.Use.CONNECTIVE);
        BigDecimal rest = before.multiply(factor).setScale(0, RoundingMode.HALF_UP);
        if (!state.slots.has(SlotName.HELD_OUT_EXAMPLES)) {
            SlotFiller.settle(
                    state, SlotName.HELD_OUT_EXAMPLES, Numeral.of(before.subtract(rest)), Origin.DERIVED, first);
        }
    }

    /** A large count stays whole: a third of 1,000 examples is 333, but half of 3 epochs is impossible. */
    private static Numeral multiplied(BigDecimal before, BigDecimal factor, Object value) {
        BigDecimal after = before.multiply(factor)
                .setScale(FRACTION_DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        boolean rounded = value instanceof Long && before.compareTo(HUNDRED) >= 0;
        return Numeral.of(rounded ? after.setScale(0, RoundingMode.HALF_UP) : after);
    }
}
