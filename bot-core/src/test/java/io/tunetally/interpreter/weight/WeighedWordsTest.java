package io.tunetally.interpreter.weight;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.lexicon.Symbol;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WeighedWordsTest {
    private static final WeighedWords WORDS =
            new WeighedWords(List.of("has ~figure", "then ~how_much ~figure", "has MODEL", "ends ?"));

    @Test
    void findsTheWordsThatFeaturesName() {
        assertThat(WORDS.of("a figure please", 2, 8).name()).isEqualTo("~figure");
        assertThat(WORDS.of("how much", 0, 8).name()).isEqualTo("~how_much");
    }

    @Test
    void anotherWordWeighsNothing() {
        assertThat(WORDS.of("a figure please", 9, 15)).isSameAs(Symbol.NONE);
        assertThat(WORDS.of("MODEL", 0, 5)).isSameAs(Symbol.NONE);
    }
}
