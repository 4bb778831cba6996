package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.request.SlotName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeSpansTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what will it cost per quarter to run, 400 calls a day? | 3",
                "what does a year of this cost, 400 calls a day? | 12",
                "what does half a year of that cost, 400 calls a day? | 6",
                "what do we pay in the first quarter, 400 calls a day? | 3",
                "the full-year figure for 400 calls a day? | 12",
                "what do we pay for the year with 400 calls a day? | 12",
                "what do we pay over the 8 months of the contract, 400 calls a day? | 8",
                "the cost of the first ten months, 400 calls a day? | 10",
                "what does half a year of hosting cost, 400 calls a day? | 6",
                "what does a year of a tuned one cost, 400 calls a day? | 12",
                "what would it cost in a year, 400 calls a day? | 12",
                "tco 400 calls a day 2y | 24",
                "I have $500 for fine-tuning and running 6 months | 6",
                "we have $500 for training and 6 months of running | 6"
            })
    void aPeriodIsAHorizonWithOrWithoutANumber(String text, String months) {
        assertThat(Stages.candidates(Stages.counted("tuned gpt-4o, " + text))).contains("months=" + months);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We tried prompting for two months. 900 mails per day, 2 epochs. What would gpt-4o-mini cost for a year? | 12",
                "500 new tickets a month, retrain quarterly, 4.1-mini, cost of a year? | 12",
                "tuned gpt-4.1-mini, 60k rows per night. What are we at after a year? | 12"
            })
    void theSpanThatTheQuestionNamesIsTheHorizon(String text, long months) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.MONTHS)).isEqualTo(months);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it ends in year 2, 400 calls a day?",
                "what does it cost with 900 calls per quarter?",
                "what does it cost with 900 calls per year?",
                "they close it early next year, 400 calls a day?",
                "we collected 3 months of logs, 400 calls a day?",
                "we launch in nine months, 400 calls a day?",
                "our studio ships a game in nine months with 400 calls a day?",
                "the last year was quiet, 400 calls a day?"
            })
    void aDateAndASpanOfDataAreNoHorizon(String text) {
        assertThat(Stages.candidates(Stages.counted("tuned gpt-4o, " + text)))
                .noneMatch(candidate -> candidate.startsWith("months"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "we only need it for a fortnight, 200 requests a day | 14",
                "run it a week, 3000 requests a day | 7",
                "pilot: 4 weeks, 20 users, 10 questions each per day | 28",
                "trial of 10 days, 50 employees, 4 questions each per day | 10",
                "48 hours of hosting | 2",
                "10000 requests in 2 weeks | 14"
            })
    void aShortTimeOfRunningIsAHorizonInDays(String text, String days) {
        assertThat(Stages.candidates(Stages.counted("tuned gpt-4o, " + text))).contains("days=" + days);
    }

    @Test
    void theDaysOfATotalAreNoHorizonBesideMonths() {
        assertThat(Stages.slots(
                        Stages.filled("168k calls in seven days. What is the 12-month TCO of a tuned qwen3-8b?")))
                .contains("requestsPerDay=24000", "months=12")
                .doesNotContain("days=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host it 8 hours a day for 20 days, llama 8b on H100 | days=20",
                "8 hours a day for 5 days training on H100, llama 8b | trainingHours=40"
            })
    void theHoursOfADayAreNotHowLongAJobTrains(String text, String span) {
        assertThat(Stages.slots(Stages.filled(text))).contains(span).doesNotContain("trainingHours=8");
    }
}
