package io.tunetally.interpreter.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContradictionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The PM says 3 epochs, the design doc says 5. What does gpt-4o-mini cost with 2,000 rows? | epochs",
                "Anna says we have 2,000 rows, Ben says 3,500. What would gpt-4o-mini cost? | examples",
                "My boss wants 2 epochs, I want 4. gpt-4o-mini, 3,000 rows, how much? | epochs",
                "The ticket says 4k examples, the sheet has 6k. 4o-mini cost? | examples",
                "The wiki says 4,000 tickets, Jira says 4,600 tickets. What would gpt-4o-mini cost? | examples"
            })
    void whatTwoSourcesSayOfOneValueIsAskedAbout(String text, String slot) {
        Interpretation read = BuiltIn.read(text);
        assertThat(read.status()).isEqualTo(Interpretation.Status.QUESTION);
        assertThat(read.problems())
                .filteredOn(Problem.Conflict.class::isInstance)
                .map(Problem.Conflict.class::cast)
                .extracting(conflict ->
                        conflict.slots().stream().map(SlotName::word).toList())
                .containsExactly(List.of(slot));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The PM says 3 epochs, the doc says 3. gpt-4o-mini with 2,000 rows? | epochs=3",
                "I said 2,000 rows, it has 2,600 rows. gpt-4o-mini cost? | examples=2600",
                "The PM says 3 epochs, Ben says 20% too few. gpt-4o-mini with 2,000 rows? | epochs=3",
                "My count says 5,480 rows and Sven's says 5,840. His has duplicates, so take mine. gpt-4o-mini? | examples=5480"
            })
    void whatIsSaidOnceOrDecidedIsTaken(String text, String value) {
        assertThat(Stages.slots(Stages.filled(text))).contains(value);
    }
}
