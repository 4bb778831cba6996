/** Turns an outcome into a reply, one class per kind of outcome. Imports wording.table, wording.part, answer.outcome, answer.advice, engine, catalog, request, units and reply. */
@NullMarked
package io.tunetally.wording;

import org.jspecify.annotations.NullMarked;
