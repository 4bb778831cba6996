package io.tunetally.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;

/** Makes parsers of YAML. A text that {@link JsonCopies} has written is parsed as JSON, with the lines of its YAML. */
public final class Yaml {
    private Yaml() {}

    /** A factory is made when a file needs it: one that has only JSON copies to read loads no YAML library. */
    private static final class Lenient {
        static final JsonFactory YAML = new YAMLFactory();
    }

    private static final class Strict {
        static final JsonFactory YAML = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private static final class Json {
        static final JsonFactory FACTORY = new JsonFactory();
    }

    /** Returns a parser that fails at a repeated key. */
    public static JsonParser strict(InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        return bytes.length > 0 && bytes[0] == JsonCopies.MARK
                ? Json.FACTORY.createParser(bytes, 1, bytes.length - 1)
                : Strict.YAML.createParser(bytes);
    }

    /** Returns a parser that fails at a repeated key. */
    public static JsonParser strict(String text) throws IOException {
        return isCopy(text) ? copy(text) : Strict.YAML.createParser(text);
    }

    /** Returns a parser that lets repeated keys pass. */
    public static JsonParser lenient(String text) throws IOException {
        return isCopy(text) ? copy(text) : Lenient.YAML.createParser(text);
    }

    /** Returns a parser of JSON. */
    public static JsonParser json(String text) throws IOException {
        return Json.FACTORY.createParser(text);
    }

    /** True if a parser is at an alias ({@code *name}), which stands for a value that is written elsewhere. */
    public static boolean isAlias(JsonParser parser) throws IOException {
        return parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
    }

    private static boolean isCopy(String text) {
        return !text.isEmpty() && text.charAt(0) == JsonCopies.MARK;
    }

    private static JsonParser copy(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        return Json.FACTORY.createParser(bytes, 1, bytes.length - 1);
    }
}
