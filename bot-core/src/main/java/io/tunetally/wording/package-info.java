/** Turns an outcome into a reply: the only English of answers and the only rounding. Imports answer, interpreter, engine, catalog, units, reply. */
@NullMarked
package io.tunetally.wording;

import org.jspecify.annotations.NullMarked;
