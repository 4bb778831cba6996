/** Tests of the front door. */
@NullMarked
package io.tunetally.bot;

import org.jspecify.annotations.NullMarked;
