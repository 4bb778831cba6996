package io.tunetally.storage.jdbc;

import io.tunetally.chat.PlatformId;
import io.tunetally.storage.Archive;
import io.tunetally.storage.Counts;
import io.tunetally.storage.Installations;
import io.tunetally.storage.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads and writes all tables in the same way. */
final class JdbcArchive implements Archive {
    private static final int PAGE = 1_000;

    private final Database database;
    private final SecretCipher secretCipher;
    private final Clock clock;

    JdbcArchive(Database database, SecretCipher secretCipher, Clock clock) {
        this.database = database;
        this.secretCipher = secretCipher;
        this.clock = clock;
    }

    @Override
    public void read(Kind kind, Consumer<Row> reader) {
        Table table = Table.of(kind);
        List<Map<String, Object>> page = page(table, null);
        while (!page.isEmpty()) {
            page.forEach(values -> reader.accept(new Row(kind, inTheClear(values))));
            page = page.size() < PAGE ? List.of() : page(table, page.getLast());
        }
    }

    private List<Map<String, Object>> page(Table table, @Nullable Map<String, Object> after) {
        return database.call(handle -> {
            Query query = handle.createQuery(table.page(after == null)).bind("limit", PAGE);
            if (table.expires()) {
                query.bind("now", clock.millis());
            }
            if (after != null) {
                table.keys().forEach(key -> query.bind("after_" + key, String.valueOf(after.get(key))));
            }
            return query.map((row, _) -> values(table, row)).list();
        });
    }

    private static Map<String, Object> values(Table table, ResultSet row) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        for (String column : table.columns()) {
            values.put(column, Table.isNumber(column) ? (Object) row.getLong(column) : row.getString(column));
        }
        return values;
    }

    @Override
    public void write(List<Row> rows) {
        rows.forEach(this::check);
        Map<Kind, List<Row>> byKind = rows.stream().map(this::sealed).collect(Collectors.groupingBy(Row::kind));
        database.inTransaction(handle -> {
            byKind.forEach((kind, ofKind) -> write(handle, kind, ofKind));
            return rows.size();
        });
    }

    private static void write(Handle handle, Kind kind, List<Row> rows) {
        PreparedBatch batch = handle.prepareBatch(Table.of(kind).upsert());
        rows.forEach(row -> batch.bindMap(row.values()).add());
        batch.execute();
    }

    @Override
    public void check(Row row) {
        Set<String> columns = columns(row.kind());
        for (String column : columns) {
            Object value = row.values().get(column);
            boolean fits = Table.isNumber(column) ? value instanceof Long : value instanceof String;
            if (!fits) {
                throw new IllegalArgumentException(row.kind().word() + ": " + column
                        + (value == null
                                ? " is missing"
                                : Table.isNumber(column) ? " is not a number" : " is not text"));
            }
        }
        for (String column : row.values().keySet()) {
            if (!columns.contains(column)) {
                throw new IllegalArgumentException(row.kind().word() + " has no " + column);
            }
        }
    }

    @Override
    public Set<String> columns(Kind kind) {
        Set<String> columns = new LinkedHashSet<>(Table.of(kind).columns());
        if (columns.remove(Table.SEALED)) {
            columns.add(Table.SECRET);
        }
        return columns;
    }

    @Override
    public Counts counts() {
        return counts(clock.instant());
    }

    @Override
    public Counts counts(Instant at) {
        return database.call(handle -> {
            Map<Kind, Long> counts = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.values()) {
                Table table = Table.of(kind);
                Query query = handle.createQuery("SELECT COUNT(*) FROM " + table.name() + " WHERE " + table.alive());
                if (table.expires()) {
                    query.bind("now", at.toEpochMilli());
                }
                counts.put(kind, query.mapTo(Long.class).one());
            }
            return new Counts(counts);
        });
    }

    private Map<String, Object> inTheClear(Map<String, Object> stored) {
        Object sealed = stored.get(Table.SEALED);
        if (sealed == null) {
            return stored;
        }
        Map<String, Object> clear = new HashMap<>(stored);
        clear.remove(Table.SEALED);
        clear.put(Table.SECRET, secretCipher.open(String.valueOf(sealed), boundTo(stored)));
        return clear;
    }

    private Row sealed(Row row) {
        Object secret = row.values().get(Table.SECRET);
        if (secret == null) {
            return row;
        }
        Map<String, Object> stored = new HashMap<>(row.values());
        stored.remove(Table.SECRET);
        stored.put(Table.SEALED, secretCipher.seal(String.valueOf(secret), boundTo(stored)));
        return new Row(row.kind(), stored);
    }

    private static String boundTo(Map<String, Object> values) {
        return JdbcInstallations.row(new Installations.Id(
                new PlatformId(String.valueOf(values.get("platform"))),
                String.valueOf(values.get("enterprise")),
                String.valueOf(values.get("team")),
                String.valueOf(values.get("member"))));
    }
}
