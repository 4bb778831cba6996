package io.tunetally.storage.bounded;

import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.RecentRequests;
import java.util.List;

/** Flushes the write-behind memory before it reads, so that the last question is included. */
public final class FlushedRequests implements RecentRequests {
    private final WriteBehindThreadMemory memory;
    private final RecentRequests requests;

    public FlushedRequests(WriteBehindThreadMemory memory, RecentRequests requests) {
        this.memory = memory;
        this.requests = requests;
    }

    @Override
    public List<String> of(PlatformId platform, String space, UserId asker, int most) {
        memory.settleOrThrow();
        return requests.of(platform, space, asker, most);
    }

    @Override
    public List<String> of(PlatformId platform, UserId asker, int most) {
        memory.settleOrThrow();
        return requests.of(platform, asker, most);
    }
}
