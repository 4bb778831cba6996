package io.tunetally.interpreter.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.sentence.ParseState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PartsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20% of the rows | 20/100",
                "20 percent of them | 20/100",
                "one in five is spam | 1/5",
                "3 out of 10 are blank | 3/10",
                "a third of the data | 1/3",
                "two thirds are Polish | 2/3",
                "three quarters of it | 3/4",
                "half of that | 1/2",
                "half the rows | 1/2",
                "every tenth is locked away | 1/10",
                "every other row | 1/2"
            })
    void aPartIsReadOnce(String text, String part) {
        assertThat(parts(text)).containsExactly(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"460 out of 500 were right", "every second", "half a year", "the third of May", "120% of it"})
    void noOtherNumberIsAPart(String text) {
        assertThat(parts(text)).isEmpty();
    }

    private static List<String> parts(String text) {
        ParseState state = Stages.drafted(text);
        Parts parts = new Parts(state);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < state.size(); i++) {
            Part part = parts.at(i);
            if (part != null) {
                found.add(part.of().toPlainString() + "/" + part.parts());
            }
        }
        return found;
    }
}
