package io.tunetally.storage.jdbc;

import io.tunetally.storage.Lifetimes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;

/** A SQLite file with every table and no row. To make the tables takes longer than most tests, so it is done once for all. */
public final class MigratedFile {
    private static final byte[] CONTENT = content();

    private MigratedFile() {}

    /** Writes the file, unless there is one. */
    public static void at(Path file) {
        try {
            if (Files.notExists(file)) {
                Files.write(file, CONTENT);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static byte[] content() {
        try {
            Path folder = Files.createTempDirectory("migrated");
            Path file = folder.resolve("tunetally.db");
            JdbcStorage.open(
                            DatabaseUrl.of("jdbc:sqlite:" + file),
                            new Keys.InFile(folder.resolve("key")),
                            Lifetimes.USUAL,
                            Clock.systemUTC())
                    .close();
            byte[] content = Files.readAllBytes(file);
            remove(folder);
            return content;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
