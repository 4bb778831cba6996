/** The formats of training examples, detected by content. Imports dataset.source, text, Jackson. */
@NullMarked
package io.tunetally.dataset.format;

import org.jspecify.annotations.NullMarked;
