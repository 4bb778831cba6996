package io.tunetally.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypoIndexTest {
    private static final TypoIndex INDEX =
            new TypoIndex(List.of("examples", "samples", "epochs", "cost", "most", "lora", "mistral", "mi", "7b"));

    @ParameterizedTest
    @CsvSource({
        "exmaples, examples",
        "exampels, examples",
        "exampls, examples",
        "examplees, examples",
        "exanples, examples",
        "epocs, epochs",
        "mistrall, mistral",
        "mistarll, mistral",
        "lorra, lora"
    })
    void findsTheWordThatWasMeant(String typed, String meant) {
        assertThat(INDEX.nearest(typed)).containsExactly(meant);
    }

    @Test
    void findsAllThatAreEquallyNearInTheOrderOfTheLexicon() {
        assertThat(INDEX.nearest("gost")).containsExactly("cost", "most");
    }

    @ParameterizedTest
    @ValueSource(strings = {"co", "ct", "banana", "mj", "7c", "csto r", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", ""})
    void findsNothingForShortLongOrDistantWords(String typed) {
        assertThat(INDEX.nearest(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 0", "3, 1", "4, 1", "5, 2", "12, 2"})
    void shortWordsReachLessFar(int length, int edits) {
        assertThat(TypoIndex.reach(length)).isEqualTo(edits);
    }
}
