/** The linear classifier: weights by feature and label, trained from the corpora, and its dot product. */
@NullMarked
package io.tunetally.interpreter.weight;

import org.jspecify.annotations.NullMarked;
