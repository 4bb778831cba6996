package io.tunetally.answer.config;

import io.tunetally.request.Slots;
import io.tunetally.trainingconfig.TrainingConfig;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
        record NotHere(String name) implements Remark {
            private static final Pattern FILE =
                    Pattern.compile("[./~].*|.*\\.(jsonl?|csv|tsv|txt|parquet|arrow|gz)", Pattern.CASE_INSENSITIVE);
            private static final Pattern UPLOADED = Pattern.compile("file-[A-Za-z0-9-]+");

            /** True if the name is a path, not a data set of a hub. */
            public boolean isFile() {
                return FILE.matcher(name).matches();
            }

            /** True if the name is the id of a file that was uploaded to the service. */
            public boolean isUploaded() {
                return UPLOADED.matcher(name).matches();
            }
        }

        /** A data set is a file here in which no example was found. */
        record Empty(String name) implements Remark {}

        /** The config names no data. */
        record NoData() implements Remark {}

        /** Tokens are held back for validation. */
        record Held(long tokens) implements Remark {}

        /** Examples are longer than the sequence. */
        record TooLong(long examples, long sequenceLength, boolean dropped) implements Remark {}

        /**
         * The epochs are no whole number: so many tokens or examples are trained on once.
         *
         * @param examples 0 if the tokens are known
         * @param assumed whether the size of the data is assumed
         */
        record FractionalEpochs(BigDecimal epochs, long tokens, long examples, boolean assumed) implements Remark {}

        /** The number of steps decides, on one device. */
        record Steps(long examples) implements Remark {}
    }

    /** True if the epochs are no whole number and are part of the size. */
    public boolean hasFractionalEpochs() {
        return fractionalEpochs().findAny().isPresent();
    }

    /** True if they are, and the size is neither known nor said. */
    public boolean assumesSize() {
        return fractionalEpochs().anyMatch(Remark.FractionalEpochs::assumed);
    }

    private Stream<Remark.FractionalEpochs> fractionalEpochs() {
        return remarks.stream()
                .filter(Remark.FractionalEpochs.class::isInstance)
                .map(Remark.FractionalEpochs.class::cast);
    }

    /** True if the size of the data is known or was said. */
    public boolean hasSize() {
        return remarks.stream().noneMatch(ConfiguredJob::leavesSizeOpen);
    }

    static boolean leavesSizeOpen(Remark remark) {
        return remark instanceof Remark.NotHere || remark instanceof Remark.Empty || remark instanceof Remark.NoData;
    }
}
