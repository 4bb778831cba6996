package io.tunetally.storage.jdbc;

import static io.tunetally.storage.jdbc.Fixture.thread;
import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.storage.Lifetimes;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes on one SQLite file. */
@Timeout(120)
final class SqliteProcessesTest {
    private static final int ROWS = 300;
    private static final int CONFIRMED = 100;

    @TempDir
    private Path folder;

    @Test
    void letsTwoWriteAtTheSameTime() throws Exception {
        Process first = WriterProcess.start(folder, "first", ROWS);
        Process second = WriterProcess.start(folder, "second", ROWS);
        List<String> firstLines = WriterProcess.rest(WriterProcess.output(first));
        List<String> secondLines = WriterProcess.rest(WriterProcess.output(second));

        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(numbers(firstLines, "remembered")).hasSize(ROWS);
        assertThat(numbers(secondLines, "remembered")).hasSize(ROWS);
        assertThat(Stream.concat(firstLines.stream(), secondLines.stream()).filter(line -> line.startsWith("claimed")))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, ROWS)
                        .mapToObj(row -> "claimed " + row)
                        .toList());
        assertThat(Fixture.rows(DatabaseUrl.in(folder), "SELECT COUNT(*) FROM thread_memory"))
                .containsExactly(String.valueOf(2 * ROWS));
    }

    @Test
    void keepEveryConfirmedWriteWhenKilled() throws Exception {
        Process writer = WriterProcess.start(folder, "killed", 1_000_000);
        BufferedReader output = WriterProcess.output(writer);
        List<String> lines = new ArrayList<>();
        while (lines.size() < CONFIRMED) {
            lines.add(output.readLine());
        }
        writer.toHandle().destroyForcibly(); // SIGKILL; unlike the process's own method it leaves the output readable.
        lines.addAll(WriterProcess.rest(output));
        assertThat(writer.waitFor()).isNotZero();

        Keys keys = new Keys.InFile(folder.resolve("key"));
        try (JdbcStorage storage = JdbcStorage.open(DatabaseUrl.in(folder), keys, Lifetimes.USUAL, Clock.systemUTC())) {
            assertThat(Fixture.rows(DatabaseUrl.in(folder), "PRAGMA integrity_check"))
                    .containsExactly("ok");
            List<Integer> remembered = numbers(lines, "remembered");
            assertThat(remembered).hasSizeGreaterThanOrEqualTo(CONFIRMED / 2);
            assertThat(remembered)
                    .allSatisfy(row -> assertThat(
                                    storage.threadMemory().recall(thread("T1", "killed", String.valueOf(row))))
                            .isPresent());
            assertThat(numbers(lines, "claimed"))
                    .allSatisfy(row -> assertThat(storage.deliveries().claim(Fixture.SLACK, "Ev" + row))
                            .isFalse());
        }
    }

    private static List<Integer> numbers(List<String> lines, String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> Integer.valueOf(line.substring(word.length() + 1)))
                .toList();
    }
}
