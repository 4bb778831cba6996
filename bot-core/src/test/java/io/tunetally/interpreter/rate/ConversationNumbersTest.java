package io.tunetally.interpreter.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How later messages of a conversation change the number of examples and the requests of a day, by the trained weights. */
final class ConversationNumbersTest {
    private static final String JOB = "cost gpt-4o-mini 3000 examples 3 epochs";
    private static final String RUNNING = "tco gpt-4o-mini 3000 examples 3 epochs 120 requests per day 6 months";

    private static Interpretation after(String before, String said) {
        return Stages.follow(before, said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            add the 900 from the museum, of which 50 are blank         | 3850 | '3,000 + 900 - 50'
            4,200 letters from sales and 900 from support, and 400 of them are duplicates | 4700 | '4,200 + 900 - 400'
            it is 18 depots, 110 slips from each one                   | 1980 | 18 × 110
            a quarter of these are duplicates and must be removed      | 2250 | '3,000, less 1/4'
            and 30 of each of our 12 guides too                        | 3360 | '3,000 + 12 × 30'
            """)
    void worksOutTheNumberOfExamples(String said, long examples, String arithmetic) {
        Slot<Long> read = after(JOB, said).slots().get(SlotName.EXAMPLES);

        assertThat(read).isNotNull();
        assertThat(read.value()).isEqualTo(examples);
        assertThat(read.arithmetic()).isEqualTo(arithmetic);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the 120 is per branch, and we have 4 branches              | 480 | 4 × 120
            plus the web shop, which makes 20 a day                    | 140 | 120 + 20
            minus the airport desk, that is 30 of the 120              | 90  | 120 - 30
            only a third of them reach the model                       | 40  | '120, 1/3 of it'
            we are open 14 hours a day and get 20 questions an hour    | 280 | 20 × 14 hours
            """)
    void worksOutTheRequestsOfADay(String said, BigDecimal requests, String arithmetic) {
        Slot<BigDecimal> read = after(RUNNING, said).slots().get(SlotName.REQUESTS_PER_DAY);

        assertThat(read).isNotNull();
        assertThat(read.value()).isEqualByComparingTo(requests);
        assertThat(read.arithmetic()).isEqualTo(arithmetic);
        assertThat(after(RUNNING, said).slots().value(SlotName.EXAMPLES)).isEqualTo(3000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "and over 24 months?",
                "make it 2 epochs",
                "on azure with 3 epochs",
                "what about llama 8b",
                "the answers are 300 tokens"
            })
    void leavesTheNumbersOfBefore(String said) {
        Interpretation read = after(RUNNING, said);

        assertThat(known(read, SlotName.EXAMPLES)).isEqualTo(3000);
        assertThat(known(read, SlotName.REQUESTS_PER_DAY)).isEqualTo(120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thanks, the 40 of us are happy", "I am off to lunch, back in 45 minutes"})
    void changesNothingBesideIt(String said) {
        assertThat(after(RUNNING, said).status()).isEqualTo(Interpretation.Status.NOT_A_REQUEST);
    }

    private static <T extends Number> @Nullable Long known(Interpretation read, SlotName<T> name) {
        T value = read.slots().value(name);
        return value == null ? null : value.longValue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            and with ten times the users | 1200
            say we get 5x the users      | 600
            """)
    void multipliesTheRequestsWithTheUsers(String said, BigDecimal requests) {
        assertThat(after(RUNNING, said).slots().value(SlotName.REQUESTS_PER_DAY))
                .isEqualByComparingTo(requests);
    }
}
