/** What providers refuse in training data: rules as data, and their checks. Imports dataset.format, dataset.source, Jackson. */
@NullMarked
package io.tunetally.dataset.verdict;

import org.jspecify.annotations.NullMarked;
