package io.tunetally.answer.dataset;

import io.tunetally.catalog.ModelId;
import io.tunetally.dataset.Measurement;
import io.tunetally.request.Slots;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about a training file.
 *
 * @param models the models to price; empty for all that can be started
 * @param epochs null for what the number of examples suggests
 * @param terms the provider and method, if they were asked for
 * @param validation the measured validation file, or null
 */
public record DatasetRequest(
        List<ModelId> models,
        @Nullable Long epochs,
        Slots terms,
        @Nullable Measurement validation) {
    public DatasetRequest {
        models = List.copyOf(models);
    }
}
