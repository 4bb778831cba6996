package io.tunetally.storage.jdbc;

/** Checks that a database can be written: commits a row and removes it, so that a full disk is detected as well. */
final class WriteCheck {
    private static final String PLATFORM = "write-check";

    private final Database database;

    WriteCheck(Database database) {
        this.database = database;
    }

    /** @throws io.tunetally.storage.StorageException if it cannot be written; the message says why */
    void check() {
        String id = java.util.UUID.randomUUID().toString();
        database.call(handle -> handle.createUpdate(
                        "INSERT INTO delivery (platform, delivery_id, expires_at) VALUES (:platform, :id, 0)")
                .bind("platform", PLATFORM)
                .bind("id", id)
                .execute());
        database.call(
                handle -> handle.createUpdate("DELETE FROM delivery WHERE platform = :platform AND delivery_id = :id")
                        .bind("platform", PLATFORM)
                        .bind("id", id)
                        .execute());
    }
}
