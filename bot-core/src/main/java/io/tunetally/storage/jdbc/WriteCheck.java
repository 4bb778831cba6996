package io.tunetally.storage.jdbc;

import java.sql.PreparedStatement;
import java.util.UUID;

/** Checks that a database can be written: commits a row and removes it, so that a full disk is detected as well. */
final class WriteCheck {
    private static final String PLATFORM = "write-check";

    private final Database database;

    WriteCheck(Database database) {
        this.database = database;
    }

    /** @throws io.tunetally.storage.StorageException if it cannot be written; the message says why */
    void check() {
        String id = UUID.randomUUID().toString();
        execute("INSERT INTO delivery (platform, delivery_id, expires_at) VALUES (?, ?, 0)", id);
        execute("DELETE FROM delivery WHERE platform = ? AND delivery_id = ?", id);
    }

    private void execute(String sql, String id) {
        int _ = database.plainly(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, PLATFORM);
                statement.setString(2, id);
                return statement.executeUpdate();
            }
        });
    }
}
