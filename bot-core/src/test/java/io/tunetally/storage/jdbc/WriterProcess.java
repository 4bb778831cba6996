package io.tunetally.storage.jdbc;

import static io.tunetally.storage.jdbc.Fixture.ANN;
import static io.tunetally.storage.jdbc.Fixture.SLACK;
import static io.tunetally.storage.jdbc.Fixture.thread;

import io.tunetally.JavaProcess;
import io.tunetally.storage.Lifetimes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A process that writes, and prints each confirmed write on a line: {@code remembered N}, {@code claimed N}. */
final class WriterProcess {
    private WriterProcess() {}

    /** Takes the database's folder, a name for the rows, and the number to write. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        String name = arguments[1];
        int rows = Integer.parseInt(arguments[2]);
        Keys keys = new Keys.InFile(folder.resolve("key"));
        try (JdbcStorage storage = JdbcStorage.open(DatabaseUrl.in(folder), keys, Lifetimes.USUAL, Clock.systemUTC())) {
            for (int row = 0; row < rows; row++) {
                storage.threadMemory().remember(thread("T1", name, String.valueOf(row)), Fixture.REQUEST, ANN);
                System.out.println("remembered " + row);
                if (storage.deliveries().claim(SLACK, "Ev" + row)) {
                    System.out.println("claimed " + row);
                }
            }
        }
    }

    static Process start(Path folder, String name, int rows) throws IOException {
        return JavaProcess.of(WriterProcess.class, folder.toString(), name, String.valueOf(rows))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Returns the lines until the process ends; only complete ones, as a killed process may stop within a line. */
    static List<String> rest(BufferedReader output) throws IOException {
        String text = output.readAllAsString();
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
