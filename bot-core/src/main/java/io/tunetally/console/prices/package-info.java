/**
 * The prices commands: list, check and diff, and beside them console.imports. Imports catalog, console.imports, console.json,
 * console.terminal, runtime and settings.
 */
@NullMarked
package io.tunetally.console.prices;

import org.jspecify.annotations.NullMarked;
