package io.tunetally.dataset.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The families of models by tokenizer, and their tokenizers, which are loaded when they are first used. Thread-safe. */
public final class TokenizerFamilies {
    private static final String RESOURCE = "families.yaml";

    private final List<TokenizerFamily> families;
    private final Map<String, Path> files;
    private final Map<String, ExampleTokenizer> loaded = new ConcurrentHashMap<>();

    private TokenizerFamilies(List<TokenizerFamily> families, Map<String, Path> files) {
        this.families = families;
        this.files = files;
    }

    /**
     * Returns the families.
     *
     * @param files the operator's {@code tokenizer.json} by family
     */
    public static TokenizerFamilies with(Map<String, Path> files) {
        try (InputStream in = TokenizerFamilies.class.getResourceAsStream(RESOURCE)) {
            List<TokenizerFamily> families = new ArrayList<>();
            YAMLMapper.builder().build().readTree(in).path("families").forEach(family -> families.add(family(family)));
            return new TokenizerFamilies(List.copyOf(families), Map.copyOf(files));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE, unreadable);
        }
    }

    /** Returns the family of a model by its id; one that is only told apart by its tokenizer needs the operator's file. */
    public TokenizerFamily of(String model) {
        return families.stream()
                .filter(family -> family.models().matcher(model).matches())
                .filter(family -> !family.like().isEmpty() || files.containsKey(family.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the names of the families that count by themselves: exactly, or as an estimate without the operator's file. */
    public List<String> ids() {
        return families.stream()
                .filter(family -> !family.like().isEmpty() || files.containsKey(family.id()))
                .map(TokenizerFamily::id)
                .toList();
    }

    /** Returns a family by its own id. */
    public TokenizerFamily named(String id) {
        return families.stream()
                .filter(family -> family.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no family " + id));
    }

    /** Returns how a family counts examples. */
    public ExampleTokenizer tokenizer(TokenizerFamily family) {
        return loaded.computeIfAbsent(
                family.id(), id -> new ExampleTokenizer(id, family.tokenizer(files.get(id)), family.template()));
    }

    private static TokenizerFamily family(JsonNode node) {
        JsonNode template = node.path("template");
        String vocabulary = node.path("vocabulary").textValue();
        return new TokenizerFamily(
                node.path("id").asText(),
                Pattern.compile(node.path("models").asText()),
                vocabulary,
                node.path("like").asText(vocabulary == null ? "" : vocabulary),
                band(node.path("band")),
                new ChatTemplate(
                        template.path("example").asInt(),
                        template.path("message").asInt(),
                        template.path("role").asBoolean(),
                        template.path("name").asInt(),
                        template.path("user").asInt(),
                        template.path("assistant").asInt()));
    }

    private static Map<Script, Double> band(JsonNode node) {
        Map<Script, Double> band = new EnumMap<>(Script.class);
        node.properties()
                .forEach(entry -> band.put(
                        Script.valueOf(entry.getKey().toUpperCase(Locale.ROOT)),
                        entry.getValue().asDouble()));
        return band;
    }
}
