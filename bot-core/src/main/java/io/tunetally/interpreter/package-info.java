/** Reads chat text into requests and writes requests as canonical text. Imports catalog, units and Jackson (for the lexicon file). */
@NullMarked
package io.tunetally.interpreter;

import org.jspecify.annotations.NullMarked;
