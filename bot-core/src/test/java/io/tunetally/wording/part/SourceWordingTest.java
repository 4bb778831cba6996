package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.engine.AppliedRate;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Quote;
import io.tunetally.wording.Worded;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class SourceWordingTest {
    @Test
    void figuresOfOneSourceShareANote() {
        assertThat(SourceWording.of(rates(Worded.outcomeByGuide("tco gpt-4o"))))
                .containsExactly("Training per 1M tokens, tuned input per 1M tokens, tuned output per 1M tokens: guide"
                        + " prices (Fine-tuning cost guide, undated).");
    }

    @Test
    void aWeakConfidenceIsNamed() {
        assertThat(SourceWording.of(rates(Worded.outcomeByGuide("cost llama 70b full"))))
                .containsExactly(
                        "Training per 1M tokens: guide prices (Fine-tuning cost guide, undated, confidence C: one"
                                + " secondary copy).");
    }

    @Test
    void whatIsInferredSaysSo() {
        assertThat(SourceWording.of(rates(Worded.outcomeByGuide("tco llama 8b full"))))
                .anySatisfy(note -> assertThat(note)
                        .startsWith("Tuned input per 1M tokens, tuned output per 1M tokens: guide prices (")
                        .contains("; inferred: the guide says only \"under $1/month\""));
    }

    private static List<AppliedRate> rates(Outcome outcome) {
        Quote quote = OutcomeQuotes.of(outcome).getFirst();
        return quote.lines().stream()
                .map(LineItem::rate)
                .filter(Objects::nonNull)
                .toList();
    }
}
