package io.tunetally.catalog.yaml;

import io.tunetally.catalog.FilePosition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of a YAML file that remembers where it stands. */
sealed interface YamlNode {
    FilePosition place();

    record Scalar(FilePosition place, Kind kind, String text) implements YamlNode {}

    record Sequence(FilePosition place, List<YamlNode> items) implements YamlNode {}

    /** Keys in the order of the file. */
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
