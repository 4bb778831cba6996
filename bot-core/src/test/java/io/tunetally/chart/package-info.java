/** Tests of pictures, which are read back. */
@NullMarked
package io.tunetally.chart;

import org.jspecify.annotations.NullMarked;
