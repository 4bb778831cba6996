package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.chat.Markup;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Service;
import io.tunetally.request.Slots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InterpretationBuilderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o | ready estimate",
                "cost llama | question estimate",
                "? | help help",
                "help | help help",
                "nice weather today | not_a_request none",
                "we trained gpt-4o for 3 epochs | not_a_request none",
                "reset | not_a_request none",
                "Was kostet gpt-4o mit 1000 Beispielen und 3 Epochen? | ready estimate",
                "Quanto costa gpt-4o con 1000 esempi e 3 epoche? | not_a_request none"
            })
    void saysWhetherSomethingIsAsked(String text, String verdict) {
        assertThat(Stages.verdict(BuiltIn.read(text))).isEqualTo(verdict);
    }

    @Test
    void aMessageThatIsNotMeantForTheBotAsksNothing() {
        Interpretation read = BuiltIn.INTERPRETER.read("cost gpt-4o 1k examples", Markup.PLAIN, false, null);
        assertThat(Stages.verdict(read)).isEqualTo("not_a_request none");
        assertThat(Stages.label(read)).isEqualTo("examples=1000 models=gpt-4o");
    }

    @Test
    void whatIsOnTopicIsTakenNoteOfAndChatterIsNot() {
        assertThat(Stages.label(BuiltIn.read("we trained gpt-4o for 3 epochs"))).isEqualTo("epochs=3 models=gpt-4o");
        assertThat(BuiltIn.read("nice weather for 3 days").slots()).isEqualTo(Slots.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reset | true",
                "forget that | true",
                "please reset | true",
                "how do I reset my password | false",
                "reset gpt-4o | false",
                "cost gpt-4o | false"
            })
    void forgetsOnlyWhereNothingElseIsSaid(String text, boolean forgets) {
        assertThat(BuiltIn.INTERPRETER
                        .service(text, Markup.PLAIN)
                        .filter(Service.RESET::equals)
                        .isPresent())
                .isEqualTo(forgets);
    }

    @Test
    void aListOfModelsIsAskedForByItselfInAConversation() {
        assertThat(Stages.follow("cost gpt-4o 1k examples", "models").canonical())
                .isEqualTo("models");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "help me | help help",
                "please help me! | help help",
                "can you help me with my homework | not_a_request none"
            })
    void aPleaAloneAsksForHelp(String text, String verdict) {
        assertThat(Stages.verdict(BuiltIn.read(text))).isEqualTo(verdict);
    }
}
