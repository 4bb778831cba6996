package io.tunetally.storage;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Deletes permanently and at once, in one transaction, and keeps a log that proves it without personal data. Every
 * method throws {@link StorageException} if the store cannot be used; nothing is deleted then.
 */
public interface Deletion {
    /** Deletes a conversation's memory. */
    Counts ofConversation(ConversationId conversation);

    /** Deletes a person's data across the platform: the memory of conversations in which only they asked, and their installations. */
    Counts ofUser(PlatformId platform, UserId user);

    /** Deletes a person's data in one workspace, for platforms whose user ids differ by workspace. */
    Counts ofUser(PlatformId platform, String space, UserId user);

    /**
     * Deletes all data of a workspace or guild: conversations, defaults, installations. For an organisation: its own
     * installation and the data of all workspaces that it served.
     *
     * @param leftAt when it removed the app. Later data belongs to a new installation and stays, so a late removal
     *     event does no harm: installations saved at that time or later, as in {@link Installations#deleteAll}, and
     *     conversations and defaults changed after it
     */
    Counts ofSpace(PlatformId platform, String space, Instant leftAt);

    /** Returns every workspace or guild with stored conversations or defaults. */
    Set<String> spaces(PlatformId platform);

    /** Returns the latest deletions, newest first. */
    List<Entry> log(int limit);

    /**
     * A logged deletion.
     *
     * @param subject the type of data that was deleted
     * @param digest a hash of the conversation's, user's or space's id: it can be verified with the id
     * @param rows the number of deleted rows
     */
    record Entry(Instant at, Subject subject, PlatformId platform, String digest, long rows) {}

    /** The type of data that can be deleted. */
    enum Subject {
        CONVERSATION,
        USER,
        SPACE
    }
}
