/** The log: where it goes and what it holds. */
@NullMarked
package io.tunetally.log;

import org.jspecify.annotations.NullMarked;
