package io.tunetally.interpreter.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tunetally.chat.Markup;
import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.text.TextSpan;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Pasted tables of statistics, which are read as a description of the data. */
class TableTextTest {
    private static final Interpreter INTERPRETER = BuiltIn.INTERPRETER;

    @CsvFileSource(
            resources = "/interpreter/tables.tsv",
            delimiter = '\t',
            quoteCharacter = '\0',
            commentCharacter = '#',
            encoding = "UTF-8")
    @ParameterizedTest
    void readsATableAsADescriptionOfTheData(String written, String canonical) {
        Interpretation read = read(written.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(read.canonical()).isEqualTo(canonical);
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void aValueLiesWhereItStandsInTheTable() {
        String text = "| rows | mean tokens |\n|---|---|\n| 4,812 | 612 |\ncost of llama 8b lora";
        Interpretation read = read(text);
        assertThat(typed(read, SlotName.EXAMPLES, text)).isEqualTo("4,812");
        assertThat(typed(read, SlotName.TOKENS_PER_EXAMPLE, text)).isEqualTo("612");
    }

    private static String typed(Interpretation read, SlotName<?> name, String text) {
        Slot<?> slot = Objects.requireNonNull(read.slots().get(name));
        TextSpan span = Objects.requireNonNull(slot.span());
        return text.substring(span.start(), span.end());
    }

    @Test
    void readsAnyArrangementOfBarsAndBreaks() {
        Random random = new Random(23);
        String[] parts = {
            "|", "\n", ",", "\t", ":", "  ", "-", "rows", "mean tokens", "p95", "4,812", "612", "\"", "(", "_", "é"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int part = random.nextInt(24); part > 0; part--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            assertThatCode(() -> read(text.toString())).as(text.toString()).doesNotThrowAnyException();
        }
    }

    private static Interpretation read(String text) {
        return INTERPRETER.read(text, Markup.PLAIN, true, null);
    }
}
