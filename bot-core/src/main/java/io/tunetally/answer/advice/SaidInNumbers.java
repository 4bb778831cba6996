package io.tunetally.answer.advice;

import io.tunetally.request.Criterion;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The criteria that follow from numbers: 30 examples are too few, whatever the words around them. */
public final class SaidInNumbers {
    /** The guide asks for 500 to 1,000 examples. */
    public static final long ENOUGH_EXAMPLES = 500;

    /** Fewer are too few to tune on. */
    public static final long TOO_FEW_EXAMPLES = 50;

    private static final long LENGTHY_PROMPT_TOKENS = 1_500;
    private static final BigDecimal HIGH_REQUESTS_PER_DAY = BigDecimal.valueOf(100_000);
    private static final BigDecimal LOW_REQUESTS_PER_DAY = BigDecimal.valueOf(20);
    /** Most sellers train on sequences of at most 16k to 32k tokens. */
    private static final long LONG_INPUT_TOKENS = 32_000;

    private static final BigDecimal SMALL_REQUESTS_PER_DAY = BigDecimal.valueOf(50);
    /** "Re-training every week gets expensive." */
    private static final long RETRAINED_OFTEN_DAYS = 7;

    /** A criterion, and the values of a slot that state it. */
    private record Sign<T>(SlotName<T> slot, Predicate<T> states, Criterion criterion) {
        boolean isIn(Slots slots) {
            Slot<T> slot = slots.get(this.slot);
            return slot != null && isSaid(slot.origin()) && states.test(slot.value());
        }

        private static boolean isSaid(Origin origin) {
            return switch (origin) {
                case SAID, DERIVED, REMEMBERED -> true;
                case TEAM, DEFAULT -> false;
            };
        }
    }

    private static final List<Sign<?>> SIGNS = List.of(
            new Sign<>(SlotName.EXAMPLES, count -> count < TOO_FEW_EXAMPLES, Criterion.TOO_FEW_EXAMPLES),
            new Sign<>(SlotName.PROMPT_TOKENS, count -> count >= LENGTHY_PROMPT_TOKENS, Criterion.LENGTHY_PROMPTS),
            new Sign<>(
                    SlotName.REQUESTS_PER_DAY,
                    count -> count.compareTo(HIGH_REQUESTS_PER_DAY) >= 0,
                    Criterion.HIGH_VOLUME),
            new Sign<>(
                    SlotName.REQUESTS_PER_DAY,
                    count -> count.compareTo(LOW_REQUESTS_PER_DAY) <= 0,
                    Criterion.LOW_VOLUME),
            new Sign<>(SlotName.RETRAIN_EVERY_DAYS, days -> days <= RETRAINED_OFTEN_DAYS, Criterion.DATA_CHANGES));

    private SaidInNumbers() {}

    /** Returns the criteria that were said, in words or in numbers. */
    public static Set<Criterion> with(Set<Criterion> inWords, Slots slots) {
        Set<Criterion> criteria = EnumSet.noneOf(Criterion.class);
        criteria.addAll(inWords);
        SIGNS.stream().filter(sign -> sign.isIn(slots)).map(Sign::criterion).forEach(criteria::add);
        return criteria;
    }

    /** Returns the tokens of an input or an example that was said and that few sellers train on; 0 if there is none. */
    public static long longInput(Slots slots) {
        long longest = Math.max(tokens(slots, SlotName.INPUT_TOKENS), tokens(slots, SlotName.TOKENS_PER_EXAMPLE));
        return longest >= LONG_INPUT_TOKENS ? longest : 0;
    }

    private static long tokens(Slots slots, SlotName<Long> name) {
        Slot<Long> slot = slots.get(name);
        return slot != null && Sign.isSaid(slot.origin()) ? slot.value() : 0;
    }

    /** True if so few requests were said that a prompt may do as well. */
    public static boolean isSmallVolume(Slots slots) {
        return new Sign<>(
                        SlotName.REQUESTS_PER_DAY,
                        count -> count.compareTo(SMALL_REQUESTS_PER_DAY) < 0,
                        Criterion.LOW_VOLUME)
                .isIn(slots);
    }

    /** True if a number of examples was said that is neither too few to begin with nor what the guide asks for. */
    public static boolean needsMoreExamples(Slots slots) {
        return new Sign<>(SlotName.EXAMPLES, count -> count < ENOUGH_EXAMPLES, Criterion.TOO_FEW_EXAMPLES).isIn(slots);
    }
}
