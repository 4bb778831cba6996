package io.tunetally.interpreter.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tunetally.chat.Markup;
import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.request.Address;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A labelled message of a file in JSON Lines.
 *
 * @param kind the row of the table that it counts in
 * @param expects the intent, the problems and the slots; {@code ranges} and {@code alternatives} hold slots of their own
 * @param unscored names that the text does not decide
 * @param pointed whether it is a statement that somebody chooses for an estimate, so only its slots count
 * @param context earlier messages of the thread, oldest first
 */
public record LabelledMessage(
        String text,
        String source,
        String kind,
        JsonNode expects,
        Set<String> unscored,
        boolean pointed,
        List<String> context) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Made before the first message is loaded: many messages are read in parallel, and an interpreter whose parts are made by the common
     * pool waits for ever if all of that pool's threads wait for its class.
     */
    private static final Interpreter READER = BuiltIn.INTERPRETER;

    /** Kinds that ask for times or amounts of data: an answer explains them, or estimates, as their words go. */
    private static final Set<String> ANY_INTENT = Set.of("time", "data");

    /** Reads a corpus of this project. */
    public static List<LabelledMessage> builtIn(String name) {
        return load(Path.of("src/test/resources/interpreter", name + ".jsonl"));
    }

    /** Reads a sample of a corpus of this project. */
    public static List<LabelledMessage> builtIn(String name, Sample sample) {
        return builtIn(name).stream()
                .filter(message -> sample.has(message.text()))
                .toList();
    }

    /** Reads a file; an invalid line is an error that names it. */
    public static List<LabelledMessage> load(Path file) {
        List<LabelledMessage> messages = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    messages.add(of(lines.get(i), file + ":" + (i + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    private static LabelledMessage of(String line, String place) {
        try {
            JsonNode row = MAPPER.readTree(line);
            Set<String> unscored = new HashSet<>(texts(row.path("unscored")));
            if (ANY_INTENT.contains(row.path("kind").asText())
                    && !row.path("expects").has("intent")) {
                unscored.add("intent");
            }
            return new LabelledMessage(
                    row.required("text").asText(),
                    row.path("source").asText(),
                    row.path("group").asText(row.required("kind").asText()),
                    row.required("expects"),
                    unscored,
                    row.path("pointed").asBoolean(),
                    texts(row.path("context")));
        } catch (JsonProcessingException | IllegalArgumentException invalid) {
            throw new IllegalArgumentException(place + ": " + invalid.getMessage(), invalid);
        }
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    /** Returns the expected intent, or null where the text does not decide it. */
    public @Nullable String intent() {
        return expects.has("intent") && !unscored.contains("intent")
                ? expects.path("intent").asText()
                : null;
    }

    /** Returns what it is known to ask for, null where the text does not decide it, or where it is only pointed at. */
    public @Nullable Intent decided() {
        if (pointed || unscored.contains("intent")) {
            return null;
        }
        return expects.has("intent")
                ? Intent.valueOf(expects.path("intent").asText().toUpperCase(Locale.ROOT))
                : Intent.NONE;
    }

    /** Returns the request that the thread remembers before it. */
    public @Nullable Request remembered() {
        Request remembered = null;
        for (String earlier : context) {
            Request request =
                    READER.read(earlier, Markup.PLAIN, true, remembered).request();
            remembered = request == null ? remembered : request;
        }
        return remembered;
    }

    /** Reads it; a statement that asks nothing is one that a person points at. */
    public Interpretation read() {
        Address address = pointed ? Address.POINTED_AT : Address.ADDRESSED;
        return READER.read(text, Corpus.markup(text), address, remembered());
    }
}
