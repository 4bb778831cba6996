package io.tunetally.storage;

import java.util.Map;

/** The number of rows of each kind: stored, deleted or copied. A missing kind counts as zero. */
public record Counts(Map<Kind, Long> rows) {
    public Counts {
        rows = Map.copyOf(rows);
    }

    public long of(Kind kind) {
        return rows.getOrDefault(kind, 0L);
    }

    public long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
