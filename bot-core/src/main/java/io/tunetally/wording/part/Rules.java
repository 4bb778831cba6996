package io.tunetally.wording.part;

import io.tunetally.catalog.BillingRule;
import io.tunetally.engine.AppliedRate;

/** A billing rule's effect on a listed price, in a few words. */
public final class Rules {
    private Rules() {}

    public static String phrase(AppliedRate rate) {
        BillingRule rule = rate.rule();
        if (rule == null) {
            return "as listed";
        }
        String listed = Numbers.listed(rate.listed().price().price());
        return switch (rule.name()) {
            case LORA_DISCOUNT -> percentRange(rule) + " below the listed " + listed;
            case TUNED_INFERENCE_MULTIPLIER ->
                Numbers.range(rule.value("low"), rule.value("high")) + "x the base model's " + listed;
            case BATCH_DISCOUNT -> Numbers.percent(rule.value("discount")) + " off " + listed + " as a batch";
            case MINIMUM_CHARGE, VALIDATION_TOKENS, JOB_PAUSE, PACKING -> "by the provider's billing rule";
        };
    }

    private static String percentRange(BillingRule rule) {
        return Numbers.range(
                        rule.value("low").movePointRight(2), rule.value("high").movePointRight(2))
                + " %";
    }
}
