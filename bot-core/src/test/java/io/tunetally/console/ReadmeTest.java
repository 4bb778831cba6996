package io.tunetally.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's examples match the program's output, as of the day they were written. */
final class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final String PROMPT = "$ ./tunetally ask \"";

    /** A command and its output in the README. */
    record Example(String question, String printed) {
        @Override
        public String toString() {
            return question;
        }
    }

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        String readme = Files.readString(README);
        for (int at = readme.indexOf(PROMPT); at >= 0; at = readme.indexOf(PROMPT, at + 1)) {
            int endOfLine = readme.indexOf('\n', at);
            String question = readme.substring(at + PROMPT.length(), endOfLine - 1);
            examples.add(new Example(question, readme.substring(endOfLine + 1, readme.indexOf("```", at))));
        }
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void printsTheExamplesOfTheReadme(Example example) {
        assertThat(ask(example.question())).isEqualTo(example.printed());
    }

    @Test
    void showsAtLeastTwoExamples() throws IOException {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(2);
    }

    private static String ask(String question) {
        ConsoleFixture.Run run = new ConsoleFixture().run("ask", question);
        assertThat(run.exitCode()).isZero();
        return run.out();
    }
}
