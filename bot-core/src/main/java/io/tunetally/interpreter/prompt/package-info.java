/** The prompt before tuning and after it. */
@NullMarked
package io.tunetally.interpreter.prompt;

import org.jspecify.annotations.NullMarked;
