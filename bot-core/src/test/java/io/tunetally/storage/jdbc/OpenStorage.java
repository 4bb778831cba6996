package io.tunetally.storage.jdbc;

import io.tunetally.MovableClock;
import java.nio.file.Path;

/** A storage that a contract is tried on. */
interface OpenStorage {
    JdbcStorage storage();

    /** The same database once more, as another process would have it. */
    JdbcStorage open();

    JdbcStorage open(Keys keys);

    Keys keys();

    DatabaseUrl place();

    /** Where its files may lie; the test's own. */
    Path folder();

    MovableClock clock();
}
