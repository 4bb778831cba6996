package io.tunetally.storage.jdbc;

import java.nio.file.Path;

/** PostgreSQL under the contract. */
final class PostgresContractTest extends StorageContract {
    @Override
    DatabaseUrl freshPlace(Path folder) {
        return DatabaseUrl.of(PostgresServer.migratedUrl());
    }
}
