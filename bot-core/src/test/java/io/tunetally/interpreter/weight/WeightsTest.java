package io.tunetally.interpreter.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.intent.MessageFeatures;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WeightsTest {
    private static final Weights WEIGHTS = new Weights(Map.of(
            "has MODEL", Map.of("estimate", 700, "none", -200),
            "then MODEL EDGE", Map.of("none", 100),
            "ends ?", Map.of("none", 600)));

    @Test
    void theHighestSumDecides() {
        assertThat(WEIGHTS.score(Set.of("has MODEL", "ends ?")).best()).isEqualTo("estimate");
        assertThat(WEIGHTS.score(Set.of("ends ?")).best()).isEqualTo("none");
    }

    @Test
    void anUnknownFeatureWeighsNothing() {
        assertThat(WEIGHTS.score(Set.of("has MODEL", "has nothing")).best()).isEqualTo("estimate");
    }

    @Test
    void aFeatureOfAMessageCountsOnce() {
        assertThat(WEIGHTS.explain(features("gpt-4o, gpt-4o and gpt-4o"), 5))
                .extracting(Weights.Contribution::feature)
                .containsOnlyOnce("has MODEL");
        assertThat(WEIGHTS.score(features("gpt-4o, gpt-4o and gpt-4o ?")).best())
                .isEqualTo("estimate");
    }

    @Test
    void aSnapshotDecidesTheSame() {
        Weights trained = Weights.load(Weights.FIRST_MESSAGES);
        FeatureReader features = features("how much is a customised gpt-4o for our ticketing flow?");

        Weights read = Weights.of(trained.snapshot());

        assertThat(read.score(features)).usingRecursiveComparison().isEqualTo(trained.score(features));
        assertThat(read.explain(features, 50))
                .isEqualTo(trained.explain(features, 50))
                .hasSizeGreaterThan(10);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> Weights.load("nowhere.tsv")).hasMessageContaining("nowhere.tsv");
    }

    private static FeatureReader features(String text) {
        return (words, sink) -> MessageFeatures.read(Stages.filled(text), words, sink);
    }
}
