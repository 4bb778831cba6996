package io.tunetally.storage.jdbc;

import io.tunetally.storage.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Where the keys come from that encrypt secrets: each 32 bytes in Base64; the first encrypts, all decrypt. */
public sealed interface Keys {
    int BYTES = 32;

    /** The keys as they are now, at least one. */
    List<byte[]> read();

    /** Keys from the settings, {@code new,old}. */
    final class Given implements Keys {
        private final List<byte[]> keys;

        /**
         * Reads a key, or several with commas between them.
         *
         * @throws StorageException where one is not 32 bytes in Base64
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
    }

    /** A file with one key a line, made on first use and readable by its owner only. */
    record InFile(Path file) implements Keys {
        @Override
        public List<byte[]> read() {
            try {
                List<byte[]> keys = readFile();
                return keys.isEmpty() ? make() : keys;
            } catch (IOException unreadable) {
                throw new StorageException(
                        "TUNETALLY_KEY: the key file " + file + " cannot be used: " + unreadable, unreadable);
            }
        }

        private List<byte[]> readFile() throws IOException {
            if (Files.notExists(file)) {
                return List.of();
            }
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> decode(line, "TUNETALLY_KEY: a line of the key file " + file))
                    .toList();
        }

        /** Puts a new key before the others. */
        void add() {
            List<byte[]> keys = new ArrayList<>(read());
            keys.addFirst(random());
            write(keys);
        }

        /** The newest key and the one before it stay: another process may still have encrypted with that one. */
        void dropOld() {
            write(read().stream().limit(2).toList());
        }

        private List<byte[]> make() throws IOException {
            OwnFiles.makeFolder(OwnFiles.folderOf(file));
            try (FileLocks.Held _ = FileLocks.take(file)) {
                List<byte[]> madeByAnother = readFile();
                if (madeByAnother.isEmpty()) {
                    write(List.of(random()));
                }
                return readFile();
            }
        }

        private void write(List<byte[]> keys) {
            StringBuilder lines = new StringBuilder();
            keys.forEach(
                    key -> lines.append(Base64.getEncoder().encodeToString(key)).append('\n'));
            try {
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
            // Its message quotes a character of the key.
            throw new StorageException(what + " is not in Base64; make a key with: openssl rand -base64 32");
        }
        throw new StorageException(what + " is not 32 bytes in Base64; make a key with: openssl rand -base64 32");
    }
}
