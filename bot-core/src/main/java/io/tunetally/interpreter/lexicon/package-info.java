/** Stage 1: the word lists, compiled: phrases, their categories, model names and spelling distance. Imports text, request, catalog and Jackson. */
@NullMarked
package io.tunetally.interpreter.lexicon;

import org.jspecify.annotations.NullMarked;
