/** Registers the commands, makes the invitation, and deletes a server's data when it removes the bot. Imports discord.message and discord.api. */
@NullMarked
package io.tunetally.discord.install;

import org.jspecify.annotations.NullMarked;
