package io.tunetally.units;

/** The unit of a quantity or a unit price. */
public enum Unit {
    TOKEN("token"),
    EXAMPLE("example"),
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

    /** Returns the singular name, as in the JSON contract: {@code token}, {@code hour}, ... */
    public String label() {
        return label;
    }
}
