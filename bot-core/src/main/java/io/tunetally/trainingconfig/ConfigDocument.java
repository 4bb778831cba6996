package io.tunetally.trainingconfig;

import io.tunetally.catalog.FilePosition;
import io.tunetally.catalog.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The content of a config by paths of keys, such as {@code model._component_}; a path into a list goes on in each of its items. */
final class ConfigDocument {
    private final YamlNode root;

    ConfigDocument(YamlNode root) {
        this.root = root;
    }

    /**
     * A value with its place.
     *
     * @param text empty for keys with values
     */
    record Found(FilePosition place, String text) {
        /** Returns the key and value as they are written in a config. */
        String written() {
            return place.key() + ": " + FilePosition.shortened(text, 60);
        }
    }

    /** Returns the values at a path; empty if it is absent or null. */
    List<Found> all(String path) {
        return nodes(root, path)
                .flatMap(ConfigDocument::items)
                .filter(node -> !node.isNull())
                .map(node -> new Found(node.place(), text(node)))
                .toList();
    }

    Optional<Found> first(String path) {
        return all(path).stream().findFirst();
    }

    /** Returns a document for each entry of a list; a single entry may stand without a list. */
    List<ConfigDocument> entries(String path) {
        return nodes(root, path)
                .flatMap(ConfigDocument::items)
                .filter(node -> !node.isNull())
                .map(ConfigDocument::new)
                .toList();
    }

    /** Returns the keys in their order; none of a value or a list. */
    Set<String> keys() {
        return root instanceof YamlNode.Mapping mapping ? mapping.values().keySet() : Set.of();
    }

    /** Returns what a key has, whose name may have dots. */
    Optional<ConfigDocument> within(String key) {
        return root instanceof YamlNode.Mapping mapping
                ? Optional.ofNullable(mapping.values().get(key)).map(ConfigDocument::new)
                : Optional.empty();
    }

    /** Returns the value that stands in place of keys: an entry of a list that is a name alone. */
    Optional<Found> itself() {
        return root instanceof YamlNode.Scalar scalar
                ? Optional.of(new Found(scalar.place(), scalar.text()))
                : Optional.empty();
    }

    /** True if all keys are there with matching values. */
    boolean matches(Map<String, Pattern> patterns) {
        return patterns.entrySet().stream()
                .allMatch(entry -> first(entry.getKey())
                        .filter(found -> entry.getValue().matcher(found.text()).matches())
                        .isPresent());
    }

    /** True if one of the keys is there with a matching value; that of null is empty. */
    boolean matchesAny(Map<String, Pattern> patterns) {
        return patterns.entrySet().stream()
                .anyMatch(entry -> nodes(root, entry.getKey())
                        .flatMap(ConfigDocument::items)
                        .map(ConfigDocument::text)
                        .anyMatch(text -> entry.getValue().matcher(text).matches()));
    }

    private static String text(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar && !node.isNull() ? scalar.text() : "";
    }

    private static Stream<YamlNode> nodes(YamlNode from, String path) {
        Stream<YamlNode> at = Stream.of(from);
        for (String key : path.split("\\.", -1)) {
            at = at.flatMap(ConfigDocument::items)
                    .flatMap(node -> node instanceof YamlNode.Mapping mapping
                            ? Optional.ofNullable(mapping.values().get(key)).stream()
                            : Stream.empty());
        }
        return at;
    }

    private static Stream<YamlNode> items(YamlNode node) {
        return node instanceof YamlNode.Sequence sequence ? sequence.items().stream() : Stream.of(node);
    }
}
