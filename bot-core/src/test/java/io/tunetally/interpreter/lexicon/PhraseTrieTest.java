package io.tunetally.interpreter.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.request.Intent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhraseTrieTest {
    private static final PhraseTrie TRIE = trie();

    private static PhraseTrie trie() {
        PhraseTrie.Builder builder = new PhraseTrie.Builder();
        builder.add(new Lexeme("gpt 4o", Category.MODELS, "gpt-4o", null, false, TraitPatterns.NONE));
        builder.add(new Lexeme("gpt 4o mini", Category.MODELS, "gpt-4o-mini", null, false, TraitPatterns.NONE));
        builder.add(new Lexeme("gpt-4", Category.MODELS, "gpt-4", null, false, TraitPatterns.NONE));
        builder.add(new Lexeme("epochs", Category.UNITS, "epoch", Measure.EPOCH, false, TraitPatterns.NONE));
        builder.add(new Lexeme("a", Category.CUES, "article", Cue.ARTICLE, false, TraitPatterns.NONE));
        builder.add(
                new Lexeme("break even", Category.INTENTS, "breakeven", Intent.BREAKEVEN, false, TraitPatterns.NONE));
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt 4o mini",
                "gpt4o-mini",
                "gpt-4o-mini",
                "gpt_4o_mini",
                "gpt.4o.mini",
                "gpt:4o:mini",
                "gpt/4o/mini",
                "gpt4omini",
                "gpt  4o mini"
            })
    void aNameIsOneHoweverItsPartsAreJoined(String text) {
        assertThat(longest(text)).isEqualTo("gpt-4o-mini " + text.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt 4o minimal | gpt-4o 6",
                "gpt-4o 3 epochs | gpt-4o 6",
                "gpt-4 | gpt-4 5",
                "epochs3 | epoch 6",
                "break even now | breakeven 10",
                "a piece | article 1"
            })
    void takesTheLongestPhraseThatEndsAtABoundary(String text, String match) {
        assertThat(longest(text)).isEqualTo(match);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4.5", "gpt", "a100", "epochsx", "break.even", "brea keven", "4o"})
    void findsNothingWithinAnotherWord(String text) {
        assertThat(longest(text)).isEmpty();
    }

    @Test
    void twoMeaningsOfOneSpellingAreToldApart() {
        PhraseTrie.Builder builder = new PhraseTrie.Builder();
        Lexeme model = new Lexeme("gpt 4o", Category.MODELS, "gpt-4o", null, false, TraitPatterns.NONE);
        assertThat(builder.add(model)).isNull();
        assertThat(builder.add(new Lexeme("gpt-4o", Category.MODELS, "gpt-4o", null, false, TraitPatterns.NONE)))
                .as("the same meaning")
                .isNull();
        assertThat(builder.add(new Lexeme("gpt4o", Category.MODELS, "gpt-4", null, false, TraitPatterns.NONE)))
                .isSameAs(model);
    }

    @Test
    void refusesACharacterThatNoPhraseCanHold() {
        PhraseTrie.Builder builder = new PhraseTrie.Builder();
        Lexeme phrase = new Lexeme("caf\u00e9", Category.TOPICS, "topic", null, false, TraitPatterns.NONE);
        assertThatThrownBy(() -> builder.add(phrase))
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining("caf\u00e9");
    }

    /** Returns the value of the longest phrase at the beginning and its end. */
    private static String longest(String text) {
        long match = TRIE.longest(text, 0, text.length());
        return match == 0 ? "" : TRIE.lexeme(match).value() + " " + PhraseTrie.end(match);
    }
}
