package io.tunetally.console.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.answer.outcome.GpuPricesOutcome;
import java.time.LocalDate;

/** Writes the prices of GPUs, and the cost of a run on them, as JSON. */
final class GpuPricesJson {
    private GpuPricesJson() {}

    static void add(ObjectNode object, GpuPricesOutcome outcome) {
        object.set("gpuPrices", of(outcome));
        GpuPricesOutcome.Run run = outcome.run();
        if (run == null) {
            return;
        }
        object.putObject("gpuRun")
                .put("gpus", run.gpus())
                .put("gpuHours", run.gpuHours().low().toPlainString())
                .put("gpuHoursHigh", run.gpuHours().high().toPlainString())
                .set("cost", QuoteJson.band(run.cost(outcome.hour().price())));
    }

    private static ArrayNode of(GpuPricesOutcome outcome) {
        ArrayNode gpus = JsonNodeFactory.instance.arrayNode();
        for (GpuPricesOutcome.Row row : outcome.rows()) {
            LocalDate seen = row.rate().provenance().lastSeen();
            gpus.addObject()
                    .put("gpu", row.rate().variant())
                    .put("provider", row.provider().id().value())
                    .put("observed", seen == null ? null : seen.toString())
                    .set("usdPerHour", QuoteJson.band(row.rate().price().price()));
        }
        return gpus;
    }
}
