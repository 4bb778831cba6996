package io.tunetally.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tunetally.engine.rule.DefaultEpochs;
import java.io.IOException;
import java.io.InputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures that the notebook of OpenAI's cookbook prints for its own file (Chat_finetuning_data_prep.ipynb, cl100k_base). */
class PublishedFiguresTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static Measurement measured;

    @BeforeAll
    static void measure() throws IOException {
        try (InputStream in = PublishedFiguresTest.class.getResourceAsStream("/dataset/toy_chat_fine_tuning.jsonl")) {
            measured = DatasetFixture.measure(in.readAllBytes());
        }
    }

    @Test
    void countsExamplesAndWhatTheyLack() {
        assertThat(measured.examples()).isEqualTo(5);
        assertThat(measured.lines().badCount()).isZero();
        assertThat(measured.content().withoutSystem()).isEqualTo(1);
        assertThat(measured.content().withoutUser()).isEqualTo(1);
    }

    @Test
    void hasTheDistributionOfMessages() {
        distribution(measured.content().messages(), 2, 9, 3.8, 3.0, 2.0, 6.6);
    }

    @Test
    void hasTheDistributionOfTokens() {
        distribution(measured.tokens("cl100k_base").perExample(), 26, 8032, 1648.4, 45.0, 26.8, 4863.6);
    }

    @Test
    void hasTheDistributionOfAssistantTokens() {
        distribution(measured.tokens("cl100k_base").assistant(), 4, 8000, 1610.2, 10.0, 6.0, 4811.2);
    }

    @Test
    void hasTheBill() {
        LengthTable tokens = measured.tokens("cl100k_base").perExample();
        assertThat(tokens.longerThan(4096)).isEqualTo(1);
        assertThat(tokens.cappedTotal(4096)).isEqualTo(4306);
        assertThat(DefaultEpochs.of(measured.examples())).isEqualTo(20);
        assertThat(tokens.cappedTotal(4096) * DefaultEpochs.of(measured.examples()))
                .isEqualTo(86_120);
    }

    private static void distribution(
            LengthTable lengths, long min, long max, double mean, double median, double p10, double p90) {
        assertThat(lengths.min()).isEqualTo(min);
        assertThat(lengths.max()).isEqualTo(max);
        assertThat(lengths.mean()).isEqualTo(mean, EXACT);
        assertThat(lengths.quantile(0.5)).isEqualTo(median, EXACT);
        assertThat(lengths.quantile(0.1)).isEqualTo(p10, EXACT);
        assertThat(lengths.quantile(0.9)).isEqualTo(p90, EXACT);
    }
}
