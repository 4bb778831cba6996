package io.tunetally.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ask --save}, and how an answer names its files. */
final class SavedFilesTest {
    private static final ConsoleFixture CONSOLE = new ConsoleFixture();
    private static final String QUESTION = "migrate gpt-4o-mini 2k examples 20k requests/day";
    private static final String NAME = "gpt-4o-mini-openai-dates.ics";

    @TempDir
    Path folder;

    @Test
    void namesTheFileAndHowToGetIt() {
        assertThat(CONSOLE.run("ask", QUESTION).out().lines())
                .contains("Calendar (.ics): " + NAME + " (ask --save DIR writes it)");
    }

    @Test
    void writesTheFilesOfAnAnswerIntoANewFolder() throws IOException {
        Path into = folder.resolve("new").resolve("dates");

        ConsoleFixture.Run run = CONSOLE.run("ask", "--save", into.toString(), QUESTION);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.words()).contains("Calendar (.ics): " + NAME + " (written to " + into + ")");
        assertThat(Files.readString(into.resolve(NAME)))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("DTSTART;VALUE=DATE:20270114");
    }

    @Test
    void overwritesNothing() throws IOException {
        Path existing = Files.writeString(folder.resolve(NAME), "mine");

        ConsoleFixture.Run run = CONSOLE.run("ask", "--save", folder.toString(), QUESTION);

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--save: " + existing + " exists and is not overwritten");
        assertThat(existing).hasContent("mine");
    }

    @Test
    void namesAFolderThatCannotBeWrittenTo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        ConsoleFixture.Run run = CONSOLE.run("ask", "--save", file.toString(), QUESTION);

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--save: nothing can be written to the folder " + file);
        assertThat(file).hasContent("mine");
    }

    @Test
    void saysWhereAnAnswerHasNoFile() {
        Path into = folder.resolve("new");

        ConsoleFixture.Run run = CONSOLE.run("ask", "--save", into.toString(), "cost gpt-4o 1k examples");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("GPT-4o").doesNotContain(".ics");
        assertThat(run.err()).contains("no file", into.toString());
        assertThat(into).doesNotExist();
    }

    @Test
    void carriesTheFilesInJsonWhereThereAreAny() throws IOException {
        JsonNode files = json(QUESTION).path("files");

        assertThat(files).hasSize(1);
        assertThat(files.path(0).path("name").asText()).isEqualTo(NAME);
        assertThat(files.path(0).path("mediaType").asText()).isEqualTo("text/calendar");
        assertThat(files.path(0).path("text").asText())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(json("cost gpt-4o 1k examples").has("files")).isFalse();
    }

    private static JsonNode json(String question) throws IOException {
        return new ObjectMapper()
                .readTree(CONSOLE.run("ask", "--as", "json", question).out());
    }
}
