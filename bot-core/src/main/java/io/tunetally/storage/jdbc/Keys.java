package io.tunetally.storage.jdbc;

import io.tunetally.storage.StorageException;
import io.tunetally.storage.jdbc.file.FileLocks;
import io.tunetally.storage.jdbc.file.OwnFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The source of the keys that encrypt secrets, each 32 bytes in Base64. The first encrypts, all decrypt. */
public sealed interface Keys {
    int BYTES = 32;

    /** Returns the current keys; empty if none was created yet or they are lost. */
    List<byte[]> read();

    /** Creates the first key if there is none. */
    void make();

    /** Returns the advice for a missing key that secrets were encrypted with. */
    String recovery();

    /** Keys from the settings, {@code new,old}. */
    final class Given implements Keys {
        private final List<byte[]> keys;

        /**
         * Parses one key or several, separated by commas.
         *
         * @throws StorageException if one is not 32 bytes in Base64
         */
        public Given(String text) {
            this.keys = Arrays.stream(text.split(",", -1))
                    .map(key -> decode(key, "TUNETALLY_KEY"))
                    .toList();
        }

        @Override
        public List<byte[]> read() {
            return keys;
        }

        @Override
        public void make() {}

        @Override
        public String recovery() {
            return "Add the key they were encrypted with to TUNETALLY_KEY, after the current one: NEW,OLD.";
        }
    }

    /** A file with one key per line, created when the first secret is encrypted and readable by its owner only. */
    record InFile(Path file) implements Keys {
        @Override
        public List<byte[]> read() {
            try {
                return readFile();
            } catch (IOException unreadable) {
                throw unusable(unreadable);
            }
        }

        private StorageException unusable(IOException why) {
            return new StorageException("TUNETALLY_KEY: the key file " + file + " cannot be used: " + why, why);
        }

        @Override
        public String recovery() {
            return (Files.notExists(file)
                            ? "The key file " + file + " is not there. Put it back"
                            : "Put the key they were" + " encrypted with into the key file " + file
                                    + " as a further line")
                    + ", or set TUNETALLY_KEY to the key.";
        }

        private List<byte[]> readFile() throws IOException {
            if (Files.notExists(file)) {
                return List.of();
            }
            if (OwnFiles.isOpenToOthers(file)) {
                throw new StorageException("TUNETALLY_KEY: the key file " + file
                        + " can be read by others than its owner, so it is not used. Fix it with: chmod 600 " + file);
            }
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> decode(line, "TUNETALLY_KEY: a line of the key file " + file))
                    .toList();
        }

        /** Adds a new key before the others. */
        void add() {
            List<byte[]> keys = new ArrayList<>(read());
            keys.addFirst(random());
            write(keys);
        }

        /** Keeps the newest key and its predecessor, which another process may still have encrypted with. */
        void dropOld() {
            write(read().stream().limit(2).toList());
        }

        @Override
        public void make() {
            try {
                OwnFiles.makeFolder(OwnFiles.folderOf(file)); // The lock file is in the same folder.
                try (FileLocks.Held _ = FileLocks.take(file)) {
                    boolean madeByAnother = !readFile().isEmpty();
                    if (!madeByAnother) {
                        write(List.of(random()));
                    }
                }
            } catch (IOException unwritable) {
                throw unusable(unwritable);
            }
        }

        private void write(List<byte[]> keys) {
            StringBuilder lines = new StringBuilder();
            keys.forEach(
                    key -> lines.append(Base64.getEncoder().encodeToString(key)).append('\n'));
            try {
                OwnFiles.makeFolder(OwnFiles.folderOf(file));
                OwnFiles.replace(file, lines.toString());
            } catch (IOException unwritable) {
                throw new StorageException(
                        "TUNETALLY_KEY: the key file " + file + " cannot be written: " + unwritable, unwritable);
            }
        }
    }

    private static byte[] random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static byte[] decode(String text, String what) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException malformed) {
            // The original message quotes a character of the key.
            throw new StorageException(what + " is not in Base64; make a key with: openssl rand -base64 32");
        }
        throw new StorageException(what + " is not 32 bytes in Base64; make a key with: openssl rand -base64 32");
    }
}
