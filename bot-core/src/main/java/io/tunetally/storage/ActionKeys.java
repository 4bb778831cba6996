package io.tunetally.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;

/**
 * Short keys for commands that are too long for a platform's component id. A key is a hash of its command, so a
 * formatter computes it without the store; a sender keeps the commands before it sends. Commands are canonical text,
 * belong to no user and expire some time after they were last kept.
 */
public interface ActionKeys {
    /** Returns the key of a command: 22 characters of {@code A-Za-z0-9_-}, the first 128 bits of its SHA-256. */
    static String keyOf(String commandText) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(commandText.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 22);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /**
     * Keeps the commands of a message's components, each under its {@link #keyOf key}.
     *
     * @throws StorageException if the store cannot be used
     */
    void keep(Collection<String> commandTexts);

    /**
     * Returns the command of a key; empty if the key was never kept or has expired.
     *
     * @throws StorageException if the store cannot be used
     */
    Optional<String> command(String key);
}
