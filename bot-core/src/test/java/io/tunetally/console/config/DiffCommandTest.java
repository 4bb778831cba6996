package io.tunetally.console.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.console.ConsoleFixture;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiffCommandTest {
    @TempDir
    private Path folder;

    private String base = "";

    @BeforeEach
    void setUp() throws IOException {
        base = config("base.yml", "Qwen/Qwen3-8B", 2, "");
    }

    private String config(String name, String model, int epochs, String more) throws IOException {
        return new ConfigFixture(folder)
                .write(
                        name,
                        "base_model: " + model + "\nadapter: lora\ndatasets: [{path: acme/data}]\nnum_epochs: " + epochs
                                + "\n" + more)
                .toString();
    }

    private static ConsoleFixture.Run diff(String... arguments) {
        List<String> all = new ArrayList<>(List.of("diff", "--examples", "20000", "--provider", "fireworks"));
        all.addAll(List.of(arguments));
        return new ConsoleFixture().run(all.toArray(String[]::new));
    }

    @Test
    void printsBothCostsTheDifferenceAndItsCause() throws IOException {
        ConsoleFixture.Run run = diff(base, config("head.yml", "Qwen/Qwen3-8B", 3, ""));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        // 20,000 examples x 500 tokens at $0.50 a million: $5 an epoch.
        assertThat(run.out())
                .startsWith("Training goes from $10.00 to $15.00 (+$5.00, +50 %)")
                .contains("Base  base.yml  Qwen3 8B, LoRA on Fireworks AI    $10.00")
                .containsPattern("num_epochs: 2 +num_epochs: 3 +\\+\\$5.00");
    }

    @Test
    void printsADecrease() throws IOException {
        ConsoleFixture.Run run = diff("--threshold", "1usd", config("head.yml", "Qwen/Qwen3-8B", 3, ""), base);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Training goes from $15.00 to $10.00 (-$5.00, -33.33 %)");
    }

    @Test
    void saysMoreOrLessOfADifferenceBelowACent() throws IOException {
        String head = config("head.yml", "Qwen/Qwen3-8B", 3, "");
        // 30 examples x 500 tokens at $0.50 a million: $0.0075 an epoch.
        assertThat(small(base, head)).startsWith("Training goes from $0.02 to $0.02 (< $0.01 more, ");
        assertThat(small(head, base)).startsWith("Training goes from $0.02 to $0.02 (< $0.01 less, ");
    }

    private static String small(String from, String to) {
        return new ConsoleFixture()
                .run("diff", "--examples", "30", "--tokens", "500", "--provider", "fireworks", from, to)
                .out();
    }

    @Test
    void isSilentWhereTheCostIsTheSame() throws IOException {
        for (String form : List.of("text", "json", "markdown")) {
            ConsoleFixture.Run run = diff(
                    "--threshold",
                    "0%",
                    "--as",
                    form,
                    base,
                    config("head.yml", "Qwen/Qwen3-8B", 2, "learning_rate: 1e-5\n"));
            assertThat(run).isEqualTo(new ConsoleFixture.Run(0, "", ""));
        }
    }

    @CsvSource({"49%, 3", "50%, 0", "51 %, 0", "4.99usd, 3", "5usd, 0", "5.01 USD, 0", "0%, 3"})
    @ParameterizedTest
    void exitsWith3OnlyAboveTheThreshold(String threshold, int exitCode) throws IOException {
        ConsoleFixture.Run run = diff("--threshold", threshold, base, config("head.yml", "Qwen/Qwen3-8B", 3, ""));
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).startsWith("Training goes from ");
    }

    @ValueSource(strings = {"20", "-5%", "usd", "20eur", "a lot"})
    @ParameterizedTest
    void refusesAThresholdThatIsNone(String threshold) {
        assertThat(diff("--threshold=" + threshold, base, base))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(64))
                .satisfies(run -> assertThat(run.err()).contains("is not a limit; write 20% or 50usd"));
    }

    @Test
    void printsJson() throws IOException {
        JsonNode json = ConfigFixture.json(
                "diff",
                "--as",
                "json",
                "--threshold",
                "20%",
                "--examples",
                "20000",
                "--provider",
                "fireworks",
                base,
                config("head.yml", "Qwen/Qwen3-8B", 3, ""));
        assertThat(json.path("base").path("quote").path("training").path("high").decimalValue())
                .isNotNull();
        assertThat(new BigDecimal(json.path("difference").path("usd").asText())).isEqualByComparingTo("5");
        assertThat(json.path("difference").path("percent").asText()).isEqualTo("50.00");
        assertThat(json.path("threshold").path("exceeded").asBoolean()).isTrue();
        assertThat(json.path("causes")).singleElement().satisfies(cause -> {
            assertThat(cause.path("base").asText()).isEqualTo("num_epochs: 2");
            assertThat(cause.path("head").asText()).isEqualTo("num_epochs: 3");
            assertThat(new BigDecimal(cause.path("usd").asText())).isEqualByComparingTo("5");
        });
        assertThat(json.path("head").path("framework").asText()).isEqualTo("Axolotl");
    }

    @Test
    void printsMarkdownInWhichTextOfAConfigIsNoMarkup() throws IOException {
        String head = config(
                "head.yml", "Qwen/Qwen3-8B", 3, "val_set_size: 0.1\nevals_per_epoch: \"| @all [x](http://y) <b>\"\n");
        assertThat(diff("--as", "markdown", base, head).out())
                .startsWith("**Training goes from $10.00 to $15.00 (+$5.00, +50 %)**\n\n|  | Config |")
                .contains("| num\\_epochs: 2 | num\\_epochs: 3 | +$5.00 |\n")
                .contains("\\| \\@all \\[x\\](http://y) \\<b\\>");
    }

    @Test
    void namesEachChangeByItsEffectAlone() throws IOException {
        String out = diff(base, config("head.yml", "meta-llama/Llama-3.3-70B-Instruct", 4, ""))
                .out();
        assertThat(out)
                .containsPattern("base_model: Qwen/Qwen3-8B +base_model: meta-llama/Llama-")
                .containsPattern("num_epochs: 2 +num_epochs: 4")
                .contains("Each change is undone alone; together they make another amount than their sum.");
    }

    @Test
    void saysThatTheSizeIsAssumed() throws IOException {
        ConsoleFixture.Run run = new ConsoleFixture().run("diff", base, config("head.yml", "Qwen/Qwen3-8B", 3, ""));
        assertThat(run.out()).contains("- 1,000 examples, 500 tokens/example assumed, as the size of the data is not");
        Path missing = Path.of(config("missing.yml", "Qwen/Qwen3-8B", 3, ""));
        Files.writeString(missing, Files.readString(missing).replace("acme/data", "./train.jsonl"));
        assertThat(new ConsoleFixture()
                        .run("diff", base, missing.toString())
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("as there is no file ./train.jsonl;");
    }

    @Test
    void exitsWith2WhereAConfigCannotBePriced() throws IOException {
        String head = config("head.yml", "./checkpoint", 3, "");
        ConsoleFixture.Run run = diff(base, head);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("head.yml: cannot be priced: ");
        assertThat(diff(base, folder.resolve("none.yml").toString()).exitCode()).isEqualTo(2);
        assertThat(diff("--as", "xml", base, base).exitCode()).isEqualTo(64);
    }

    @Test
    void namesAPartOfAnEpochAsTheCause() throws IOException {
        String part = config("head.yml", "Qwen/Qwen3-8B", 2, "");
        Files.writeString(Path.of(part), Files.readString(Path.of(part)).replace("num_epochs: 2", "num_epochs: 2.5"));
        assertThat(diff(base, part).out())
                .startsWith("Training goes from $10.00 to $12.50 (+$2.50, +25 %)")
                .containsPattern("num_epochs: 2 +num_epochs: 2.5 +\\+\\$2.50")
                .contains("- head.yml: 2.5 epochs are priced as 50,000 examples once.");
    }

    @Test
    void callsNoClosedOfferTheCheapest() throws IOException {
        ConfigFixture files = new ConfigFixture(folder);
        String job =
                "{\"training_file\": \"file-1\", \"model\": \"gpt-4o-2024-08-06\", \"hyperparameters\": {\"n_epochs\": %d}}";
        String one = files.write("one.json", job.formatted(1)).toString();
        String two = files.write("two.json", job.formatted(2)).toString();
        assertThat(new ConsoleFixture().run("diff", one, two).out())
                .doesNotContain("Cheapest offer")
                .contains("GPT-4o on OpenAI, closed to new customers");
        JsonNode json = ConfigFixture.json("diff", "--as", "json", one, two);
        assertThat(json.path("head").path("startable").asBoolean(true)).isFalse();
    }

    @Test
    void warnsOfAMisspeltKeyOfEitherConfig() throws IOException {
        String head = config("head.yml", "Qwen/Qwen3-8B", 3, "sample_paking: true\n");
        assertThat(diff(base, head).out())
                .contains("- head.yml: sample_paking: true is not read: did you mean sample_packing?");
    }
}
