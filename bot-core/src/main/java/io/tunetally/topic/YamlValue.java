package io.tunetally.topic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The value of a key while the file streams by, with its position for messages. */
final class YamlValue {
    private final String file;
    private final String key;
    private final JsonParser parser;
    private final int line;

    private YamlValue(String file, String key, JsonParser parser, int line) {
        this.file = file;
        this.key = key;
        this.parser = parser;
        this.line = line;
    }

    static YamlValue root(String file, JsonParser parser) {
        return new YamlValue(file, "", parser, 1);
    }

    /** Reads one entry of a map. */
    interface EntryReader {
        void read(String name, YamlValue value) throws IOException;
    }

    /** A text, kept after the file has streamed on. */
    record Scalar(String text, YamlValue place) {
        boolean flag() {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw error("must be true or false");
            };
        }

        TopicException error(String trouble) {
            return place.error("\"" + text + "\" " + trouble);
        }
    }

    int line() {
        return line;
    }

    void entries(EntryReader reader) throws IOException {
        expect(JsonToken.START_OBJECT, "a map");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            int lineOfKey = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            reader.read(name, new YamlValue(file, key.isEmpty() ? name : key + "." + name, parser, lineOfKey));
        }
    }

    List<String> texts() throws IOException {
        expect(JsonToken.START_ARRAY, "a list");
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(text());
        }
        return texts;
    }

    String text() throws IOException {
        boolean scalar = parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL;
        String text = scalar ? parser.getText().strip() : "";
        if (text.isEmpty()) {
            throw error("must be text, found " + parser.currentToken());
        }
        return text;
    }

    Scalar scalar() throws IOException {
        return new Scalar(text(), this);
    }

    boolean flag() throws IOException {
        return scalar().flag();
    }

    /** Returns what is read from the value; a fault in it gets the position. */
    <T> T checked(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException fault) {
            throw new TopicException(placed(String.valueOf(fault.getMessage())), fault);
        }
    }

    private void expect(JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw error("must be " + what + ", found " + parser.currentToken());
        }
    }

    TopicException error(String trouble) {
        return new TopicException(placed(trouble));
    }

    private String placed(String trouble) {
        return file + ":" + line + ": " + (key.isEmpty() ? "the file" : key) + " " + trouble;
    }
}
