package io.tunetally.catalog;

/** What a price is for. Each is looked up on its own, so editions can complete each other. */
public enum Figure {
    TRAINING("training per 1M tokens"),
    TRAINING_HOUR("training per hour"),
    MINIMUM_JOB("minimum per job"),
    TUNED_INPUT("tuned input per 1M tokens"),
    TUNED_CACHED("tuned cached input per 1M tokens"),
    TUNED_OUTPUT("tuned output per 1M tokens"),
    TUNED_BATCH_INPUT("tuned batch input per 1M tokens"),
    TUNED_BATCH_OUTPUT("tuned batch output per 1M tokens"),
    BASE_INPUT("base input per 1M tokens"),
    BASE_CACHED("base cached input per 1M tokens"),
    BASE_OUTPUT("base output per 1M tokens"),
    HOSTING_HOUR("hosting per hour"),
    PROVISIONED_UNIT_HOUR("provisioned throughput per unit-hour"),
    IMPORT_UNIT_MINUTE("imported model per unit-minute"),
    STORAGE_MONTH("storage per month"),
    CHECKPOINT_GB_MONTH("checkpoint storage per GB-month"),
    GPU_HOUR("GPU per hour");

    private final String label;

    Figure(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
