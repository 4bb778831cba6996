package io.tunetally.dataset.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes examples in another format that holds the same. */
public final class ExampleConverter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The formats whose examples can become those of a format. Text and segments have no roles, and a judged answer has no other. */
    private static final Map<Format, Set<Format>> SOURCES = Map.of(
            Format.OPENAI_CHAT,
            Set.of(Format.INSTRUCTION, Format.ALPACA, Format.SHAREGPT, Format.GEMINI, Format.BEDROCK),
            Format.INSTRUCTION,
            Set.of(Format.OPENAI_CHAT, Format.ALPACA, Format.SHAREGPT, Format.GEMINI, Format.BEDROCK),
            Format.OPENAI_PREFERENCE,
            Set.of(Format.PREFERENCE));

    private ExampleConverter() {}

    /** Returns the formats that can be written, in the order of {@link Format}. */
    public static List<Format> targets() {
        return SOURCES.keySet().stream().sorted().toList();
    }

    /** True if examples of a format can be written as those of another, as far as each of them holds nothing else. */
    public static boolean converts(Format from, Format to) {
        return from == to || SOURCES.getOrDefault(to, Set.of()).contains(from);
    }

    /** Returns the row of an example in a format; empty if the format cannot hold all of it. */
    public static Optional<JsonNode> row(Example example, Format target) {
        if (!converts(example.format(), target)) {
            return Optional.empty();
        }
        return switch (target) {
            case OPENAI_CHAT -> example.format() == target ? Optional.of(example.row()) : chat(example);
            case INSTRUCTION -> pair(example.messages());
            case OPENAI_PREFERENCE ->
                example.format() == target ? Optional.of(example.row()) : preference(example.row());
            default -> Optional.empty();
        };
    }

    /** Calls of tools and their results are text in other formats, which is not what they mean. */
    private static Optional<JsonNode> chat(Example example) {
        boolean tools = example.images() > 0
                || example.row().findValue("functionCall") != null
                || example.messages().stream()
                        .anyMatch(message ->
                                message.role().equals("tool") || message.role().equals("tools"));
        if (tools) {
            return Optional.empty();
        }
        ObjectNode row = JSON.objectNode();
        row.set("messages", messages(example.messages()));
        return Optional.of(row);
    }

    /** A pair is one question, and its answer. */
    private static Optional<JsonNode> pair(List<Message> messages) {
        boolean pair = messages.size() == 2
                && messages.getFirst().role().equals("user")
                && messages.getLast().isAssistant();
        return pair
                ? Optional.of(JSON.objectNode()
                        .put(Pair.STANDARD.prompt(), messages.getFirst().content())
                        .put(Pair.STANDARD.completion(), messages.getLast().content()))
                : Optional.empty();
    }

    /** A whole dialogue in one text has no prompt of its own. */
    private static Optional<JsonNode> preference(JsonNode row) {
        ExampleParser.Preference pair = ExampleParser.preference(row);
        if (pair.prompt().isEmpty()) {
            return Optional.empty();
        }
        ObjectNode converted = JSON.objectNode();
        converted.putObject("input").set("messages", messages(pair.prompt()));
        converted.set("preferred_output", messages(pair.chosen()));
        converted.set("non_preferred_output", messages(pair.rejected()));
        return Optional.of(converted);
    }

    private static ArrayNode messages(List<Message> messages) {
        ArrayNode list = JSON.arrayNode();
        messages.forEach(message -> list.addObject().put("role", message.role()).put("content", message.content()));
        return list;
    }
}
