package io.tunetally.interpreter.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.interpreter.Stages;
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
        assertThat(WEIGHTS.decide(Set.of("has MODEL", "ends ?"))).isEqualTo("estimate");
        assertThat(WEIGHTS.decide(Set.of("ends ?"))).isEqualTo("none");
    }

    @Test
    void anUnknownFeatureWeighsNothing() {
        assertThat(WEIGHTS.decide(Set.of("has MODEL", "has nothing"))).isEqualTo("estimate");
    }

    @Test
    void aFeatureOfAMessageCountsOnce() {
        assertThat(WEIGHTS.explain(Stages.filled("gpt-4o, gpt-4o and gpt-4o"), 5))
                .extracting(Weights.Contribution::feature)
                .containsOnlyOnce("has MODEL");
        assertThat(WEIGHTS.decide(Stages.filled("gpt-4o, gpt-4o and gpt-4o ?"))).isEqualTo("estimate");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> Weights.load("nowhere.tsv")).hasMessageContaining("nowhere.tsv");
    }
}
