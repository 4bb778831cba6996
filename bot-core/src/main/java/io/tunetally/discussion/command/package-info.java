/** Answers commands about a team's discussion, in words. Imports discussion, answer, conversation, interpreter, wording.part, wording.table and what they import. */
@NullMarked
package io.tunetally.discussion.command;

import org.jspecify.annotations.NullMarked;
