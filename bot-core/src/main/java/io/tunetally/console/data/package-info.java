/** The data commands: status, compact, export, import, move, delete. Imports console.json, console.terminal, runtime, settings and storage. */
@NullMarked
package io.tunetally.console.data;

import org.jspecify.annotations.NullMarked;
