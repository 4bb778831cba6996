/** Tests of what a thread remembers. */
@NullMarked
package io.tunetally.conversation;

import org.jspecify.annotations.NullMarked;
