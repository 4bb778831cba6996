package io.tunetally.storage;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Deletes for good, at once and in one transaction, and keeps a log that proves it without naming anybody. Every method
 * throws {@link StorageException} where the store cannot be used; nothing is deleted then.
 */
public interface Deletion {
    /** What a conversation remembers. */
    Counts ofConversation(ConversationId conversation);

    /**
     * A person's own, wherever on the platform: the memory of conversations in which only they asked, and what they
     * installed.
     */
    Counts ofUser(PlatformId platform, UserId user);

    /** The same in one workspace, where the platform names a person anew in each. */
    Counts ofUser(PlatformId platform, String space, UserId user);

    /**
     * All of a workspace or guild: conversations, defaults, installations. Of an organisation: what it installed, and all of the
     * workspaces that this has served.
     *
     * @param leftAt when it removed the app. What came later belongs to a new installation and stays, so that a message
     *     of the removal that arrives late does no harm: installations saved at that time or later, as in
     *     {@link Installations#deleteAll}, and conversations and defaults changed after it
     */
    Counts ofSpace(PlatformId platform, String space, Instant leftAt);

    /** Every workspace or guild whose conversations or defaults are stored. */
    Set<String> spaces(PlatformId platform);

    /** What was deleted, the latest first. */
    List<Entry> log(int limit);

    /**
     * One deletion.
     *
     * @param subject what was deleted
     * @param digest a hash of the conversation's, user's or space's id: whoever knows the id can check it
     * @param rows how many rows went
     */
    record Entry(Instant at, Subject subject, PlatformId platform, String digest, long rows) {}

    /** What can be deleted. */
    enum Subject {
        CONVERSATION,
        USER,
        SPACE
    }
}
