/** Training files measured: examples, tokens, duplicates, verdicts. Imports its own rooms and the JDK. */
@NullMarked
package io.tunetally.dataset;

import org.jspecify.annotations.NullMarked;
