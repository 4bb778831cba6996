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

final class LexiconReaderTest {
    @Test
    void readsMeaningsWithTheirLines() {
        Lexicon lexicon = read("intents:\n  estimate: [cost, ~price]\nneutral-tiers:\n  neutral: [instruct]\n");
        assertThat(lexicon.meanings())
                .containsExactly(
                        new Lexicon.Meaning(
                                Category.INTENTS,
                                "estimate",
                                List.of(new Lexicon.Phrase("cost", false, 2), new Lexicon.Phrase("price", true, 2)),
                                2),
                        new Lexicon.Meaning(
                                Category.NEUTRAL_TIERS,
                                "neutral",
                                List.of(new Lexicon.Phrase("instruct", false, 4)),
                                4));
    }

    @Test
    void aLoneTildeIsAPhraseOfItsOwn() {
        assertThat(read("cues:\n  about: [\"~\", \"~~\", \"~around\"]\n")
                        .meanings()
                        .getFirst()
                        .phrases())
                .extracting(phrase -> phrase.text() + " " + phrase.weak())
                .containsExactly("~ false", "~~ false", "around true");
    }

    @Test
    void wordsInBracketsStandForSeveralPhrases() {
        assertThat(read("cues:\n  eu: [\"~(in|within) (france|spain)\"]\n")
                        .meanings()
                        .getFirst()
                        .phrases())
                .extracting(phrase -> phrase.text() + " " + phrase.weak())
                .containsExactly("in france true", "in spain true", "within france true", "within spain true");
    }

    @Test
    void readsAFamily() {
        Lexicon lexicon = read("""
                families:
                  llama:
                    names: [llama, ~lama]
                    open: true
                    sizes: {8b: llama-3.1-8b}
                    standard: llama-3.1-8b
                    candidates: [llama-3.1-8b, llama-3.3-70b]
                """);
        Lexicon.FamilyEntry llama = lexicon.families().getFirst();
        assertThat(llama.name()).isEqualTo("llama");
        assertThat(llama.names()).extracting(Lexicon.Phrase::weak).containsExactly(false, true);
        assertThat(llama.open()).isTrue();
        assertThat(llama.tier()).isFalse();
        assertThat(llama.sizes()).isEqualTo(Map.of("8b", "llama-3.1-8b"));
        assertThat(llama.standard()).isEqualTo("llama-3.1-8b");
        assertThat(llama.candidates()).containsExactly("llama-3.1-8b", "llama-3.3-70b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verbs:\\n  estimate: [cost] | test.yaml:1: verbs is no section of a lexicon",
                "models:\\n  gpt-4o: [gpt] | test.yaml:1: models is no section of a lexicon",
                "intents:\\n  estimate: cost | test.yaml:2: intents.estimate with a list of phrases expected, found",
                "intents: [cost] | test.yaml:1: intents with a map of meanings expected, found",
                "intents:\\n  estimate: [''] | test.yaml:2: intents.estimate holds an empty phrase",
                "intents:\\n  estimate: [[cost]] | test.yaml:2: intents.estimate must be a word, found",
                "families:\\n  llama:\\n    open: true | test.yaml:2: families.llama needs names",
                "families:\\n  llama:\\n    name: [llama] | test.yaml:3: families.llama.name is no property of a family",
                "intents:\\n  estimate: [cost]\\nintents:\\n  tco: [tco] | test.yaml:3: Duplicate field 'intents'",
                "[cost] | test.yaml:1: a map of sections expected, found"
            })
    void refusesWithFileLineAndKey(String yaml, String message) {
        String text = yaml.replace("\\n", "\n");
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(LexiconException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void theBuiltInLexiconIsReadable() {
        assertThat(Lexicon.builtIn().meanings()).isNotEmpty();
        assertThat(Lexicon.builtIn().families())
                .extracting(Lexicon.FamilyEntry::name)
                .contains("llama", "gpt");
    }

    private static Lexicon read(String yaml) {
        return Lexicon.load("test.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
