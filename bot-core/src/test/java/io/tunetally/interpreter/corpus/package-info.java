/** The labelled messages of the corpora, and generated ones. */
@NullMarked
package io.tunetally.interpreter.corpus;

import org.jspecify.annotations.NullMarked;
