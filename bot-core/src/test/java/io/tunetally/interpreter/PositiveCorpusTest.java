package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps the generated corpus as its generator makes it; {@code -Dcorpus.write=true} writes it anew. */
class PositiveCorpusTest {
    @Test
    void isAsItsGeneratorMakesIt() throws IOException {
        List<String> lines = PositiveCorpus.lines();
        if (Boolean.getBoolean("corpus.write")) {
            Files.write(Path.of("src/test/resources/interpreter/positive.tsv"), lines);
        }
        assertThat(Corpus.rows("positive.tsv"))
                .hasSizeGreaterThanOrEqualTo(1500)
                .isEqualTo(lines);
    }
}
