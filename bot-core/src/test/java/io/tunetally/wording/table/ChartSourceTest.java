package io.tunetally.wording.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.engine.TestPrices;
import io.tunetally.wording.Worded;
import io.tunetally.wording.part.OutcomeQuotes;
import org.junit.jupiter.api.Test;

final class ChartSourceTest {
    @Test
    void namesTheDayAndTheEditions() {
        assertThat(source(Worded.outcomeByGuide("compare gpt-4o and llama 8b")))
                .isEqualTo("TuneTally, 2026-11-25: guide prices");
        // The guide prices training GPT-4o mini, the published prices running it.
        assertThat(source(Worded.outcomeToday("tco gpt-4o mini on openai guide prices")))
                .isEqualTo("TuneTally, 2026-11-25: guide and published prices");
    }

    private static String source(Outcome outcome) {
        return ChartSource.ofQuotes(TestPrices.TODAY, OutcomeQuotes.of(outcome));
    }
}
