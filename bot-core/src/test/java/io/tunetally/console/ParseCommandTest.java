package io.tunetally.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.console.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code parse} prints one line for each input line, whatever it contains. */
class ParseCommandTest {
    @Test
    void answersEachLineAndNeverEndsBeforeItsInput() throws Exception {
        List<String> lines = List.of(
                "{\"text\": \"3-4.5\", \"context\": \"cost gpt-4o 1k examples 3 epochs\"}",
                "{\"text\": \"3-4.5\", \"context\": \"tco gpt-4o 6 months\"}",
                "",
                "[1, 2]",
                "not JSON",
                "{\"text\": 5}",
                "{\"text\": null}",
                "{\"text\": \"cost gpt-4o\", \"context\": {\"a\": []}, \"platform\": 7}",
                "[".repeat(100_000),
                "{\"text\": \"" + "1 epochs: loss 2.49, ".repeat(5_000) + "\"}",
                "{\"text\": \"\\ud800 cost\\u0000 gpt-4o\", \"text\": \"cost gpt-4o 1k examples\"}",
                "{\"text\": \"cost gpt-4o 1k examples\"}");

        CommandRun run = CommandRun.of(Map.of(), String.join("\n", lines) + "\n", "parse");

        List<String> out = run.out().lines().toList();
        assertThat(run.code()).isZero();
        assertThat(out).hasSameSizeAs(lines);
        assertThat(status(out.get(0))).isEqualTo("question");
        assertThat(status(out.get(1))).isEqualTo("question");
        assertThat(out.subList(2, 7)).allMatch(line -> status(line).equals("error"));
        assertThat(status(out.get(8))).isEqualTo("error");
        assertThat(status(out.getLast())).isEqualTo("ready");
    }

    @Test
    void readsAStatementThatAPersonPointsAtAsARequest() throws Exception {
        String statement = "\"text\": \"we ran gpt-4o on 5k examples for 3 epochs last week\"";
        String overheard =
                CommandRun.of(Map.of(), "{" + statement + "}\n", "parse").out();
        String pointedAt = CommandRun.of(Map.of(), "{" + statement + ", \"pointed\": true}\n", "parse")
                .out();

        assertThat(Json.MAPPER.readTree(overheard).path("status").asText()).isEqualTo("not_a_request");
        assertThat(Json.MAPPER.readTree(pointedAt).path("canonical").asText())
                .isEqualTo("cost gpt-4o 5000 examples 3 epochs");
    }

    @Test
    void keepsTheGpuOfAnExplanationApartFromTheSlotsOfTheContract() throws Exception {
        String line = "{\"text\": \"how long does a lora of llama 8b on 12k examples take on one H100\"}\n";

        JsonNode read =
                Json.MAPPER.readTree(CommandRun.of(Map.of(), line, "parse").out());

        assertThat(read.path("slots").path("examples").path("value").asInt()).isEqualTo(12_000);
        assertThat(read.path("slots").has("gpu")).isFalse();
        assertThat(read.path("moreSlots").path("gpu").path("value").asText()).isEqualTo("h100");
    }

    @Test
    void namesTheFeaturesThatDecided() throws Exception {
        String line = "{\"text\": \"how much would gpt-4o be with 1k examples?\"}\n";

        JsonNode decidedBy = Json.MAPPER
                .readTree(CommandRun.of(Map.of(), line, "parse", "--explain").out())
                .path("decidedBy");
        assertThat(decidedBy).isNotEmpty();
        assertThat(decidedBy.get(0).path("feature").asText()).contains(" ");
        assertThat(Math.abs(decidedBy.get(0).path("weight").asDouble())).isPositive();
        assertThat(CommandRun.of(Map.of(), line, "parse").out()).doesNotContain("decidedBy");
    }

    private static String status(String line) {
        try {
            JsonNode read = Json.MAPPER.readTree(line);
            return read.path("status").asText();
        } catch (com.fasterxml.jackson.core.JsonProcessingException malformed) {
            throw new AssertionError("no line of JSON: " + line, malformed);
        }
    }
}
