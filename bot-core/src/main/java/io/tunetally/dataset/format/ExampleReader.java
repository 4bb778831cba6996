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
import io.tunetally.text.JsonFault;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads records as examples. Thread-safe. */
public final class ExampleReader {
    private static final int DEEPEST = 64;
    private static final int MOST_TOKENS = 400_000;

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

    /**
     * Returns a reader; of a table the first record has the names of the columns.
     *
     * @throws DatasetException if no format has these columns
     */
    public static ExampleReader of(Container container, @Nullable RawRecord header) {
        List<String> columns = header == null ? List.of() : columns(header, container);
        if (!columns.isEmpty()) {
            UnknownColumns.refuse(columns, container);
        }
        return new ExampleReader(container, columns);
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
            case JSONL, JSON_ARRAY, JSON_OBJECTS -> json(raw, text);
            case CSV, CSV_SEMICOLON, TSV -> CsvRow.row(header, CsvRow.cells(text, container));
            case TEXT -> JsonNodeFactory.instance.objectNode().put("text", text.stripTrailing());
            case PARQUET -> throw new MalformedExample("is Parquet, whose rows are not read");
        };
    }

    private JsonNode json(RawRecord raw, String text) {
        JsonNode row;
        try (JsonParser parser = JSON.createParser(text)) {
            row = JSON.readTree(parser);
            if (parser.nextToken() != null) {
                throw new MalformedExample(
                        text.strip().indexOf('\r') >= 0
                                ? "ends its lines with carriage returns alone; save the file with line feeds"
                                : "has more than one JSON value; write one object per line");
            }
        } catch (StreamConstraintsException beyond) {
            throw new MalformedExample("is beyond a limit: " + limit(beyond) + "; shorten or split the example");
        } catch (JsonProcessingException broken) {
            throw new MalformedExample("is not JSON" + fault(raw, text));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
        if (!row.isObject()) {
            throw new MalformedExample(notObject(row));
        }
        return row;
    }

    /** The words of the library name its own options. */
    private static String limit(StreamConstraintsException beyond) {
        String message = beyond.getOriginalMessage();
        return message.startsWith("Document nesting")
                ? "lists and objects more than " + DEEPEST + " deep"
                : message.startsWith("Token count")
                        ? "more than " + String.format(Locale.ROOT, "%,d", MOST_TOKENS) + " keys and values"
                        : "a key or a number that is too long";
    }

    /** The place of an element in an array is counted from its own beginning. */
    private String fault(RawRecord raw, String text) {
        return JsonFault.of(text)
                .map(fault -> ": " + fault.words(place(raw, fault)))
                .orElse("");
    }

    private String place(RawRecord raw, JsonFault fault) {
        if (fault.line() > 1) {
            return "line " + (raw.line() + fault.line() - 1) + ", column " + fault.column();
        }
        return (container == Container.JSONL ? "column " : "character ") + fault.column();
    }

    /** A list of messages lacks only the object around it. */
    private static String notObject(JsonNode row) {
        return row.isArray() && row.path(0).has("role")
                ? "is a list of messages; write {\"messages\": [...]}"
                : "is not a JSON object; write {\"messages\": [...]} or {\"prompt\": ..., \"completion\": ...}";
    }

    private static Example example(JsonNode row) {
        Optional<Format> format = Format.of(row);
        if (format.isEmpty()) {
            throw new MalformedExample(UnknownColumns.of(row));
        }
        return ExampleParser.parse(format.get(), row);
    }
}
