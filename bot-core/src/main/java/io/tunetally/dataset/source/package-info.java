/** The records of a training file, read with bounded memory: lines, elements of a JSON array, rows of a CSV. Imports the JDK. */
@NullMarked
package io.tunetally.dataset.source;

import org.jspecify.annotations.NullMarked;
