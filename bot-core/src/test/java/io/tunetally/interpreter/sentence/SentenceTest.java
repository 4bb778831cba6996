package io.tunetally.interpreter.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SentenceTest {
    @Test
    void endsAtItsMarkOrALineBreak() {
        assertThat(sentences("we have gpt-4o. what does it cost? thanks\nbye"))
                .containsExactly("we have gpt-4o", "what does it cost", "thanks", "bye");
    }

    @Test
    void aCommaDoesNotEndIt() {
        assertThat(sentences("cost gpt-4o, llama 8b: 1k examples")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "we trained gpt-4o for 3 epochs in March | true",
                "what would gpt-4o cost? | false",
                "we trained gpt-4o, what would it cost? | false",
                "gpt-4o with 3 epochs | false"
            })
    void tellsOfThePastOnlyWhereItAsksNothing(String text, boolean reported) {
        ParseState state = Stages.filled(text);
        assertThat(state.sentence(0).isReported()).isEqualTo(reported);
    }

    @ParameterizedTest
    @CsvSource({"how many examples can I afford, true", "is gpt-4o cheaper, false"})
    void asksWhatCanBeHad(String text, boolean asks) {
        assertThat(Stages.drafted(text).sentence(0).asksWhatCanBeHad()).isEqualTo(asks);
    }

    @Test
    void namesAPersonBeforeAPlace() {
        ParseState state = Stages.drafted("my colleagues say gpt-4o is nice");
        Sentence sentence = state.sentence(0);
        assertThat(sentence.namesPersonBefore(0)).isFalse();
        assertThat(sentence.namesPersonBefore(state.size() - 1)).isTrue();
    }

    @Test
    void isCourteousUpToItsFirstOtherWord() {
        ParseState state = Stages.drafted("hi, please cost gpt-4o");
        int cost = Stages.place(state, "cost");
        assertThat(state.sentence(0).isCourteousUpTo(cost)).isTrue();
        assertThat(state.sentence(0).isCourteousUpTo(cost + 1)).isFalse();
    }

    private static List<String> sentences(String text) {
        ParseState state = Stages.drafted(text);
        List<String> sentences = new ArrayList<>();
        for (int first = 0; first < state.size(); first = state.sentence(first).end() + 1) {
            sentences.add(state.typed(first, state.sentence(first).end() - 1));
        }
        return sentences;
    }
}
