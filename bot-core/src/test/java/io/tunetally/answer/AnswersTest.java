package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tunetally.answer.outcome.EstimateOutcome;
import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.engine.TestPrices;
import io.tunetally.interpreter.BuiltIn;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of request is answered by its own class; a refusal gives the reason. */
final class AnswersTest {
    private final Answers answers = new Answers(
            TestPrices.catalog("published/", "guide.yaml"),
            Clock.fixed(TestPrices.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "cost gpt-4o, EstimateOutcome",
        "gpt-4o vs llama 8b 1k examples, CompareOutcome",
        "tco gpt-4o, TcoOutcome",
        "tco all, CompareOutcome",
        "break even llama 8b, BreakEvenOutcome",
        "break even llama 8b vs gpt-oss 20b on tinker, CrossoverOutcome",
        "budget $50, BudgetOutcome",
        "recommend, RecommendOutcome",
        "should I fine-tune, WorthItOutcome",
        "models, ModelsOutcome",
        "help, Helped",
        "nice weather today, NotUnderstood",
        "cost llama 1k examples, Asked",
        "cost gpt-9 1k examples, Refused"
    })
    void answersEachIntentByItsOwnClass(String question, String outcome) {
        assertThat(answer(question).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "cost gpt-4o, ANSWERED",
        "help, ANSWERED",
        "cost llama 1k examples, QUESTION",
        "cost gpt-9 1k examples, REFUSED",
        "nice weather today, NONE"
    })
    void theStatusSaysWhetherItWasAnswered(String question, Outcome.Status status) {
        assertThat(answer(question).status()).isEqualTo(status);
    }

    @Test
    void anImpossibleNumberIsRefusedAndOfferedWithoutIt() {
        assertThat(answer("cost gpt-4o 50k validation tokens, 0 evaluations"))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                    assertThat(refused.reason())
                            .isInstanceOfSatisfying(
                                    Outcome.Reason.Impossible.class,
                                    impossible -> assertThat(
                                                    impossible.problem().kind())
                                            .isEqualTo("evaluations"));
                    assertThat(refused.followUps())
                            .singleElement()
                            .extracting(NextQuestion::command)
                            .isEqualTo("cost gpt-4o 50000 validation tokens");
                });
    }

    @ParameterizedTest
    @MethodSource("sizesOfNoModel")
    void aSizeThatCannotBeIsRefusedAndNotPriced(String question, String named) {
        assertThat(answer(question))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason())
                                .isInstanceOfSatisfying(Outcome.Reason.Impossible.class, impossible -> {
                                    assertThat(impossible.problem().kind()).isEqualTo("model");
                                    assertThat(impossible.problem().text()).isEqualTo(named);
                                }));
    }

    static List<Arguments> sizesOfNoModel() {
        String absurd = "9".repeat(300) + "b";
        return List.of(
                Arguments.of("qwen -32b on fireworks", "qwen -32b"),
                Arguments.of("llama -7b self-host on h100", "llama -7b"),
                Arguments.of("cost qwen 0b on fireworks 3M tokens", "qwen 0b"),
                Arguments.of("cost qwen " + absurd + " on fireworks", "qwen " + absurd));
    }

    @Test
    void aQuestionBackAnswersEveryReading() {
        assertThat(answer("cost gpt-4o 1.000 examples"))
                .isInstanceOfSatisfying(
                        Outcome.Asked.class,
                        asked -> assertThat(asked.readings())
                                .extracting(
                                        Outcome.Reading::label,
                                        reading -> reading.choice().command())
                                .containsExactly(
                                        tuple("1", "cost gpt-4o 1 example"),
                                        tuple("1000", "cost gpt-4o 1000 examples")));
    }

    @Test
    void anEditionThatWasAskedForIsLookedUpFirst() {
        for (String edition : new String[] {"guide", "published"}) {
            assertThat(answer("cost gpt-4.1-mini " + edition + " prices"))
                    .isInstanceOfSatisfying(
                            EstimateOutcome.class,
                            outcome -> assertThat(outcome.quotes().getFirst().edition())
                                    .isEqualTo(edition));
        }
    }

    @Test
    void todayIsTheDayOfTheClock() {
        assertThat(answers.today()).isEqualTo(TestPrices.TODAY);
    }

    private Outcome answer(String question) {
        return answers.answer(BuiltIn.read(question), Inquiries.DEFAULTS);
    }
}
