package io.tunetally.console;

import io.tunetally.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Another process that holds the lock of a SQLite file until it is closed, like a backup or a database browser. */
public record LockHolder(Process process) implements AutoCloseable {
    /** Takes the file, prints a line when it is locked, and holds it until standard input ends. */
    public static void main(String[] file) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            System.out.println("locked");
            System.in.readAllBytes();
        }
    }

    public static LockHolder of(Path file) throws IOException {
        Process process = JavaProcess.of(LockHolder.class, file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = process.inputReader().readLine();
        if (!"locked".equals(line)) {
            throw new IllegalStateException("the other process said " + line);
        }
        return new LockHolder(process);
    }

    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        process.onExit().join();
    }
}
