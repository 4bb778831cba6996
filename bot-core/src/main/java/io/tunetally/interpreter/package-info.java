/**
 * The facade of the interpreter: turns chat text into an interpretation. Other rooms import this package and none of
 * its stages, except to load the lexicon.
 */
@NullMarked
package io.tunetally.interpreter;

import org.jspecify.annotations.NullMarked;
