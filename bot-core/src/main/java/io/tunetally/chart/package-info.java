/** A chart as a PNG: the only place that touches AWT. Imports reply. */
@NullMarked
package io.tunetally.chart;

import org.jspecify.annotations.NullMarked;
