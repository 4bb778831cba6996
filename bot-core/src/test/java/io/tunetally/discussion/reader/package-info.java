@NullMarked
package io.tunetally.discussion.reader;

import org.jspecify.annotations.NullMarked;
