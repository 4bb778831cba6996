package io.tunetally.answer.dataset;

import io.tunetally.catalog.Method;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about a training file.
 *
 * @param models the models to price; empty for all that can be started
 * @param epochs null for what the number of examples suggests
 * @param validationTokens the tokens of a validation file, or null
 * @param sequenceLength the longest sequence trained on, or null for the model's own
 * @param packed false where each example is padded to the sequence length
 */
public record DatasetRequest(
        List<ModelId> models,
        @Nullable ProviderId provider,
        @Nullable Method method,
        @Nullable Long epochs,
        @Nullable Long validationTokens,
        @Nullable Long sequenceLength,
        boolean packed) {
    public DatasetRequest {
        models = List.copyOf(models);
    }

    /** Returns the question about all models or some, with epochs or without. */
    public static DatasetRequest of(List<ModelId> models, @Nullable Long epochs) {
        return new DatasetRequest(models, null, null, epochs, null, null, true);
    }
}
