package io.tunetally.storage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The stored rows as plain values, to export, import and move them. Every method throws {@link StorageException} where
 * the store cannot be used.
 */
public interface Archive {
    /**
     * One row.
     *
     * @param values column name to a String or a Long; a secret is in the clear
     */
    record Row(Kind kind, Map<String, Object> values) {
        public Row {
            values = Map.copyOf(values);
        }

        /** Hides the values. */
        @Override
        public String toString() {
            return "Row[" + kind.word() + "]";
        }
    }

    /** Gives each row of a kind that has not expired to {@code reader}, one at a time. */
    void read(Kind kind, Consumer<Row> reader);

    /**
     * Looks at a row without storing it.
     *
     * @throws IllegalArgumentException as {@link #write} does
     */
    void check(Row row);

    /**
     * Adds rows in one transaction; one that exists is replaced.
     *
     * @throws IllegalArgumentException where a row lacks a column, has one too many or one of the wrong type; the message
     *     names it and nothing is added
     */
    void write(List<Row> rows);

    /** The columns a row of this kind has. */
    Set<String> columns(Kind kind);

    Counts counts();

    /** The same of what had not expired at that time. */
    Counts counts(Instant at);
}
