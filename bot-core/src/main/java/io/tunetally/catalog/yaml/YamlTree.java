package io.tunetally.catalog.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.tunetally.catalog.FilePosition;
import io.tunetally.catalog.yaml.YamlNode.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a YAML file into nodes with line numbers; Jackson's own tree has none. */
final class YamlTree {
    private static final YAMLFactory YAML = new YAMLFactory();

    private final YAMLParser parser;
    private final Faults faults;

    private YamlTree(YAMLParser parser, Faults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /** Returns the root of a file; an empty mapping, and a fault, if the file could not be read. */
    static YamlNode read(NamedYaml file, Faults faults) {
        FilePosition root = FilePosition.start(file.name());
        try (YAMLParser parser = YAML.createParser(file.text())) {
            return new YamlTree(parser, faults).readable(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private YamlNode readable(FilePosition root) throws IOException {
        try {
            return document(root);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            FilePosition filePosition = new FilePosition(root.file(), at == null ? line() : at.getLineNr(), "");
            faults.add(
                    filePosition,
                    e instanceof StreamConstraintsException
                            ? "nested too deep, or a value is too long, for a price file"
                            : "not readable as YAML: " + firstLine(e.getOriginalMessage()));
            return YamlNode.Mapping.empty(root);
        }
    }

    private YamlNode document(FilePosition root) throws IOException {
        if (parser.nextToken() == null) {
            faults.add(root, "the file is empty; add at least schema and edition");
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
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            faults.add(filePosition, "YAML anchors and aliases are not supported; write the value out");
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

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
