/** The files that the store owns: their rights, their locks, and the native library of SQLite. Imports storage. */
@NullMarked
package io.tunetally.storage.jdbc.file;

import org.jspecify.annotations.NullMarked;
