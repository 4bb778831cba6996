/** Tests of the Discord adapter. */
@NullMarked
package io.tunetally.discord;

import org.jspecify.annotations.NullMarked;
