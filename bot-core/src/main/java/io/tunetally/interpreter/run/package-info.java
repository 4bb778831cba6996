/** How a training runs: how often, by the folds of a cross-validation or the settings of a search; its rollouts; its deadline. */
@NullMarked
package io.tunetally.interpreter.run;

import org.jspecify.annotations.NullMarked;
