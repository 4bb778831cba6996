package io.tunetally.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChatSessionTest {
    @TempDir
    private Path folder;

    @Test
    void theNumberOfAChoiceAsksIt() {
        assertThat(titles("cost 1k examples 3 epochs gpt-4o", "3"))
                .startsWith("GPT-4o on OpenAI: $37.50, closed")
                .contains("Start with ");
    }

    @Test
    void aNumberThatIsNoChoiceIsText() {
        assertThat(titles("cost 1k examples 3 epochs gpt-4o", "99")).doesNotContain("Start with ");
    }

    @Test
    void theFirstLineHasNothingToChooseFrom() {
        assertThat(titles("1")).doesNotContain("to train");
    }

    @Test
    void whatWasSaidBeforeIsRemembered() {
        assertThat(titles("cost 1k examples 3 epochs gpt-4o", "what about 5 epochs"))
                .contains("GPT-4o on OpenAI: $62.50, closed");
    }

    @Test
    void resetForgetsTheConversation() {
        assertThat(titles("cost 1k examples 3 epochs gpt-4o", "reset", "what about 5 epochs"))
                .contains("Forgotten: the next question starts afresh")
                .doesNotContain("GPT-4o on OpenAI: $62.50");
    }

    @Test
    void aFileThatALineNamesIsMeasuredAndGoneOnFrom() throws IOException {
        Path file = folder.resolve("train.jsonl");
        try (InputStream in = ChatSessionTest.class.getResourceAsStream("/dataset/toy_chat_fine_tuning.jsonl")) {
            Files.copy(in, file);
        }
        assertThat(titles("file '" + file + "' gpt-4o 2 epochs", "same data, llama 70b lora", "no-such.jsonl"))
                .contains("GPT-4o, $0.41 (OpenAI), closed to new customers")
                .contains("Llama 3.3 70B, LoRA on Together AI: $0.05-$4.00 to train");
    }

    @ParameterizedTest
    @CsvSource({
        "./data/nothere.jsonl llama 8b, There is no file ./data/nothere.jsonl.",
        "nothere.csv, There is no file nothere.csv.",
        "llama 8b with 'no/where.json.gz', There is no file no/where.json.gz.",
    })
    void aFileThatIsNotThereIsToldOf(String line, String answer) {
        assertThat(titles("cost 1k examples 3 epochs gpt-4o", line, "what about 5 epochs"))
                .contains(answer)
                .doesNotContain("Llama 3")
                .contains("GPT-4o on OpenAI: $62.50, closed");
    }

    @Test
    void aKindOfFileIsNoFile() {
        assertThat(titles(
                        "which providers take .jsonl",
                        "cost gpt-4o with https://example.com/train.jsonl",
                        "cost gpt-4o with train.jsonl"))
                .doesNotContain("There is no file");
    }

    private static String titles(String... lines) {
        ConsoleFixture.Run run =
                new ConsoleFixture().withInput(String.join("\n", lines) + "\n").run("chat");
        assertThat(run.exitCode()).isZero();
        return run.out();
    }
}
