/** Answers training files that people send, and follow-ups about them. Only their counts are kept. */
@NullMarked
package io.tunetally.bot.file;

import org.jspecify.annotations.NullMarked;
