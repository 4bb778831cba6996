/** A team's discussion as it is kept: scenarios, quotes, votes, decisions, bills, rules; and the commands about it. Imports storage, chat, text and units. */
@NullMarked
package io.tunetally.discussion;

import org.jspecify.annotations.NullMarked;
