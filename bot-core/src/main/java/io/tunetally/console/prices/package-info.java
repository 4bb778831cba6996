/** The prices commands: list, check, diff and import. Imports catalog, console.json, console.terminal, runtime and settings. */
@NullMarked
package io.tunetally.console.prices;

import org.jspecify.annotations.NullMarked;
