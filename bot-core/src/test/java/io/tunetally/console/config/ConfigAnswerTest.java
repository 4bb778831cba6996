package io.tunetally.console.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.console.ConsoleFixture;
import io.tunetally.console.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The job that is read from a config, and its size. */
class ConfigAnswerTest {
    @TempDir
    private Path folder;

    private ConfigFixture files;

    @BeforeEach
    void setUp() {
        files = new ConfigFixture(folder);
    }

    /** A config of a framework, and how it is read. */
    record Example(String file, String framework, String canonical, List<String> noted) {
        static Example of(String line) {
            String[] cells = line.split("\t", -1);
            return new Example(
                    cells[0],
                    cells[1],
                    cells[2],
                    Stream.of(cells[3].split(",", -1))
                            .filter(key -> !key.isEmpty())
                            .toList());
        }
    }

    static Stream<Example> examples() throws IOException {
        return ConfigFixture.text("/trainingconfig/configs.tsv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Example::of);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsTheJobOfAConfig(Example example) throws IOException {
        Path file = files.example(example.file());
        JsonNode answer = ConfigFixture.json("ask", "--as", "json", "--config", file.toString());
        JsonNode config = answer.path("config");
        assertThat(answer.path("status").asText()).isEqualTo("answered");
        assertThat(config.path("framework").asText()).isEqualTo(example.framework());
        assertThat(config.path("canonical").asText()).isEqualTo(example.canonical());
        assertThat(config.path("notes"))
                .extracting(note -> note.asText().replaceFirst(":? .*", ""))
                .filteredOn(key -> !key.equals("Steps"))
                .containsExactlyElementsOf(example.noted());
    }

    @Test
    void countsTheDataThatIsThereExactlyWithTheTokenizerOfTheModel() throws IOException {
        files.toy("data/train.jsonl");
        Path file = files.write(
                "job.json",
                "{\"training_file\": \"data/train.jsonl\", \"model\": \"gpt-4o\", \"hyperparameters\": {\"n_epochs\": 2}}");
        JsonNode answer = ConfigFixture.json("ask", "--as", "json", "--config", file.toString());
        JsonNode data = answer.path("config").path("data").path(0);
        assertThat(data.path("tokenizer").asText()).isEqualTo("o200k_base");
        assertThat(data.path("tokens").asLong()).isEqualTo(8233);
        // The same as "dataset --model gpt-4o --epochs 2" of the file.
        assertThat(new BigDecimal(answer.path("quotes")
                        .path(0)
                        .path("training")
                        .path("low")
                        .asText()))
                .isEqualByComparingTo("0.41165");
    }

    @Test
    void countsExactlyForMistralNemoAlthoughNoPriceBookHasIt() throws IOException {
        files.toy("train.jsonl");
        Path file = files.write(
                "trl.yaml",
                "model_name_or_path: mistralai/Mistral-Nemo-Instruct-2407\ndatasets: [{path: train.jsonl}]\nnum_train_epochs: 1\n");
        JsonNode data = Json.MAPPER
                .readTree(new ConsoleFixture()
                        .run("ask", "--as", "json", "--config", file.toString())
                        .out())
                .path("config")
                .path("data")
                .path(0);
        assertThat(data.path("tokenizer").asText()).isEqualTo("mistral-nemo");
        assertThat(data.path("exact").asBoolean()).isTrue();
    }

    @Test
    void suggestsTheEpochsOfAnAutomaticJobByItsExamples() throws IOException {
        files.toy("train.jsonl");
        Path file = files.write(
                "job.json",
                "{\"training_file\": \"train.jsonl\", \"model\": \"gpt-4o\", \"hyperparameters\": {\"n_epochs\": \"auto\"}}");
        assertThat(ConfigFixture.canonical(file)).isEqualTo("cost gpt-4o on openai 8233 tokens total 20 epochs");
    }

    @Test
    void countsOnlyWhatTheSequenceLengthLeaves() throws IOException {
        files.toy("train.jsonl");
        String config =
                "base_model: Qwen/Qwen3-8B\ndatasets: [{path: train.jsonl}]\nnum_epochs: 1\nsequence_len: 4096\n";
        String cutting =
                "model_name_or_path: Qwen/Qwen3-8B\ndatasets: [{path: train.jsonl}]\nnum_train_epochs: 1\nmax_length: 4096\n";
        long dropped = ConfigFixture.tokens(files.write("axolotl.yml", config));
        long cut = ConfigFixture.tokens(files.write("trl.yml", cutting));
        assertThat(cut - dropped)
                .as("the example of 8,032 tokens, cut or left out")
                .isEqualTo(4096);
        assertThat(ConfigFixture.answer(files.write("axolotl.yml", config)))
                .contains("1 example beyond 4,096 tokens is left out.");
        assertThat(ConfigFixture.answer(files.write("trl.yml", cutting)))
                .contains("1 example beyond 4,096 tokens is cut.");
    }

    @Test
    void fillsExamplesUpWhereTheConfigSaysSo() throws IOException {
        files.toy("train.jsonl");
        Path file = files.write("axolotl.yml", """
                base_model: Qwen/Qwen3-8B
                datasets: [{path: train.jsonl}]
                num_epochs: 1
                sequence_len: 10000
                pad_to_sequence_len: true
                """);
        assertThat(ConfigFixture.tokens(file)).isEqualTo(50_000);
    }

    @Test
    void takesStepsInPlaceOfEpochs() throws IOException {
        files.toy("train.jsonl");
        Path file = files.write("axolotl.yml", """
                base_model: Qwen/Qwen3-8B
                datasets: [{path: train.jsonl}]
                max_steps: 10
                micro_batch_size: 2
                gradient_accumulation_steps: 4
                sequence_len: 2048
                sample_packing: true
                """);
        // 10 steps x 2 x 4 sequences x 2,048 tokens.
        assertThat(ConfigFixture.canonical(file)).isEqualTo("cost qwen3-8b full 163840 billed tokens");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2", "100, 0, 5"})
    void cutsAnEpochToItsMostStepsAndSaysSoOnlyThen(int steps, int remarks, int examples) throws IOException {
        files.toy("train.jsonl");
        Path file = files.write("torchtune.yaml", """
                model: {_component_: torchtune.models.qwen3.qwen3_8b_base}
                dataset: {_component_: torchtune.datasets.chat_dataset, source: json, data_files: train.jsonl}
                batch_size: 2
                gradient_accumulation_steps: 1
                epochs: 3
                max_steps_per_epoch: %d
                """.formatted(steps));
        JsonNode config = ConfigFixture.json("ask", "--as", "json", "--config", file.toString())
                .path("config");
        long all = config.path("data").path(0).path("tokens").asLong();
        assertThat(ConfigFixture.tokens(file)).isEqualTo(Math.round(all * examples / 5.0));
        assertThat(config.path("notes"))
                .filteredOn(note -> note.asText().startsWith("Steps"))
                .hasSize(remarks);
        assertThat(ConfigFixture.answer(file).replaceAll("\\s+", " ").split("sequences by the number of steps", -1))
                .hasSize(1 + remarks);
    }

    @Test
    void holdsTheShareForValidationBack() throws IOException {
        files.toy("train.jsonl");
        Path file = files.write(
                "axolotl.yml",
                "base_model: Qwen/Qwen3-8B\ndatasets: [{path: train.jsonl}]\nnum_epochs: 1\nsequence_len: 10000\nval_set_size: 0.2\n");
        JsonNode config = ConfigFixture.json("ask", "--as", "json", "--config", file.toString())
                .path("config");
        long all = config.path("data").path(0).path("tokens").asLong();
        assertThat(config.path("canonical").asText())
                .isEqualTo("cost qwen3-8b full " + (all - Math.round(all / 5.0)) + " tokens total 1 epoch "
                        + Math.round(all / 5.0) + " validation tokens");
    }

    @Test
    void findsADataSetByItsNameInTheIndexOfTheFramework() throws IOException {
        files.toy("data/toy.jsonl");
        files.write("data/dataset_info.json", "{\"support-v1.5\": {\"file_name\": \"toy.jsonl\"}}");
        Path file = files.write("llamafactory.yaml", """
                model_name_or_path: Qwen/Qwen3-8B
                stage: sft
                finetuning_type: full
                dataset: support-v1.5
                dataset_dir: data
                num_train_epochs: 1
                """);
        JsonNode data = ConfigFixture.json("ask", "--as", "json", "--config", file.toString())
                .path("config")
                .path("data");
        assertThat(data).singleElement().satisfies(one -> {
            assertThat(one.path("name").asText()).isEqualTo("data/toy.jsonl");
            assertThat(one.path("examples").asLong()).isEqualTo(5);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "num_train_epochs: 1 | sequence length 1024",
                "beta: 0.1 | sequence length 1024",
                "max_seq_length: 512 | sequence length 512",
                "max_length: null | ",
                "num_generations: 8 | ",
                "loss_type: dapo | "
            })
    void knowsTheSequenceLengthThatTrlCutsToUnlessTheConfigTurnsThatOff(String line, String length) throws IOException {
        Path file =
                files.write("trl.yaml", "model_name_or_path: Qwen/Qwen3-8B\ndataset_name: acme/data\n" + line + "\n");
        if (length == null) {
            assertThat(ConfigFixture.canonical(file)).doesNotContain("sequence length");
        } else {
            assertThat(ConfigFixture.canonical(file)).contains(length);
        }
    }

    @Test
    void takesAValueThatAnEarlierRowDoesNotHave() throws IOException {
        assertThat(ConfigFixture.canonical(files.write("full.yaml", """
                model_name_or_path: Qwen/Qwen3-8B
                finetuning_type: full
                quantization_bit: 4
                stage: sft
                """))).contains("qwen3-8b full");
    }

    @Test
    void joinsTheQuestionWithTheConfig() throws IOException {
        Path file = files.example("trl-sft.yaml");
        ConsoleFixture.Run run = new ConsoleFixture().run("ask", "--config", file.toString(), "2k", "examples");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("2,000 examples · 500 tokens each (assumed) · 1 epoch")
                .doesNotContain("--examples 2000");
    }

    @Test
    void theDataOfTheQuestionReplacesThatOfTheConfig() throws IOException {
        files.toy("train.jsonl");
        Path file = files.write("axolotl.yml", """
                base_model: Qwen/Qwen3-8B
                datasets: [{path: train.jsonl}]
                num_epochs: 2
                """);
        ConsoleFixture.Run run = new ConsoleFixture().run("ask", "--config", file.toString(), "20k", "examples");
        assertThat(run.out())
                .contains("20,000 examples · 500 tokens each (assumed) · 2 epochs")
                .doesNotContain("tokens of data");
    }

    @Test
    void stepsDecideWhateverNumberOfExamplesIsSaid() throws IOException {
        Path file = files.write("axolotl.yml", """
                base_model: Qwen/Qwen3-8B
                datasets: [{path: acme/private}]
                max_steps: 500
                micro_batch_size: 4
                gradient_accumulation_steps: 8
                """);
        ConsoleFixture.Run run =
                new ConsoleFixture().run("ask", "--config", file.toString(), "60k examples of 400 tokens");
        assertThat(run.out()).contains("16,000 examples · 400 tokens each · 1 epoch");
    }

    @Test
    void readsAConfigFromStandardInput() throws IOException {
        String text = ConfigFixture.text("/trainingconfig/trl-sft.yaml");
        assertThat(new ConsoleFixture().withInput(text).run("ask", "--config", "-"))
                .satisfies(run -> assertThat(run.exitCode()).isZero())
                .satisfies(run -> assertThat(run.out()).contains("standard input (TRL), model_name_or_path: "));
        assertThat(new ConsoleFixture().withInput(text).run("dataset", "-").out())
                .contains("standard input (TRL)");
    }

    @Test
    void pricesAConfigAmongDataFiles() throws IOException {
        files.toy("data/train.jsonl");
        Path file = files.example("torchtune-qlora.yaml");
        ConsoleFixture.Run run = new ConsoleFixture()
                .run("dataset", "--provider", "together", file.toString(), folder + "/data/train.jsonl");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Config  torchtune-qlora.yaml (torchtune),")
                .contains("data/train.jsonl: 5 examples, about 8,")
                .contains("Cheapest you can start today: ");
    }
}
