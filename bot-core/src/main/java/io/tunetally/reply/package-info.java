/** What goes out: a tree of blocks and spans, and the one plain-text rendering of it. Imports nothing but the JDK. */
@NullMarked
package io.tunetally.reply;

import org.jspecify.annotations.NullMarked;
