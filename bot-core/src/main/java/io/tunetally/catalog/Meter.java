package io.tunetally.catalog;

import io.tunetally.units.Band;
import io.tunetally.units.Unit;
import io.tunetally.units.UnitPrice;

/** The kind of a price. Each is looked up separately, so editions can complement each other. */
public enum Meter {
    TRAINING("training per 1M tokens", Unit.TOKEN),
    TRAINING_HOUR("training per hour", Unit.HOUR),
    MINIMUM_JOB("minimum per job", Unit.JOB),
    TUNED_INPUT("tuned input per 1M tokens", Unit.TOKEN),
    TUNED_CACHED("tuned cached input per 1M tokens", Unit.TOKEN),
    TUNED_OUTPUT("tuned output per 1M tokens", Unit.TOKEN),
    TUNED_BATCH_INPUT("tuned batch input per 1M tokens", Unit.TOKEN),
    TUNED_BATCH_OUTPUT("tuned batch output per 1M tokens", Unit.TOKEN),
    BASE_INPUT("base input per 1M tokens", Unit.TOKEN),
    BASE_CACHED("base cached input per 1M tokens", Unit.TOKEN),
    BASE_OUTPUT("base output per 1M tokens", Unit.TOKEN),
    HOSTING_HOUR("hosting per hour", Unit.HOUR),
    PROVISIONED_UNIT_HOUR("provisioned throughput per unit-hour", Unit.HOUR),
    IMPORT_UNIT_MINUTE("imported model per unit-minute", Unit.MINUTE),
    STORAGE_MONTH("storage per month", Unit.MONTH),
    CHECKPOINT_GB_MONTH("checkpoint storage per GB-month", Unit.GB_MONTH),
    GPU_HOUR("GPU per hour", Unit.GPU_HOUR);

    private final String label;
    private final Unit unit;

    Meter(String label, Unit unit) {
        this.label = label;
        this.unit = unit;
    }

    public String label() {
        return label;
    }

    /** True if it is part of a training job and may differ by objective; prices for running a model do not. */
    public boolean dependsOnObjective() {
        return switch (this) {
            case TRAINING, TRAINING_HOUR, MINIMUM_JOB -> true;
            case TUNED_INPUT,
                    TUNED_CACHED,
                    TUNED_OUTPUT,
                    TUNED_BATCH_INPUT,
                    TUNED_BATCH_OUTPUT,
                    BASE_INPUT,
                    BASE_CACHED,
                    BASE_OUTPUT,
                    HOSTING_HOUR,
                    PROVISIONED_UNIT_HOUR,
                    IMPORT_UNIT_MINUTE,
                    STORAGE_MONTH,
                    CHECKPOINT_GB_MONTH,
                    GPU_HOUR -> false;
        };
    }

    /** True if it is quoted per 1,000,000 tokens. */
    public boolean isPerToken() {
        return unit == Unit.TOKEN;
    }

    /** Returns the unit price of an amount in a price file: tokens per 1,000,000, all others per unit. */
    public UnitPrice priced(Band usd) {
        return isPerToken() ? UnitPrice.perMillionTokens(usd) : UnitPrice.each(usd, unit);
    }
}
