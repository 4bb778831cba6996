package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.Problem;
import io.tunetally.request.Slots;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnusedTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o 1k examples | ",
                "cost gpt-4o 1k examples blorft | blorft",
                "cost gpt-4o 1k examples data.jsonl | data.jsonl",
                "cost gpt-4o 1k examples a100 | a100",
                "cost gpt-4o 1k examples 16 GB | 16, GB"
            })
    void tellsWhichWordsLedToNothing(String text, String unused) {
        List<String> ignored = UnusedText.ignored(Stages.filled(text), Slots.NONE).stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
        assertThat(ignored).isEqualTo(unused == null ? List.of() : List.of(unused.split(", ", -1)));
    }

    @Test
    void reportsOnlyWordsThatAreNeitherOursNorEnglish() {
        ParseState state = Stages.filled("cost gpt-4o 1k examples blorft weather");
        UnusedText.report(state);
        assertThat(state.problems())
                .singleElement()
                .isInstanceOfSatisfying(
                        Problem.UnknownWord.class,
                        word -> assertThat(word.text()).isEqualTo("blorft"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we have lil data, abt 2k rows, snd want to tune llama 8b by friday, sth cheap",
                "online catalogue of our dept, mid size, PhD students: llama 8b with 2k rows",
                "SRE here, an RPG studio. What does llama 8b with 2k rows cost?",
                "llama-3.3-70b | lora | n=12_500 | avg_len=1.2k | ep=2 | together"
            })
    void everydayWordsAndThoseOfChatsAreNotTold(String text) {
        assertThat(BuiltIn.read(text).problems()).noneMatch(problem -> problem instanceof Problem.UnknownWord);
    }

    @Test
    void aShortWordHasNoGuesses() {
        ParseState state = Stages.filled("cost gpt-4o 1k examples qod");
        UnusedText.report(state);
        assertThat(state.problems())
                .singleElement()
                .isInstanceOfSatisfying(
                        Problem.UnknownWord.class,
                        word -> assertThat(word.suggestions()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "cost gpt-4o 1k examples in euros, euros, EUR",
        "'cost gpt-4o 1k examples, EUR?', EUR, EUR",
        "what would llama 8b with 500 rows cost in pounds sterling, pounds sterling, GBP"
    })
    void reportsACurrencyWithoutAnAmount(String text, String said, String code) {
        ParseState state = Stages.filled(text);
        UnusedText.report(state);
        assertThat(state.problems()).singleElement().isInstanceOfSatisfying(Problem.ForeignCurrency.class, money -> {
            assertThat(money.text()).isEqualTo(said);
            assertThat(money.code()).isEqualTo(code);
            assertThat(money.amount()).isNull();
        });
    }

    @Test
    void reportsACurrencyOnce() {
        ParseState state = Stages.filled("budget 50 euro gpt-4o 500 examples");
        UnusedText.report(state);
        assertThat(state.problems()).singleElement().isInstanceOf(Problem.ForeignCurrency.class);
    }
}
