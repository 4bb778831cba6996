/** Decides how a number of examples that prose tells in steps follows from its numbers. */
@NullMarked
package io.tunetally.interpreter.derivation;

import org.jspecify.annotations.NullMarked;
