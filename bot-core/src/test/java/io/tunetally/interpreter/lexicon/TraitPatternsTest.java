package io.tunetally.interpreter.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TraitPatternsTest {
    @ParameterizedTest
    @CsvSource({
        "fine tune,   fine tune, true",
        "*tun*,       fine tuning, true",
        "should *,    should we, true",
        "should *,    shoulder, false",
        "*loss,       eval loss, true",
        "*loss,       lossless, false",
        "=google,     vertex, true",
        "google,      vertex, false"
    })
    void matchesATextOrAMeaning(String pattern, String phrase, boolean matches) {
        TraitPatterns patterns = new TraitPatterns(Map.of(Trait.BEST, List.of(new Lexicon.Phrase(pattern, false, 1))));

        assertThat(patterns.of(phrase, "google").contains(Trait.BEST)).isEqualTo(matches);
    }

    @ParameterizedTest
    @EnumSource(Trait.class)
    void isGivenToAPhraseByTheBuiltInLexicon(Trait trait) {
        assertThat(Lexicon.builtIn().traits()).containsKey(trait);
        assertThat(Lexicon.builtIn().traits().get(trait)).isNotEmpty();
    }

    @Test
    void refusesAnUnknownTrait() {
        byte[] yaml = "traits:\n  yaerly: [annual]\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Lexicon.load("x.yaml", new ByteArrayInputStream(yaml)))
                .isInstanceOf(LexiconException.class)
                .hasMessage("x.yaml:2: traits.yaerly is no trait");
    }
}
