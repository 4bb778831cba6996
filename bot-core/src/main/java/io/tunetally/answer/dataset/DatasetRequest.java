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
 * @param tokenizers those to count with besides the ones of the models
 * @param validation the measured validation file, or null
 */
public record DatasetRequest(
        List<ModelId> models,
        @Nullable Long epochs,
        Slots terms,
        List<String> tokenizers,
        @Nullable Measurement validation) {
    /** A file as a whole. */
    public static final DatasetRequest ALL = new DatasetRequest(List.of(), null, Slots.NONE);

    public DatasetRequest(List<ModelId> models, @Nullable Long epochs, Slots terms) {
        this(models, epochs, terms, List.of(), null);
    }

    public DatasetRequest {
        models = List.copyOf(models);
        tokenizers = List.copyOf(tokenizers);
    }

    /** Returns the request with a measured validation file. */
    public DatasetRequest with(Measurement measured) {
        return new DatasetRequest(models, epochs, terms, tokenizers, measured);
    }
}
