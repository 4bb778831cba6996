package io.tunetally.dataset.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** The parts of a message: texts, calls of tools, pictures. */
final class Parts {
    private static final Set<String> PICTURES = Set.of("image_url", "image", "fileData", "inlineData");

    private static final List<String> CALLED = List.of("functionCall", "functionResponse");

    private Parts() {}

    /** Returns the text of a content: a string, or the texts of a list of parts. */
    static String text(JsonNode content) {
        if (content.isTextual()) {
            return content.textValue();
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content.isArray() ? content : content.path("parts")) {
            text.append(part.isTextual() ? part.textValue() : part.path("text").asText(""));
            called(text, part);
        }
        return text.toString();
    }

    /** Gemini has calls of tools and their results among the parts. */
    private static void called(StringBuilder text, JsonNode part) {
        CALLED.stream().map(part::path).filter(JsonNode::isObject).forEach(call -> {
            JsonNode values = call.has("args") ? call.path("args") : call.path("response");
            text.append(call.path("name").asText("")).append(values.toString());
        });
    }

    /** Returns names and arguments of the tools that a message calls. */
    static String calls(JsonNode message) {
        StringBuilder text = new StringBuilder();
        message.path("tool_calls").forEach(call -> append(text, call.path("function")));
        append(text, message.path("function_call"));
        return text.toString();
    }

    private static void append(StringBuilder text, JsonNode function) {
        if (function.isObject()) {
            JsonNode arguments = function.path("arguments");
            text.append(function.path("name").asText(""))
                    .append(arguments.isTextual() ? arguments.textValue() : arguments.toString());
        }
    }

    /** Returns the number of pictures referred to anywhere in a row. */
    static int images(JsonNode node) {
        int images = 0;
        if (node.isObject() && PICTURES.stream().anyMatch(node::hasNonNull)) {
            return 1;
        }
        if (node.isContainerNode()) {
            for (JsonNode child : node) {
                images += images(child);
            }
        }
        return images;
    }
}
