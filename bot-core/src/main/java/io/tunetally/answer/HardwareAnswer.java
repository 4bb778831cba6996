package io.tunetally.answer;

import io.tunetally.answer.outcome.ExplainOutcome;
import io.tunetally.answer.outcome.ExplainOutcome.Hardware;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Unpriceable;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The GPU memory that a training or a running model needs, for the question which GPU it takes, and how long it takes there. */
final class HardwareAnswer {
    /** "Llama 3.1 8B with LoRA" (the guide, Getting Started), where no model was named. */
    private static final ModelId USUAL = new ModelId("llama-3.1-8b");

    private static final Pattern BY_MEMORY = Pattern.compile("\\d+gb");

    private HardwareAnswer() {}

    static Hardware of(Inquiry inquiry, boolean serving) {
        Slots said = inquiry.request().slots();
        Model model = new Selection(inquiry).named().stream().findFirst().orElseGet(() -> sized(inquiry));
        Method asked = said.value(SlotName.METHOD);
        // The weights of a LoRA training are held in 16 bits, as those of a model that runs are.
        Method method = asked == null || serving ? Method.LORA : asked;
        boolean quantized = Boolean.TRUE.equals(said.value(SlotName.QUANTIZED));
        BigDecimal size = model.open() ? model.billionParameters() : null;
        BigDecimal gigabytes = size == null ? null : CostEngine.memoryGb(method, quantized, size);
        String gpu = said.value(SlotName.GPU);
        Optional<Gpu> named = Optional.ofNullable(gpu).flatMap(Gpu::named);
        BigDecimal memory = named.map(one -> BigDecimal.valueOf(one.memoryGb())).orElseGet(() -> memory(gpu));
        Long count = said.value(SlotName.GPUS);
        return new Hardware(
                model,
                inquiry.engine().prices().catalog().model(model.id()).isPresent(),
                serving,
                method,
                quantized,
                gigabytes,
                named.orElse(null),
                memory,
                memory == null ? gpu : null,
                count == null ? 1 : count,
                gigabytes == null ? null : smallest(gigabytes).orElse(null),
                size == null ? null : CostEngine.memoryGb(Method.LORA, true, size));
    }

    /** Returns the GB of a GPU that is known by its memory: {@code 24gb}; null for a name. */
    private static @Nullable BigDecimal memory(@Nullable String gpu) {
        return gpu != null && BY_MEMORY.matcher(gpu).matches()
                ? new BigDecimal(gpu.substring(0, gpu.indexOf('g')))
                : null;
    }

    /** Returns how long the training takes on the GPU that was said, or on a usual one; null for a model of closed weights. */
    static ExplainOutcome.@Nullable TrainingTime time(Inquiry inquiry) {
        Unpriceable.OwnHardware job = Start.onOwnHardware(inquiry.with(SlotName.OWN_HARDWARE, true));
        return job == null ? null : new ExplainOutcome.TrainingTime(job);
    }

    /** Returns a model of the size that was said, which need not be on file, or the usual one. */
    private static Model sized(Inquiry inquiry) {
        BigDecimal size = inquiry.request().slots().value(SlotName.SIZE_B);
        return size == null
                ? inquiry.engine().prices().catalog().model(USUAL).orElseGet(() -> Model.unlisted(USUAL, null))
                : new Model(
                        new ModelId("size " + size.toPlainString() + "b"),
                        "a " + size.toPlainString() + "B model",
                        size,
                        true,
                        List.of());
    }

    private static Optional<Gpu> smallest(BigDecimal gigabytes) {
        return Stream.of(Gpu.values())
                .filter(gpu -> BigDecimal.valueOf(gpu.memoryGb()).compareTo(gigabytes) >= 0)
                .min(Comparator.comparingInt(Gpu::memoryGb));
    }
}
