/** The parts that answers share: numbers, labels, tables, warnings, sources, buttons, charts. The only place that rounds. Imports answer, engine, catalog, request, units and reply. */
@NullMarked
package io.tunetally.wording.part;

import org.jspecify.annotations.NullMarked;
