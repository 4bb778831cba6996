package io.tunetally.interpreter.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.text.WordHash;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WordHashTest {
    @ParameterizedTest
    @ValueSource(strings = {"epochs", "EPOCHS", "Epochs", "ePoChS"})
    void isTheSameInUpperAndLowerCase(String word) {
        assertThat(whole(word)).isEqualTo(whole("epochs"));
    }

    @Test
    void readsAPartOfAText() {
        assertThat(WordHash.of("3 epochs!", 2, 8)).isEqualTo(whole("epochs"));
    }

    @ParameterizedTest
    @CsvSource({"0, -1, pochs", "5, -1, epoch", "1, 3, eohs", "-1, 99, epochs"})
    void leavesLettersOut(int first, int second, String rest) {
        assertThat(WordHash.without("epochs", first, second)).isEqualTo(whole(rest));
    }

    @Test
    void isNeverZeroAndDiffersForEveryPhrase() {
        List<String> phrases = List.copyOf(new HashSet<>(Lexicon.builtIn().meanings().stream()
                .flatMap(meaning -> meaning.phrases().stream())
                .map(phrase -> phrase.text().toLowerCase(Locale.ROOT))
                .toList()));
        Set<Long> hashes = new HashSet<>();
        phrases.forEach(phrase -> hashes.add(whole(phrase)));
        assertThat(hashes).hasSameSizeAs(phrases).doesNotContain(0L);
        assertThat(whole("")).isNotZero();
    }

    private static long whole(String word) {
        return WordHash.of(word, 0, word.length());
    }
}
