package io.tunetally.catalog.yaml;

import io.tunetally.catalog.FilePosition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A node of a YAML or JSON file with its position. */
public sealed interface YamlNode {
    FilePosition place();

    record Scalar(FilePosition place, Kind kind, String text) implements YamlNode {}

    record Sequence(FilePosition place, List<YamlNode> items) implements YamlNode {}

    /** A mapping, with its keys in file order. */
    record Mapping(FilePosition place, Map<String, YamlNode> values) implements YamlNode {
        static Mapping empty(FilePosition place) {
            return new Mapping(place, new LinkedHashMap<>());
        }
    }

    enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        NULL
    }

    default boolean isNull() {
        return this instanceof Scalar scalar && scalar.kind() == Kind.NULL;
    }
}
