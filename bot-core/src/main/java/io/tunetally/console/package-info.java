/** The command line, and the composition root that wires it; adapters are found through {@code Platform}. May import all. */
@NullMarked
package io.tunetally.console;

import org.jspecify.annotations.NullMarked;
