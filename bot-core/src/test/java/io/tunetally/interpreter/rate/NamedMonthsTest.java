package io.tunetally.interpreter.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedMonthsTest {
    private static final String JOB = " What is the total for gpt-4o-mini tuned on 700 notes?";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        We open October to March, with 90 questions a day.             | 6
        The season runs April till end of September, 400 a day.        | 6
        From may to october the office gets 120 requests a day.        | 6
        It is up from November through Jan, 35 questions a day.        | 3
        The fair lasts from June to the end of July. 80 requests a day | 2
        """)
    void countsTheMonthsFromTheFirstToTheLast(String season, int months) {
        assertThat(BuiltIn.read(season + JOB).slots().number(SlotName.MONTHS)).isEqualTo(BigDecimal.valueOf(months));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tuned gpt-oss 20b, 63,000 requests a season (April-October), what does it cost?  | 7 | 300
        tuned gpt-oss 20b, 27,000 requests from May to July, what does it cost?          | 3 | 300
        tuned gpt-oss 20b, 63,000 requests a season, what does it cost?                  | 1 | 2100
        """)
    void spreadsTheRequestsOfASeasonOverItsMonths(String text, int months, BigDecimal requests) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(slots.number(SlotName.MONTHS)).isEqualTo(BigDecimal.valueOf(months));
        assertThat(slots.number(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo(requests);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        qwen3 8b lora, 5000 requests a day, cost of a year           | true
        We get 5000 requests a day. What is the cost of a year?      | true
        qwen3 8b lora, 5000 requests a day, mails of a year, cost    | false
        5000 requests a day, the cost of a year ago was 90, qwen3 8b | false
        """)
    void theYearOfACostIsTheHorizon(String text, boolean year) {
        assertThat(BuiltIn.read(text).slots().has(SlotName.MONTHS)).isEqualTo(year);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Our 300 mails from March to May are in it. We get 90 requests a day.",
                "We open October to March.",
                "The desk moved from June to June, 90 requests a day.",
                "We open October to March and June to July, with 90 questions a day."
            })
    void countsNoMonthsOfDataAndNoneWithoutTraffic(String text) {
        assertThat(BuiltIn.read(text + JOB).slots().has(SlotName.MONTHS)).isFalse();
    }
}
