/** The content of an answer, as exact data without English: one outcome per intent, the inquiry it answers, the next questions. Imports answer.advice, engine, request, topic, catalog and units. */
@NullMarked
package io.tunetally.answer.outcome;

import org.jspecify.annotations.NullMarked;
