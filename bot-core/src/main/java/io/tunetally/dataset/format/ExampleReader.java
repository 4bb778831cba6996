package io.tunetally.dataset.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tunetally.dataset.source.Container;
import io.tunetally.dataset.source.DatasetException;
import io.tunetally.dataset.source.RawRecord;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads records as examples. Thread-safe. */
public final class ExampleReader {
    private static final int DEEPEST = 64;
    private static final int MOST_TOKENS = 400_000;
    private static final int COLUMNS_NAMED = 6;

    private static final ObjectReader JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxTokenCount(MOST_TOKENS)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build()
            .readerFor(JsonNode.class);

    private final Container container;

    /** The names of a table's columns; empty for other containers. */
    private final List<String> header;

    private ExampleReader(Container container, List<String> header) {
        this.container = container;
        this.header = header;
    }

    /** Returns a reader; of a table the first record has the names of the columns. */
    public static ExampleReader of(Container container, @Nullable RawRecord header) {
        return new ExampleReader(container, header == null ? List.of() : columns(header, container));
    }

    private static List<String> columns(RawRecord header, Container container) {
        String names = header.text();
        if (names == null) {
            throw new DatasetException("has a header that is not UTF-8; save the file as UTF-8");
        }
        return CsvRow.cells(names, container).stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** True if the first record of a container names the columns. */
    public static boolean hasHeader(Container container) {
        return container == Container.CSV || container == Container.TSV;
    }

    public Reading read(RawRecord raw) {
        try {
            String fault = raw.fault();
            return fault == null ? new Reading.Good(raw.line(), example(row(raw))) : new Reading.Bad(raw.line(), fault);
        } catch (MalformedExample malformed) {
            return new Reading.Bad(raw.line(), String.valueOf(malformed.getMessage()));
        }
    }

    private JsonNode row(RawRecord raw) {
        String text = raw.text();
        if (text == null) {
            throw new MalformedExample("is not UTF-8 text; save the file as UTF-8");
        }
        return switch (container) {
            case JSONL, JSON_ARRAY -> json(text);
            case CSV, TSV -> CsvRow.row(header, CsvRow.cells(text, container));
            case TEXT -> JsonNodeFactory.instance.objectNode().put("text", text.stripTrailing());
            case PARQUET -> throw new MalformedExample("is Parquet, whose rows are not read");
        };
    }

    private static JsonNode json(String text) {
        JsonNode row;
        try (JsonParser parser = JSON.createParser(text)) {
            row = JSON.readTree(parser);
            if (parser.nextToken() != null) {
                throw new MalformedExample("has more than one JSON value; write one object per line");
            }
        } catch (StreamConstraintsException beyond) {
            throw new MalformedExample(
                    "is beyond a limit: " + beyond.getOriginalMessage() + "; shorten or split the example");
        } catch (JsonProcessingException broken) {
            throw new MalformedExample("is not JSON: " + shortened(broken));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
        if (!row.isObject()) {
            throw new MalformedExample("is not a JSON object");
        }
        return row;
    }

    private static String shortened(JsonProcessingException broken) {
        String message =
                String.valueOf(broken.getOriginalMessage()).lines().findFirst().orElse("");
        int column = broken.getLocation() == null ? 0 : broken.getLocation().getColumnNr();
        String most = message.length() > 120 ? message.substring(0, 120) + "..." : message;
        return column > 0 ? most + " (column " + column + ")" : most;
    }

    private static Example example(JsonNode row) {
        Optional<Format> format = Format.of(row);
        if (format.isEmpty()) {
            throw new MalformedExample(
                    "has no known format; its columns are " + (row.isEmpty() ? "none" : columns(row)));
        }
        return ExampleParser.parse(format.get(), row);
    }

    private static String columns(JsonNode row) {
        return StreamSupport.stream(((Iterable<String>) row::fieldNames).spliterator(), false)
                        .limit(COLUMNS_NAMED)
                        .map(name -> name.length() > 40 ? name.substring(0, 40) + "..." : name)
                        .collect(Collectors.joining(", "))
                + (row.size() > COLUMNS_NAMED ? " and " + (row.size() - COLUMNS_NAMED) + " more" : "");
    }
}
