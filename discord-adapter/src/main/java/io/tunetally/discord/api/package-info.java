/** Discord's limits, error codes and locales, and the deadlines of its interactions. */
@NullMarked
package io.tunetally.discord.api;

import org.jspecify.annotations.NullMarked;
