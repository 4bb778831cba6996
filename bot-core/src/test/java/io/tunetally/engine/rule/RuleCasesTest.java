package io.tunetally.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.BillingRule;
import io.tunetally.catalog.Confidence;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.Source;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.Quantity;
import io.tunetally.units.Range;
import io.tunetally.units.Unit;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests each rule with its sourced cases: one CSV per rule. */
final class RuleCasesTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/engine/rule/lora-discount.csv", useHeadersInDisplayName = true)
    void loraDiscount(String listed, BigDecimal savingLow, BigDecimal savingHigh, String low, String high) {
        BillingRule rule = rule(BillingRule.Name.LORA_DISCOUNT, Map.of("low", savingLow, "high", savingHigh));
        assertThat(LoraDiscount.of(perMillion(listed), rule).price()).isEqualTo(Band.of(low, high));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/engine/rule/tuned-inference-multiplier.csv", useHeadersInDisplayName = true)
    void tunedInferenceMultiplier(String base, BigDecimal low, BigDecimal high, String tunedLow, String tunedHigh) {
        BillingRule rule = rule(BillingRule.Name.TUNED_INFERENCE_MULTIPLIER, Map.of("low", low, "high", high));
        assertThat(TunedInferenceMultiplier.of(perMillion(base), rule).price()).isEqualTo(Band.of(tunedLow, tunedHigh));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/engine/rule/context-size.csv", useHeadersInDisplayName = true)
    void contextSize(long contextTokens, String variant, boolean exceeded, String source) {
        assertThat(ContextSize.of(variant).filter(size -> size.isExceededBy(contextTokens)))
                .as(source)
                .matches(size -> size.isPresent() == exceeded);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/engine/rule/minimum-charge.csv", useHeadersInDisplayName = true)
    void minimumCharge(
            String computedLow, String computedHigh, String minimumLow, String minimumHigh, String low, String high) {
        assertThat(MinimumCharge.cost(Band.of(computedLow, computedHigh), Band.of(minimumLow, minimumHigh)))
                .isEqualTo(Band.of(low, high));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/engine/rule/validation-tokens.csv", useHeadersInDisplayName = true)
    void validationTokens(
            long trainTokens,
            long epochs,
            long validationTokens,
            BigDecimal shareLow,
            BigDecimal shareHigh,
            String price,
            String low,
            String high) {
        BillingRule rule = rule(BillingRule.Name.VALIDATION_TOKENS, Map.of("low", shareLow, "high", shareHigh));
        ValidationTokens share = ValidationTokens.of(Optional.of(rule));
        BigDecimal trained = BigDecimal.valueOf(trainTokens * epochs);
        BigDecimal validated = BigDecimal.valueOf(validationTokens);
        Quantity billed = new Quantity(
                trained.add(validated.multiply(share.low())),
                trained.add(validated.multiply(share.high())),
                Unit.TOKEN);
        assertThat(perMillion(price).of(billed)).isEqualTo(Band.of(low, high));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/engine/rule/batch-discount.csv", useHeadersInDisplayName = true)
    void batchDiscount(String standard, BigDecimal discount, String batch) {
        BillingRule rule = rule(BillingRule.Name.BATCH_DISCOUNT, Map.of("discount", discount));
        assertThat(BatchDiscount.of(perMillion(standard), rule).price()).isEqualTo(Band.of(batch));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/engine/rule/hourly-training.csv", useHeadersInDisplayName = true)
    void hourlyTraining(BigDecimal hours, BigDecimal billedHours, String perHour, String usd) {
        BigDecimal billed = HourlyTraining.billedHours(hours);
        assertThat(billed).isEqualByComparingTo(billedHours);
        assertThat(Money.of(perHour).times(billed)).isEqualTo(Money.of(usd));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/engine/rule/gpu-hours.csv", useHeadersInDisplayName = true)
    void gpuHours(
            String run,
            BigDecimal flopsFactor,
            BigDecimal billionParameters,
            BigDecimal tokensMillions,
            BigDecimal peakTflops,
            BigDecimal low,
            BigDecimal high,
            BigDecimal published) {
        GpuHours hours = GpuHours.of(flopsFactor, billionParameters, tokensMillions.movePointRight(6), peakTflops);
        assertThat(hours.low().setScale(1, RoundingMode.HALF_UP)).as(run).isEqualByComparingTo(low);
        assertThat(hours.high().setScale(1, RoundingMode.HALF_UP)).as(run).isEqualByComparingTo(high);
        assertThat(published).as(run).isBetween(hours.low(), hours.high());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/engine/rule/gpu-hours-measured.csv", useHeadersInDisplayName = true)
    void gpuHoursAtAMeasuredSpeed(
            String run, BigDecimal tokens, BigDecimal tokensPerSecond, long gpus, BigDecimal gpuHours) {
        assertThat(GpuHours.measured(tokens, tokensPerSecond, gpus).setScale(4, RoundingMode.HALF_UP))
                .as(run)
                .isEqualByComparingTo(gpuHours);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/engine/rule/gpu-memory.csv", useHeadersInDisplayName = true)
    void gpuMemory(
            Method method,
            boolean quantized,
            BigDecimal billionParameters,
            int memoryGb,
            BigDecimal gigabytes,
            long gpus) {
        GpuMemory.Weights weights = GpuMemory.Weights.of(method, quantized);
        assertThat(GpuMemory.gigabytes(weights, billionParameters)).isEqualByComparingTo(gigabytes);
        assertThat(GpuMemory.gpus(weights, billionParameters, memoryGb)).isEqualTo(gpus);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/engine/rule/job-pause.csv", useHeadersInDisplayName = true)
    void jobPause(String cost, BigDecimal pausesAt, boolean pauses) {
        BillingRule rule = rule(BillingRule.Name.JOB_PAUSE, Map.of("usd", pausesAt));
        assertThat(JobPause.reaches(Band.of(cost), rule)).isEqualTo(pauses);
        assertThat(JobPause.amount(rule)).isEqualTo(new Money(pausesAt));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/engine/rule/packing.csv", useHeadersInDisplayName = true)
    void packing(long tokensPerExample, @Nullable Long sequenceLength, boolean packed, long billed) {
        assertThat(Packing.billedTokens(Range.exactly(tokensPerExample), sequenceLength, packed))
                .isEqualTo(Range.exactly(billed));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/engine/rule/default-epochs.csv", useHeadersInDisplayName = true)
    void defaultEpochs(long examples, long epochs) {
        assertThat(DefaultEpochs.of(examples)).isEqualTo(epochs);
    }

    /** Every rule named in a price book must be implemented and checked against its sources. */
    @ParameterizedTest
    @EnumSource(BillingRule.Name.class)
    void everyRuleHasItsCases(BillingRule.Name name) {
        String file = name.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv";
        assertThat(RuleCasesTest.class.getResource("/engine/rule/" + file))
                .as(file)
                .isNotNull();
    }

    private static UnitPrice perMillion(String usd) {
        return UnitPrice.perMillionTokens(Band.of(usd));
    }

    private static BillingRule rule(BillingRule.Name name, Map<String, BigDecimal> values) {
        Source source = new Source("csv", "this row", null, null);
        return new BillingRule(
                name, Set.of(), values, new Provenance("test", List.of(source), null, Confidence.B, null));
    }
}
