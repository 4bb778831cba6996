/** Decides by weights which slots the numbers of prose fill. Imports interpreter.sentence and interpreter.weight. */
@NullMarked
package io.tunetally.interpreter.role;

import org.jspecify.annotations.NullMarked;
