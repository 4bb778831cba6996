package io.tunetally.console.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.console.ConsoleFixture;
import io.tunetally.wording.part.Numbers;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Remarks of an answer on a config: missing data, unknown models, misspelt keys and parts of epochs. */
class ConfigRemarksTest {
    private static final String AXOLOTL = "base_model: Qwen/Qwen3-8B\ndatasets: [{path: acme/data}]\n";
    private static final String TRL = "model_name_or_path: Qwen/Qwen3-8B\ndataset_name: acme/data\n";
    private static final String JOB = "{\"training_file\": \"t.jsonl\", \"model\": \"gpt-4.1-mini\", ";

    @TempDir
    private Path folder;

    private ConfigFixture files;

    @BeforeEach
    void setUp() {
        files = new ConfigFixture(folder);
    }

    @Test
    void saysWhatToAddWhereTheDataIsNotHere() throws IOException {
        Path file = files.example("trl-sft.yaml");
        assertThat(ConfigFixture.words(file))
                .contains("Data trl-lib/Capybara is no file here; data sets of a hub are not read")
                .contains("Add it: --examples 2000")
                .doesNotContain("Paths go from");
    }

    @Test
    void beginsWithTheFileThatIsMissing() throws IOException {
        Path file = files.write("axolotl.yml", """
                base_model: Qwen/Qwen3-8B
                datasets: [{path: ./data/missing.jsonl}]
                num_epochs: 2
                """);
        assertThat(ConfigFixture.words(file))
                .startsWith("The size of the data is assumed: there is no file ./data/missing.jsonl. Qwen3 8B")
                .contains("Data there is no file ./data/missing.jsonl")
                .contains("Paths go from the working folder, then from that of the config.");
        assertThat(new ConsoleFixture()
                        .run("ask", "--config", file.toString(), "2k examples of 300 tokens")
                        .out())
                .startsWith("Qwen3 8B");
        files.write("empty.jsonl", "\n");
        assertThat(ConfigFixture.words(
                        files.write("empty.yml", "base_model: Qwen/Qwen3-8B\ndatasets: [{path: empty.jsonl}]\n")))
                .startsWith("The size of the data is assumed: empty.jsonl has no example that can be read. Qwen3 8B");
    }

    @Test
    void namesTheDataSetsOfAMixture() throws IOException {
        assertThat(ConfigFixture.words(files.write("trl.yaml", """
                model_name_or_path: Qwen/Qwen3-8B
                dataset_mixture:
                  datasets:
                    - {id: acme/one, split: train}
                    - {id: acme/two}
                """)))
                .contains("Data acme/one and acme/two are no files here; data sets of a hub are not read");
    }

    @Test
    void aFileThatWasUploadedIsWithTheService() throws IOException {
        assertThat(ConfigFixture.words(
                        files.write("job.json", "{\"training_file\": \"file-abc123\", \"model\": \"gpt-4.1-mini\"}")))
                .contains("Data file-abc123 is with the service and not read");
    }

