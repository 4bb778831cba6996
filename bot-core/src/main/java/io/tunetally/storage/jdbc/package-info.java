/** Implements the ports of storage on SQLite and PostgreSQL. Imports storage.jdbc.file, storage, chat, JDBI, HikariCP, Flyway, Tink and Caffeine. */
@NullMarked
package io.tunetally.storage.jdbc;

import org.jspecify.annotations.NullMarked;
