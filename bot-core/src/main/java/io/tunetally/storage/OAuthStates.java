package io.tunetally.storage;

import io.tunetally.chat.PlatformId;

/**
 * Records used OAuth states. A state proves its own validity; the store only knows whether it was used. Every method
 * throws {@link StorageException} if the store cannot be used.
 */
public interface OAuthStates {
    /**
     * Marks a state as used. Returns true exactly once per state across all processes, during its validity; the caller
     * has checked that it is valid and unexpired.
     */
    boolean use(PlatformId platform, String state);
}
