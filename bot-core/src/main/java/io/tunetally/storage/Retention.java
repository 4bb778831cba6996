package io.tunetally.storage;

/** Removes expired rows. Expired rows are never returned, so this only concerns space and privacy. */
public interface Retention {
    /**
     * Removes all expired rows, in small batches that keep others from waiting long.
     *
     * @throws StorageException if the store cannot be used
     */
    Counts sweep();
}
