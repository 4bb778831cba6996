package io.tunetally.answer.outcome;

import io.tunetally.catalog.Gpu;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Quote;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Rounded;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A GPU, its hours or its price where the offer in the headline is a provider's, which trains on its own GPUs; the hours of an
 * endpoint where that offer has none that is billed by the hour.
 *
 * @param slot the value as it was read
 * @param text the value as a program reads it
 * @param label its usual spelling, e.g. {@code A100 80 GB}
 * @param reason e.g. {@code OpenAI trains on its own GPUs}
 */
public record IdleGpu(SlotName<?> name, Slot<?> slot, String text, String label, String reason) {
    /** Returns the values that change nothing; hours and a price are used if any offer is on GPUs. */
    public static List<IdleGpu> of(Slots slots, List<Quote> quotes) {
        if (quotes.isEmpty() || quotes.getFirst().gpuNeed() != null) {
            return List.of();
        }
        List<IdleGpu> idle = new ArrayList<>();
        String provider = quotes.getFirst().offer().provider().name();
        if (quotes.getFirst().hoursUp().isEmpty()) {
            add(idle, slots, SlotName.MONTHLY_HOURS, provider + " bills by the token, whatever the hours");
        }
        Slot<String> gpu = slots.get(SlotName.GPU);
        boolean compared = slots.has(SlotName.PROVIDERS) && quotes.stream().anyMatch(quote -> quote.gpuNeed() != null);
        if (gpu != null && !compared) {
            String label = Gpu.named(gpu.value()).map(Gpu::label).orElse(gpu.value());
            idle.add(new IdleGpu(SlotName.GPU, gpu, gpu.value(), label, provider + " trains on its own GPUs"));
        }
        if (quotes.stream().allMatch(quote -> quote.gpuNeed() == null)) {
            add(idle, slots, SlotName.GPU_HOUR_USD, provider + " trains on its own GPUs");
            if (quotes.stream().noneMatch(IdleGpu::isByTheHour)) {
                add(idle, slots, SlotName.TRAINING_HOURS, provider + " bills by the token");
            }
        }
        return idle;
    }

    private static void add(List<IdleGpu> idle, Slots slots, SlotName<BigDecimal> name, String reason) {
        Slot<BigDecimal> slot = slots.get(name);
        if (slot != null) {
            String text = name.echo().replace("#", spelled(slot));
            idle.add(new IdleGpu(name, slot, text, Rounded.text(text), reason));
        }
    }

    private static String spelled(Slot<BigDecimal> slot) {
        BigDecimal high = slot.high();
        return slot.value().toPlainString() + (high == null ? "" : "-" + high.toPlainString());
    }

    private static boolean isByTheHour(Quote quote) {
        return quote.lines().stream().anyMatch(line -> line.kind() == LineItem.Kind.TRAINING_HOURS);
    }
}
