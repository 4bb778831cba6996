/** Decides by weights what the sums of money of a message are: a budget, a bill of today, an offer, the price of an hour, or nothing. */
@NullMarked
package io.tunetally.interpreter.sum;

import org.jspecify.annotations.NullMarked;
