/** What the counts of a message are to each other, and what is said to become of them. */
@NullMarked
package io.tunetally.interpreter.count;

import org.jspecify.annotations.NullMarked;
