package io.tunetally.units;

/** What a quantity counts, or what a unit price is for. */
public enum Unit {
    TOKEN("token"),
    HOUR("hour"),
    GPU_HOUR("GPU-hour"),
    MINUTE("minute"),
    DAY("day"),
    MONTH("month"),
    RUN("run"),
    JOB("job"),
    REQUEST("request"),
    GB_MONTH("GB-month");

    private final String label;

    Unit(String label) {
        this.label = label;
    }

    /** The singular name, as in the JSON contract: {@code token}, {@code hour}, ... */
    public String label() {
        return label;
    }
}
