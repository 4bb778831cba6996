package io.tunetally.storage;

import io.tunetally.chat.PlatformId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a workspace gave when it installed the app: an opaque value (tokens and whatever belongs to them), encrypted at
 * rest and bound to its id. Every method throws {@link StorageException} where the store cannot be used or the value
 * cannot be decrypted with the key at hand.
 */
public interface Installations {
    /**
     * Whose installation.
     *
     * @param enterprise the organisation, empty where there is none
     * @param team the workspace, empty for an installation into the whole organisation
     * @param user the person who installed; empty for the bot's own
     */
    record Id(PlatformId platform, String enterprise, String team, String user) {}

    /** A stored installation; {@code secret} is the value as it was saved, in the clear. */
    record Found(Id id, String secret, Instant savedAt) {
        /** Hides the secret. */
        @Override
        public String toString() {
            return "Found[" + id + ", ***, " + savedAt + "]";
        }
    }

    /** Adds an installation or replaces it (installed again, token renewed). */
    void save(Id id, String secret);

    /**
     * The workspace's installation or, where it has none, that of its whole organisation. Where there is neither, one that the
     * workspace made under another organisation or under none: a workspace can join one later, and what is shared between
     * two names the other one's. Its id is its own everywhere.
     */
    Optional<Found> find(Id id);

    /** Whose installations there are, in an order that stays the same. */
    List<Id> all(PlatformId platform);

    /**
     * Remembers that an organisation's installation serves one of its workspaces: when it ends, {@link Deletion#ofSpace} deletes
     * what is stored of that workspace, too.
     */
    void serves(PlatformId platform, String enterprise, String team);

    /** Deletes exactly this one; false where there was none. */
    boolean delete(Id id);

    /**
     * Deletes everything a workspace (or, with an empty team, an organisation's own installation) has installed, the
     * bot's and each person's.
     *
     * @param savedBefore when the uninstallation happened: what was installed at that time or later stays, so that an
     *     event delivered late does not delete a fresh installation
     * @return how many were deleted
     */
    int deleteAll(PlatformId platform, String enterprise, String team, Instant savedBefore);

    /**
     * Deletes what no key at hand can decrypt, where the key is lost for good.
     *
     * @return how many were deleted
     */
    int deleteUnreadable();
}
