/** Draws a chart as a PNG. The only package that touches AWT. Imports reply. */
@NullMarked
package io.tunetally.chart;

import org.jspecify.annotations.NullMarked;
