package io.tunetally.interpreter.weight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.interpreter.lexicon.LexiconException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TabbedTextTest {
    @Test
    void readsWordsAndNumbersOfWhichEmptyOnesAreZero() {
        TabbedText text = new TabbedText("weights", "name\tA\tB\nfact x\t-12\t\nhas y\t\t340\n".getBytes(UTF_8));

        assertThat(text.word()).isEqualTo("name");
        assertThat(text.word()).isEqualTo("A");
        assertThat(text.word()).isEqualTo("B");
        assertThat(text.nextLine()).isTrue();
        assertThat(text.word()).isEqualTo("fact x");
        assertThat(text.number()).isEqualTo(-12);
        assertThat(text.number()).isZero();
        assertThat(text.nextLine()).isTrue();
        assertThat(text.word()).isEqualTo("has y");
        assertThat(text.number()).isZero();
        assertThat(text.number()).isEqualTo(340);
        assertThat(text.nextLine()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name;1;2;3 | more cells
            name;1     | fewer cells
            name;1;2x  | no number: 2x
            """)
    void refusesALineOfOtherCells(String line, String why) {
        TabbedText text = new TabbedText("weights", (line.replace(';', '\t') + "\n").getBytes(UTF_8));
        text.word();
        assertThatThrownBy(() -> {
                    text.number();
                    text.number();
                    text.nextLine();
                })
                .isInstanceOf(LexiconException.class)
                .hasMessageStartingWith("weights: ")
                .hasMessageContaining(why);
    }
}
