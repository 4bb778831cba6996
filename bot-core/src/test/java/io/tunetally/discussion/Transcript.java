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
import java.util.Objects;

/**
 * The transcript that every platform plays. The headlines in the file are those of {@code -Dgoldens.rewrite=true} at the
 * terminal, reviewed in the diff; the other platforms have to say the same.
 */
public final class Transcript {
    private static final String FILE = "/discussion/transcript.txt";
    private static final Path SOURCE = Path.of("src/test/resources" + FILE);
    private static final String RESTART = "---";
    private static final String HEADLINE = "> ";

    private Transcript() {}

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

    public static List<Line> lines() {
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

    private static List<String> read() {
        try (InputStream in = Objects.requireNonNull(Transcript.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Plays the transcript; each answer has to contain its headline, around dates, which a platform may show in its own way. */
    public static void play(Speaker speaker, Restart restart) throws Exception {
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
    static void rewrite(Speaker speaker, Restart restart) throws Exception {
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
        Files.writeString(SOURCE, text);
    }
}
