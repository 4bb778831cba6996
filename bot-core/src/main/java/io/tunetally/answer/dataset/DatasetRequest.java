package io.tunetally.answer.dataset;

import io.tunetally.catalog.ModelId;
import io.tunetally.request.Slots;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about a training file.
 *
 * @param models the models to price; empty for all that can be started
 * @param epochs null for what the number of examples suggests
 * @param also what else the job is limited to, such as its method
 */
public record DatasetRequest(List<ModelId> models, @Nullable Long epochs, Slots also) {
    /** A file as a whole. */
    public static final DatasetRequest ALL = new DatasetRequest(List.of(), null);

    public DatasetRequest(List<ModelId> models, @Nullable Long epochs) {
        this(models, epochs, Slots.NONE);
    }

    public DatasetRequest {
        models = List.copyOf(models);
    }
}
