/** Tests of the front door. */
@NullMarked
package io.tunetally.topic;

import org.jspecify.annotations.NullMarked;
