/** How many training runs a plan of experiments has: the folds of a cross-validation, the settings of a search. */
@NullMarked
package io.tunetally.interpreter.run;

import org.jspecify.annotations.NullMarked;
