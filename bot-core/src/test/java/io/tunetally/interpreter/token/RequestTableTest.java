package io.tunetally.interpreter.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTableTest {
    private static String written(String text) {
        return RequestTable.written(Stages.lexicon(), Stages.folded(text)).text();
    }

    @Test
    void writesStatisticsOfRequestsAsAList() {
        assertThat(
                        written(
                                "count_24h     26,300\nuser_tok      540\nsys_tok       990\ncompl_tok     85\np99_ms   1870\n"))
                .contains("26,300 requests per day, input tokens: 540, prompt tokens: 990, output tokens: 85")
                .doesNotContain("1870");
    }

    @Test
    void takesThePeriodOfTheLineAbove() {
        assertThat(written("grafana, last 7d:\n  invocations_total 154,700\n  tokens_in_avg 980\n  tokens_out_avg 70\n"
                        + "  cache_hit_ratio 0.45\ntotal?"))
                .contains("154,700 requests per week", "input tokens: 980", "output tokens: 70", "cached 45%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rows: 8,000\nmean input tokens: 320\nmean output tokens: 80\n",
                "calls per conversation | 3\ntokens in per call | 260\ntokens out per call | 140\n",
                "epochs: 3\nlr: 2\nbatch: 16\n",
                "we have 300 calls a day\nand 20 answers\n"
            })
    void leavesOtherTextAsItIs(String text) {
        assertThat(written(text)).isEqualTo(Stages.folded(text).text());
    }

    @Test
    void isReadAsARequest() {
        assertThat(BuiltIn.read("requests/day        16,500\npolicy prompt tok    2,700\nuser tok (avg)         180\n"
                                + "answer tok (avg)       130\ntco of a tuned gpt-4.1-mini over 12 months?")
                        .canonical())
                .contains("16500 requests/day", "180 input tokens", "130 output tokens", "2700 prompt tokens");
    }
}
