package io.tunetally.storage;

import io.tunetally.chat.PlatformId;

/**
 * The states of installations under way: each is good once and for a few minutes, in any process. Every method throws
 * {@link StorageException} where the store cannot be used.
 */
public interface OAuthStates {
    /** A new state that cannot be guessed. */
    String issue(PlatformId platform);

    /** True exactly once for a state that was issued and has not expired. */
    boolean consume(PlatformId platform, String state);
}
