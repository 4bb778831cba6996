/** The prices commands that keep the books up to date: stale, propose and impact. Imports bot, interpreter, request, console.prices, console.json, console.terminal, wording.part, runtime, settings, catalog, chat and units. */
@NullMarked
package io.tunetally.console.prices.upkeep;

import org.jspecify.annotations.NullMarked;
