/** The reply: a tree of blocks and spans, and its rendering as plain text. Imports units. */
@NullMarked
package io.tunetally.reply;

import org.jspecify.annotations.NullMarked;
