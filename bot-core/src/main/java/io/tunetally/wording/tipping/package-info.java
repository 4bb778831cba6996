/** Words what would change an answer. Imports wording.table, wording.part, answer.outcome, engine, request, units and reply. */
@NullMarked
package io.tunetally.wording.tipping;

import org.jspecify.annotations.NullMarked;
