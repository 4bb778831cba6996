package io.tunetally.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule of an edition that is not a listed price, e.g. "LoRA costs 60-70 % less".
 *
 * @param providers where it holds, empty for all
 * @param values its numbers by name, e.g. {@code low -> 0.60}
 */
public record BillingRule(Name name, Set<ProviderId> providers, Map<String, BigDecimal> values, Provenance provenance) {
    /** Every rule there is; each has a class in {@code engine.rule} and a CSV of sourced cases. */
    public enum Name {
        /** LoRA costs a share less than the listed training price: {@code low}, {@code high}. */
        LORA_DISCOUNT,
        /** Tuned inference costs a multiple of the base model's: {@code low}, {@code high}. */
        TUNED_INFERENCE_MULTIPLIER,
        /** Cost of a job is at least a minimum: {@code low}, {@code high}. */
        MINIMUM_CHARGE,
        /** Validation tokens are billed: {@code low}, {@code high} between 0 (no) and 1 (yes). */
        VALIDATION_TOKENS,
        /** Batch inference costs a share less: {@code discount}. */
        BATCH_DISCOUNT,
        /** A job pauses at an amount: {@code usd}. */
        JOB_PAUSE,
        /** With packing off every example fills the sequence length. */
        PACKING;

        /** The numbers a rule of this name must state, and no others. */
        public List<String> numbers() {
            return switch (this) {
                case LORA_DISCOUNT, TUNED_INFERENCE_MULTIPLIER, MINIMUM_CHARGE, VALIDATION_TOKENS ->
                    List.of("low", "high");
                case BATCH_DISCOUNT -> List.of("discount");
                case JOB_PAUSE -> List.of("usd");
                case PACKING -> List.of();
            };
        }
    }

    public BillingRule {
        providers = Set.copyOf(providers);
        values = Map.copyOf(values);
    }

    /** A number the rule must have; the loader has checked that it does. */
    public BigDecimal value(String key) {
        BigDecimal value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("rule " + name + " has no value " + key);
        }
        return value;
    }
}
