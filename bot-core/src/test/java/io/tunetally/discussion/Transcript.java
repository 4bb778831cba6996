package io.tunetally.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The transcripts that every platform plays. The headlines in the files are those of {@code -Dgoldens.rewrite=true} at the
 * terminal, reviewed in the diff; the other platforms have to say the same.
 */
public enum Transcript {
    /** From four scenarios over a vote and a decision to a bill. */
    DECISION,
    /** Three people who do not say commands. */
    TEAM,
    /** Newcomers who go on from each answer, each beginning anew. */
    NEWCOMER,
    /** Questions about an answer and its amounts, and other models for the same job. */
    QUESTIONS,
    /** What cannot be done, each with one sentence that says what there is instead. */
    REFUSALS;

    private static final String RESTART = "---";
    private static final String HEADLINE = "> ";

    /** A message, its person and the headline of its answer; a restart has no person. */
    public record Line(String person, String text, String headline) {
        public boolean isRestart() {
            return person.isEmpty();
        }
    }

    /** Says a message on a platform. */
    public interface Speaker {
        /** Returns the whole text of the answer, or its headline. */
        String say(String person, String text) throws Exception;
    }

    /** Ends the process and starts the next one. */
    public interface Restart {
        void run() throws Exception;
    }

    private String file() {
        return "/discussion/" + name().toLowerCase(Locale.ROOT) + ".txt";
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        List<String> read = read();
        for (int i = 0; i < read.size(); i++) {
            String line = read.get(i);
            if (line.equals(RESTART)) {
                lines.add(new Line("", "", ""));
            } else if (!line.startsWith("#") && !line.startsWith(HEADLINE)) {
                String[] parts = line.split(": ", 2);
                boolean known = i + 1 < read.size() && read.get(i + 1).startsWith(HEADLINE);
                lines.add(new Line(parts[0], parts[1], known ? read.get(i + 1).substring(HEADLINE.length()) : ""));
            }
        }
        return lines;
    }

    private List<String> read() {
        try (InputStream in = Objects.requireNonNull(Transcript.class.getResourceAsStream(file()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Plays the transcript; each answer has to contain its headline, around dates, which a platform may show in its own way. */
    public void play(Speaker speaker, Restart restart) throws Exception {
        for (Line line : lines()) {
            if (line.isRestart()) {
                restart.run();
            } else {
                assertThat(speaker.say(line.person(), line.text()))
                        .as(line.text())
                        .contains(line.headline().split("\\d{4}-\\d{2}-\\d{2}"));
            }
        }
    }

    /** Writes the headlines that a speaker gives into the file. */
    void rewrite(Speaker speaker, Restart restart) throws Exception {
        StringBuilder text = new StringBuilder();
        read().stream()
                .filter(line -> line.startsWith("#"))
                .forEach(line -> text.append(line).append('\n'));
        for (Line line : lines()) {
            if (line.isRestart()) {
                restart.run();
                text.append(RESTART).append('\n');
            } else {
                text.append(line.person()).append(": ").append(line.text()).append('\n');
                text.append(HEADLINE)
                        .append(speaker.say(line.person(), line.text()))
                        .append('\n');
            }
        }
        Files.writeString(Path.of("src/test/resources" + file()), text);
    }
}
