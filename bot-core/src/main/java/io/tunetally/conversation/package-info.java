/** What a thread remembers and which defaults hold where nothing was said. Imports storage, chat and interpreter. */
@NullMarked
package io.tunetally.conversation;

import org.jspecify.annotations.NullMarked;
