/** Words the price of a unit. Imports wording.part, answer.outcome, engine.analysis, engine, request, units and reply. */
@NullMarked
package io.tunetally.wording.unit;

import org.jspecify.annotations.NullMarked;
