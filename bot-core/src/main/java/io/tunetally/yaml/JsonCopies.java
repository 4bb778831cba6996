package io.tunetally.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes a copy of YAML as JSON: the same keys and values, each in the same line, so that a reader reports the same lines. A flag
 * that is not {@code true} or {@code false} becomes text. The build runs it, see {@code pom.xml}.
 */
public final class JsonCopies {
    /** Begins a copy, as it begins each text of RFC 7464: no YAML and no plain JSON begins so. */
    static final char MARK = '\u001e';

    private static final String FOLDER = "json/";
    private static final String YAML = ".yaml";

    /** The numbers that JSON and YAML write alike. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?");

    private final StringBuilder json = new StringBuilder().append(MARK);
    private final JsonParser yaml;
    private int line = 1;
    private boolean first = true;

    private JsonCopies(JsonParser yaml) {
        this.yaml = yaml;
    }

    /**
     * Writes the copies of all YAML files of a folder of classes.
     *
     * @param arguments the folder, e.g. {@code target/classes}
     */
    public static void main(String... arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        try (Stream<Path> below = Files.walk(classes.resolve("config"))) {
            for (Path file :
                    below.filter(each -> each.toString().endsWith(YAML)).toList()) {
                Path copy =
                        classes.resolve(of(classes.relativize(file).toString().replace('\\', '/')));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, of(file));
            }
        }
    }

    /** Returns the name of a file's copy. */
    static String of(String file) {
        return FOLDER + file.substring(0, file.length() - YAML.length()) + ".json";
    }

    private static String of(Path file) throws IOException {
        try {
            return copy(Files.readAllBytes(file));
        } catch (IOException unfit) {
            throw new IOException(file + ": " + unfit.getMessage(), unfit);
        }
    }

    /**
     * Returns the copy of a file.
     *
     * @throws IOException if it is no YAML, or has an anchor, a tag or a number that JSON does not have
     */
    static String copy(byte[] file) throws IOException {
        try (JsonParser yaml = Yaml.strict(new ByteArrayInputStream(file))) {
            return new JsonCopies(yaml).written();
        }
    }

    private String written() throws IOException {
        for (JsonToken token = yaml.nextToken(); token != null; token = yaml.nextToken()) {
            if (yaml.getObjectId() != null || yaml.getTypeId() != null || Yaml.isAlias(yaml)) {
                throw new IOException(
                        "line " + yaml.currentTokenLocation().getLineNr() + ": no anchors or tags, please");
            }
            write(token);
        }
        return json.append('\n').toString();
    }

    private void write(JsonToken token) throws IOException {
        switch (token) {
            case END_OBJECT -> end('}');
            case END_ARRAY -> end(']');
            case START_OBJECT -> begin('{');
            case START_ARRAY -> begin('[');
            case FIELD_NAME -> {
                value(quoted(yaml.currentName()));
                json.append(':');
                first = true;
            }
            case VALUE_STRING -> value(quoted(yaml.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> value(number(yaml.getText()));
            case VALUE_TRUE, VALUE_FALSE -> value(flag(token, yaml.getText()));
            case VALUE_NULL -> value("null");
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw new IOException("no value of JSON: " + token);
        }
    }

    private void begin(char bracket) {
        value(String.valueOf(bracket));
        first = true;
    }

    private void end(char bracket) {
        json.append(bracket);
        first = false;
    }

    /** Appends a value in the line where it begins; a value after a key needs no comma. */
    private void value(String written) {
        if (!first) {
            json.append(',');
        }
        for (int wanted = yaml.currentTokenLocation().getLineNr(); line < wanted; line++) {
            json.append('\n');
        }
        json.append(written);
        first = false;
    }

    private String number(String text) throws IOException {
        if (!NUMBER.matcher(text).matches()) {
            throw new IOException("line " + yaml.currentTokenLocation().getLineNr() + ": write " + text
                    + " with digits and a point alone, or quote it");
        }
        return text;
    }

    /** {@code on} and {@code no} are flags of YAML, and words of a lexicon. */
    private static String flag(JsonToken token, String text) {
        return text.equals(token.asString()) ? text : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
