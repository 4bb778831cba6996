package io.tunetally.interpreter.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.request.Interpretation;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates, horizons and intervals in every unit of time. */
class TrafficQuantitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3,000 requests a day, with peaks of 12 rps | 3000",
                "36,500 requests per year | 101.388889",
                "it peaks at 3 rps; over the day 14,000 calls | 14000",
                "tuning pays above 10k requests a day. We do 3k/day | 3000",
                "4,100 tickets a day, of which it answers 2,500 requests a day | 2500",
                "1,000 requests that come in daily | 1000",
                "40k nightly classifications | 40000",
                "nightly batch via batch api, 80k rows | 80000",
                "we call it every minute | 1440",
                "25 users with 40 questions per day each | 1000",
                "400 agents each send 15 messages a day | 6000",
                "300 users asking 5 questions a day | 1500",
                "300 users asking 500 questions a day | 500",
                "300 clients, and we get 5 questions a day | 5",
                "our 35 associates would each run about 8 queries a day | 280",
                "our associates (35 of them) run about 8 queries a day each | 280",
                "nurses (35 of them) would each ask 8 queries a day | 280",
                "claims summaries: 300 a day, 8,000 tokens in, 250 out | 300",
                "24,000 alarms a day (!) | 24000",
                "there are 800 of them a day | 800",
                "7,000 people a day | 7000",
                "90 req/min at peak but say 40,000/day | 40000",
                "700 calls a day, of which it takes 200 | 200",
                "25 users, all in all 40 requests per day | 40",
                "One client = 3,000 examples, 3 epochs, 1,200 requests a day | 1200",
                "Typical clinic: 3,000 examples, 400 requests a day | 400",
                "we pay 58 a month now, 100 calls a day | 100",
                "1.1M texts to label, one time job | 36666.666667"
            })
    void readsOurTrafficAmongOtherNumbers(String rate, String perDay) {
        assertThat(Stages.candidates(Stages.counted("what would a tuned gpt-4o cost to run? " + rate)))
                .filteredOn(candidate -> candidate.startsWith("requestsPerDay"))
                .containsExactly("requestsPerDay=" + perDay);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.79/h",
                "we pay 58 a month",
                "a vendor asks 30k plus 2k a month for hosting",
                "hosting a tuned llama 70b is 2k a month at our vendor",
                "our bill is 1,900 a month",
                "it peaks at 40 rps",
                "we add 40 a week",
                "3 meetings a day",
                "a manual of 60 pages that changes weekly"
            })
    void pricesPeaksAndChangesAreNoTraffic(String other) {
        assertThat(Stages.candidates(Stages.counted("what would a tuned gpt-4o cost to run? " + other)))
                .noneMatch(candidate -> candidate.startsWith("requestsPerDay"));
    }

    @ParameterizedTest
    @CsvSource({
        "second, 86400",
        "minute, 1440",
        "hour, 24",
        "day, 1",
        "week, 0.142857",
        "month, 0.033333",
        "quarter, 0.011111",
        "year, 0.002778",
        "s, 86400",
        "h, 24",
        "d, 1",
        "w, 0.142857",
        "m, 0.033333",
        "y, 0.002778"
    })
    void readsARatePerUnitAsARatePerDay(String unit, String perDay) {
        assertThat(canonical("tco gpt-4o 1k examples 1 requests/" + unit))
                .isEqualTo("tco gpt-4o 1000 examples " + perDay + " requests/day");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requests per day: 4000",
                "requests/day: 4000",
                "requests/day = 4000",
                "requests_per_day=4000",
                "--requests-per-day 4000"
            })
    void readsARateThatIsNamedBeforeItsNumber(String rate) {
        assertThat(canonical("tco gpt-4o 1k examples " + rate)).isEqualTo("tco gpt-4o 1000 examples 4000 requests/day");
    }

    @ParameterizedTest
    @CsvSource({"60 days, 2", "30 weeks, 7", "2 months, 2", "3 quarters, 9", "2 years, 24"})
    void readsASpanOfDaysOrLongerAsAHorizon(String span, String months) {
        assertThat(canonical("tco gpt-4o 1k examples for " + span))
                .isEqualTo("tco gpt-4o 1000 examples " + months + " months");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tco gpt-4o 1k examples for 900 seconds",
                "tco of gpt-4o with 1k examples? answers must come within 30 seconds",
                "tco gpt-4o 1k examples over 90 minutes",
                "tco gpt-4o 1k examples, it answers after 45 secs"
            })
    void takesASpanBelowADayForNoHorizon(String text) {
        assertThat(canonical(text)).isEqualTo("tco gpt-4o 1000 examples");
    }

    @ParameterizedTest
    @CsvSource({
        "retrain every 14 days, 14",
        "retrain every 2 weeks, 14",
        "retrain every 2 months, 60",
        "retrain weekly, 7",
        "retrain monthly, 30",
        "retrain every quarter, 90",
        "retrain every year, 360"
    })
    void readsAnIntervalInDays(String interval, String days) {
        assertThat(canonical("tco gpt-4o 1k examples 12 months " + interval))
                .isEqualTo("tco gpt-4o 1000 examples 12 months retrain every " + days + " days");
    }

    private static String canonical(String text) {
        Interpretation read = BuiltIn.read(text);
        return read.canonical();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hosting for 5 days gpt-4.1-mini 10000 requests in total | 2000",
                "tco gpt-oss-20b 14000 requests in 2 weeks | 1000",
                "run tuned nova lite 5 days 10k requests | 2000",
                "host llama 8b, 600k calls over 6 months | 3333.333",
                "fine-tune qwen3-8b on 2000 rows and serve 3000 requests total | 100",
                "a total of 42000 queries in 2 weeks, tuned gpt-4.1-mini | 3000"
            })
    void aTotalIsSpreadOverTheDaysOfItsTime(String text, String perDay) {
        assertThat(Stages.slots(Stages.filled(text))).contains("requestsPerDay=" + perDay);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4.1-mini tuned on 10k requests, tco 6 months | 10000",
                "10000 queries 3 epochs gpt-4.1-mini | 10000"
            })
    void requestsThatTrainAModelAreItsExamples(String text, String examples) {
        assertThat(Stages.slots(Stages.filled(text)))
                .contains("examples=" + examples)
                .doesNotContain("requestsPerDay");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "peak 25 rps, avg 4, 4.1-nano tuned 500/40, monthly | 345600",
                "12 rps on average, 30 at peak, tuned qwen3-8b fireworks, 12 months | 1036800",
                "200 requests per minute peak, ~40 avg, 4o-mini ft, 1100 in / 60 out, monthly | 57600",
                "max 60 req/s, typically 5, tuned 4o-mini, 12 months | 432000",
                "mean 3.5 rps, p99 20 rps, 4.1-nano tuned 700/60 per month | 302400",
                "18 rps at noon, 5 rps on average, tuned 4o-mini 700 in 60 out monthly | 432000",
                "tuned 4o-mini max 10k requests per day, 500/40 | 10000",
                "tuned nano, up to 5 rps, average 500 tokens in, 40 out | 432000",
                "300k classification jobs per night, tuned 4o-mini, 450/10 tok, monthly | 300000",
                "each request makes 3 model calls. 12k requests a day, 700/90 per call, tuned 4o-mini | 36000",
                "each request makes 3 calls, 12k calls a day, tuned 4o-mini 500/50 | 12000"
            })
    void readsTheAverageBesideAPeakAndWhatAModelIsSent(String text, BigDecimal perDay) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(slots.value(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo(perDay);
        assertThat(slots.has(SlotName.EXAMPLES)).isFalse();
    }

    @Test
    void saysBackAPeakWithoutAUnit() {
        assertThat(BuiltIn.read("12 rps on average, 30 at peak, tuned qwen3-8b fireworks, 12 months")
                        .problems())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10k/day now, 20k/day from april. tuned nano, 6 months",
                "10k requests a day now, 20k requests a day from april, tuned nano, 6 months"
            })
    void readsALaterLevelAsARange(String text) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(Objects.requireNonNull(slots.get(SlotName.REQUESTS_PER_DAY)).high())
                .isEqualByComparingTo("20000");
    }
}
