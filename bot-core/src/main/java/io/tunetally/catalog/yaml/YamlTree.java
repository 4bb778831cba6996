package io.tunetally.catalog.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.tunetally.catalog.Place;
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

    /** The root of a file; an empty mapping where the file could not be read, which is then among the faults. */
    static YamlNode read(NamedYaml file, Faults faults) {
        Place root = Place.start(file.name());
        try (YAMLParser parser = YAML.createParser(file.text())) {
            return new YamlTree(parser, faults).readable(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private YamlNode readable(Place root) throws IOException {
        try {
            return document(root);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            Place place = new Place(root.file(), at == null ? line() : at.getLineNr(), "");
            faults.add(
                    place,
                    e instanceof StreamConstraintsException
                            ? "nested too deep, or a value is too long, for a price file"
                            : "not readable as YAML: " + firstLine(e.getOriginalMessage()));
            return YamlNode.Mapping.empty(root);
        }
    }

    private YamlNode document(Place root) throws IOException {
        if (parser.nextToken() == null) {
            faults.add(root, "the file is empty; give it at least schema and edition");
            return YamlNode.Mapping.empty(root);
        }
        boolean hasKeys = parser.currentToken() == JsonToken.START_OBJECT;
        YamlNode node = node(hasKeys ? root : new Place(root.file(), line(), ""));
        if (parser.nextToken() != null) {
            faults.add(new Place(root.file(), line(), ""), "a second document; put it into a file of its own");
        }
        return node;
    }

    private YamlNode node(Place place) throws IOException {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            faults.add(place, "YAML anchors and aliases are not read; write the value out");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> sequence(place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(place, Kind.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> scalar(place, Kind.FLAG);
            case VALUE_NULL -> scalar(place, Kind.NULL);
            default -> scalar(place, Kind.TEXT);
        };
    }

    private YamlNode scalar(Place place, Kind kind) throws IOException {
        return new YamlNode.Scalar(place, kind, parser.getText());
    }

    private YamlNode sequence(Place place) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(place.item(items.size(), line())));
        }
        return new YamlNode.Sequence(place, items);
    }

    private YamlNode mapping(Place place) throws IOException {
        Map<String, YamlNode> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place child = place.child(name, line());
            parser.nextToken();
            if (values.put(name, node(child)) != null) {
                faults.add(child, "the key stands twice; keep one of them");
            }
        }
        return new YamlNode.Mapping(place, values);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
