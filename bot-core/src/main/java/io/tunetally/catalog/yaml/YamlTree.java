package io.tunetally.catalog.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.tunetally.catalog.FilePosition;
import io.tunetally.catalog.yaml.YamlNode.Kind;
import io.tunetally.yaml.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a YAML or JSON file into nodes with line numbers; Jackson's own tree has none. */
public final class YamlTree {
    /** The syntax of a file, named as in messages. */
    public enum Syntax {
        YAML,
        JSON;

        private JsonParser parser(String text) throws IOException {
            return switch (this) {
                case YAML -> Yaml.lenient(text);
                case JSON -> Yaml.json(text);
            };
        }
    }

    /**
     * What a file is for, for messages.
     *
     * @param noun its kind: {@code price file}
     * @param contents the least that belongs into an empty one
     */
    public record Purpose(String noun, String contents) {
        static final Purpose PRICES = new Purpose("price file", "schema and edition");
    }

    private final String text;
    private final JsonParser parser;
    private final Syntax syntax;
    private final Purpose purpose;
    private final Faults faults;

    private YamlTree(String text, JsonParser parser, Syntax syntax, Purpose purpose, Faults faults) {
        this.text = text;
        this.parser = parser;
        this.syntax = syntax;
        this.purpose = purpose;
        this.faults = faults;
    }

    /** Returns the root of a price file; an empty mapping, and a fault, if the file could not be read. */
    static YamlNode read(NamedYaml file, Faults faults) {
        return read(file, Syntax.YAML, Purpose.PRICES, faults);
    }

    /** Returns the root of a file; an empty mapping, and a fault, if the file could not be read. */
    public static YamlNode read(NamedYaml file, Syntax syntax, Purpose purpose, Faults faults) {
        FilePosition root = FilePosition.start(file.name());
        try (JsonParser parser = syntax.parser(file.text())) {
            return new YamlTree(file.text(), parser, syntax, purpose, faults).readable(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private YamlNode readable(FilePosition root) throws IOException {
        try {
            return document(root);
        } catch (JsonProcessingException e) {
            boolean tooMuch = e instanceof StreamConstraintsException;
            SyntaxFault fault = syntax == Syntax.YAML ? SyntaxFault.ofYaml(e) : SyntaxFault.ofJson(text, e);
            faults.add(
                    new FilePosition(root.file(), tooMuch || fault.line() == 0 ? line() : fault.line(), ""),
                    tooMuch
                            ? "nested too deep, or a value is too long, for a " + purpose.noun()
                            : "not readable as " + syntax + ": " + fault.why());
            return YamlNode.Mapping.empty(root);
        }
    }

    private YamlNode document(FilePosition root) throws IOException {
        if (parser.nextToken() == null) {
            faults.add(root, "the file is empty; add at least " + purpose.contents());
            return YamlNode.Mapping.empty(root);
        }
        boolean hasKeys = parser.currentToken() == JsonToken.START_OBJECT;
        YamlNode node = node(hasKeys ? root : new FilePosition(root.file(), line(), ""));
        if (parser.nextToken() != null) {
            faults.add(new FilePosition(root.file(), line(), ""), "a second document; put it into its own file");
        }
        return node;
    }

    private YamlNode node(FilePosition filePosition) throws IOException {
        if (Yaml.isAlias(parser) || parser.getObjectId() != null) {
            faults.add(filePosition, "YAML anchors and aliases are not supported; write the value out");
        }
        if (parser.getTypeId() instanceof String tag && !tag.isEmpty()) {
            faults.add(filePosition, "YAML tags are not supported; remove !" + tag);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(filePosition);
            case START_ARRAY -> sequence(filePosition);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(filePosition, Kind.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> scalar(filePosition, Kind.FLAG);
            case VALUE_NULL -> scalar(filePosition, Kind.NULL);
            default -> scalar(filePosition, Kind.TEXT);
        };
    }

    private YamlNode scalar(FilePosition filePosition, Kind kind) throws IOException {
        return new YamlNode.Scalar(filePosition, kind, parser.getText());
    }

    private YamlNode sequence(FilePosition filePosition) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(filePosition.item(items.size(), line())));
        }
        return new YamlNode.Sequence(filePosition, items);
    }

    private YamlNode mapping(FilePosition filePosition) throws IOException {
        Map<String, YamlNode> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            FilePosition child = filePosition.child(name, line());
            parser.nextToken();
            if (values.put(name, node(child)) != null) {
                faults.add(child, "is a duplicate key; keep one of them");
            }
        }
        return new YamlNode.Mapping(filePosition, values);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
