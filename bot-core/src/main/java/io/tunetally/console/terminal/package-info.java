/** The terminal a command writes to: streams, colours, width and columns. Imports dataset, chat and reply. */
@NullMarked
package io.tunetally.console.terminal;

import org.jspecify.annotations.NullMarked;
