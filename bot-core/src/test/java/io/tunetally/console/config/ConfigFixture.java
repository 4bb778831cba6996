package io.tunetally.console.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.console.ConsoleFixture;
import io.tunetally.console.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Training configs and data in a folder of a test. */
record ConfigFixture(Path folder) {
    /** Writes a file. */
    Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Copies one of the example configs. */
    Path example(String name) throws IOException {
        return write(name, text("/trainingconfig/" + name));
    }

    /** Copies OpenAI's example of training data. */
    Path toy(String name) throws IOException {
        return write(name, text("/dataset/toy_chat_fine_tuning.jsonl"));
    }

    static String text(String resource) throws IOException {
        try (InputStream in = ConfigFixture.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    static JsonNode json(String... arguments) throws IOException {
        ConsoleFixture.Run run = new ConsoleFixture().run(arguments);
        assertThat(run.err()).isEmpty();
        return Json.MAPPER.readTree(run.out());
    }

    /** Returns the request that a config is read as. */
    static String canonical(Path file) throws IOException {
        return json("ask", "--as", "json", "--config", file.toString())
                .path("config")
                .path("canonical")
                .asText();
    }

    /** Returns the number of tokens that a config is read as. */
    static long tokens(Path file) throws IOException {
        return Long.parseLong(canonical(file).replaceFirst(".* (\\d+) tokens total .*", "$1"));
    }

    /** Returns the answer to a config. */
    static String answer(Path file) {
        return new ConsoleFixture().run("ask", "--config", file.toString()).out();
    }

    /** Returns the answer to a config without its line breaks. */
    static String words(Path file) {
        return answer(file).replaceAll("\\s+", " ");
    }

    /** Returns the remarks of the answer to a config. */
    static List<String> notes(Path file) throws IOException {
        return json("ask", "--as", "json", "--config", file.toString())
                .path("config")
                .path("notes")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }
}
