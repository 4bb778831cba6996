/** Replies as Discord messages: embeds, tables, buttons, menus and pictures. Imports discord.api. */
@NullMarked
package io.tunetally.discord.message;

import org.jspecify.annotations.NullMarked;
