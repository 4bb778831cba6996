package io.tunetally.storage;

import io.tunetally.chat.PlatformId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The data from installing the app in a workspace: an opaque value (tokens and related data), encrypted at rest and
 * bound to its id. Every method throws {@link StorageException} if the store cannot be used or the value cannot be
 * decrypted with the current keys.
 */
public interface Installations {
    /**
     * The owner of an installation.
     *
     * @param enterprise the organisation; empty if there is none
     * @param team the workspace; empty for an installation into the whole organisation
     * @param user the person who installed; empty for the bot's own
     */
    record Id(PlatformId platform, String enterprise, String team, String user) {}

    /** A stored installation; {@code secret} is the decrypted value. */
    record Found(Id id, String secret, Instant savedAt) {
        /** Hides the secret. */
        @Override
        public String toString() {
            return "Found[" + id + ", ***, " + savedAt + "]";
        }
    }

    /** Adds an installation or replaces it, after a reinstall or a token renewal. */
    void save(Id id, String secret);

    /**
     * Returns the workspace's installation, else its organisation's. Without either, returns the workspace's
     * installation under another organisation or none: a workspace can join an organisation later, and a shared channel
     * names the other side's. A workspace id is unique everywhere.
     */
    Optional<Found> find(Id id);

    /** Returns the ids of all installations in a stable order. */
    List<Id> all(PlatformId platform);

    /**
     * Records that an organisation's installation serves one of its workspaces: when it ends, {@link Deletion#ofSpace}
     * also deletes that workspace's data.
     */
    void serves(PlatformId platform, String enterprise, String team);

    /** Deletes exactly this installation; false if it did not exist. */
    boolean delete(Id id);

    /**
     * Deletes all installations of a workspace (or, with an empty team, of an organisation), the bot's and each
     * person's.
     *
     * @param savedBefore when the uninstallation happened: installations saved at that time or later stay, so that a
     *     late event does not delete a fresh installation
     * @return the number of deleted installations
     */
    int deleteAll(PlatformId platform, String enterprise, String team, Instant savedBefore);

    /**
     * Deletes installations that no current key can decrypt, for when the key is lost.
     *
     * @return the number of deleted installations
     */
    int deleteUnreadable();
}
