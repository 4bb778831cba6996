/** Whose the GPUs of a message are, and how many of them a conversation is about. */
@NullMarked
package io.tunetally.interpreter.gpu;

import org.jspecify.annotations.NullMarked;
