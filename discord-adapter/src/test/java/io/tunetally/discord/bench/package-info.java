/** Benchmarks of the bot beside other bots, each in its own process. */
@NullMarked
package io.tunetally.discord.bench;

import org.jspecify.annotations.NullMarked;
