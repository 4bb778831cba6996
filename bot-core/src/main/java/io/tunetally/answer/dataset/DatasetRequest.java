package io.tunetally.answer.dataset;

import io.tunetally.catalog.ModelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about a training file.
 *
 * @param models the models to price; empty for all that can be started
 * @param epochs null for what the number of examples suggests
 */
public record DatasetRequest(List<ModelId> models, @Nullable Long epochs) {
    public DatasetRequest {
        models = List.copyOf(models);
    }
}
