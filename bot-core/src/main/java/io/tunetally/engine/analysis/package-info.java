/** Compares quotes: break-even, payback, crossover, budget. Imports engine, catalog and units. */
@NullMarked
package io.tunetally.engine.analysis;

import org.jspecify.annotations.NullMarked;
