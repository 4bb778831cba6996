package io.tunetally.storage.jdbc;

import io.tunetally.MovableClock;
import java.nio.file.Path;

/** A storage under test. */
interface OpenStorage {
    JdbcStorage storage();

    /** Opens the same database once more, as another process would. */
    JdbcStorage open();

    JdbcStorage open(Keys keys);

    Keys keys();

    DatabaseUrl place();

    /** Returns the test's own folder for files. */
    Path folder();

    MovableClock clock();
}
