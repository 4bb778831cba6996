/** Keeps the gateway connected and JDA's caches small. Imports discord.event, discord.install, discord.send and discord.api. */
@NullMarked
package io.tunetally.discord.transport;

import org.jspecify.annotations.NullMarked;
