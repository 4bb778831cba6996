/** The contract of every platform's formatter, and sample replies. */
@NullMarked
package io.tunetally.reply;

import org.jspecify.annotations.NullMarked;
