package io.tunetally.storage.jdbc;

import io.tunetally.storage.StorageException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where a database is, and of which engine. */
public sealed interface DatabaseUrl {
    /** What JDBC connects to; may hold a password. */
    String url();

    /** The same for people, without user or password. */
    String shown();

    /**
     * A file of SQLite.
     *
     * @param parameters what follows the file's name in the URL, from the question mark on; empty where nothing does
     * @param ownFolder whether the folder is the program's own, which makes it where it is missing
     */
    record SqliteFile(Path file, String parameters, boolean ownFolder) implements DatabaseUrl {
        @Override
        public String url() {
            return "jdbc:sqlite:" + file + parameters;
        }

        @Override
        public String shown() {
            return file.toString();
        }
    }

    /** A server of PostgreSQL. */
    record PostgresServer(String url) implements DatabaseUrl {
        private static final Pattern USER = Pattern.compile("//[^/@]*@");

        @Override
        public String shown() {
            return USER.matcher(url.replaceFirst("\\?.*", "")).replaceFirst("//");
        }

        @Override
        public String toString() {
            return shown();
        }
    }

    /** The program's own database in a folder of the user. */
    static DatabaseUrl in(Path folder) {
        return new SqliteFile(folder.resolve("tunetally.db"), "", true);
    }

    /**
     * Reads {@code jdbc:postgresql://...} or {@code jdbc:sqlite:FILE}.
     *
     * @throws StorageException where it is neither
     */
    static DatabaseUrl of(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new PostgresServer(url);
        }
        String file = url.startsWith("jdbc:sqlite:") ? url.substring("jdbc:sqlite:".length()) : "";
        int parameters = file.indexOf('?') < 0 ? file.length() : file.indexOf('?');
        String name = file.substring(0, parameters);
        if (name.isEmpty() || name.startsWith(":") || name.startsWith("file:")) {
            throw new StorageException("is neither jdbc:postgresql://... nor jdbc:sqlite: with the path of a file");
        }
        return new SqliteFile(Path.of(name).toAbsolutePath(), file.substring(parameters), false);
    }
}
