/** Judges whether to fine-tune, from criteria and from what was said in numbers; holds no English. Imports request, engine, catalog and units. */
@NullMarked
package io.tunetally.answer.advice;

import org.jspecify.annotations.NullMarked;
