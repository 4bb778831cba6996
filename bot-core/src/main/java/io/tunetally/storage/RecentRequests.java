package io.tunetally.storage;

import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import java.util.List;

/** A person's latest requests, from conversations in which only they asked. */
public interface RecentRequests {
    /**
     * Returns distinct canonical texts, latest first.
     *
     * @param space the workspace or guild
     * @param most the maximum number
     * @throws StorageException if the store cannot be used
     */
    List<String> of(PlatformId platform, String space, UserId asker, int most);

    /** Returns the same from anywhere on the platform. */
    List<String> of(PlatformId platform, UserId asker, int most);
}
