package io.tunetally.console.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tunetally.answer.outcome.GpuPricesOutcome;
import java.time.LocalDate;

/** Writes the prices of GPUs as JSON. */
final class GpuPricesJson {
    private GpuPricesJson() {}

    static ArrayNode of(GpuPricesOutcome outcome) {
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
