/** The parts that answers share: numbers, labels, warnings, sources, buttons. The only place that rounds. Imports answer.outcome, engine, catalog, request, units and reply. */
@NullMarked
package io.tunetally.wording.part;

import org.jspecify.annotations.NullMarked;
