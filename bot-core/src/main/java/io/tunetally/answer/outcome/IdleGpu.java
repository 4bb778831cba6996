package io.tunetally.answer.outcome;

import io.tunetally.catalog.Gpu;
import io.tunetally.engine.Quote;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.List;
import java.util.Optional;

/**
 * A GPU that was named where the offer in the headline is a provider's, which trains on its own.
 *
 * @param slot the GPU as it was read
 * @param label its usual spelling, e.g. {@code A100 80 GB}
 * @param reason e.g. {@code OpenAI trains on its own GPUs}
 */
public record IdleGpu(Slot<String> slot, String label, String reason) {
    public static Optional<IdleGpu> of(Slots slots, List<Quote> quotes) {
        Slot<String> gpu = slots.get(SlotName.GPU);
        if (gpu == null || quotes.isEmpty() || quotes.getFirst().gpuNeed() != null) {
            return Optional.empty();
        }
        return Optional.of(new IdleGpu(
                gpu,
                Gpu.named(gpu.value()).map(Gpu::label).orElse(gpu.value()),
                quotes.getFirst().offer().provider().name() + " trains on its own GPUs"));
    }
}
