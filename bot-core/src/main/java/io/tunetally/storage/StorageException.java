package io.tunetally.storage;

/**
 * The store cannot be read or written now: it is unreachable, full, locked, read-only or too slow. The caller goes on
 * without it; a later call may succeed, unless it is a {@link #isRefusal refusal}. The message holds no secret and may be
 * shown to an operator.
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

    /** The store works and does not take this value. */
    public static StorageException refusal(String message, Throwable cause) {
        return new StorageException(message, cause, true);
    }

    /** Whether the store works and does not take this value, e.g. one that is missing: another attempt ends alike. */
    public boolean isRefusal() {
        return refusal;
    }
}
