package io.tunetally.interpreter.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordPatternTest {
    private static final Map<String, WordPhrases> GROUPS = Map.of(
            "facts",
            WordPhrases.of(List.of("data", "price list*")),
            "change",
            WordPhrases.of(List.of("chang*", "is new")));

    @ParameterizedTest
    @CsvSource({
        "{facts} .. {change}, our data often changes, true",
        "{facts} .. {change}, our price lists are changing, true",
        "{facts} .. {change}, our data never changes, false",
        "{facts} .. {change}, data a b c d e f g changes, false",
        "right #90 %, right 95 % of the time, true",
        "right #90 %, right 85 % of the time, false",
        "right #<90 %, right 85 % of the time, true",
        "right .. #90, right 50 and 95, false",
        "under #ms, under 300ms, true",
        "a? tuned model, tuned model, true",
        "a? tuned model, a tuned model, true",
        "^tune it$, tune it ?, true",
        "^tune it$, tune it now, false",
        "^tune it$, please tune it, false"
    })
    void matchesWordsInOrderWithGapsThatNoNegationEnters(String pattern, String words, boolean matches) {
        List<WordPatterns.Word> sentence = Arrays.stream(words.split(" "))
                .map(word -> new WordPatterns.Word(word, 0, 0))
                .toList();
        WordPattern compiled =
                WordPattern.of(pattern, new WordPhrases.Groups(GROUPS), WordPhrases.of(List.of("never")));
        boolean found = false;
        for (int at = 0; at < sentence.size(); at++) {
            found |= compiled.isAt(sentence, at, new BitSet());
        }
        assertThat(found).isEqualTo(matches);
    }

    @Test
    void namesAGroupThatDoesNotExist() {
        assertThatThrownBy(() -> WordPattern.of("{fact} .. change", new WordPhrases.Groups(GROUPS), WordPhrases.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{fact} is no group of words");
    }
}
