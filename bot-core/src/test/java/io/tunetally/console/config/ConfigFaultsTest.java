package io.tunetally.console.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.console.ConsoleFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFaultsTest {
    private static final String AXOLOTL = "base_model: Qwen/Qwen3-8B\ndatasets: [{path: acme/data}]\n";

    @TempDir
    private Path folder;

    @CsvSource(delimiter = '|', textBlock = """
            num_epochs: -1                 | num_epochs: -1 cannot be priced; write a number from 0.01 to 100
            num_epochs: three              | num_epochs: 'three' is not a number; write a number from 0.01 to 100
            num_epochs: 0                  | num_epochs: 0 cannot be priced; write a number from 0.01 to 100
            num_epochs: 100.5              | num_epochs: 100.5 cannot be priced; write a number from 0.01 to 100
            num_epochs: {}                 | num_epochs: '' is not a number; write a number from 0.01 to 100
            sequence_len: 0                | sequence_len: 0 cannot be priced; write a whole number from 1 to 1000000000
            max_steps: 1e99                | max_steps: '1e99' is not a number; write a whole number from 1 to 1000000000
            val_set_size: -0.1             | val_set_size: -0.1 cannot be priced; write a number from 0 to 1000000000
            val_set_size: 1.5              | val_set_size: 1.5 cannot be priced; write a share below 1, such as 0.1, or a whole number of examples
            sample_packing: maybe          | sample_packing: 'maybe' is not true or false
            adapter: prefix                | adapter: 'prefix' is not known; Axolotl has: qlora, lora, llama-adapter
            num_epochs: *n                 | num_epochs: YAML anchors and aliases are not supported; write the value out
            num_epochs: !!python/name:os 3 | num_epochs: YAML tags are not supported; remove !
            """)
    @ParameterizedTest
    void namesFileLineKeyAndRemedy(String line, String fault) throws IOException {
        ConsoleFixture.Run run = ask(AXOLOTL + line + "\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("tunetally: ").contains("config.yml:3: " + fault);
    }

    @Test
    void aServiceTakesWholeEpochsOnly() throws IOException {
        String job =
                "{\"training_file\": \"t.jsonl\", \"model\": \"gpt-4o\", \"hyperparameters\": {\"n_epochs\": 2.5}}";
        assertThat(ask(job).err()).contains("n_epochs: 2.5 cannot be priced; write a whole number from 1 to 100");
    }

    @Test
    void namesTheMisspeltKeyOfAConfigThatIsNotRecognised() throws IOException {
        assertThat(ask("base_modle: Qwen/Qwen3-8B\ndatasets: [{path: acme/data}]\n")
                        .err())
                .contains("is not a training config that is known")
                .contains(":1: base_modle: is not a key that is known; is it base_model?");
    }

    @Test
    void namesEveryFaultOnALineOfItsOwn() throws IOException {
        assertThat(ask(AXOLOTL + "num_epochs: 0\nsequence_len: many\n").err())
                .contains(":3: num_epochs: 0 cannot be priced")
                .contains(":4: sequence_len: 'many' is not a number");
    }

    @Test
    void refusesABillionLaughs() throws IOException {
        StringBuilder text = new StringBuilder(AXOLOTL).append("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(ask(text.toString()))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("YAML anchors and aliases are not supported"));
    }

    @Test
    void refusesDeepNesting() throws IOException {
        assertThat(ask("base_model: x\ndatasets: " + "[".repeat(200_000)).err()).contains("nested too deep");
        assertThat(ask("{\"training_file\": " + "[".repeat(200_000)).err()).contains("nested too deep");
    }

    @Test
    void refusesAHugeFileWithoutReadingIt() throws IOException {
        Path file = folder.resolve("huge.yml");
        Files.writeString(file, "#".repeat((1 << 20) + 1));
        ConsoleFixture.Run run = new ConsoleFixture().run("ask", "--config", file.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("huge.yml: has 2 MiB; at most 1 MiB is read");
        assertThat(new ConsoleFixture().withInput("#".repeat((1 << 20) + 1)).run("ask", "--config", "-"))
                .satisfies(piped -> assertThat(piped.err()).contains("has more than 1 MiB"));
    }

    @Test
    void refusesNumbersBeyondAnyJob() throws IOException {
        ConsoleFixture.Run run = ask(
                AXOLOTL
                        + "max_steps: 1000000000\nmicro_batch_size: 1000000000\nsequence_len: 1000000000\nsample_packing: true\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void saysWhichConfigsAreKnown() throws IOException {
        assertThat(ask("services: {web: {image: nginx}}\n").err())
                .contains("is not a training config that is known")
                .contains("Axolotl, LLaMA-Factory, OpenAI fine-tuning job, TRL, Together job, torchtune");
        assertThat(ask("").err()).contains("the file is empty; add at least the model and the data");
        assertThat(ask("base_model: a\nbase_model: b\n").err()).contains("base_model: is a duplicate key");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a: [x/b: 1            | :2: not readable as YAML: a list or object is not closed before column 2; a comma or its closing bracket is missing
        a: b: c               | :1: not readable as YAML: a key where none can be, before column 5; indent it like its neighbours
        a:/\tb: 1             | :2: not readable as YAML: a tab at column 1; YAML is indented with blanks
        a: @x                 | :1: not readable as YAML: a value begins with a character that needs quotes at column 4; write it in quotes
        a: "x                 | not readable as YAML: a quote is opened and not closed before column
        a: "\\q"              | :1: not readable as YAML: a backslash that escapes nothing before column 6; write it in single quotes
        a: 'it's'             | :1: not readable as YAML: something does not belong where it stands, at column 8
        a: {{x}}              | :1: not readable as YAML: a character or a bracket that YAML does not have here
        {/"a": 1,/"b": [1,]/} | :3: not readable as JSON: a comma too many at column 8; remove it
        {"a":/                | not readable as JSON: it stops before its closing }
        """)
    void saysInPlainWordsWhatIsNotReadable(String text, String fault) throws IOException {
        assertThat(ask(text.replace('/', '\n')).err()).contains(fault);
    }

    @Test
    void callsNoKeyMisspeltThatAFrameworkHas() throws IOException {
        assertThat(ask("model_name: a\nload_in_4bit: true\ndataset: a.jsonl\nbaseModel: b\n")
                        .err())
                .contains("baseModel: is not a key that is known; is it base_model?")
                .doesNotContain("load_in_8bit", "datasets?");
    }

    @Test
    void saysWhatIsWrongWithTheFileItself() {
        String missing = folder.resolve("none.yml").toString();
        assertThat(new ConsoleFixture().run("ask", "--config", missing))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("none.yml: there is no such file"));
        assertThat(new ConsoleFixture()
                        .run("ask", "--config", folder.toString())
                        .err())
                .contains("is a folder; name the file inside");
        assertThat(new ConsoleFixture().run("dataset", missing).err()).contains("there is no such file");
    }

    @Test
    void saysWhatIsWrongWithTheDataOfAConfig() throws IOException {
        Files.write(folder.resolve("train.bin"), new byte[100]);
        assertThat(ask("base_model: Qwen/Qwen3-8B\ndatasets: [{path: train.bin}]\n")
                        .err())
                .contains("config.yml: its data ")
                .contains("train.bin: is binary");
    }

    @Test
    void refusesBadOptions() throws IOException {
        String file = Files.writeString(folder.resolve("config.yml"), AXOLOTL).toString();
        assertThat(new ConsoleFixture().run("dataset", "--provider", "blorft", file))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(64))
                .satisfies(run -> assertThat(run.err()).contains("no provider is called 'blorft'"));
        assertThat(new ConsoleFixture()
                        .run("dataset", "--method", "blorft", file)
                        .err())
                .contains("'blorft' is not one of: lora, qlora, full");
        assertThat(new ConsoleFixture().run("dataset", "--examples", "0", file).err())
                .contains("--examples: 0 is not between 1 and 1000000000");
    }

    private ConsoleFixture.Run ask(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yml"), text);
        return new ConsoleFixture().run("ask", "--config", file.toString());
    }
}
