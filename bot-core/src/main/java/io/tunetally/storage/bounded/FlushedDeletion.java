package io.tunetally.storage.bounded;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.Counts;
import io.tunetally.storage.Deletion;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Flushes the write-behind memory before it deletes, so that deleted data does not come back. */
public final class FlushedDeletion implements Deletion {
    private final WriteBehindThreadMemory memory;
    private final Deletion deletion;

    public FlushedDeletion(WriteBehindThreadMemory memory, Deletion deletion) {
        this.memory = memory;
        this.deletion = deletion;
    }

    @Override
    public Counts ofConversation(ConversationId conversation) {
        memory.settleOrThrow();
        return deletion.ofConversation(conversation);
    }

    @Override
    public Counts ofUser(PlatformId platform, UserId user) {
        memory.settleOrThrow();
        return deletion.ofUser(platform, user);
    }

    @Override
    public Counts ofUser(PlatformId platform, String space, UserId user) {
        memory.settleOrThrow();
        return deletion.ofUser(platform, space, user);
    }

    @Override
    public Counts ofSpace(PlatformId platform, String space, Instant leftAt) {
        memory.settleOrThrow();
        return deletion.ofSpace(platform, space, leftAt);
    }

    @Override
    public Set<String> spaces(PlatformId platform) {
        return deletion.spaces(platform);
    }

    @Override
    public List<Entry> log(int limit) {
        return deletion.log(limit);
    }
}
