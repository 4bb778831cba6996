package io.tunetally.dataset;

import io.tunetally.dataset.token.ExampleTokenizer;

/** The tokens of a file by one tokenizer. */
public final class TokenStatistics {
    private final String tokenizer;
    private final boolean exact;
    private final LengthTable perExample = new LengthTable();
    private final LengthTable assistant = new LengthTable();
    private final LengthTable duplicates = new LengthTable();
    private final LengthTable nearDuplicates = new LengthTable();
    private double margin;

    TokenStatistics(ExampleTokenizer tokenizer) {
        this.tokenizer = tokenizer.id();
        this.exact = tokenizer.exact();
    }

    void add(ExampleTokenizer.Count count, Repetition repetition) {
        perExample.add(count.tokens());
        assistant.add(count.assistant());
        margin += count.margin();
        switch (repetition) {
            case NEW -> {}
            case SIMILAR -> nearDuplicates.add(count.tokens());
            case SAME -> duplicates.add(count.tokens());
        }
    }

    /** Returns the name of the tokenizer's family. */
    public String tokenizer() {
        return tokenizer;
    }

    public boolean exact() {
        return exact;
    }

    public LengthTable perExample() {
        return perExample;
    }

    /** Returns the lengths of the texts that the model learns to write. */
    public LengthTable assistant() {
        return assistant;
    }

    /** Returns by how many tokens the total of an estimate may be off; 0 for an exact count. */
    public long margin() {
        return (long) Math.ceil(margin);
    }

    /** Returns the lengths of examples that are in the file before. */
    public LengthTable duplicates() {
        return duplicates;
    }

    /** Returns the lengths of examples that resemble one before. */
    public LengthTable nearDuplicates() {
        return nearDuplicates;
    }
}
