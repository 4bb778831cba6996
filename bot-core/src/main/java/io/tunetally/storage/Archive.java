package io.tunetally.storage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads and writes the stored rows as plain values, for export, import and moves. Every method throws {@link
 * StorageException} if the store cannot be used.
 */
public interface Archive {
    /**
     * A stored row.
     *
     * @param values column name to a String or a Long; secrets are decrypted
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

    /** Passes each unexpired row of a kind to {@code reader}, one at a time. */
    void read(Kind kind, Consumer<Row> reader);

    /**
     * Checks a row without storing it.
     *
     * @throws IllegalArgumentException as {@link #write} does
     */
    void check(Row row);

    /**
     * Adds rows in one transaction; existing rows are replaced.
     *
     * @throws IllegalArgumentException if a row lacks a column, has an extra one or one of the wrong type; the message
     *     names it and nothing is added
     */
    void write(List<Row> rows);

    /** Returns the columns of a row of this kind. */
    Set<String> columns(Kind kind);

    Counts counts();

    /** Counts the rows that had not expired at a given time. */
    Counts counts(Instant at);
}
