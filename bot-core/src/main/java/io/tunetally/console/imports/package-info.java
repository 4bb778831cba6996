/**
 * The command prices import: reads lists from files and https addresses, and writes price books. Imports catalog.imports,
 * catalog.yaml, catalog, console.terminal, runtime and settings.
 */
@NullMarked
package io.tunetally.console.imports;

import org.jspecify.annotations.NullMarked;
