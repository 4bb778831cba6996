package io.tunetally.interpreter.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountRowsTest {
    private static String written(String text) {
        return CountRows.written(Stages.lexicon(), Stages.folded(text)).text();
    }

    @Test
    void writesTheRowsThatAreLeft() {
        assertThat(written("read: 9,300\nempty: 300\nusable: 9,000\ncost?"))
                .contains("9,000")
                .doesNotContain("9,300", "usable");
    }

    @Test
    void writesTheSplit() {
        assertThat(written("read: 12,400\nremoved: 900\ntrain: 10,900\nval: 600\n"))
                .contains("train: 10,900", "val: 600")
                .doesNotContain("12,400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read: 9,300\nempty: 200\nusable: 9,000\n", "letters: 300\nmails: 200\nchats: 500\n"})
    void leavesOtherCountsAsTheyAre(String text) {
        assertThat(written(text)).isEqualTo(Stages.folded(text).text());
    }
}
