package io.tunetally.dataset.source;

import java.util.Locale;

/** How a file holds its records. */
public enum Container {
    JSONL("JSON Lines"),
    JSON_ARRAY("a JSON array"),
    CSV("CSV"),
    TSV("TSV"),
    TEXT("plain text"),
    PARQUET("Parquet");

    private final String title;

    Container(String title) {
        this.title = title;
    }

    /** Returns the name for people. */
    public String title() {
        return title;
    }

    /** Returns what separates the cells of a table. */
    public char separator() {
        return this == TSV ? '\t' : ',';
    }

    /** Returns the name in JSON and in the rules of providers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
