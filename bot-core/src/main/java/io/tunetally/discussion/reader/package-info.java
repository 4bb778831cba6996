/** Reads commands about a discussion by the phrases of {@code config/discussion.yaml}. Imports discussion and chat. */
@NullMarked
package io.tunetally.discussion.reader;

import org.jspecify.annotations.NullMarked;
