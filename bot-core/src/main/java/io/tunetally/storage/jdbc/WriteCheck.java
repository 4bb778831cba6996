package io.tunetally.storage.jdbc;

/** Whether a database can be written: a row is written for good and removed, so that a full disk shows as well. */
final class WriteCheck {
    private static final String PLATFORM = "write-check";

    private final Database database;

    WriteCheck(Database database) {
        this.database = database;
    }

    /** @throws io.tunetally.storage.StorageException why it cannot be written */
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
