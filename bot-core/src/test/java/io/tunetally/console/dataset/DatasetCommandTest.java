package io.tunetally.console.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.console.ConsoleFixture;
import io.tunetally.console.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCommandTest {
    @TempDir
    private Path folder;

    @Test
    void printsThePublishedFiguresAndTheBill() throws IOException {
        ConsoleFixture.Run run =
                new ConsoleFixture().run("dataset", ToyFile.in(folder).toString());
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
        JsonNode json = json("--as", "json", ToyFile.in(folder).toString());
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
        JsonNode json = json(
                "--as",
                "json",
                "--model",
                "gpt-4o",
                "--epochs",
                "2",
                ToyFile.in(folder).toString());
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
        ConsoleFixture.Run run = new ConsoleFixture()
                .run("dataset", "--model", "gpt-4o", ToyFile.in(folder).toString());
        assertThat(run.words())
                .contains(
                        "(OpenAI), closed to new customers, ends 2027-01-14. You can start today: gpt-oss 120B, LoRA");
    }

    @Test
    void pricesAModelThatIsNamedTwiceOnce() throws IOException {
        String file = ToyFile.in(folder).toString();
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
        Files.writeString(file, Files.readString(ToyFile.in(folder)).repeat(2));
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
        assertThat(run.words())
                .startsWith(
                        "Add 9 examples, then OpenAI and Azure accept it. rft.jsonl: 1 example, no price; what can be"
                                + " started today is billed by the hour: ask \"rft 4 training hours\"")
                .doesNotContain("without an answer");
        assertThat(new ConsoleFixture().run("dataset", file.toString()).words())
                .contains("closed to new customers; what can be started today is billed by the hour");
    }

    @Test
    void pricesTheValidationFileWhereTheProviderBillsIt() throws IOException {
        String file = ToyFile.in(folder).toString();
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
        JsonNode tokens = json(
                        "--as",
                        "json",
                        "--model",
                        "gpt-4o",
                        "--tokenizer",
                        "mistral-nemo",
                        ToyFile.in(folder).toString())
                .path("tokens");
        assertThat(tokens.path("mistral-nemo").path("exact").asBoolean()).isTrue();
        assertThat(tokens.path("mistral-nemo").path("total").asLong()).isEqualTo(10_187);
        assertThat(new ConsoleFixture()
                        .run(
                                "dataset",
                                "--model",
                                "gpt-4o",
                                "--tokenizer",
                                "mistral-nemo",
                                ToyFile.in(folder).toString())
                        .out())
                .contains("mistral-nemo  ");
        assertThat(new ConsoleFixture()
                        .run(
                                "dataset",
                                "--tokenizer",
                                "blorft",
                                ToyFile.in(folder).toString()))
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
                        ToyFile.in(folder).toString())
                .path("quotes");
        assertThat(quotes)
                .isNotEmpty()
                .allSatisfy(quote -> assertThat(quote.path("provider").asText()).isEqualTo("together"))
                .allSatisfy(quote -> assertThat(quote.path("method").asText()).isEqualTo("full"));
        assertThat(json(
                                "--as",
                                "json",
                                "--provider",
                                "together",
                                ToyFile.in(folder).toString())
                        .path("quotes"))
                .hasSizeGreaterThan(3)
                .allSatisfy(quote -> assertThat(quote.path("provider").asText()).isEqualTo("together"));
    }

    @Test
    void saysThatAProviderDoesNotTrainAModelAndWhoDoes() throws IOException {
        String file = ToyFile.in(folder).toString();
        ConsoleFixture.Run run =
                new ConsoleFixture().run("dataset", "--model", "gpt 4.1 mini", "--provider", "together", file);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.words())
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
        assertThat(json(
                                "--as",
                                "json",
                                "--provider",
                                "openai",
                                ToyFile.in(folder).toString())
                        .path("quotes"))
                .isNotEmpty()
                .allSatisfy(quote -> assertThat(quote.path("provider").asText()).isEqualTo("openai"));
    }

    @Test
    void writesATableAsChatAndSaysWhatIsLeftOut() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mails.csv"), "id,email,label\n" + "1,\"buy, now\",spam\n".repeat(12) + "2,hello\n");
        assertThat(new ConsoleFixture().run("dataset", file.toString()).words())
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
        assertThat(new ConsoleFixture().run("dataset", chat.toString()).words())
                .contains("OpenAI, Azure, Together AI, Fireworks AI and Mistral accept the file")
                .doesNotContain("--to ");
    }

    @Test
    void leavesOutSavingsBelowACent() throws IOException {
        assertThat(new ConsoleFixture()
                        .run("dataset", ToyFile.in(folder).toString())
                        .words())
                .contains("less with examples cut at 4,096 tokens")
                .doesNotContain("< $0.01 less", "one epoch less");
        assertThat(new ConsoleFixture()
                        .run(
                                "dataset",
                                "--provider",
                                "together",
                                ToyFile.in(folder).toString())
                        .words())
                .contains("up to $0.0")
                .doesNotContain("$0.00-", "< $0.01-");
    }

    @Test
    void refusesUnknownModelsAndForms() throws IOException {
        assertThat(new ConsoleFixture()
                        .run("dataset", "--model", "blorft", ToyFile.in(folder).toString()))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(64))
                .satisfies(run -> assertThat(run.err()).contains("no model is called 'blorft'"));
        assertThat(new ConsoleFixture()
                        .run("dataset", "--as", "xml", ToyFile.in(folder).toString())
                        .exitCode())
                .isEqualTo(64);
        assertThat(new ConsoleFixture()
                        .run("dataset", "--epochs", "0", ToyFile.in(folder).toString())
                        .exitCode())
                .isEqualTo(64);
    }

    private JsonNode json(String... arguments) throws IOException {
        String[] all = new String[arguments.length + 1];
        all[0] = "dataset";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        ConsoleFixture.Run run = new ConsoleFixture().run(all);
        assertThat(run.err()).isEmpty();
        return Json.MAPPER.readTree(run.out());
    }
}
