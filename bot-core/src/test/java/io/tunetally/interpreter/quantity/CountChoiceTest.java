package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CountChoiceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4o: 1,200 letters from Ghent and 800 letters from Bruges, 2,000 letters together. The bill? | examples=2000",
                "gpt-4o on 1,200 + 800 rows, cost? | examples=2000",
                "gpt-4o on 1,200 mails plus 800 chats, cost? | examples=2000",
                "tune gpt-4o on 1,200 + 800 + 500 rows, cost? | examples=2500",
                "tune gpt-4o on 1,200 mails, 800 chats plus 500 forms, cost? | examples=2500",
                "40k tickets came in last year. We would tune gpt-4o on 3,500 tickets, cost? | examples=3500",
                "we paste 4 samples into the prompt today, there are 900 samples for gpt-4o. Cost? | examples=900",
                "I know Excel, 1,048,576 rows max. There are 700 rows for gpt-4o. Cost? | examples=700"
            })
    void takesTheOneThatIsTrainedOn(String text, String candidate) {
        assertThat(Stages.candidates(Stages.counted(text))).containsExactly(candidate);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tuning gpt-4o with 900 limericks here and 800 ballads there, cost? | 900 / 800",
                "should we tune gpt-4o with 1,000 rows or with 2,000 rows? | 1,000 / 2,000"
            })
    void othersContradictEachOther(String text, String conflict) {
        assertThat(Stages.filled(text).problems())
                .extracting(problem -> problem.text())
                .contains(conflict);
    }
}
