/** Reads what a message works out of remembered numbers: groups that are taken off, shares that go, opening hours, totals of a period. */
@NullMarked
package io.tunetally.interpreter.change;

import org.jspecify.annotations.NullMarked;
