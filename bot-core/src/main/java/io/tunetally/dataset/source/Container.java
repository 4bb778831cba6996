package io.tunetally.dataset.source;

import java.util.Locale;

/** How a file holds its records. */
public enum Container {
    JSONL("JSON Lines"),
    JSON_ARRAY("a JSON array"),
    JSON_OBJECTS("JSON over several lines"),
    CSV("CSV", ','),
    CSV_SEMICOLON("CSV with semicolons", ';'),
    TSV("TSV", '\t'),
    TEXT("plain text"),
    PARQUET("Parquet");

    private static final char NONE = 0;

    private final String title;
    private final char separator;

    Container(String title) {
        this(title, NONE);
    }

    Container(String title, char separator) {
        this.title = title;
        this.separator = separator;
    }

    /** Returns the name for people. */
    public String title() {
        return title;
    }

    /** True if its first record names the columns of the others. */
    public boolean isTable() {
        return separator != NONE;
    }

    /** Returns what separates the cells of a table. */
    public char separator() {
        return separator;
    }

    /** Returns the name in JSON and in the rules of providers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
