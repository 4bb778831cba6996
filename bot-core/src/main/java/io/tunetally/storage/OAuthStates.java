package io.tunetally.storage;

import io.tunetally.chat.PlatformId;

/**
 * The states of installations that came back. A state proves itself; what the store knows is that it was used. Every method throws
 * {@link StorageException} where the store cannot be used.
 */
public interface OAuthStates {
    /**
     * True exactly once for a state, in whichever process, within the time that states are good for; the caller has checked that it is one
     * and has not expired.
     */
    boolean use(PlatformId platform, String state);
}
