/** Tests of pictures, which read the pixels back. */
@NullMarked
package io.tunetally.chart;

import org.jspecify.annotations.NullMarked;
