package io.tunetally.dataset.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Turns the columns of a row into messages, for each format. */
final class ExampleParser {
    /** The columns of a prompt beside a chosen and a rejected answer. */
    private static final List<String> PROMPTS =
            List.of("prompt", "question", "instruction", "query", "conversations", "messages", "input");

    /** The columns that a model reads after the question, and before it. */
    private static final List<String> CONTEXTS = List.of("input", "context");

    private static final List<String> SYSTEMS = List.of("system", "system_prompt");

    private ExampleParser() {}

    static Example parse(Format format, JsonNode row) {
        boolean templated = format != Format.TEXT && format != Format.AXOLOTL;
        Pair pair = format == Format.INSTRUCTION ? Pair.of(row).orElseThrow() : null;
        JsonNode named = pair == null ? row : pair.renamed(row);
        List<Message> messages = new ArrayList<>(templated ? tools(row) : List.of());
        messages.addAll(messages(format, named));
        return new Example(format, named, pair, messages, templated, Parts.images(row));
    }

    private static List<Message> messages(Format format, JsonNode row) {
        return switch (format) {
            case OPENAI_CHAT, RFT, BEDROCK -> withSystem(row);
            case OPENAI_PREFERENCE -> openAiPreference(row);
            case PREFERENCE -> preference(row).messages();
            case KTO -> row.has("messages") ? chat(row, "messages") : answered(row, "prompt", "completion");
            case INSTRUCTION -> answered(row, "prompt", "completion");
            case SHAREGPT -> shareGpt(row);
            case GEMINI -> gemini(row);
            case AXOLOTL -> segments(row);
            case ALPACA -> alpaca(row);
            case TEXT -> List.of(new Message(Message.ASSISTANT, text(row, "text"), null, true));
        };
    }

    /** The descriptions of tools, which a chat template shows to the model first; pairs of OpenAI have them beside the prompt. */
    private static List<Message> tools(JsonNode row) {
        return Stream.of(row, row.path("input"))
                .flatMap(holder -> Stream.of(holder.path("tools"), holder.path("functions")))
                .filter(tools -> tools.isArray()
                        || (tools.isTextual() && !tools.textValue().isBlank()))
                .map(tools -> Message.of("tools", tools.isTextual() ? tools.textValue() : tools.toString()))
                .toList();
    }

    private static List<Message> chat(JsonNode row, String column) {
        List<Message> messages = new ArrayList<>();
        JsonNode list = row.path(column);
        if (!list.isArray() || list.isEmpty()) {
            throw new MalformedExample("has no list in \"" + column + "\"");
        }
        list.forEach(message -> messages.add(message(message)));
        return messages;
    }

    /** Anthropic and Amazon have the system's message beside the others, as a text or as a list of parts. */
    private static List<Message> withSystem(JsonNode row) {
        String system = Parts.text(row.path("system"));
        List<Message> messages = new ArrayList<>(system.isEmpty() ? List.of() : List.of(Message.of("system", system)));
        messages.addAll(chat(row, "messages"));
        return messages;
    }

    private static Message message(JsonNode message) {
        if (!message.isObject()) {
            throw new MalformedExample("has a message that is not an object");
        }
        JsonNode role = message.path("role");
        if (!role.isTextual()) {
            throw new MalformedExample("has a message without a role; write \"role\": \"user\" or \"assistant\"");
        }
        boolean called = message.has("tool_calls") || message.has("function_call");
        if (!called && !message.has("content")) {
            throw new MalformedExample("has a message without content");
        }
        boolean assistant = role.textValue().equals(Message.ASSISTANT);
        boolean weighted = !message.has("weight") || message.path("weight").asDouble() > 0;
        return new Message(
                role.textValue(),
                Parts.text(message.path("content")) + Parts.calls(message),
                message.path("name").textValue(),
                assistant && weighted);
    }

    private static List<Message> openAiPreference(JsonNode row) {
        List<Message> messages = new ArrayList<>(chat(row.path("input"), "messages"));
        messages.addAll(chat(row, "preferred_output"));
        messages.addAll(chat(row, "non_preferred_output"));
        return messages;
    }

    /**
     * Two answers to the same messages.
     *
     * @param prompt the messages before both
     */
    record Preference(List<Message> prompt, List<Message> chosen, List<Message> rejected) {
        List<Message> messages() {
            return Stream.of(prompt, chosen, rejected).flatMap(List::stream).toList();
        }
    }

    /** With an implicit prompt both answers begin with the same messages, which count once, also where a column has them, too. */
    static Preference preference(JsonNode row) {
        List<Message> chosen = texts(row, "chosen");
        List<Message> rejected = texts(row, "rejected");
        int common = 0;
        while (common < chosen.size() - 1
                && common < rejected.size() - 1
                && chosen.get(common).equals(rejected.get(common))) {
            common++;
        }
        List<Message> prompt = common > 0
                ? chosen.subList(0, common)
                : PROMPTS.stream()
                        .filter(row::has)
                        .findFirst()
                        .map(column -> prompt(row, column))
                        .orElse(List.of());
        return new Preference(prompt, chosen.subList(common, chosen.size()), rejected.subList(common, rejected.size()));
    }

