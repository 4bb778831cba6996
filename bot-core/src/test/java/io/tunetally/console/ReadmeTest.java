package io.tunetally.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's examples match the program's output, as of the day they were written. */
final class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final String PROMPT = "$ ./tunetally ";
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final String LEFT_OUT = "...\n";

    /** The files that the examples name. */
    private static final Map<String, String> FILES = Map.of(
            "train.jsonl", "/dataset/toy_chat_fine_tuning.jsonl",
            "base.yml", "/trainingconfig/axolotl-qlora.yml",
            "axolotl.yml", "/trainingconfig/axolotl-qlora-70b.yml");

    @TempDir
    private Path folder;

    /** A command and its output in the README. Lines with three dots stand for lines that are left out. */
    record Example(String command, String printed) {
        @Override
        public String toString() {
            return command;
        }

        List<String> arguments() {
            return ARGUMENT.matcher(command)
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .toList();
        }
    }

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        String readme = Files.readString(README);
        for (int at = readme.indexOf(PROMPT); at >= 0; at = readme.indexOf(PROMPT, at + 1)) {
            int endOfLine = readme.indexOf('\n', at);
            String command = readme.substring(at + PROMPT.length(), endOfLine);
            examples.add(new Example(command, readme.substring(endOfLine + 1, readme.indexOf("```", at))));
        }
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void printsTheExamplesOfTheReadme(Example example) throws IOException {
        String printed = run(example);
        if (example.printed().contains(LEFT_OUT)) {
            assertThat(printed).containsSubsequence(List.of(example.printed().split(Pattern.quote(LEFT_OUT), -1)));
        } else {
            assertThat(printed).isEqualTo(example.printed());
        }
    }

    @Test
    void showsExamplesOfEachCommand() throws IOException {
        assertThat(examples().map(example -> example.arguments().getFirst()))
                .contains("ask", "dataset", "diff")
                .hasSizeGreaterThanOrEqualTo(5);
    }

    private String run(Example example) throws IOException {
        List<String> arguments = new ArrayList<>();
        for (String argument : example.arguments()) {
            arguments.add(FILES.containsKey(argument) ? copy(argument).toString() : argument);
        }
        ConsoleFixture.Run run = new ConsoleFixture().run(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).isZero();
        return run.out();
    }

    private Path copy(String name) throws IOException {
        try (InputStream in = ReadmeTest.class.getResourceAsStream(FILES.get(name))) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }
}
