/** Talk among people who fine-tune, which asks nothing of ours, and the questions of learners, which look like it. */
@NullMarked
package io.tunetally.interpreter.talk;

import org.jspecify.annotations.NullMarked;
