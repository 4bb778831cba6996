package io.tunetally.interpreter.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.interpreter.lexicon.LexiconException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlossaryTest {
    private static final String HEAD =
            "language:\\n  name: Dutch\\n  answered: Ja.\\n  nothing-found: Nee.\\n  decimal-mark: ','\\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "units:\\n  exampel: [voorbeeld] | nl.yaml:7: units.exampel is neither a meaning nor a phrase of config/lexicon.yaml",
                "intents:\\n  examples: [voorbeeld] | nl.yaml:7: intents.examples is neither a meaning nor a phrase of config/lexicon.yaml",
                "numbers:\\n  two: [twee] | nl.yaml:7: numbers.two is not a number",
                "multipliers:\\n  '1000': [duizend] | nl.yaml:7: multipliers.1000 is not a power of ten from 1 to 12",
                "units:\\n  epoch: [ronde]\\n  run: [ronde] | nl.yaml:8: units.run has a phrase with another meaning in line 7: ronde",
                "units:\\n  epoch: [rónde]\\n  run: [rónde] | nl.yaml:8: units.run has a phrase with another meaning in line 7: rónde",
                "functions:\\n  of which: [ervan N]\\n  of them: [ervan N] | nl.yaml:8: functions.of them has a phrase with another meaning in line 7: ervan N",
                "functions:\\n  duplicates: [N dubbel]\\n  twice: [N dubbel] | nl.yaml:8: functions.twice has a phrase with another meaning in line 7: N dubbel",
                "units:\\n  epoch: ['!'] | nl.yaml:7: units.epoch holds a phrase without letters: !",
                "wordz:\\n  a: [b] | nl.yaml:6: wordz is no section of a lexicon"
            })
    void refusesWithFileLineAndKey(String sections, String message) {
        refuses(HEAD + sections, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "units:\\n  epoch: [ronde] | nl.yaml:1: language expected, with its name and its lines",
                "language:\\n  name: Dutch | nl.yaml:1: language needs answered",
                "language:\\n  nam: Dutch | nl.yaml:2: language.nam is no property of a language",
                "language:\\n  name: D\\n  answered: J\\n  nothing-found: N\\n  decimal-mark: x | nl.yaml:1: language.decimal-mark must be a point or a comma, found x"
            })
    void refusesALanguageWithoutItsProperties(String yaml, String message) {
        refuses(yaml, message);
    }

    @Test
    void everyFileOfTheFolderIsRead() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../config/lexicon"))) {
            assertThat(Lexicon.builtIn().languages().stream().map(Lexicon::file))
                    .containsExactlyInAnyOrderElementsOf(files.map(file -> "config/lexicon/" + file.getFileName())
                            .toList());
        }
    }

    /** Mutates the German file: it is read, or refused with its line. */
    @Test
    void readsAnyFileOrNamesItsLine() throws IOException {
        String german = Files.readString(Path.of("../config/lexicon/de.yaml"));
        EnglishPhrases english = new EnglishPhrases(Lexicon.builtIn());
        Random random = new Random(Long.getLong("fuzz.seed", 17));
        int refused = 0;
        for (int i = 0; i < Integer.getInteger("fuzz", 3_000) / 10; i++) {
            String text = mutated(german, random);
            try {
                Glossary.compile(english, load(text));
            } catch (LexiconException unusable) {
                refused++;
                assertThat(unusable).hasMessageMatching("(?s)nl\\.yaml:[1-9][0-9]*: .*");
            }
        }
        assertThat(refused).isPositive();
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int cuts = 1 + random.nextInt(3); cuts > 0; cuts--) {
            int from = random.nextInt(mutated.length());
            int to = Math.min(mutated.length(), from + 1 + random.nextInt(20));
            String piece = mutated.substring(from, to);
            if (random.nextBoolean()) {
                mutated.delete(from, to);
            }
            mutated.insert(random.nextInt(mutated.length()), piece);
        }
        return mutated.toString();
    }

    private static Lexicon load(String yaml) {
        return Lexicon.load("nl.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static void refuses(String yaml, String message) {
        String text = yaml.replace("\\n", "\n");
        assertThatThrownBy(() -> Glossaries.compile(Lexicon.builtIn().with(List.of(load(text)))))
                .isInstanceOf(LexiconException.class)
                .hasMessageStartingWith(message);
    }
}
