package io.tunetally.answer;

import io.tunetally.answer.advice.CachedInput;
import io.tunetally.answer.advice.GrowingRequests;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Horizon;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Plan;
import io.tunetally.engine.Traffic;
import io.tunetally.engine.TrainingJob;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Money;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates the engine's plan from a request's filled slots. */
final class Plans {
    private Plans() {}

    static Plan of(Inquiry inquiry) {
        Slots slots = inquiry.filled();
        Traffic said = inquiry.running() ? traffic(slots) : null;
        Traffic traffic =
                said != null && CachedInput.isSaid(inquiry.request().intent(), slots) ? CachedInput.split(said) : said;
        return new Plan(
                job(slots),
                traffic,
                traffic == null ? null : horizonOf(inquiry),
                inquiry.endpoints(),
                gpuSetup(slots),
                preparation(inquiry));
    }

    private static Plan.Preparation preparation(Inquiry inquiry) {
        Slots slots = inquiry.filled();
        BigDecimal sum = slots.value(SlotName.PREPARATION_USD);
        BigDecimal perExample = slots.value(SlotName.PREPARATION_PER_EXAMPLE_USD);
        return new Plan.Preparation(
                sum == null ? null : new Money(sum),
                perExample == null ? null : new Money(perExample),
                teaching(inquiry));
    }

    /** Returns the lines for the answers of the teacher that was said, if the examples are counted. */
    private static List<LineItem> teaching(Inquiry inquiry) {
        Slots slots = inquiry.filled();
        ModelId teacher = slots.value(SlotName.TEACHER);
        Slot<Long> tokens = slots.get(SlotName.TOKENS_PER_EXAMPLE);
        Long said = slots.value(SlotName.ANSWER_TOKENS);
        if (teacher == null || tokens == null || said == null || !slots.has(SlotName.EXAMPLES)) {
            return List.of();
        }
        // An answer that is said to be longer than its example is all of it.
        long answer = Math.min(said, tokens.value());
        CostEngine engine = inquiry.engine();
        return engine.untuned(teacher)
                .map(offer -> engine.teaching(
                        offer,
                        range(slots, SlotName.EXAMPLES),
                        new Range(tokens.value() - answer, tokens.highOrValue() - answer),
                        Range.exactly(answer)))
                .orElse(List.of());
    }

    static TrainingJob job(Slots slots) {
        Objective objective = slots.value(SlotName.OBJECTIVE);
        return new TrainingJob(
                        objective == null ? Objective.SFT : objective,
                        data(slots),
                        rangeOr(slots, SlotName.EPOCHS, 1),
                        rangeOr(slots, SlotName.RUNS, 1),
                        validation(slots),
                        reinforcement(slots),
                        slots.value(SlotName.ROLLOUT_TOKENS))
                .sampling(rollouts(slots));
    }

    /** Only reinforcement fine-tuning samples. */
    private static long rollouts(Slots slots) {
        Long rollouts = slots.value(SlotName.ROLLOUTS);
        return rollouts == null || slots.value(SlotName.OBJECTIVE) != Objective.RFT ? 1 : rollouts;
    }

    private static TrainingJob.Data data(Slots slots) {
        if (slots.has(SlotName.BILLED_TOKENS)) {
            return new TrainingJob.Data.Billed(range(slots, SlotName.BILLED_TOKENS));
        }
        if (slots.has(SlotName.TOTAL_TOKENS)) {
            return new TrainingJob.Data.Dataset(range(slots, SlotName.TOTAL_TOKENS));
        }
        Long sequenceLength = slots.value(SlotName.SEQUENCE_LENGTH);
        Boolean packed = slots.value(SlotName.PACKED);
        return new TrainingJob.Data.Examples(
                range(slots, SlotName.EXAMPLES),
                range(slots, SlotName.TOKENS_PER_EXAMPLE),
                sequenceLength,
                sequenceLength == null || packed == null || packed);
    }

    private static TrainingJob.@Nullable Validation validation(Slots slots) {
        return slots.has(SlotName.VALIDATION_TOKENS)
                ? new TrainingJob.Validation(
                        range(slots, SlotName.VALIDATION_TOKENS), rangeOr(slots, SlotName.EVALUATIONS, 1))
                : null;
    }

    private static TrainingJob.@Nullable Reinforcement reinforcement(Slots slots) {
        BigDecimal hours = slots.value(SlotName.TRAINING_HOURS);
        return hours == null ? null : new TrainingJob.Reinforcement(hours, slots.value(SlotName.GRADER_TOKENS));
    }

    static Traffic traffic(Slots slots) {
        Slot<BigDecimal> requests = GrowingRequests.mean(slots)
                .orElseGet(() -> Objects.requireNonNull(slots.get(SlotName.REQUESTS_PER_DAY)));
        Range prompt = rangeOr(slots, SlotName.PROMPT_TOKENS, 0);
        BigDecimal cachedPercent = slots.value(SlotName.CACHED_PERCENT);
        return new Traffic(
                requests.value(),
                requests.highOrValue(),
                range(slots, SlotName.INPUT_TOKENS),
                range(slots, SlotName.OUTPUT_TOKENS),
                prompt,
                slots.has(SlotName.TUNED_PROMPT_TOKENS) ? range(slots, SlotName.TUNED_PROMPT_TOKENS) : prompt,
                cachedPercent == null ? BigDecimal.ZERO : cachedPercent.movePointLeft(2),
                Boolean.TRUE.equals(slots.value(SlotName.BATCH)));
    }

    static Horizon horizonOf(Inquiry inquiry) {
        Slots slots = inquiry.filled();
        Long retrainEveryDays = slots.value(SlotName.RETRAIN_EVERY_DAYS);
        return new Horizon(
                inquiry.asOf(),
                GrowingRequests.periodDays(slots),
                retrainEveryDays,
                GrowingRequests.course(slots).orElse(null),
                slots.value(SlotName.HOSTING_HOURS));
    }

    private static Plan.GpuSetup gpuSetup(Slots slots) {
        String said = slots.value(SlotName.GPU);
        Long gpus = slots.value(SlotName.GPUS);
        BigDecimal hour = slots.value(SlotName.GPU_HOUR_USD);
        return new Plan.GpuSetup(
                said == null ? null : Gpu.named(said).orElse(null),
                gpus == null ? 1 : gpus,
                Boolean.TRUE.equals(slots.value(SlotName.OWN_HARDWARE)),
                Boolean.TRUE.equals(slots.value(SlotName.QUANTIZED)),
                speed(slots),
                slots.value(SlotName.TRAINING_HOURS),
                hour == null ? null : new Money(hour));
    }

    private static Plan.@Nullable Speed speed(Slots slots) {
        Slot<BigDecimal> perGpu = slots.get(SlotName.TOKENS_PER_SECOND_PER_GPU);
        Slot<BigDecimal> speed = perGpu == null ? slots.get(SlotName.TOKENS_PER_SECOND) : perGpu;
        return speed == null ? null : new Plan.Speed(speed.value(), speed.highOrValue(), perGpu != null);
    }

    private static Range rangeOr(Slots slots, SlotName<Long> name, long fallback) {
        return slots.has(name) ? range(slots, name) : Range.exactly(fallback);
    }

    private static Range range(Slots slots, SlotName<Long> name) {
        Slot<Long> slot = Objects.requireNonNull(slots.get(name), () -> name + " was not filled");
        return new Range(slot.value(), slot.highOrValue());
    }
}
