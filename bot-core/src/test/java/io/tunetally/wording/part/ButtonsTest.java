package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.interpreter.BuiltIn;
import io.tunetally.reply.Action;
import io.tunetally.request.Request;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ButtonsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COMPARE_ALL | compare all | Compare all models",
                "COMPARE_METHODS | lora vs full llama 8b | LoRA vs full",
                "OTHER_EPOCHS | cost gpt-4o 1 epoch | With 1 epoch",
                "OTHER_EPOCHS | cost gpt-4o 3 epochs | With 3 epochs",
                "SIX_MONTHS | tco gpt-4o 6 months | Over 6 months",
                "BREAK_EVEN | break even gpt-4o | When does it pay back?",
                "BREAK_EVEN_UNTUNED | break even llama 8b vs base gpt-4o | Against untuned gpt-4o",
                "OTHER_EDITION | cost gpt-4o published prices | Today's prices",
                "OTHER_EDITION | cost gpt-4o guide prices | The guide's prices",
                "DETAILS | cost gpt-4o details | Details",
                "TUNED_PROMPT | worth it 3000 prompt tokens 500 tuned prompt tokens | My prompt would be 500",
                "CRITERION | should I fine-tune few-shot-works | Prompting works already"
            })
    void isNamedByItsChange(NextQuestion.Kind kind, String question, String label) {
        assertThat(button(kind, question).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasALabel(NextQuestion.Kind kind) {
        assertThat(button(kind, "break even gpt-4o 1 epoch published prices 500 tuned prompt tokens, base llama 8b")
                        .label())
                .satisfiesAnyOf(
                        label -> assertThat(label).isNotEmpty(),
                        _ -> assertThat(kind)
                                .as("named by a value that this question has not")
                                .isIn(
                                        NextQuestion.Kind.CRITERION,
                                        NextQuestion.Kind.TUNED_PROMPT,
                                        NextQuestion.Kind.EXPLAIN));
    }

    @Test
    void asksItsQuestionInTheWordsOfACommand() {
        assertThat(button(NextQuestion.Kind.ESTIMATE, "what would gpt-4o with 2k rows cost?")
                        .command())
                .isEqualTo("cost gpt-4o 2000 examples");
    }

    private static Action button(NextQuestion.Kind kind, String question) {
        Request request = Objects.requireNonNull(BuiltIn.read(question).request());
        return Buttons.of("", List.of(new NextQuestion(kind, request)))
                .actions()
                .getFirst();
    }
}
