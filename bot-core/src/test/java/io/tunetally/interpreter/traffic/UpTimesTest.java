package io.tunetally.interpreter.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UpTimesTest {
    private static final String ENDPOINT = "tco llama-3.1-8b on fireworks dedicated deployment 1000 requests/day";

    private static @Nullable Slot<BigDecimal> hours(Interpretation read) {
        return read.slots().get(SlotName.MONTHLY_HOURS);
    }

    private static String text(@Nullable Slot<BigDecimal> hours) {
        return hours == null
                ? "always"
                : (hours.approximate() ? "~" : "")
                        + hours.value().toPlainString()
                        + (hours.high() == null ? "" : "-" + hours.highOrValue().toPlainString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 8 h on 5 of 7 days, of 30 days
                "host llama 8b weekdays 9 to 5 | 171",
                "host llama 8b between 8 and 18 on weekdays | 214",
                "host llama 8b, up 2 hours a day, shut down when idle | 60",
                "host llama 8b, used 2 hours a day, it sits idle the rest | always",
                "host llama 8b, endpoint idle 22h/day | always",
                "host llama 8b mon-fri 8am - 6pm | 214",
                "host llama 8b from 22:00 to 06:00 | 240",
                "host llama 8b 7:30-19:30 | 360",
                "host llama 8b in business hours | ~171",
                "host llama 8b eight hours a day | 240",
                "host llama 8b 6-10 hours a day | 180-300",
                "host llama 8b 40h/week | 171",
                "host llama 8b 1 hour a week | 4.3",
                "host llama 8b 200 hours a month | 200",
                "host llama 8b 5 days a week | 514",
                "host llama 8b 6 hours per day on weekends | 51",
                "host llama 8b, off at night | ~360-480",
                "host llama 8b, off at night and at weekends | ~257-343",
                "host llama 8b only at night | ~240-360",
                "host llama 8b half the day | 360",
                "host llama 8b, not on sundays | 617",
                "host llama 8b 24/7 | always",
                "host llama 8b 24 hours a day | always"
            })
    void theHoursOfAMonthFollow(String text, String hours) {
        assertThat(text(hours(BuiltIn.read(text)))).isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "only in office hours | ~171",
                "what if we switch it off at night? | ~360-480",
                "mon-fri 8 to 18 would do | 214"
            })
    void aConversationLimitsThem(String text, String hours) {
        assertThat(text(hours(BuiltIn.read(text, before(ENDPOINT))))).isEqualTo(hours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no, all day", "24/7 please", "it has to be up around the clock", "24 hours a day"})
    void aConversationTakesTheLimitBack(String text) {
        Interpretation read = BuiltIn.read(text, before(ENDPOINT + " 171 endpoint hours a month"));
        assertThat(read.status()).isEqualTo(Interpretation.Status.READY);
        assertThat(hours(read)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tuned gpt-4.1-mini on azure, 400 requests a day from 9 to 5, monthly cost?",
                "train llama 8b on our H100 8 hours a day, cost?",
                "host llama 8b on 5 to 12 replicas",
                "tune qwen3.5-0.8b on 2000 examples, dedicated",
                "office hours are 9 to 5"
            })
    void otherHoursAreNotThoseOfAnEndpoint(String text) {
        assertThat(hours(BuiltIn.read(text))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"host llama 8b 25 hours a day", "host llama 8b 0 hours a day", "host llama 8b 800 hours a month"
            })
    void hoursThatNoMonthHasAreAProblem(String text) {
        assertThat(BuiltIn.read(text).problems())
                .anyMatch(problem -> problem.kind().equals("hours"));
    }

    private static Request before(String text) {
        return Objects.requireNonNull(BuiltIn.read(text).request());
    }
}
