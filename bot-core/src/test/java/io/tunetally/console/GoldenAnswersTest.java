package io.tunetally.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.bot.Answer;
import io.tunetally.console.json.Json;
import io.tunetally.console.json.OutcomeJson;
import io.tunetally.reply.PlainText;
import io.tunetally.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Complete answers as people and programs receive them. Each was reviewed before it was accepted; {@code
 * -Dgoldens.rewrite=true} rewrites them, for review in the diff.
 */
final class GoldenAnswersTest {
    private static final Path ACCEPTED = Path.of("src/test/resources/answers");
    private static final Path GIVEN = Path.of("target/answers");
    private static final boolean REWRITE = Boolean.getBoolean("goldens.rewrite");
    private static final int WIDTH = 80;

    static Stream<GoldenQuestion> questions() {
        return GoldenQuestion.all();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answersAsAccepted(GoldenQuestion question) throws IOException {
        List<Answer> answers = question.answers();
        compare(question.name() + ".txt", transcript(question, answers));
        compare(
                question.name() + ".json",
                Json.pretty(new OutcomeJson(question.day()).of(answers.getLast().outcome())) + "\n");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void noLineIsWiderThanATerminalUnlessAWordIs(GoldenQuestion question) {
        for (Answer answer : question.answers()) {
            assertThat(text(answer).lines())
                    .allSatisfy(line -> assertThat(
                                    line.length() <= WIDTH || line.strip().indexOf(' ') < 0)
                            .as("%d characters: %s", line.length(), line)
                            .isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void saysEachWarningOnce(GoldenQuestion question) {
        for (Answer answer : question.answers()) {
            assertThat(text(answer).lines().filter(line -> line.startsWith("! ")))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyFileBelongsToAQuestion() throws IOException {
        Set<String> expected = questions()
                .flatMap(question -> Stream.of(question.name() + ".txt", question.name() + ".json"))
                .collect(Collectors.toCollection(TreeSet::new));
        expected.add("questions.txt");
        try (Stream<Path> files = Files.list(ACCEPTED)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** Returns questions and answers in turn, like a conversation. */
    private static String transcript(GoldenQuestion question, List<Answer> answers) {
        StringBuilder transcript = new StringBuilder();
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            transcript
                    .append(i == 0 ? "" : "\n")
                    .append("> ")
                    .append(question.messages().get(i))
                    .append("\n\n")
                    .append(text(answer))
                    .append("\n(exit ")
                    .append(ExitCode.of(answer.outcome()))
                    .append(")\n");
        }
        return transcript.toString();
    }

    private static String text(Answer answer) {
        return new PlainText(WIDTH, PlainText.Style.NONE).render(answer.reply());
    }

    private static void compare(String file, String text) throws IOException {
        Path given = (REWRITE ? ACCEPTED : GIVEN).resolve(file);
        Files.createDirectories(given.getParent());
        Files.writeString(given, text);
        assertThat(given).hasSameTextualContentAs(ACCEPTED.resolve(file));
    }
}
