package io.tunetally.storage.jdbc;

import io.tunetally.storage.StorageException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The location of a database and its engine. */
public sealed interface DatabaseUrl {
    /** Returns the JDBC URL; may contain a password. */
    String url();

    /** Returns the location for display, without user or password. */
    String shown();

    /**
     * A SQLite file.
     *
     * @param parameters the part of the URL after the file name, from the question mark on; may be empty
     * @param ownFolder whether the folder belongs to the program, which then creates it if missing
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

    /** A PostgreSQL server. */
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

    /** Returns the location of the program's own database in a user's folder. */
    static DatabaseUrl in(Path folder) {
        return new SqliteFile(folder.resolve("tunetally.db"), "", true);
    }

    /**
     * Parses {@code jdbc:postgresql://...} or {@code jdbc:sqlite:FILE}.
     *
     * @throws StorageException if it is neither
     */
    static DatabaseUrl of(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new PostgresServer(url);
        }
        String file = url.startsWith("jdbc:sqlite:") ? url.substring("jdbc:sqlite:".length()) : "";
        int parameters = file.indexOf('?') < 0 ? file.length() : file.indexOf('?');
        String name = file.substring(0, parameters);
        if (name.isEmpty() || name.startsWith(":") || name.startsWith("file:")) {
            throw new StorageException("is neither jdbc:postgresql://... nor jdbc:sqlite: with a file path");
        }
        return new SqliteFile(Path.of(name).toAbsolutePath(), file.substring(parameters), false);
    }
}
