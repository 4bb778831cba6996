package io.tunetally.interpreter.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnglishWordsTest {
    private static final EnglishWords WORDS = EnglishWords.builtIn();

    @ParameterizedTest
    @CsvSource({
        "weather, true",
        "meeting, true",
        "meetings, true",
        "and, true",
        "blorft, false",
        "exmaples, false",
        "weatherss, false"
    })
    void knowsCommonWordsAndTheirPlurals(String word, boolean common) {
        assertThat(WORDS.contains(word)).isEqualTo(common);
    }

    @Test
    void looksUpAPartOfAText() {
        assertThat(WORDS.contains("xweatherx", 1, 8)).isTrue();
        assertThat(WORDS.contains("xweatherx", 0, 9)).isFalse();
    }
}
