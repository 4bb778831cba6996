/** Finds traffic that a message tells by its parts: month by month, by the hours of a day, by the people of several groups. */
@NullMarked
package io.tunetally.interpreter.volume;

import org.jspecify.annotations.NullMarked;
