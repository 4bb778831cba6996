package io.tunetally.dataset.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The format of an example, detected by its columns. Earlier formats are tried first, as their columns include those of later ones. */
public enum Format {
    OPENAI_PREFERENCE("openai-preference", "DPO pairs of OpenAI", has("input", "preferred_output")),
    PREFERENCE("preference", "preference pairs", has("chosen", "rejected")),
    BEDROCK("bedrock-conversation", "Bedrock conversation", has("schemaVersion", "messages")),
    KTO("kto", "KTO", Format::isJudged),
    RFT("openai-rft", "reinforcement items of OpenAI", has("messages").and(Format::endsWithUser)),
    OPENAI_CHAT("openai-chat", "OpenAI chat", has("messages")),
    SHAREGPT("sharegpt", "ShareGPT", has("conversations").or(has("conversation"))),
    GEMINI("gemini", "Gemini contents", has("contents")),
    AXOLOTL("axolotl-input-output", "Axolotl input_output", has("segments")),
    ALPACA("alpaca", "Alpaca", has("instruction", "output")),
    INSTRUCTION("instruction", "prompt and completion", row -> Pair.of(row).isPresent()),
    TEXT("text", "plain text", has("text"));

    /** What examples of a format are for. */
    public enum Kind {
        SUPERVISED,
        PREFERENCE,
        REINFORCEMENT
    }

    private static final Set<String> VERDICTS = Set.of("true", "false", "0", "1");

    private final String word;
    private final String title;
    // The predicates are lambdas without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<JsonNode> matches;

    Format(String word, String title, Predicate<JsonNode> matches) {
        this.word = word;
        this.title = title;
        this.matches = matches;
    }

    /** Returns the name in JSON and in the rules of providers. */
    public String word() {
        return word;
    }

    /** Returns the name for people. */
    public String title() {
        return title;
    }

    /** Returns the kind of training that examples of this format are for. */
    public Kind kind() {
        return switch (this) {
            case OPENAI_PREFERENCE, PREFERENCE, KTO -> Kind.PREFERENCE;
            case RFT -> Kind.REINFORCEMENT;
            case OPENAI_CHAT, BEDROCK, SHAREGPT, GEMINI, AXOLOTL, ALPACA, INSTRUCTION, TEXT -> Kind.SUPERVISED;
        };
    }

    /** Returns the format of a row; empty if none is known with its columns. */
    static Optional<Format> of(JsonNode row) {
        return List.of(values()).stream()
                .filter(format -> format.matches.test(row))
                .findFirst();
    }

    /** An answer is good or bad; a table has no true and false of its own, and beside messages a number may mean anything. */
    private static boolean isJudged(JsonNode row) {
        JsonNode label = row.path("label");
        boolean judged = label.isBoolean()
                || (label.isValueNode() && VERDICTS.contains(label.asText().toLowerCase(Locale.ROOT)));
        return row.has("messages")
                ? label.isBoolean() && !endsWithUser(row)
                : judged && row.has("prompt") && row.has("completion");
    }

    private static Predicate<JsonNode> has(String... columns) {
        return row ->
                List.of(columns).stream().allMatch(column -> !row.path(column).isMissingNode());
    }

    /** An item of reinforcement fine-tuning ends with the question; what the grader needs stands beside it. */
    private static boolean endsWithUser(JsonNode row) {
        JsonNode messages = row.path("messages");
        String last = messages.path(messages.size() - 1).path("role").asText("");
        return last.equals("user") && row.size() > 1 && !onlyTools(row);
    }

    private static boolean onlyTools(JsonNode row) {
        return row.size() == 2 && (row.has("tools") || row.has("functions"));
    }
}
