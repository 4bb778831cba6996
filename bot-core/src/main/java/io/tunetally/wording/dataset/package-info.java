/** A measured training file in words. Imports answer.dataset, dataset, wording.part, wording.table, reply, units, engine. */
@NullMarked
package io.tunetally.wording.dataset;

import org.jspecify.annotations.NullMarked;
