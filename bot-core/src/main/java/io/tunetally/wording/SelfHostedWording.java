package io.tunetally.wording;

import io.tunetally.answer.Inquiry;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Gpu;
import io.tunetally.engine.GpuNeed;
import io.tunetally.engine.Quote;
import io.tunetally.interpreter.SlotName;
import java.util.Objects;

/** How the GPU-hours of a self-hosted training come about. */
final class SelfHostedWording {
    private SelfHostedWording() {}

    /** {@code GPU-hours: 4 FLOPs × 70B parameters × 15,000,000 tokens / (989 TFLOPS × 10-45 % used × 3,600 s) ...}. */
    static void note(Frame frame, Inquiry inquiry, Quote quote) {
        if (!quote.offer().provider().id().equals(ProviderId.SELF_HOSTED)) {
            return;
        }
        String said = inquiry.filled().value(SlotName.GPU);
        GpuNeed need = GpuNeed.of(
                quote.offer().method(),
                Objects.requireNonNull(quote.offer().model().billionParameters()),
                said == null ? null : Gpu.named(said).orElse(null));
        Gpu gpu = need.gpu();
        frame.note("GPU-hours: " + Numbers.count(need.flopsPerParameter()) + " FLOPs × "
                + Numbers.count(need.billionParameters()) + "B parameters × "
                + Numbers.quantity(quote.billedTokens()) + " / (" + Numbers.count(gpu.peakTflops())
                + " TFLOPS × 10-45 % of it used × 3,600 s) on the " + gpu.label() + (said == null ? " (assumed)" : "")
                + ". To hold it takes " + Numbers.count(need.gigabytes()) + " GB, "
                + Text.counted(need.gpus(), "GPU") + ".");
        frame.note("The price of a GPU-hour runs from the cheapest provider on file to the dearest.");
    }
}
