package io.tunetally.storage;

/**
 * The store cannot be read or written now: it is unreachable, full, locked, read-only or too slow. The caller goes on
 * without it; a later call may succeed. The message holds no secret and may be shown to an operator.
 */
public final class StorageException extends RuntimeException {
    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
