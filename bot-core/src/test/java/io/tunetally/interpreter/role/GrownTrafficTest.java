package io.tunetally.interpreter.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GrownTrafficTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what breaks first if traffic triples for tco gpt-oss-20b 10k requests/day? | 10000-30000",
                "if I get 10x more users next year what does it cost? today 500 requests/day on tuned llama 8b | 500-5000",
                "tco qwen3-8b at 3k requests a day, then 5x the traffic | 3000-15000",
                "twice the users next year: tuned qwen3-8b now at 1k calls a day | 1000-2000",
                "our usage doubled to 4k requests a day, tco qwen3-8b | 4000",
                "gpt-oss-20b 10k requests a day, 12 months, traffic doubles after 3 months | 17500",
                "gpt-oss-20b, 10k requests a day doubling after a quarter, tco 12 months | 17500",
                "14k requests per day, we will double it after month 6, gpt-oss-20b, cost over a year | 21000",
                "llama 8b: first 3 months 5k requests a day, then 20k | 16250",
                "llama 8b, 5k requests a day for the first 3 months, then 20k a day | 16250",
                "what does llama 8b cost with 1,000 calls a day in the first month, after that 4,000? | 3750",
                "run qwen3 8b: 5k requests a day the first 6 months and then 20k, over 2 years | 16250",
                "llama 8b first 3 months 5k requests a day | 5000",
                "llama 8b first 3 months 5k requests a day, then 20k examples | 5000",
                "tco qwen3-8b 1k requests/day | 1000"
            })
    void theTrafficOfTodayAndThatOfLaterArePriced(String text, String perDay) {
        Slot<BigDecimal> traffic = BuiltIn.read(text).slots().get(SlotName.REQUESTS_PER_DAY);
        assertThat(traffic).isNotNull();
        BigDecimal high = traffic.high();
        assertThat(traffic.value().toPlainString() + (high == null ? "" : "-" + high.toPlainString()))
                .isEqualTo(perDay);
    }
}
