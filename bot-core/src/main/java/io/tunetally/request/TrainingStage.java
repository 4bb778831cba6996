package io.tunetally.request;

import io.tunetally.catalog.Objective;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stage of a training that a request does not price, with its own data: the DPO of {@code SFT on 8k examples, then DPO on 3k pairs}.
 *
 * @param examples null if their number was not said, as for the other figures
 */
public record TrainingStage(
        Objective objective,
        @Nullable Long examples,
        @Nullable Long tokensPerExample,
        @Nullable Long epochs) {
    /** The figures that are those of one stage, not of the whole training. */
    private static final List<SlotName<?>> OF_ONE_STAGE = List.of(
            SlotName.EXAMPLES,
            SlotName.TOKENS_PER_EXAMPLE,
            SlotName.TOTAL_TOKENS,
            SlotName.HELD_OUT_EXAMPLES,
            SlotName.RUNS,
            SlotName.EPOCHS);

    /** What the canonical text of a stage begins with. */
    static final String THEN = "then ";

    /** Returns the stage that a request prices. */
    private static TrainingStage pricedBy(Slots slots) {
        Objective objective = slots.value(SlotName.OBJECTIVE);
        return new TrainingStage(
                objective == null ? Objective.SFT : objective,
                slots.value(SlotName.EXAMPLES),
                slots.value(SlotName.TOKENS_PER_EXAMPLE),
                slots.value(SlotName.EPOCHS));
    }

    /** Returns a request with this stage in the place of the one that it prices, which is kept as the other one. */
    public Slots inPlaceOf(Slots priced) {
        Slots.Builder slots = priced.toBuilder();
        OF_ONE_STAGE.forEach(slots::remove);
        fill(slots);
        slots.put(SlotName.OTHER_STAGE, Slot.of(pricedBy(priced), Origin.REMEMBERED));
        return slots.build();
    }

    private void fill(Slots.Builder slots) {
        put(slots, SlotName.OBJECTIVE, objective);
        put(slots, SlotName.EXAMPLES, examples);
        put(slots, SlotName.TOKENS_PER_EXAMPLE, tokensPerExample);
        put(slots, SlotName.EPOCHS, epochs);
    }

    private static <T> void put(Slots.Builder slots, SlotName<T> name, @Nullable T value) {
        if (value != null) {
            slots.put(name, Slot.of(value, Origin.REMEMBERED));
        }
    }

    /** Returns it as canonical text: {@code then dpo 3000 examples 900 tokens per example 1 epoch}. */
    String words() {
        Slots.Builder slots = Slots.builder();
        fill(slots);
        return THEN + CanonicalText.values(slots.build());
    }
}
