package io.tunetally.answer.config;

import io.tunetally.request.Slots;
import io.tunetally.trainingconfig.TrainingConfig;
import java.util.List;

/**
 * The job of a training config.
 *
 * @param slots the request's values
 * @param remarks what was found out about its data
 */
public record ConfiguredJob(TrainingConfig config, Slots slots, List<Remark> remarks) {
    public ConfiguredJob {
        remarks = List.copyOf(remarks);
    }

    /** A remark on the data. */
    public sealed interface Remark {
        /** A data set was counted. */
        record Counted(String name, long examples, long tokens, String tokenizer, boolean exact) implements Remark {}

        /** A data set is no file here, so its size is unknown. */
        record NotHere(String name) implements Remark {}

        /** The config names no data. */
        record NoData() implements Remark {}

        /** Tokens are held back for validation. */
        record Held(long tokens) implements Remark {}

        /** Examples are longer than the sequence. */
        record TooLong(long examples, long sequenceLength, boolean dropped) implements Remark {}

        /** The number of steps decides, on one device. */
        record Steps(long examples) implements Remark {}
    }

    /** True if the size of the data is known or was said. */
    public boolean hasSize() {
        return remarks.stream()
                .noneMatch(remark -> remark instanceof Remark.NotHere || remark instanceof Remark.NoData);
    }
}
