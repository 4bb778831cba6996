/** Billing rules, one class each: pure functions of bands and quantities, each tested by a CSV of sourced cases. Imports catalog and units. */
@NullMarked
package io.tunetally.engine.rule;

import org.jspecify.annotations.NullMarked;
