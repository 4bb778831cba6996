/** Stage 2: splits a message into tokens: words, numbers, languages and typo repairs. Imports interpreter.lexicon. */
@NullMarked
package io.tunetally.interpreter.token;

import org.jspecify.annotations.NullMarked;
