package io.tunetally.storage.jdbc;

import java.nio.file.Path;

/** PostgreSQL under the contract. */
final class PostgresContractTest extends StorageContract {
    @Override
    Place freshPlace(Path folder) {
        return Place.of(PostgresServer.migratedUrl());
    }
}
