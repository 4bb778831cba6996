package io.tunetally.storage;

/**
 * Thrown if the store cannot be read or written: it is unreachable, full, locked, read-only or too slow. The caller
 * continues without it; a later call may succeed, unless it is a {@link #isRefusal refusal}. The message contains no
 * secret and may be shown to an operator.
 */
public final class StorageException extends RuntimeException {
    private final boolean refusal;

    public StorageException(String message) {
        super(message);
        this.refusal = false;
    }

    public StorageException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private StorageException(String message, Throwable cause, boolean refusal) {
        super(message, cause);
        this.refusal = refusal;
    }

    /** Returns an exception for a working store that rejects a value. */
    public static StorageException refusal(String message, Throwable cause) {
        return new StorageException(message, cause, true);
    }

    /** True if the store works and rejects the value, e.g. a missing one: a retry will fail the same way. */
    public boolean isRefusal() {
        return refusal;
    }
}
