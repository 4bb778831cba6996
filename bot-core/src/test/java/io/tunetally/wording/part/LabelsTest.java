package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Factor;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Part;
import io.tunetally.engine.TestPrices;
import io.tunetally.request.Criterion;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LabelsTest {
    private static final CostEngine ENGINE = TestPrices.engine(TestPrices.TODAY, "published/", "guide.yaml");

    @Test
    void namesAnOfferByModelMethodAndProvider() {
        assertThat(Labels.offer(TestPrices.offer(ENGINE, "gpt-4o", "openai", Method.FULL)))
                .isEqualTo("GPT-4o on OpenAI");
        assertThat(Labels.offer(TestPrices.offer(ENGINE, "llama-3.1-8b", "together", Method.LORA)))
                .isEqualTo("Llama 3.1 8B, LoRA on Together AI");
    }

    @Test
    void namesTheDeploymentWhereThereAreSeveral() {
        assertThat(Labels.provider(TestPrices.offer(ENGINE, "gpt-4o", "azure", Method.FULL, Deployment.DEVELOPER)))
                .endsWith(" (developer)");
        assertThat(Labels.provider(TestPrices.offer(ENGINE, "gpt-4o", "openai", Method.FULL)))
                .isEqualTo("OpenAI");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXAMPLES | 1 | 1 example",
                "EXAMPLES | 1000 | 1,000 examples",
                "TOKENS_PER_EXAMPLE | 500 | 500 tokens",
                "SEQUENCE_LENGTH | 2048 | 2,048 tokens padded",
                "DATASET_TOKENS | 3000000 | 3,000,000 tokens of data",
                "BILLED_TOKENS | 1500000 | 1,500,000 billed tokens",
                "EPOCHS | 3 | 3 epochs",
                "RUNS | 1 | 1 run",
                "VALIDATION_TOKENS | 50000 | 50,000 validation tokens",
                "EVALUATIONS | 2 | 2 evaluations",
                "HOURS | 1 | 1 hour",
                "REQUESTS_PER_DAY | 100 | 100 requests/day",
                "REQUESTS_PER_DAY | 1 | 1 request/day",
                "DAYS_PER_MONTH | 30 | 30 days",
                "SHARE_CACHED | 0.9 | 90 % cached",
                "SHARE_NOT_CACHED | 0.1 | 10 % not cached",
                "MONTHS | 6 | 6 months",
                "GPUS | 1 | 1 GPU",
                "GPU_HOURS | 2 | 2 GPU-hours"
            })
    void writesAFactorWithItsUnit(Factor.Name name, BigDecimal value, String written) {
        assertThat(Labels.factor(Factor.of(name, value))).isEqualTo(written);
    }

    @Test
    void writesBothEndsOfAFactor() {
        assertThat(Labels.factor(new Factor(Factor.Name.EXAMPLES, BigDecimal.valueOf(500), BigDecimal.valueOf(1000))))
                .isEqualTo("500-1,000 examples");
        assertThat(Labels.factor(new Factor(Factor.Name.SHARE_BILLED, BigDecimal.ZERO, BigDecimal.ONE)))
                .isEqualTo("0 % to 100 % billed");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfLineHasAName(LineItem.Kind kind) {
        assertThat(Labels.line(kind)).isNotEmpty().doesNotContain("_");
    }

    @ParameterizedTest
    @EnumSource
    void everyPartHasANameInLowerCase(Part part) {
        assertThat(Labels.part(part)).isEqualTo(part.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource
    void everyCriterionHasAShortButton(Criterion criterion) {
        assertThat(Labels.criterionButton(criterion)).hasSizeBetween(1, 25);
    }
}
