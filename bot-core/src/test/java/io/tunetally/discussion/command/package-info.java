@NullMarked
package io.tunetally.discussion.command;

import org.jspecify.annotations.NullMarked;
