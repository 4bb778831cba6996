package io.tunetally.interpreter.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that the generated corpus matches its generator; {@code -Dcorpus.write=true} rewrites it. */
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
