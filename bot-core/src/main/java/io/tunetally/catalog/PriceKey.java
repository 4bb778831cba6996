package io.tunetally.catalog;

import java.util.List;
import java.util.stream.Stream;

/**
 * The position of a figure in a price entry, for reading and writing.
 *
 * @param group the key of the entry, e.g. {@code tuned}
 * @param name the key within the group, empty if its shape determines the key
 */
public record PriceKey(String group, String name, Shape shape) {
    /** The possible groups of an entry, which must have at least one. */
    public static final List<String> GROUPS = Stream.of(Meter.values())
            .map(figure -> of(figure).group())
            .distinct()
            .toList();

    /** The variant key of the plain offer, e.g. provisioned throughput without a commitment. */
    public static final String PLAIN = "none";

    public enum Shape {
        /** The group is the price itself: {@code hosting_hour: 1.70}. */
        SINGLE,
        /** The group has the price under a fixed name: {@code tuned: {input: 3.75}}. */
        NAMED,
        /** The group has a price per method: {@code training: {full: 25.00}}. */
        BY_METHOD,
        /** The group has a price per variant: {@code gpu_hour: {h100: 8.00}}. */
        BY_VARIANT
    }

    public static PriceKey of(Meter figure) {
        return switch (figure) {
            case TRAINING -> new PriceKey("training", "", Shape.BY_METHOD);
            case TRAINING_HOUR -> single("training_hour");
            case MINIMUM_JOB -> single("minimum");
            case TUNED_INPUT -> named("tuned", "input");
            case TUNED_CACHED -> named("tuned", "cached");
            case TUNED_OUTPUT -> named("tuned", "output");
            case TUNED_BATCH_INPUT -> named("tuned", "batch_input");
            case TUNED_BATCH_OUTPUT -> named("tuned", "batch_output");
            case BASE_INPUT -> named("base", "input");
            case BASE_CACHED -> named("base", "cached");
            case BASE_OUTPUT -> named("base", "output");
            case HOSTING_HOUR -> single("hosting_hour");
            case PROVISIONED_UNIT_HOUR -> new PriceKey("provisioned_unit_hour", "", Shape.BY_VARIANT);
            case IMPORT_UNIT_MINUTE -> single("import_unit_minute");
            case STORAGE_MONTH -> single("storage_month");
            case CHECKPOINT_GB_MONTH -> single("checkpoint_gb_month");
            case GPU_HOUR -> new PriceKey("gpu_hour", "", Shape.BY_VARIANT);
        };
    }

    private static PriceKey single(String group) {
        return new PriceKey(group, "", Shape.SINGLE);
    }

    private static PriceKey named(String group, String name) {
        return new PriceKey(group, name, Shape.NAMED);
    }
}
