/** The prices commands that keep the books up to date: stale, propose and impact. Imports console.prices, console.json, console.terminal, wording.part, runtime, bot, interpreter, request, settings, catalog, answer, chat and units. */
@NullMarked
package io.tunetally.console.prices.upkeep;

import org.jspecify.annotations.NullMarked;
