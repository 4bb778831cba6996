package io.tunetally.storage;

/** Removes what has outlived its time. Nothing expired is ever handed out, so it matters for space and privacy only. */
public interface Retention {
    /**
     * Removes all that has expired, in small batches so that nobody else waits long.
     *
     * @throws StorageException where the store cannot be used
     */
    Counts sweep();
}
