/** Drives JDA below its public API, and is the only package that imports {@code net.dv8tion.jda.internal}. Check it first when JDA is upgraded. */
@NullMarked
package io.tunetally.discord.jda;

import org.jspecify.annotations.NullMarked;
