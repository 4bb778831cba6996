package io.tunetally.request;

/** A unit whose price is asked for, in place of the cost of a job. */
public enum PricedUnit {
    EPOCH("epoch", false),
    EXAMPLE("example", false),
    TRAINING_TOKEN("training token", false),
    /** A token without a word for what it is used for. */
    TOKEN("token", true),
    INPUT_TOKEN("input token", true),
    OUTPUT_TOKEN("output token", true),
    REQUEST("request", true),
    /** An hour of keeping a tuned model deployed. */
    HOSTING_HOUR("hosting hour", true);

    private final String word;
    private final boolean running;

    /**
     * Creates a unit.
     *
     * @param running whether it is one of running the model
     */
    PricedUnit(String word, boolean running) {
        this.word = word;
        this.running = running;
    }

    public String word() {
        return word;
    }

    public boolean isOfRunning() {
        return running;
    }

    @Override
    public String toString() {
        return word;
    }
}