    @Test
    void pricesAnUnknownModelWithoutASizeOnlyIfTheQuestionNamesOne() throws IOException {
        Path file = files.write("trl.yaml", "model_name_or_path: ./checkpoints/final\ndataset_name: acme/data\n");
        assertThat(new ConsoleFixture().run("ask", "--config", file.toString()))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.out()).isEmpty())
                .satisfies(run -> assertThat(run.err())
                        .contains("trl.yaml: model_name_or_path: ./checkpoints/final is no model that is known, and its"
                                + " name has no size. Name a model or a size in words"));
        for (String question : List.of("qwen3-8b 1k examples", "8b", "compare all")) {
            assertThat(new ConsoleFixture().run("ask", "--config", file.toString(), question))
                    .satisfies(run -> assertThat(run.exitCode()).isZero())
                    .satisfies(run -> assertThat(run.out()).doesNotContain("is no model that is known"));
        }
    }

    @CsvSource({
        "acme/Mystery-13B, 13b, 13B",
        "acme/mystery_0.5b-chat, 0.5b, 0.5B",
        "acme/tiny-135M-instruct, 0.135b, 0.135B",
    })
    @ParameterizedTest
    void pricesAnUnknownModelByTheSizeInItsNameAndSaysSo(String model, String canonical, String size)
            throws IOException {
        Path file = files.write("config.yml", AXOLOTL.replace("Qwen/Qwen3-8B", model) + "num_epochs: 3\n");
        assertThat(ConfigFixture.canonical(file)).startsWith("cost size " + canonical + " full 3 epochs");
        String said = "base_model: " + model + " is not known, so models of its size, " + size + ", are priced.";
        assertThat(ConfigFixture.answer(file).replaceAll("\\s+", " ")).startsWith(said);
        assertThat(ConfigFixture.notes(file)).contains(said);
    }

    @CsvSource(
            delimiter = '|',
            value = {
                "axolotl | num_epoch: 3 | num_epochs",
                "axolotl | learning_rat: 0.0002 | learning_rate",
                "axolotl | sample_paking: true | sample_packing",
                "axolotl | num_train_epochs: 3 | num_epochs",
                "axolotl | packing: true | sample_packing",
                "trl | num_train_epoch: 3 | num_train_epochs",
                "trl | num_epoch: 3 | num_train_epochs",
                "trl | lora_alhpa: 16 | lora_alpha",
            })
    @ParameterizedTest
    void namesAKeyThatIsProbablyMisspeltAndTheKeyThatWasMeant(String config, String line, String meant)
            throws IOException {
        Path file = files.write("config.yml", (config.equals("trl") ? TRL : AXOLOTL) + line + "\n");
        assertThat(ConfigFixture.answer(file)).contains("! " + line + " is not read: did you mean " + meant + "?");
        assertThat(ConfigFixture.notes(file)).contains(line + " is not read: did you mean " + meant + "?");
    }

    @Test
    void findsAMisspeltKeyInsideAnother() throws IOException {
        Path file = files.write("job.json", JOB + "\"hyperparameters\": {\"n_epoch\": 4}}");
        assertThat(ConfigFixture.notes(file))
                .contains("hyperparameters.n_epoch: 4 is not read: did you mean n_epochs?");
    }

    @ValueSource(
            strings = {
                "load_in_8bit: true",
                "save_steps: 100",
                "lora_r: 8",
                "warmup_steps: 10",
                "num_epochs: 3\nnum_epoch: 4",
                "wandb_project: demo",
                "bf16: true\ntf32: true\nfp16: false"
            })
    @ParameterizedTest
    void warnsOfNoKeyThatIsOneOfTheFramework(String lines) throws IOException {
        assertThat(ConfigFixture.notes(files.write("config.yml", AXOLOTL + lines + "\n")))
                .noneMatch(note -> note.contains("did you mean"));
    }

    @ValueSource(strings = {"0.5", "1.5", "0.01", "2.0"})
    @ParameterizedTest
    void pricesAPartOfAnEpochByItsTokens(String epochs) throws IOException {
        files.toy("train.jsonl");
        Path file = files.write(
                "config.yml",
                "base_model: Qwen/Qwen3-8B\ndatasets: [{path: train.jsonl}]\nsequence_len: 10000\nnum_epochs: 1\n");
        long once = ConfigFixture.tokens(file);
        Path part = files.write("part.yml", Files.readString(file).replace("epochs: 1", "epochs: " + epochs));
        boolean whole = epochs.equals("2.0");
        long expected = whole
                ? once
                : new BigDecimal(once)
                        .multiply(new BigDecimal(epochs))
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact();
        assertThat(ConfigFixture.canonical(part))
                .isEqualTo("cost qwen3-8b full " + expected + " tokens total " + (whole ? "2 epochs" : "1 epoch"));
        assertThat(ConfigFixture.notes(part)
                        .contains(epochs + " epochs are priced as " + Numbers.count(expected) + " tokens once."))
                .isEqualTo(!whole);
    }

    @Test
    void pricesAPartOfAnEpochOfDataWhoseSizeIsSaidOrAssumed() throws IOException {
        Path file = files.write("trl.yaml", TRL + "max_length: null\nnum_train_epochs: 1.5\n");
        assertThat(ConfigFixture.canonical(file)).isEqualTo("cost qwen3-8b full 1500 examples 1 epoch");
        assertThat(ConfigFixture.answer(file))
                .contains("The size of the data is not known, so it is assumed.")
                .contains("1.5 epochs are priced as 1,500 examples once.");
        ConsoleFixture.Run said =
                new ConsoleFixture().run("ask", "--config", file.toString(), "4k examples of 300 tokens");
        assertThat(said.out())
                .contains("6,000 examples · 300 tokens each · 1 epoch")
                .doesNotContain("is assumed");
        assertThat(new ConsoleFixture()
                        .run("ask", "--config", file.toString(), "2 epochs")
                        .out())
                .contains("1,000 examples")
                .contains("2 epochs")
                .doesNotContain("1.5 epochs are priced");
    }
}
