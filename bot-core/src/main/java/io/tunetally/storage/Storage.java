package io.tunetally.storage;

/** An open store and its ports. Thread-safe. */
public interface Storage extends AutoCloseable {
    ThreadMemory threadMemory();

    RecentRequests recentRequests();

    TeamDefaults teamDefaults();

    TeamRecords teamRecords();

    Deliveries deliveries();

    ActionKeys actionKeys();

    Installations installations();

    OAuthStates oauthStates();

    Deletion deletion();

    Retention retention();

    Archive archive();

    /**
     * Returns the state of the store.
     *
     * @throws StorageException if it cannot even be read
     */
    Health health();

    /**
     * Checks the integrity of all stored data; takes as long as reading it.
     *
     * @return the damage in the engine's words; empty if there is none
     * @throws StorageException if the store cannot be used
     */
    String damage();

    /**
     * Frees the space of deleted rows; writers wait meanwhile.
     *
     * @throws StorageException if the store cannot be used, or another process uses it for too long
     */
    void compact();

    /**
     * Re-encrypts every secret.
     *
     * @return the number of secrets
     * @throws StorageException if the store cannot be used or a secret cannot be decrypted; nothing has changed then
     */
    long rotateKey();

    @Override
    void close();

    /**
     * The state of a store.
     *
     * @param engine its name and version
     * @param place its location, without user or password
     * @param schema the schema version
     * @param sizeBytes its size on disk
     * @param trouble why it cannot be written or its secrets cannot be read; empty if all is well
     */
    record Health(String engine, String place, String schema, long sizeBytes, String trouble) {}
}
