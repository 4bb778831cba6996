package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.CompareOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.wording.Worded;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PassedOverWordingTest {
    @Test
    void modelsOfOneEndShareTheReason() {
        List<Outcome.PassedOver> closed = ((CompareOutcome) Worded.outcomeToday("what does fine-tuning cost"))
                .closed().stream()
                        .filter(one -> one.offer().model().id().value().startsWith("gemini-2.5"))
                        .toList();
        assertThat(PassedOverWording.of(closed))
                .isEqualTo(
                        "Not for new customers: Gemini 2.5 Pro, Gemini 2.5 Flash, Gemini 2.5 Flash-Lite (the models are"
                                + " retired on Vertex AI, not on the Gemini API, since 2026-10-20).");
    }
}
