/** Turns a request into an outcome, one class per intent; holds no English. Imports answer.outcome, answer.advice, request, engine, catalog, units and conversation. */
@NullMarked
package io.tunetally.answer;

import org.jspecify.annotations.NullMarked;
