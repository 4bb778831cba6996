package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.request.Criterion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CriterionWordingTest {
    @ParameterizedTest
    @EnumSource(Criterion.class)
    void everyCriterionHasAReasonAndAFact(Criterion criterion) {
        assertThat(CriterionWording.reason(criterion)).isNotEmpty().isNotEqualTo(CriterionWording.fact(criterion));
    }
}
