package io.tunetally.console.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.console.ConsoleFixture;
import io.tunetally.console.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCommandTest {
    @TempDir
    private Path folder;

    @Test
    void printsThePublishedFiguresAndTheBill() throws IOException {
        ConsoleFixture.Run run = new ConsoleFixture().run("dataset", toy().toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().findFirst().orElseThrow())
                .startsWith("Cheapest you can start today: gpt-oss 20B, LoRA, $0.07 (Thinking Machines)");
        assertThat(run.out())
                .contains("4,306 tokens x 20 epochs = 86,120 charged (cl100k_base, at most")
                .containsPattern("OpenAI \\(no new customers\\) +no +has too few examples: 5 of at least 10")
                .containsPattern("Together AI +yes")
                .containsPattern("Google +no");
    }

    @Test
    void printsTheContractAsJson() throws IOException {
        JsonNode json = json("--as", "json", toy().toString());
        JsonNode tokens = json.path("tokens").path("cl100k_base");
        assertThat(json.path("format").asText()).isEqualTo("openai-chat");
        assertThat(json.path("examples").asLong()).isEqualTo(5);
        assertThat(tokens.path("exact").asBoolean()).isTrue();
        assertThat(tokens.path("total").asLong()).isEqualTo(8242);
        assertThat(tokens.path("billed").asLong()).isEqualTo(4306);
        assertThat(tokens.path("assistant").path("total").asLong()).isEqualTo(8051);
        assertThat(tokens.path("perExample").path("p90").decimalValue()).isEqualByComparingTo("4863.6");
        assertThat(json.path("epochs").path("suggested").asLong()).isEqualTo(20);
        assertThat(json.path("quotes"))
                .isNotEmpty()
                .allSatisfy(
                        quote -> assertThat(quote.path("startable").asBoolean()).isTrue());
    }

    @Test
    void pricesANamedModelByItsOwnTokenizer() throws IOException {
        JsonNode json = json("--as", "json", "--model", "gpt-4o", "--epochs", "2", toy().toString());
        JsonNode quote = json.path("quotes").path(0);
        assertThat(quote.path("tokenizer").asText()).isEqualTo("o200k_base");
        // 8,233 tokens x 2 epochs at $25 a million: the same engine as "cost gpt-4o 8233 tokens total 2 epochs".
        assertThat(new BigDecimal(quote.path("training").path("low").asText())).isEqualByComparingTo("0.41165");
        assertThat(quote.path("startable").asBoolean()).isFalse();
        assertThat(json.path("tokens").path("o200k_base").path("billed").asLong())
                .isEqualTo(8233);
    }

    @Test
    void aClosedModelIsFollowedByItsEndAndWhatCanBeStarted() throws IOException {
        ConsoleFixture.Run run = new ConsoleFixture().run("dataset", "--model", "gpt-4o", toy().toString());
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(
                        "(OpenAI), closed to new customers, ends 2027-01-14. You can start today: gpt-oss 120B, LoRA");
    }

    @Test
    void pricesAModelThatIsNamedTwiceOnce() throws IOException {
        String file = toy().toString();
        assertThat(json("--as", "json", "--model", "gpt-4o", "--model", "gpt-4o", file)
                        .path("quotes"))
                .isNotEmpty()
                .hasSameSizeAs(json("--as", "json", "--model", "gpt-4o", file).path("quotes"));
    }

    @Test
    void capsExamplesAtTheContextThatAProviderTrainsOn() throws IOException {
        Path file = folder.resolve("long.jsonl");
        Files.writeString(
                file,
                "{\"messages\": [{\"role\": \"user\", \"content\": \"a\"}, "
                        + "{\"role\": \"assistant\", \"content\": \"" + "word ".repeat(20_000) + "\"}]}\n");
        JsonNode json = json("--as", "json", "--model", "gpt-3.5-turbo", "--epochs", "1", file.toString());
        assertThat(json.path("quotes").path(0).path("tokensPerEpoch").asLong()).isEqualTo(16_385);
        String text = new ConsoleFixture()
                .run("dataset", "--model", "gpt-3.5-turbo", file.toString())
                .out();
        assertThat(text).contains("trains GPT-3.5 Turbo on at most 16,385 tokens of an example");
    }

    @Test
    void saysWhatCouldBeSavedWithoutDuplicates() throws IOException {
        Path file = folder.resolve("twice.jsonl");
        Files.writeString(file, Files.readString(toy()).repeat(2));
        JsonNode json = json("--as", "json", "--model", "gpt-4o", file.toString());
        JsonNode first = json.path("savings").path(0);
        assertThat(first.path("what").asText()).isEqualTo("duplicates");
        assertThat(first.path("examples").asLong()).isEqualTo(5);
        assertThat(first.path("tokens").asLong()).isEqualTo(8233);
        assertThat(new BigDecimal(first.path("usd").asText())).isEqualByComparingTo("2.05825");
    }

    @Test
    void savesNoMoreByDuplicatesThanIsBilledForThem() throws IOException {
        Path file = folder.resolve("long.jsonl");
        Files.writeString(
                file,
                ("{\"messages\": [{\"role\": \"user\", \"content\": \"a\"}, "
                                + "{\"role\": \"assistant\", \"content\": \"" + "word ".repeat(20_000) + "\"}]}\n")
                        .repeat(3));
        JsonNode savings = json("--as", "json", "--model", "gpt-3.5-turbo", "--epochs", "1", file.toString())
                .path("savings");
        assertThat(savings)
                .filteredOn(saving -> saving.path("what").asText().equals("duplicates"))
                .singleElement()
                .satisfies(saving -> assertThat(saving.path("tokens").asLong()).isEqualTo(2 * 16_385));
    }

    @Test
    void pricesReinforcementItemsAsReinforcement() throws IOException {
        Path file = folder.resolve("rft.jsonl");
        Files.writeString(file, "{\"messages\": [{\"role\": \"user\", \"content\": \"2 + 2\"}], \"answer\": \"4\"}\n");
        ConsoleFixture.Run run = new ConsoleFixture().run("dataset", "--model", "gpt-4o", file.toString());
        assertThat(run.out().replaceAll("\\s+", " "))
                .startsWith(
                        "Add 9 examples, then OpenAI and Azure accept it. rft.jsonl: 1 example, no price; what can be"
                                + " started today is billed by the hour: ask \"rft 4 training hours\"")
                .doesNotContain("without an answer");
        assertThat(words("dataset", file.toString()))
                .contains("closed to new customers; what can be started today is billed by the hour");
    }

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
    void pricesTheValidationFileWhereTheProviderBillsIt() throws IOException {
        String file = toy().toString();
        JsonNode without =
                json("--as", "json", "--model", "qwen3-8b", "--provider", "fireworks", "--epochs", "1", file);
        JsonNode with = json(
                "--as",
                "json",
                "--model",
                "qwen3-8b",
                "--provider",
                "together",
                "--epochs",
                "1",
                "--validation",
                file,
                file);
        assertThat(with.path("validation").path("examples").asLong()).isEqualTo(5);
        assertThat(with.path("quotes").path(0).path("lines"))
                .extracting(line -> line.path("label").asText())
                .anySatisfy(label -> assertThat(label).containsIgnoringCase("validation"));
        assertThat(without.path("quotes").path(0).path("lines"))
                .extracting(line -> line.path("label").asText())
                .noneSatisfy(label -> assertThat(label).containsIgnoringCase("validation"));
    }

    @Test
    void countsWithATokenizerThatNoPricedModelHas() throws IOException {
        JsonNode tokens = json("--as", "json", "--model", "gpt-4o", "--tokenizer", "mistral-nemo", toy().toString())
                .path("tokens");
        assertThat(tokens.path("mistral-nemo").path("exact").asBoolean()).isTrue();
        assertThat(tokens.path("mistral-nemo").path("total").asLong()).isEqualTo(10_187);
        assertThat(new ConsoleFixture()
                        .run("dataset", "--model", "gpt-4o", "--tokenizer", "mistral-nemo", toy().toString())
                        .out())
                .contains("mistral-nemo  ");
        assertThat(new ConsoleFixture().run("dataset", "--tokenizer", "blorft", toy().toString()))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(64))
                .satisfies(run -> assertThat(run.err()).contains("'blorft' is not one of: cl100k_base, "));
    }

    @Test
    void asksOneProviderAndMethod() throws IOException {
        JsonNode quotes = json(
                        "--as",
                        "json",
                        "--model",
                        "llama-3.1-8b",
                        "--provider",
                        "together",
                        "--method",
                        "full",
                        toy().toString())
                .path("quotes");
        assertThat(quotes)
                .isNotEmpty()
                .allSatisfy(quote -> assertThat(quote.path("provider").asText()).isEqualTo("together"))
                .allSatisfy(quote -> assertThat(quote.path("method").asText()).isEqualTo("full"));
        assertThat(json("--as", "json", "--provider", "together", toy().toString())
                        .path("quotes"))
                .hasSizeGreaterThan(3)
                .allSatisfy(quote -> assertThat(quote.path("provider").asText()).isEqualTo("together"));
    }

    @Test
    void saysThatAProviderDoesNotTrainAModelAndWhoDoes() throws IOException {
        String file = toy().toString();
        ConsoleFixture.Run run =
                new ConsoleFixture().run("dataset", "--model", "gpt 4.1 mini", "--provider", "together", file);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out().replaceAll("\\s+", " "))
                .startsWith("Together AI does not train GPT-4.1 mini; Azure OpenAI (global) does, for $0.82.");
        ConsoleFixture.Run both = new ConsoleFixture()
                .run(
                        "dataset",
                        "--model",
                        "gpt 4.1 mini",
                        "--model",
                        "llama-3.1-8b",
                        "--provider",
                        "together",
                        "--as",
                        "json",
                        file);
        assertThat(both.exitCode()).isZero();
        JsonNode json = Json.MAPPER.readTree(both.out());
        assertThat(json.path("notTrained"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("model").asText()).isEqualTo("gpt-4.1-mini"));
        assertThat(json.path("quotes"))
                .isNotEmpty()
                .allSatisfy(quote -> assertThat(quote.path("provider").asText()).isEqualTo("together"));
    }

    @Test
    void pricesTheClosedModelsOfAProviderThatHasNoOthers() throws IOException {
        assertThat(json("--as", "json", "--provider", "openai", toy().toString())
                        .path("quotes"))
                .isNotEmpty()
                .allSatisfy(quote -> assertThat(quote.path("provider").asText()).isEqualTo("openai"));
    }

    @Test
    void warnsOfExamplesWithoutAnAnswer() throws IOException {
        String question = "{\"messages\": [{\"role\": \"user\", \"content\": \"%s\"}]}\n";
        Path some = Files.writeString(folder.resolve("some.jsonl"), Files.readString(toy()) + question.formatted("a"));
        assertThat(words("dataset", some.toString()))
                .contains(
                        "1 example has no answer of the assistant, the first on line 6: a model learns nothing from it");
        Path none = Files.writeString(
                folder.resolve("none.jsonl"),
                question.formatted("a") + question.formatted("b") + question.formatted("c"));
        assertThat(words("dataset", none.toString())).contains("No example has an answer of the assistant");
        Path graded = Files.writeString(
                folder.resolve("graded.jsonl"),
                "{\"messages\": [{\"role\": \"user\", \"content\": \"2 + 2\"}], \"answer\": \"4\"}\n");
        assertThat(words("dataset", graded.toString())).doesNotContain("answer of the assistant");
    }

    @Test
    void leadsWithTheCheapestOfferThatIsNotKnownToRefuseTheFile() throws IOException {
        assertThat(words("dataset", toy().toString()))
                .startsWith("Cheapest you can start today: gpt-oss 20B, LoRA, $0.07 (Thinking Machines),"
                        + " whose rules for files are not known."
                        + " Together AI, Fireworks AI and Mistral accept the file;"
                        + " OpenAI, Azure, Google and Amazon Bedrock refuse it");
        assertThat(words("dataset", "--provider", "fireworks", toy().toString()))
                .startsWith("Cheapest you can start today: Qwen3 ")
                .contains(
                        ", LoRA, $0.08 (Fireworks AI), then $5,760 a month while it is deployed; the file is accepted there.");
        assertThat(words("dataset", "--model", "gpt-4.1-mini", toy().toString()))
                .startsWith(
                        "GPT-4.1 mini, $0.82 (Azure OpenAI, global), then $1,224 a month while it is deployed; the file is"
                                + " refused there (has too few examples: 5 of at least 10).");
        assertThat(words("dataset", "--provider", "ori", "--model", "llama-3.1-8b", toy().toString()))
                .contains("(Ori), whose rules for files are not known.");
    }

    @Test
    void leadsWithWhatToMendWhereNoProviderAcceptsTheFile() throws IOException {
        Path broken = Files.writeString(
                folder.resolve("broken.jsonl"), Files.readString(toy()).repeat(2) + "{\"text\n");
        assertThat(words("dataset", broken.toString()))
                .startsWith("Fix line 11 (is not JSON: ")
                .contains("then OpenAI, Azure and 3 others accept it. Cheapest you can start today: ")
                .contains("(Thinking Machines), whose rules for files are not known");
        Path packed = folder.resolve("packed.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(toy(), out);
        }
        assertThat(words("dataset", packed.toString()))
                .startsWith("Unpack it, then Together AI, Fireworks AI and Mistral accept it. ");
        Path shared = Files.writeString(
                folder.resolve("shared.jsonl"),
                "{\"conversations\": [{\"from\": \"human\", \"value\": \"a\"}, {\"from\": \"gpt\", \"value\": \"b\"}]}\n"
                        .repeat(12));
        assertThat(words("dataset", "--provider", "fireworks", shared.toString()))
                .startsWith("Convert it to OpenAI chat");
    }

    @Test
    void writesATableAsChatAndSaysWhatIsLeftOut() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mails.csv"), "id,email,label\n" + "1,\"buy, now\",spam\n".repeat(12) + "2,hello\n");
        assertThat(words("dataset", file.toString()))
                .startsWith(
                        "Save it as JSON Lines and convert it to OpenAI chat and fix line 14 (has 2 columns where the"
                                + " header has 3), then OpenAI, Azure and 2 others accept it.")
                .contains("prompt and completion in CSV, with email as the prompt and label as the completion")
                .contains("./tunetally dataset mails.csv --to openai-chat writes it as OpenAI chat in JSON Lines.");
        ConsoleFixture.Run run = new ConsoleFixture().run("dataset", "--to", "openai-chat", file.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out())
                .isEqualTo(
                        "{\"messages\":[{\"role\":\"user\",\"content\":\"buy, now\"},{\"role\":\"assistant\",\"content\":\"spam\"}]}\n"
                                .repeat(12));
        assertThat(run.err())
                .contains("mails.csv: line 14 has 2 columns where the header has 3", "12 written, 1 left out");
        Path chat = Files.writeString(folder.resolve("chat.jsonl"), run.out());
        assertThat(words("dataset", chat.toString()))
                .contains("OpenAI, Azure, Together AI, Fireworks AI and Mistral accept the file")
                .doesNotContain("--to ");
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
        assertThat(words("dataset", file.toString()))
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
        ConsoleFixture.Run held = new ConsoleFixture().run("dataset", "--validation", empty, toy().toString());
        assertThat(held.exitCode()).isEqualTo(2);
        assertThat(held.out()).isEmpty();
        assertThat(held.err()).contains("--validation: ", "empty.jsonl has no examples");
    }

    @Test
    void saysHowToSaveAFileThatIsNotUtf8() throws IOException {
        Path file = folder.resolve("latin.jsonl");
        Files.writeString(file, "{\"text\": \"caf\u00e9\"}\n", StandardCharsets.ISO_8859_1);
        assertThat(words("dataset", file.toString()))
                .startsWith("No line of latin.jsonl is an example: line 1 is not UTF-8 text; save the file as UTF-8")
                .doesNotContain("epochs");
    }

    @Test
    void leavesOutSavingsBelowACent() throws IOException {
        assertThat(words("dataset", toy().toString()))
                .contains("less with examples cut at 4,096 tokens")
                .doesNotContain("< $0.01 less", "one epoch less");
        assertThat(words("dataset", "--provider", "together", toy().toString()))
                .contains("up to $0.0")
                .doesNotContain("$0.00-", "< $0.01-");
    }

    @Test
    void refusesUnknownModelsAndForms() throws IOException {
        assertThat(new ConsoleFixture().run("dataset", "--model", "blorft", toy().toString()))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(64))
                .satisfies(run -> assertThat(run.err()).contains("no model is called 'blorft'"));
        assertThat(new ConsoleFixture()
                        .run("dataset", "--as", "xml", toy().toString())
                        .exitCode())
                .isEqualTo(64);
        assertThat(new ConsoleFixture()
                        .run("dataset", "--epochs", "0", toy().toString())
                        .exitCode())
                .isEqualTo(64);
    }

    /** Returns what is printed, without its line breaks. */
    private static String words(String... arguments) {
        return new ConsoleFixture().run(arguments).out().replaceAll("\\s+", " ");
    }

    private JsonNode json(String... arguments) throws IOException {
        String[] all = new String[arguments.length + 1];
        all[0] = "dataset";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        ConsoleFixture.Run run = new ConsoleFixture().run(all);
        assertThat(run.err()).isEmpty();
        return Json.MAPPER.readTree(run.out());
    }

    private Path toy() throws IOException {
        Path file = folder.resolve("toy.jsonl");
        try (InputStream in = DatasetCommandTest.class.getResourceAsStream("/dataset/toy_chat_fine_tuning.jsonl")) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }
}
