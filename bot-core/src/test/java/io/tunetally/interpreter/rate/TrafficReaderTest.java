package io.tunetally.interpreter.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the requests of a day follow from the numbers, shares and periods of prose, by the trained weights. */
final class TrafficReaderTest {
    private static Slots read(String text) {
        return BuiltIn.read(text).slots();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Each of our 24 wardens would ask it maybe 10 times a day. What does a tuned gpt-4.1-mini cost over 6 months?               | 240  | 24 × 10
            The chat is open for 14 hours a day and gets 20 messages an hour. What is the total of a tuned gpt-4o-mini for a year?      | 280  | 20 × 14 hours
            Every 10 minutes one of the pumps sends an alarm that the model has to explain. What would tuned llama 8b cost a year?      | 144  | 1 × 60 × 24 hours / 10
            There are 3,000 members, and on a normal day one in thirty writes to us. What would a tuned gpt-4.1-mini cost a month?     | 100  | '3,000, 1/30 of it'
            """)
    void worksOutTrafficThatIsToldInSteps(String text, BigDecimal requests, String arithmetic) {
        Slot<BigDecimal> read = read(text).get(SlotName.REQUESTS_PER_DAY);

        assertThat(read).isNotNull();
        assertThat(read.value()).isEqualByComparingTo(requests);
        assertThat(read.arithmetic()).isEqualTo(arithmetic);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We get 900 chats a day, and our 14 agents close them. What does a tuned gpt-4o-mini cost over a year?                      | 900
            On busy days it is 1,200 mails, take 400 a day as the mean. What is the total for a tuned gpt-4o-mini over 12 months?      | 400
            """)
    void leavesARateThatStandsThere(String text, BigDecimal requests) {
        Slot<BigDecimal> read = read(text).get(SlotName.REQUESTS_PER_DAY);

        assertThat(read).isNotNull();
        assertThat(read.value()).isEqualByComparingTo(requests);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            what would running llama 8b cost during 2027 at 2k requests a day? | 12
            running llama 8b for 2027 at 2k requests a day, cost?              | 12
            total for 2027 llama 8b 5k requests/day                            | 12
            llama 8b over 2027 examples, 2k requests a day                     |
            what does llama 8b cost for 2027 tickets and 2k requests a day?    |
            """)
    void aYearThatIsRunHasTwelveMonths(String text, @Nullable Long months) {
        assertThat(read(text).value(SlotName.MONTHS)).isEqualTo(months);
        assertThat(read(text).has(SlotName.EXAMPLES)).isEqualTo(months == null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Logbook of 5 years, three shifts a day, one entry a shift. Take 365 days a year. All of it for training llama 8b, how much?",
                "Our membership is 52 dollars a month. What does training llama 8b on 5,000 chats cost?"
            })
    void takesNoOtherNumberForTraffic(String text) {
        assertThat(read(text).get(SlotName.REQUESTS_PER_DAY)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tuned gpt-4.1-mini, 10 hours a day, 30 requests an hour, monthly?|300",
                "tuned gpt-4.1-mini, 30 requests an hour, monthly?|720"
            })
    void countsTheHoursOfAShortMessage(String said, String perDay) {
        assertThat(BuiltIn.read(said).slots().value(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo(perDay);
    }
}
