/** Other languages: detects the language of a message and translates its phrases into the English of the lexicon. */
@NullMarked
package io.tunetally.interpreter.language;

import org.jspecify.annotations.NullMarked;
