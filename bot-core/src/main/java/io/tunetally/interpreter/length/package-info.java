/** Reads the lengths of answers and examples that stand without their unit behind another length or a count. Imports interpreter.sentence. */
@NullMarked
package io.tunetally.interpreter.length;

import org.jspecify.annotations.NullMarked;
