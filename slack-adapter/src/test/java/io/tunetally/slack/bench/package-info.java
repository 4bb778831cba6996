/** Measurements in this process. */
@NullMarked
package io.tunetally.slack.bench;

import org.jspecify.annotations.NullMarked;
