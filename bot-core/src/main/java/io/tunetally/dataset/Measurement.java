package io.tunetally.dataset;

import io.tunetally.dataset.format.Format;
import io.tunetally.dataset.format.Pair;
import io.tunetally.dataset.format.Reading;
import io.tunetally.dataset.source.Container;
import io.tunetally.dataset.source.ParquetFooter;
import io.tunetally.dataset.verdict.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a training file.
 *
 * @param format that of most of its examples; null if it has none
 * @param pair the columns of a question and its answer as the file names them; null for other formats
 * @param mixed the first example of another format, or null
 * @param parquet what the footer says, if the file is Parquet, whose rows are not read
 * @param tokens by tokenizer, in the order asked
 */
public record Measurement(
        String file,
        Container container,
        @Nullable Format format,
        @Nullable Pair pair,
        @Nullable Mixed mixed,
        Lines lines,
        Content content,
        List<TokenStatistics> tokens,
        List<Verdict> verdicts,
        @Nullable ParquetFooter parquet) {
    public Measurement {
        tokens = List.copyOf(tokens);
        verdicts = List.copyOf(verdicts);
    }

    /** An example whose format is not that of the first. */
    public record Mixed(long line, Format format) {}

    /**
     * The records read.
     *
     * @param read all that were not blank
     * @param badCount those that are no example
     * @param bad the first of them
     */
    public record Lines(long read, long badCount, List<Reading.Bad> bad) {
        public Lines {
            bad = List.copyOf(bad);
        }
    }

    /**
     * The examples.
     *
     * @param messages how many messages they have
     * @param withoutSystem those without a message of the system
     * @param withoutUser those without a message of the user
     * @param untrained those in which the model learns to write nothing
     * @param firstUntrained the line of the first of them, or 0
     * @param tooShort those with hardly any text
     * @param images pictures, whose tokens are not counted
     * @param comparedAll whether all examples were compared with those before; a large file is compared in its first part
     */
    public record Content(
            LengthTable messages,
            long withoutSystem,
            long withoutUser,
            long untrained,
            long firstUntrained,
            long tooShort,
            long images,
            long duplicates,
            long nearDuplicates,
            boolean comparedAll) {}

    public long examples() {
        return parquet == null ? content.messages().examples() : parquet.rows();
    }

    /** True if the examples have answers that a model learns; those of reinforcement have a grader instead. */
    public boolean isAnswered() {
        return format != Format.RFT;
    }

    /** Returns the statistics by the tokenizer of a family. */
    public TokenStatistics tokens(String tokenizer) {
        return tokens.stream()
                .filter(statistics -> statistics.tokenizer().equals(tokenizer))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not counted by " + tokenizer));
    }
}
