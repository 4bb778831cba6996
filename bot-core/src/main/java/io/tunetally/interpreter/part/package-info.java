/** Parts of what is counted, and counts that are corrected or contradict each other. Imports interpreter.sentence. */
@NullMarked
package io.tunetally.interpreter.part;

import org.jspecify.annotations.NullMarked;
