package io.tunetally.storage.jdbc;

import java.nio.file.Path;

/** SQLite under the contract. */
final class SqliteContractTest extends StorageContract {
    @Override
    Place freshPlace(Path folder) {
        return Place.in(folder.resolve("data"));
    }
}
