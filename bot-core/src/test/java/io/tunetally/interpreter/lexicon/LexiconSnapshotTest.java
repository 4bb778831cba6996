package io.tunetally.interpreter.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.snapshot.SnapshotReader;
import io.tunetally.snapshot.SnapshotWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LexiconSnapshotTest {
    @Test
    void holdsWhatTheFileHolds() {
        Lexicon lexicon = Lexicon.builtIn();

        Lexicon.Content read = SnapshotReader.read(SnapshotWriter.write(lexicon.content()), Lexicon.Content.class);

        assertThat(read).isEqualTo(lexicon.content());
        assertThat(Lexicon.snapshots())
                .containsKey(lexicon.file())
                .hasSize(lexicon.languages().size() + 2);
    }

    @Test
    void keepsTheOrderOfPatterns() {
        Lexicon lexicon = Lexicon.builtIn();

        Lexicon.Content read = SnapshotReader.read(SnapshotWriter.write(lexicon.content()), Lexicon.Content.class);

        assertThat(read.patterns().reasons().keySet())
                .containsExactlyElementsOf(
                        lexicon.content().patterns().reasons().keySet());
    }

    @Test
    void holdsTheEnglishWords() {
        EnglishWords words = EnglishWords.of(EnglishWords.snapshot());

        assertThat(List.of("training", "examples", "budgets")).allMatch(words::contains);
        assertThat(List.of("trainning", "exmaples", "a".repeat(60))).noneMatch(words::contains);
        assertThat(words).usingRecursiveComparison().isEqualTo(EnglishWords.builtIn());
    }
}
