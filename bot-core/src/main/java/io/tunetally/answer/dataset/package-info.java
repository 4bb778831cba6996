/** The bill of a training file on each model, by the answers to ordinary requests, and what could be saved. Imports answer.outcome, dataset, engine, request, catalog, units. */
@NullMarked
package io.tunetally.answer.dataset;

import org.jspecify.annotations.NullMarked;
