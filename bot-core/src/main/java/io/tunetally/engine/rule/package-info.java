/** One class a billing rule: pure functions of bands and quantities, each with a CSV of sourced cases. Imports catalog and units. */
@NullMarked
package io.tunetally.engine.rule;

import org.jspecify.annotations.NullMarked;
