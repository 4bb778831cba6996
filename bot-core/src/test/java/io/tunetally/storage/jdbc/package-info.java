/** Both engines under the same contract, and tests of each alone. */
@NullMarked
package io.tunetally.storage.jdbc;

import org.jspecify.annotations.NullMarked;
