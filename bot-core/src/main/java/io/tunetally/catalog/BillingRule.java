package io.tunetally.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule of an edition that is not a listed price, e.g. "LoRA costs 60-70 % less".
 *
 * @param providers the providers it applies to, empty for all
 * @param values its numbers by name, e.g. {@code low -> 0.60}
 */
public record BillingRule(Name name, Set<ProviderId> providers, Map<String, BigDecimal> values, Provenance provenance) {
    /** The names of all rules; each has a class in {@code engine.rule} and a CSV of sourced cases. */
    public enum Name {
        /** LoRA costs less than the listed training price by a share: {@code low}, {@code high}. */
        LORA_DISCOUNT,
        /** Tuned inference costs a multiple of the base model's price: {@code low}, {@code high}. */
        TUNED_INFERENCE_MULTIPLIER,
        /** A job costs at least a minimum: {@code low}, {@code high}. */
        MINIMUM_CHARGE,
        /** Validation tokens are billed: {@code low}, {@code high} between 0 (no) and 1 (yes). */
        VALIDATION_TOKENS,
        /** Batch inference costs less by a share: {@code discount}. */
        BATCH_DISCOUNT,
        /** A job pauses at an amount: {@code usd}. */
        JOB_PAUSE,
        /** Without packing every example is padded to the sequence length. */
        PACKING;

        /** Returns the numbers that a rule of this name must have, and no others. */
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

    /** Returns a required number; the loader has checked that it exists. */
    public BigDecimal value(String key) {
        BigDecimal value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("rule " + name + " has no value " + key);
        }
        return value;
    }
}
