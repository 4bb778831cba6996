package io.tunetally.dataset;

import io.tunetally.dataset.source.RecordSource;
import io.tunetally.dataset.source.SizeLimits;
import io.tunetally.dataset.token.TokenizerFamilies;
import io.tunetally.dataset.verdict.ProviderRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Measures texts in memory, by OpenAI's older tokenizer. */
final class DatasetFixture {
    static final SizeLimits LIMITS = new SizeLimits(1 << 30, 80L << 20, 1 << 20, 200);

    private static final TokenizerFamilies FAMILIES = TokenizerFamilies.with(Map.of());

    private DatasetFixture() {}

    static Measurement measure(String... lines) {
        return measure(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static Measurement measure(byte[] bytes) {
        return measure(new ByteArrayInputStream(bytes), bytes.length);
    }

    static Measurement measure(InputStream in, long size) {
        return measure(in, size, LIMITS);
    }

    static Measurement measure(InputStream in, long size, SizeLimits limits) {
        DatasetReader reader = new DatasetReader(
                List.of(FAMILIES.tokenizer(FAMILIES.named("cl100k_base"))), ProviderRules.all(), limits, 2);
        try (RecordSource source = RecordSource.open(in, size, limits)) {
            return reader.read("train", source, ReadingProgress.NONE);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
