/** Training configs as requests with counted tokens, and the difference in cost between two. Imports trainingconfig, answer.dataset, answer.outcome, dataset, dataset.token, engine, engine.rule, request, catalog, units. */
@NullMarked
package io.tunetally.answer.config;

import org.jspecify.annotations.NullMarked;
