/** Decides how the requests of a day that prose tells in steps follow from its numbers. */
@NullMarked
package io.tunetally.interpreter.rate;

import org.jspecify.annotations.NullMarked;
