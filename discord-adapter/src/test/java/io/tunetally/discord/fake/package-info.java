/** A strict fake of Discord, its checks, and the payloads that Discord sends. */
@NullMarked
package io.tunetally.discord.fake;

import org.jspecify.annotations.NullMarked;
