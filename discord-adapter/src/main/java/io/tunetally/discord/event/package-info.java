/** Handles commands, mentions, buttons, menus and forms. Imports discord.install, discord.send, discord.message and discord.api. */
@NullMarked
package io.tunetally.discord.event;

import org.jspecify.annotations.NullMarked;
