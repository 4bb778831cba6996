package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.EstimateOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.BuiltIn;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each next question is the answered one with one change, and can be typed. */
final class NextQuestionsTest {
    private static final ModelId GPT = new ModelId("gpt-4o");

    @Test
    void comparesAllWithTheSameJobAndWithoutModelOrBudget() {
        assertThat(command("cost gpt-4o 2k examples 2 epochs", NextQuestions::compareAll))
                .isEqualTo("compare all 2000 examples 2 epochs");
        assertThat(command("what can I train for $50 2 epochs", NextQuestions::compareAll))
                .isEqualTo("compare all 2 epochs");
    }

    @Test
    void comparesAllOverTheSameTimeWhereRunningWasSpokenOf() {
        assertThat(command("tco gpt-4o 2k examples over 3 months", NextQuestions::compareAll))
                .isEqualTo("tco all 2000 examples 3 months");
    }

    @Test
    void comparesBothMethodsUnlessTheyAreComparedAlready() {
        assertThat(command("cost llama 8b lora 2k examples", NextQuestions::compareMethods))
                .isEqualTo("compare llama-3.1-8b lora vs full 2000 examples");
        assertThat(list("lora vs full llama 8b", NextQuestions::compareMethods)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "2, 1", "3, 1", "4, 3", "10, 3"})
    void offersTheUsualEpochsOrOne(long said, long offered) {
        assertThat(command("cost gpt-4o " + said + " epochs", NextQuestions::otherEpochs))
                .isEqualTo("cost gpt-4o " + offered + (offered == 1 ? " epoch" : " epochs"));
    }

    @Test
    void offersOneEpochWhereThreeAreAssumed() {
        assertThat(command("cost gpt-4o", NextQuestions::otherEpochs)).isEqualTo("cost gpt-4o 1 epoch");
    }

    @Test
    void offersNoOtherEpochsWhereTheyDoNotMatter() {
        assertThat(list("cost gpt-4o 2M billed tokens", NextQuestions::otherEpochs))
                .isEmpty();
    }

    @Test
    void runsForSixMonths() {
        assertThat(command("cost gpt-4o 2k examples", next -> next.sixMonths(GPT)))
                .isEqualTo("tco gpt-4o 2000 examples 6 months");
    }

    @Test
    void breaksEvenWithALongAndAShortPrompt() {
        assertThat(command("break even gpt-4o", NextQuestions::breakEvenExample))
                .isEqualTo("break even gpt-4o 2000 prompt tokens 100 tuned prompt tokens");
    }

    @Test
    void takesAModelAsItIs() {
        assertThat(command("break even llama 8b vs gpt-4o", next -> next.untuned(GPT)))
                .isEqualTo("break even llama-3.1-8b vs base gpt-4o");
    }

    @Test
    void recommendsWithoutTheChoicesThatWereMade() {
        assertThat(command("cost llama 8b lora on together 2k examples", NextQuestions::recommend))
                .isEqualTo("recommend 2000 examples");
    }

    @Test
    void asksWhetherItIsWorthItWithoutTheReasonsSaid() {
        assertThat(command("should I fine-tune gpt-4o niche-task", NextQuestions::worthIt))
                .isEqualTo("worth it gpt-4o");
    }

    @Test
    void offersTheDetailsOfThisAnswerFirstAndOnceOnly() {
        assertThat(details("cost gpt-4o")).extracting(NextQuestion::command).containsExactly("cost gpt-4o details");
        assertThat(details("cost gpt-4o, details"))
                .extracting(NextQuestion::command)
                .containsExactly("cost gpt-4o");
        assertThat(details("cost gpt-4o, details"))
                .extracting(NextQuestion::kind)
                .containsExactly(NextQuestion.Kind.SHORT_ANSWER);
        assertThat(command("cost gpt-4o, details", NextQuestions::compareAll)).isEqualTo("compare all");
    }

    @Test
    void offersTheOtherEditionWhereItDisagrees() {
        Inquiry inquiry = Inquiries.earlier("cost gpt-4.1-mini");
        EstimateOutcome outcome = (EstimateOutcome) new EstimateAnswer().estimate(inquiry);
        String other = outcome.quotes().getFirst().edition().equals("guide") ? "published" : "guide";
        assertThat(new NextQuestions(inquiry).otherEdition(outcome.quotes()).list())
                .singleElement()
                .extracting(NextQuestion::command)
                .isEqualTo("cost gpt-4.1-mini " + other + " prices");
        Inquiry agreed = Inquiries.byGuide("cost gpt-4o");
        assertThat(new NextQuestions(agreed)
                        .otherEdition(((EstimateOutcome) new EstimateAnswer().estimate(agreed)).quotes())
                        .list())
                .isEmpty();
    }

    private static List<NextQuestion> details(String question) {
        return NextQuestions.withDetails(Inquiries.today(question)).list();
    }

    private static String command(String question, UnaryOperator<NextQuestions> next) {
        List<NextQuestion> list = list(question, next);
        assertThat(list).hasSize(1);
        String command = list.getFirst().command();
        assertThat(BuiltIn.read(command).canonical()).as("can be typed").isEqualTo(command);
        return command;
    }

    private static List<NextQuestion> list(String question, UnaryOperator<NextQuestions> next) {
        return next.apply(new NextQuestions(Inquiries.today(question))).list();
    }
}
