/** Words the price of a unit, also of the GPU-hour that decides between own GPUs and a seller. Imports wording.part, answer.outcome, engine.analysis, engine, request, units and reply. */
@NullMarked
package io.tunetally.wording.unit;

import org.jspecify.annotations.NullMarked;
