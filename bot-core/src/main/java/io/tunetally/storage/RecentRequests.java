package io.tunetally.storage;

import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import java.util.List;

/** What a person asked lately: the last requests of those conversations in which nobody else asked. */
public interface RecentRequests {
    /**
     * Canonical texts, each once, the latest first.
     *
     * @param space the workspace or guild
     * @param most so many at most
     * @throws StorageException where the store cannot be used
     */
    List<String> of(PlatformId platform, String space, UserId asker, int most);

    /** The same wherever on the platform they asked. */
    List<String> of(PlatformId platform, UserId asker, int most);
}
