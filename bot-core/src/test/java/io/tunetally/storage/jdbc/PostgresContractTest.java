package io.tunetally.storage.jdbc;

import java.nio.file.Path;

/** Runs the contract on PostgreSQL. */
final class PostgresContractTest extends StorageContract {
    @Override
    DatabaseUrl freshPlace(Path folder) {
        return DatabaseUrl.of(PostgresServer.migratedUrl());
    }
}
