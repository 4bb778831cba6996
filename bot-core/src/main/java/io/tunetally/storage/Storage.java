package io.tunetally.storage;

/** A store that is open: its ports, safe for use by many threads. */
public interface Storage extends AutoCloseable {
    ThreadMemory threadMemory();

    RecentRequests recentRequests();

    TeamDefaults teamDefaults();

    Deliveries deliveries();

    ActionKeys actionKeys();

    Installations installations();

    OAuthStates oauthStates();

    Deletion deletion();

    Retention retention();

    Archive archive();

    /**
     * How the store is.
     *
     * @throws StorageException where it cannot even be read
     */
    Health health();

    /**
     * Reads all that is stored to see whether it is whole; takes as long as that.
     *
     * @return what is damaged, in the engine's words; empty where nothing is
     * @throws StorageException where the store cannot be used
     */
    String damage();

    /**
     * Gives back the space of what was deleted; writers wait meanwhile.
     *
     * @throws StorageException where the store cannot be used, or another process uses it for too long
     */
    void compact();

    /**
     * Encrypts every secret anew.
     *
     * @return how many
     * @throws StorageException where the store cannot be used or one cannot be decrypted; nothing has changed then
     */
    long rotateKey();

    @Override
    void close();

    /**
     * The state of a store.
     *
     * @param engine its name and version
     * @param place where it is, without user or password
     * @param schema the schema's version
     * @param sizeBytes what it takes on disk
     * @param trouble why it cannot be written or its secrets cannot be read; empty where all is well
     */
    record Health(String engine, String place, String schema, long sizeBytes, String trouble) {}
}
