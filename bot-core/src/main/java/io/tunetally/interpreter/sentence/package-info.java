/** Stage 3: the state of one parse: sentences, clauses, questions and corrections. Imports interpreter.token. */
@NullMarked
package io.tunetally.interpreter.sentence;

import org.jspecify.annotations.NullMarked;
