/** Sends messages and interaction replies; drives JDA's requests. Imports discord.message and discord.api. */
@NullMarked
package io.tunetally.discord.send;

import org.jspecify.annotations.NullMarked;
