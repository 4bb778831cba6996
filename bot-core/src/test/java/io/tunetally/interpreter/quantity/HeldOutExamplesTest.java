package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HeldOutExamplesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "llama 8b with 10k examples of which 2k are for validation | 8000 | 2000",
                "we have 10k rows, 2k of them for validation. What does gpt-4o cost? | 8000 | 2000",
                "tune gpt-4o on 6,000 chats including 600 held out, price? | 5400 | 600",
                "cost gpt-4o 1,200 examples, of those 200 validation examples | 1000 | 200",
                "cost gpt-4o 4000 examples, 500 held out for eval | 4000 | 500",
                "cost gpt-4o 8000 examples 2000 held out | 8000 | 2000",
                "Train 3,200, val 400. Model is gpt-4o-mini. What do I pay? | 3200 | 400",
                "we hold back 500 of our 4,500 examples for testing, what does 4.1 mini cost? | 4000 | 500",
                "we keep 200 of our 3,200 essays aside for checking, gpt-4.1-mini, cost? | 3000 | 200",
                "we took 450 out of the 2,000 tickets for testing, what does nova micro cost? | 1550 | 450",
                "train gpt-4o on 8200 samples, validate on 900 samples, price? | 8200 | 900",
                "Of the 5,200 mails we keep 700 for testing and train on the other 4,500. Cost on gpt-4o? | 4500 | 700",
                "300 of the 2,000 tickets go to the test set, cost on nova micro? | 1700 | 300",
                "cost gpt-4o train 2,400 rows, 300 validation, 300 test set | 2400 | 600"
            })
    void whatIsHeldOutIsNotTrainedOn(String text, String examples, String heldOut) {
        assertThat(Stages.slots(Stages.filled(text)))
                .contains("examples=" + examples)
                .contains("heldOutExamples=" + heldOut);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4o-mini 5k examples 200k validation tokens",
                "cost gpt-4o 5k examples, 10% for validation",
                "cost gpt-4o 5k examples, 3 validation runs",
                "cost gpt-4o 5k examples, validation loss 2",
                "cost gpt-4o 5k examples, is validation billed?",
                "What would 5k examples set us back, and 6 months to run a tuned gpt-4o at 400 calls a day?"
            })
    void aShareOrAnotherUnitIsNoCountOfExamples(String text) {
        assertThat(Stages.slots(Stages.filled(text))).contains("examples=5000").doesNotContain("heldOutExamples");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "350 questions with answers for exam bot, cheapest",
                "350 examples for a QA bot, llama 8b",
                "350 rows for our test assistant, llama 8b"
            })
    void theExamplesOfABotThatChecksAreTrainedOn(String text) {
        assertThat(Stages.slots(Stages.filled(text))).contains("examples=350").doesNotContain("heldOutExamples");
    }
}
