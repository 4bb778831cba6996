package io.tunetally.slack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.runtime.AnswerCosts;
import io.tunetally.runtime.AnswerSteps.Step;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The limits of bytes are a third above the figures of 2026-11-30, those of time three times as high. */
class SlackAnswerCostsTest {
    private static AnswerCosts costs;

    @BeforeAll
    static void measure() throws IOException {
        costs = AnswerCosts.of(SlackJson::of, 290);
    }

    @Test
    void aReplyBecomesJsonInFewBytes() {
        assertThat(costs.kilobytes(Step.JSON)).isLessThan(85);
    }

    @Test
    void anAnswerTakesFewTimesTheLeast() {
        assertThat(costs.timesLeastMicros(Step.REPLY)).isLessThan(80);
        assertThat(costs.timesLeastMicros(Step.JSON)).isLessThan(10);
    }

    @Test
    void anAnswerAllocatesFewTimesTheLeast() {
        assertThat(costs.timesLeastKilobytes(Step.REPLY)).isLessThan(28);
        assertThat(costs.timesLeastKilobytes(Step.JSON)).isLessThan(10);
    }
}
