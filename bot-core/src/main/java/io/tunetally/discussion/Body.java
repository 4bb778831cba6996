package io.tunetally.discussion;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The content of a record: named texts as a flat JSON object. An unknown name is kept, a missing one reads as empty. */
final class Body {
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, String> values;

    private Body(Map<String, String> values) {
        this.values = values;
    }

    Body() {
        this(new LinkedHashMap<>());
    }

    static Body read(String json) {
        Map<String, String> values = new TreeMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                values.put(name, parser.getText());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a record is no JSON object", unreadable);
        }
        return new Body(values);
    }

    /** Adds a value; an empty one is left out. */
    Body with(String name, Object value) {
        String text = value.toString();
        if (!text.isEmpty()) {
            values.put(name, text);
        }
        return this;
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** Returns the values of the names that start with a text. */
    Map<String, String> startingWith(String prefix) {
        return values.entrySet().stream()
                .filter(value -> value.getKey().startsWith(prefix))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    long number(String name) {
        String text = text(name);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    /** Returns a day; of a record from before it had one, the day on which that was written. */
    LocalDate day(String name, Instant writtenAt) {
        String text = text(name);
        return text.isEmpty() ? LocalDate.ofInstant(writtenAt, ZoneOffset.UTC) : LocalDate.parse(text);
    }

    /** Returns a time; of a record from before it had one, when that was written. */
    Instant instant(String name, Instant writtenAt) {
        String text = text(name);
        return text.isEmpty() ? writtenAt : Instant.parse(text);
    }

    String write() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            for (Map.Entry<String, String> value : values.entrySet()) {
                json.writeStringField(value.getKey(), value.getValue());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }
}
