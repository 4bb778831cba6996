/** Tests of a thread's memory. */
@NullMarked
package io.tunetally.conversation;

import org.jspecify.annotations.NullMarked;
