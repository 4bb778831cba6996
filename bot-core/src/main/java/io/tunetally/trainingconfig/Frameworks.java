package io.tunetally.trainingconfig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The frameworks whose configs are read, in the order in which they are tried. */
final class Frameworks {
    private static final String RESOURCE = "frameworks.yaml";

    private final List<Framework> inOrder = new ArrayList<>();
    private final Map<Pattern, String> flags;
    private final Pattern modelSuffixes;
    private final Map<Pattern, String> modelSizes;
    private final Set<String> otherKeys = new LinkedHashSet<>();

    private Frameworks(JsonNode root) {
        root.path("frameworks").forEach(node -> inOrder.add(framework(node)));
        flags = words(root.path("flags"));
        modelSizes = words(root.path("model_sizes"));
        root.path("other_keys").forEach(keys -> keys.forEach(key -> otherKeys.add(key.asText())));
        modelSuffixes = Pattern.compile("(" + root.path("model_suffixes").asText() + ")+$");
    }

    static Frameworks builtIn() {
        try (InputStream in = Frameworks.class.getResourceAsStream(RESOURCE)) {
            return new Frameworks(YAMLMapper.builder().build().readTree(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE, unreadable);
        }
    }

    /** Returns the framework of a config. */
    Optional<Framework> of(ConfigDocument document) {
        return inOrder.stream()
                .filter(framework -> framework.knownBy().stream().anyMatch(document::matches))
                .findFirst();
    }

    /** Returns the keys by which a framework is recognised, by those of a config that resemble them and that no framework has. */
    List<KeySpelling.Misspelt> misspeltMarks(ConfigDocument document) {
        Set<String> known = inOrder.stream().flatMap(Framework::paths).collect(Collectors.toSet());
        return new KeySpelling(
                        inOrder.stream()
                                .flatMap(framework -> framework.knownBy().stream())
                                .flatMap(keys -> keys.keySet().stream()),
                        otherKeys,
                        Map.of())
                .misspelt(document).stream()
                        .filter(misspelt ->
                                !known.contains(misspelt.found().place().key()))
                        .toList();
    }

    /** Returns the keys of a config that are none of its framework's and resemble one. */
    List<KeySpelling.Misspelt> misspelt(Framework framework, ConfigDocument document) {
        return new KeySpelling(framework.paths(), otherKeys, foreign(framework)).misspelt(document);
    }

    /** Returns the keys by which other frameworks say what a key of this framework says, such as its epochs. */
    private Map<String, String> foreign(Framework framework) {
        Map<String, String> foreign = new HashMap<>();
        for (Framework other : inOrder) {
            other.settings().stream()
                    .filter(Framework.Setting::isPlain)
                    .forEach(row -> framework
                            .plainKey(row.name())
                            .ifPresent(own -> row.keys().forEach(key -> foreign.putIfAbsent(key, own))));
        }
        return foreign;
    }

    /** Returns the titles, for messages. */
    String titles() {
        return inOrder.stream().map(Framework::title).sorted().collect(Collectors.joining(", "));
    }

    /** Returns a word for on or off; empty for any other. */
    Optional<Boolean> flag(String text) {
        return word(flags, text).map(Boolean::valueOf);
    }

    /** Returns a model's own name: without its organisation on a hub, and without what says how its weights are stored. */
    String modelName(String text) {
        String name = text.substring(text.lastIndexOf('/') + 1);
        return modelSuffixes.matcher(name).replaceFirst("");
    }

    /** Returns the billions of parameters that a model's name gives. */
    Optional<BigDecimal> modelSize(String name) {
        return modelSizes.entrySet().stream()
                .flatMap(unit -> size(unit.getKey().matcher(name), unit.getValue()).stream())
                .findFirst();
    }

    private static Optional<BigDecimal> size(Matcher name, String billions) {
        return name.matches()
                ? Optional.of(new BigDecimal(name.group(1)).multiply(new BigDecimal(billions)))
                : Optional.empty();
    }

    /** Returns the word of the first pattern that matches. */
    static Optional<String> word(Map<Pattern, String> words, String text) {
        return words.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(text).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Framework framework(JsonNode node) {
        return new Framework(
                node.path("id").asText(),
                node.path("title").asText(),
                list(node.path("known_by"), Frameworks::patterns),
                node.path("dropped").asBoolean(),
                list(node.path("settings"), Frameworks::setting),
                list(node.path("ignored"), Frameworks::ignored));
    }

    private static Framework.Setting setting(JsonNode node) {
        return new Framework.Setting(
                node.path("name").asText(),
                text(node, "each"),
                list(node.path("keys"), JsonNode::asText),
                patterns(node.path("when")),
                patterns(node.path("unless")),
                words(node.path("values")),
                words(node.path("near")),
                words(node.path("replace")),
                list(node.path("unset"), Frameworks::pattern),
                text(node, "default"),
                text(node, "fixed"),
                node.path("fractions").asBoolean(),
                node.has("index")
                        ? new Framework.NamedData(
                                node.path("split").asText(),
                                node.path("folder").asText(),
                                node.path("standard_folder").asText(),
                                node.path("index").asText(),
                                list(node.path("entry"), JsonNode::asText))
                        : null);
    }

    private static Framework.Ignored ignored(JsonNode node) {
        return new Framework.Ignored(
                node.path("key").asText(), node.path("why").asText(), list(node.path("unset"), Frameworks::pattern));
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.path(key).textValue();
    }

    private static Pattern pattern(JsonNode node) {
        return Pattern.compile(node.asText());
    }

    private static Map<String, Pattern> patterns(JsonNode node) {
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        node.properties().forEach(entry -> patterns.put(entry.getKey(), pattern(entry.getValue())));
        return patterns;
    }

    private static Map<Pattern, String> words(JsonNode node) {
        Map<Pattern, String> words = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> words.put(
                        Pattern.compile(entry.getKey()), entry.getValue().asText()));
        return words;
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, T> of) {
        List<T> list = new ArrayList<>();
        node.forEach(each -> list.add(of.apply(each)));
        return list;
    }
}
