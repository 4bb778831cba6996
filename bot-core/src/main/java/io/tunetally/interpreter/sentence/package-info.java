/** Stage 3: the state of one parse: sentences, clauses, units and questions. Imports interpreter.token. */
@NullMarked
package io.tunetally.interpreter.sentence;

import org.jspecify.annotations.NullMarked;
