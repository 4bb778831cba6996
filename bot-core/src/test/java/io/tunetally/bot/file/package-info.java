/** Tests of files in a chat. */
@NullMarked
package io.tunetally.bot.file;

import org.jspecify.annotations.NullMarked;
