package io.tunetally.console.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.console.json.Json;
import io.tunetally.storage.Archive;
import io.tunetally.storage.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stored rows as JSON Lines: {@code {"kind":"conversations","platform":"console",...}}. */
final class DataLines {
    private static final int BATCH = 500;
    private static final String KIND = "kind";

    private final Archive archive;

    /** Thrown for a line that is not a stored row; the message gives the line and the reason. */
    static final class MalformedLineException extends RuntimeException {
        MalformedLineException(String message) {
            super(message);
        }
    }

    DataLines(Archive archive) {
        this.archive = archive;
    }

    /** Writes all rows and returns their number. */
    long write(PrintWriter out, boolean withSecrets) {
        long[] rows = {0};
        for (Kind kind : Kind.values()) {
            if (withSecrets || kind != Kind.INSTALLATIONS) {
                archive.read(kind, row -> {
                    out.println(Json.line(json(row)));
                    rows[0]++;
                });
            }
        }
        return rows[0];
    }

    private ObjectNode json(Archive.Row row) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put(KIND, row.kind().word());
        for (String column : archive.columns(row.kind())) {
            switch (row.values().get(column)) {
                case Long number -> object.put(column, number);
                case null, default ->
                    object.put(column, String.valueOf(row.values().get(column)));
            }
        }
        return object;
    }

    /**
     * Reads rows and returns their number. Rows before a malformed line are stored.
     *
     * @throws MalformedLineException at the first line that is not a row
     */
    long read(BufferedReader in) throws IOException {
        long number = 0;
        long rows = 0;
        List<Archive.Row> batch = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!line.isBlank()) {
                batch.add(row(line, number));
                rows++;
            }
            if (batch.size() == BATCH) {
                archive.write(batch);
                batch.clear();
            }
        }
        archive.write(batch);
        return rows;
    }

    private Archive.Row row(String line, long number) {
        try {
            JsonNode object = Json.MAPPER.readTree(line);
            Archive.Row row = new Archive.Row(kind(object.path(KIND).asText()), values(object));
            archive.check(row);
            return row;
        } catch (JsonProcessingException malformed) {
            throw new MalformedLineException("line " + number + " is not JSON");
        } catch (IllegalArgumentException wrong) {
            throw new MalformedLineException("line " + number + ": " + wrong.getMessage());
        }
    }

    private static Kind kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown kind '" + word + "'"));
    }

    private static Map<String, Object> values(JsonNode object) {
        Map<String, Object> values = new HashMap<>();
        object.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (!field.getKey().equals(KIND)) {
                values.put(field.getKey(), value.isNumber() ? (Object) number(field.getKey(), value) : value.asText());
            }
        });
        return values;
    }

    private static long number(String column, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException(column + " is not a 64-bit whole number");
        }
        return value.asLong();
    }
}