    private static List<Message> answered(JsonNode row, String prompt, String completion) {
        List<Message> messages = new ArrayList<>(prompt(row, prompt));
        messages.addAll(texts(row, completion));
        return messages;
    }

    /** A text in the column of a prompt is the user's, with what else a row has for the model to read. */
    private static List<Message> prompt(JsonNode row, String column) {
        List<Message> prompt = column.equals("conversations") ? shareGpt(row) : texts(row, column);
        if (prompt.size() != 1 || !prompt.getFirst().isAssistant()) {
            return prompt;
        }
        StringBuilder shown = new StringBuilder(prompt.getFirst().content());
        CONTEXTS.stream()
                .filter(other -> !other.equals(column))
                .map(other -> row.path(other).asText(""))
                .filter(text -> !text.isEmpty())
                .forEach(text -> shown.append('\n').append(text));
        List<Message> messages = new ArrayList<>();
        SYSTEMS.stream()
                .map(system -> row.path(system).asText(""))
                .filter(text -> !text.isEmpty())
                .forEach(text -> messages.add(Message.of("system", text)));
        messages.add(Message.of("user", shown.toString()));
        return messages;
    }

    /** A column with a text or a list of messages. */
    private static List<Message> texts(JsonNode row, String column) {
        JsonNode value = row.path(column);
        if (value.isArray()) {
            return chat(row, column);
        }
        return List.of(value.isObject() ? turn(value) : Message.of(Message.ASSISTANT, text(row, column)));
    }

    private static List<Message> shareGpt(JsonNode row) {
        List<Message> messages = new ArrayList<>();
        if (row.path("system").isTextual()) {
            messages.add(Message.of("system", text(row, "system")));
        }
        JsonNode turns = row.has("conversations") ? row.path("conversations") : row.path("conversation");
        if (!turns.isArray() || turns.isEmpty()) {
            throw new MalformedExample("has no list of turns in \"conversations\"");
        }
        for (JsonNode turn : turns) {
            messages.add(turn(turn));
        }
        return messages;
    }

    private static Message turn(JsonNode turn) {
        return turn.has("from") ? Message.of(role(text(turn, "from")), text(turn, "value")) : message(turn);
    }

    private static String role(String speaker) {
        return switch (speaker) {
            case "human" -> "user";
            case "gpt", "model", "chatgpt", "bot", "function_call" -> Message.ASSISTANT;
            case "observation" -> "tool";
            default -> speaker;
        };
    }

    private static List<Message> gemini(JsonNode row) {
        List<Message> messages = new ArrayList<>();
        JsonNode instruction = row.path("systemInstruction");
        if (!instruction.isMissingNode()) {
            messages.add(Message.of("system", Parts.text(instruction.path("parts"))));
        }
        JsonNode contents = row.path("contents");
        if (!contents.isArray() || contents.isEmpty()) {
            throw new MalformedExample("has no list in \"contents\"");
        }
        for (JsonNode content : contents) {
            messages.add(Message.of(role(content.path("role").asText("user")), Parts.text(content.path("parts"))));
        }
        return messages;
    }

    private static List<Message> segments(JsonNode row) {
        if (!row.path("segments").isArray()) {
            throw new MalformedExample("has no list in \"segments\"");
        }
        List<Message> messages = new ArrayList<>();
        for (JsonNode segment : row.path("segments")) {
            boolean trained = segment.path("label").asBoolean();
            messages.add(new Message(trained ? Message.ASSISTANT : "user", text(segment, "text"), null, trained));
        }
        return messages;
    }

    private static List<Message> alpaca(JsonNode row) {
        List<Message> messages = new ArrayList<>();
        if (row.path("system").isTextual() && !row.path("system").textValue().isEmpty()) {
            messages.add(Message.of("system", text(row, "system")));
        }
        for (JsonNode turn : row.path("history")) {
            messages.add(Message.of("user", turn.path(0).asText("")));
            messages.add(Message.of(Message.ASSISTANT, turn.path(1).asText("")));
        }
        String input = row.path("input").asText("");
        String instruction = text(row, "instruction");
        messages.add(Message.of("user", input.isEmpty() ? instruction : instruction + "\n" + input));
        messages.add(Message.of(Message.ASSISTANT, text(row, "output")));
        return messages;
    }

    private static String text(JsonNode object, String column) {
        JsonNode value = object.path(column);
        if (!value.isTextual()) {
            throw new MalformedExample("has no text in \"" + column + "\"");
        }
        return value.textValue();
    }
}
