/** The command line: ask, chat, parse, doctor, and the root command. May import all rooms of the core. */
@NullMarked
package io.tunetally.console;

import org.jspecify.annotations.NullMarked;
