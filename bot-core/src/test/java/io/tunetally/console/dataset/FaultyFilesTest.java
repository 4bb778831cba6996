package io.tunetally.console.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.console.ConsoleFixture;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with faults, and those that a provider refuses. */
class FaultyFilesTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path binary = folder.resolve("model.bin");
        Files.write(binary, new byte[100]);
        ConsoleFixture.Run run = new ConsoleFixture()
                .run("dataset", binary.toString(), folder.resolve("none.jsonl").toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("model.bin: is binary").contains("none.jsonl: there is no such file");
    }

    @Test
    void warnsOfExamplesWithoutAnAnswer() throws IOException {
        String question = "{\"messages\": [{\"role\": \"user\", \"content\": \"%s\"}]}\n";
        Path some = Files.writeString(
                folder.resolve("some.jsonl"), Files.readString(ToyFile.in(folder)) + question.formatted("a"));
        assertThat(new ConsoleFixture().run("dataset", some.toString()).words())
                .contains(
                        "1 example has no answer of the assistant, the first on line 6: a model learns nothing from it");
        Path none = Files.writeString(
                folder.resolve("none.jsonl"),
                question.formatted("a") + question.formatted("b") + question.formatted("c"));
        assertThat(new ConsoleFixture().run("dataset", none.toString()).words())
                .contains("No example has an answer of the assistant");
        Path graded = Files.writeString(
                folder.resolve("graded.jsonl"),
                "{\"messages\": [{\"role\": \"user\", \"content\": \"2 + 2\"}], \"answer\": \"4\"}\n");
        assertThat(new ConsoleFixture().run("dataset", graded.toString()).words())
                .doesNotContain("answer of the assistant");
    }

    @Test
    void leadsWithTheCheapestOfferThatIsNotKnownToRefuseTheFile() throws IOException {
        assertThat(new ConsoleFixture()
                        .run("dataset", ToyFile.in(folder).toString())
                        .words())
                .startsWith("Cheapest you can start today: gpt-oss 20B, LoRA, $0.07 (Thinking Machines),"
                        + " whose rules for files are not known."
                        + " Together AI, Fireworks AI and Mistral accept the file;"
                        + " OpenAI, Azure, Google and Amazon Bedrock refuse it");
        assertThat(new ConsoleFixture()
                        .run(
                                "dataset",
                                "--provider",
                                "fireworks",
                                ToyFile.in(folder).toString())
                        .words())
                .startsWith("Cheapest you can start today: Qwen3 ")
                .contains(
                        ", LoRA, $0.08 (Fireworks AI), then $5,760 a month while it is deployed; the file is accepted there.");
        assertThat(new ConsoleFixture()
                        .run(
                                "dataset",
                                "--model",
                                "gpt-4.1-mini",
                                ToyFile.in(folder).toString())
                        .words())
                .startsWith(
                        "GPT-4.1 mini, $0.82 (Azure OpenAI, global), then $1,224 a month while it is deployed; the file is"
                                + " refused there (has too few examples: 5 of at least 10).");
        assertThat(new ConsoleFixture()
                        .run(
                                "dataset",
                                "--provider",
                                "ori",
                                "--model",
                                "llama-3.1-8b",
                                ToyFile.in(folder).toString())
                        .words())
                .contains("(Ori), whose rules for files are not known.");
    }

    @Test
    void leadsWithWhatToMendWhereNoProviderAcceptsTheFile() throws IOException {
        Path broken = Files.writeString(
                folder.resolve("broken.jsonl"),
                Files.readString(ToyFile.in(folder)).repeat(2) + "{\"text\n");
        assertThat(new ConsoleFixture().run("dataset", broken.toString()).words())
                .startsWith("Fix line 11 (is not JSON: ")
                .contains("then OpenAI, Azure and 3 others accept it. Cheapest you can start today: ")
                .contains("(Thinking Machines), whose rules for files are not known");
        Path packed = folder.resolve("packed.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(ToyFile.in(folder), out);
        }
        assertThat(new ConsoleFixture().run("dataset", packed.toString()).words())
                .startsWith("Unpack it, then Together AI, Fireworks AI and Mistral accept it. ");
        Path shared = Files.writeString(
                folder.resolve("shared.jsonl"),
                "{\"conversations\": [{\"from\": \"human\", \"value\": \"a\"}, {\"from\": \"gpt\", \"value\": \"b\"}]}\n"
                        .repeat(12));
        assertThat(new ConsoleFixture()
                        .run("dataset", "--provider", "fireworks", shared.toString())
                        .words())
                .startsWith("Convert it to OpenAI chat");
    }

    @Test
    void saysWhyAFileCannotBeConverted() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jsonl"), "{\"text\": \"a\"}\n");
        ConsoleFixture.Run run = new ConsoleFixture().run("dataset", "--to", "instruction", text.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("line 1 is plain text and has no equal in prompt and completion");
        assertThat(new ConsoleFixture().run("dataset", "--to", "blorft", text.toString()))
                .satisfies(refused -> assertThat(refused.exitCode()).isEqualTo(64))
                .satisfies(refused -> assertThat(refused.err())
                        .contains("--to: 'blorft' is not one of: openai-preference, openai-chat, instruction"));
        assertThat(new ConsoleFixture()
                        .run("dataset", "--to", "instruction", folder.toString())
                        .err())
                .contains("is a folder; name the file inside");
    }

    @Test
    void namesTheFirstLinesOfAFaultOnce() throws IOException {
        Path file = Files.writeString(
                folder.resolve("none.jsonl"), "{\"a\": 1}\n".repeat(9) + "{'a': 1}\n" + "{\"a\": 1,}\n");
        assertThat(new ConsoleFixture().run("dataset", file.toString()).words())
                .contains("(also lines 2, 3, 4, 5, 6, ...)")
                .contains("line 10 is not JSON: a single quote at column 2")
                .contains("line 11 is not JSON: a comma too many at column 8; remove it");
    }

    @Test
    void saysThatAFileIsEmpty() throws IOException {
        String empty = Files.createFile(folder.resolve("empty.jsonl")).toString();
        ConsoleFixture.Run run = new ConsoleFixture().run("dataset", empty);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out().strip()).isEqualTo("empty.jsonl is empty: there is nothing to count or price");
        ConsoleFixture.Run held = new ConsoleFixture()
                .run("dataset", "--validation", empty, ToyFile.in(folder).toString());
        assertThat(held.exitCode()).isEqualTo(2);
        assertThat(held.out()).isEmpty();
        assertThat(held.err()).contains("--validation: ", "empty.jsonl has no examples");
    }

    @Test
    void saysHowToSaveAFileThatIsNotUtf8() throws IOException {
        Path file = folder.resolve("latin.jsonl");
        Files.writeString(file, "{\"text\": \"caf\u00e9\"}\n", StandardCharsets.ISO_8859_1);
        assertThat(new ConsoleFixture().run("dataset", file.toString()).words())
                .startsWith("No line of latin.jsonl is an example: line 1 is not UTF-8 text; save the file as UTF-8")
                .doesNotContain("epochs");
    }
}
