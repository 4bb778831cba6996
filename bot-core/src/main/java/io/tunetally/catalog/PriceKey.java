package io.tunetally.catalog;

/**
 * The keys a figure has in a price file.
 *
 * @param group the key of the entry, e.g. {@code tuned}
 * @param name the key within the group, empty where the entry's key holds the price itself
 */
record PriceKey(String group, String name) {
    static PriceKey of(Rate rate) {
        return switch (rate.figure()) {
            case TRAINING -> new PriceKey("training", rate.methods().contains(Method.LORA) ? "lora" : "full");
            case TRAINING_HOUR -> new PriceKey("training_hour", "");
            case MINIMUM_JOB -> new PriceKey("minimum", "");
            case TUNED_INPUT -> new PriceKey("tuned", "input");
            case TUNED_CACHED -> new PriceKey("tuned", "cached");
            case TUNED_OUTPUT -> new PriceKey("tuned", "output");
            case TUNED_BATCH_INPUT -> new PriceKey("tuned", "batch_input");
            case TUNED_BATCH_OUTPUT -> new PriceKey("tuned", "batch_output");
            case BASE_INPUT -> new PriceKey("base", "input");
            case BASE_CACHED -> new PriceKey("base", "cached");
            case BASE_OUTPUT -> new PriceKey("base", "output");
            case HOSTING_HOUR -> new PriceKey("hosting_hour", "");
            case PROVISIONED_UNIT_HOUR -> new PriceKey("provisioned_unit_hour", rate.variant());
            case IMPORT_UNIT_MINUTE -> new PriceKey("import_unit_minute", "");
            case STORAGE_MONTH -> new PriceKey("storage_month", "");
            case CHECKPOINT_GB_MONTH -> new PriceKey("checkpoint_gb_month", "");
            case GPU_HOUR -> new PriceKey("gpu_hour", rate.variant());
        };
    }

    /** Whether the prices of a group stand within braces. */
    static boolean isNested(String group) {
        return switch (group) {
            case "training", "tuned", "base", "provisioned_unit_hour", "gpu_hour" -> true;
            default -> false;
        };
    }
}
