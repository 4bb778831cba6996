/** The tables of offers and the charts beside them. Imports wording.part, answer.outcome, engine, catalog, request, units and reply. */
@NullMarked
package io.tunetally.wording.table;

import org.jspecify.annotations.NullMarked;
