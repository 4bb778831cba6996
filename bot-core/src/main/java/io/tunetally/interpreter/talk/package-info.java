/** Talk among people who fine-tune, which asks nothing of ours. */
@NullMarked
package io.tunetally.interpreter.talk;

import org.jspecify.annotations.NullMarked;
