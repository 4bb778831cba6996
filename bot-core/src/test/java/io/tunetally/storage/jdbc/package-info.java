/** Both engines under the same contract, and what only one of them can go through. */
@NullMarked
package io.tunetally.storage.jdbc;

import org.jspecify.annotations.NullMarked;
