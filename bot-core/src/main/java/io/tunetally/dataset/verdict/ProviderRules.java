package io.tunetally.dataset.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tunetally.dataset.format.Example;
import io.tunetally.dataset.format.Format;
import io.tunetally.dataset.source.Container;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a provider accepts as training data.
 *
 * @param provider its id in the price books
 * @param name its name for people
 * @param checks what each example is checked for
 * @param contexts tokens of an example that are trained on, by model
 */
public record ProviderRules(
        String provider,
        String name,
        List<Source> sources,
        List<Container> containers,
        List<Format> formats,
        @Nullable Long minExamples,
        @Nullable Long maxExamples,
        @Nullable Long maxBytes,
        List<ExampleCheck> checks,
        List<Context> contexts) {
    private static final String RESOURCE = "rules.yaml";

    public ProviderRules {
        sources = List.copyOf(sources);
        containers = List.copyOf(containers);
        formats = List.copyOf(formats);
        checks = List.copyOf(checks);
        contexts = List.copyOf(contexts);
    }

    /** Where the rules are stated; the address may be empty. */
    public record Source(String title, String url) {}

    /** The longest example that a model is trained on. */
    public record Context(Pattern models, long tokens) {}

    /** Returns the rules of all providers of which some are known. */
    public static List<ProviderRules> all() {
        try (InputStream in = ProviderRules.class.getResourceAsStream(RESOURCE)) {
            List<ProviderRules> all = new ArrayList<>();
            YAMLMapper.builder().build().readTree(in).path("providers").forEach(rules -> all.add(of(rules)));
            return List.copyOf(all);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE, unreadable);
        }
    }

    /** Returns the tokens of an example that a model is trained on; empty if no page states them. */
    public OptionalLong context(String model) {
        return contexts.stream()
                .filter(context -> context.models().matcher(model).matches())
                .mapToLong(Context::tokens)
                .findFirst();
    }

    /** Returns what is wrong with an example, as predicates about its line. A format that is not accepted is a matter of the file. */
    public List<String> problems(Example example) {
        if (!formats.contains(example.format())) {
            return List.of();
        }
        return checks.stream().flatMap(check -> check.problem(example).stream()).toList();
    }

    /** Returns the accepted formats for people: those for the same kind of training as another, or all if there is none. */
    public String formatTitlesLike(Format other) {
        List<Format> alike =
                formats.stream().filter(format -> format.kind() == other.kind()).toList();
        return (alike.isEmpty() ? formats : alike).stream().map(Format::title).collect(Collectors.joining(" or "));
    }

    /** Returns the accepted containers for people. */
    public String containerTitles() {
        return containers.stream().map(Container::title).collect(Collectors.joining(" or "));
    }

    private static ProviderRules of(JsonNode rules) {
        return new ProviderRules(
                rules.path("provider").asText(),
                rules.path("name").asText(),
                list(
                        rules.path("sources"),
                        source -> new Source(
                                source.path("title").asText(),
                                source.path("url").asText(""))),
                list(rules.path("containers"), word -> named(containersByWord(), word.asText())),
                list(rules.path("formats"), word -> named(formatsByWord(), word.asText())),
                number(rules, "min_examples"),
                number(rules, "max_examples"),
                number(rules, "max_bytes"),
                ExampleCheck.of(rules),
                list(
                        rules.path("context"),
                        context -> new Context(
                                Pattern.compile(context.path("models").asText()),
                                context.path("tokens").asLong())));
    }

    private static <T> List<T> list(JsonNode nodes, Function<JsonNode, T> element) {
        List<T> list = new ArrayList<>();
        nodes.forEach(node -> list.add(element.apply(node)));
        return list;
    }

    private static @Nullable Long number(JsonNode rules, String key) {
        return rules.has(key) ? rules.path(key).asLong() : null;
    }

    private static <T> T named(Map<String, T> all, String word) {
        T found = all.get(word);
        if (found == null) {
            throw new IllegalStateException(RESOURCE + ": '" + word + "' is none of " + all.keySet());
        }
        return found;
    }

    private static Map<String, Container> containersByWord() {
        return List.of(Container.values()).stream().collect(Collectors.toMap(Container::word, Function.identity()));
    }

    private static Map<String, Format> formatsByWord() {
        return List.of(Format.values()).stream().collect(Collectors.toMap(Format::word, Function.identity()));
    }
}
