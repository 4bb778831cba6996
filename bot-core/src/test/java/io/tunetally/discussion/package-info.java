@NullMarked
package io.tunetally.discussion;

import org.jspecify.annotations.NullMarked;
