package io.tunetally.discussion.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PhrasebookTest {
    @Test
    void hasPhrasesThatAllCompileAndNeverMatchNothing() {
        assertThat(Phrasebook.builtIn().entries())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.phrase().match("")).isEmpty());
    }
}
