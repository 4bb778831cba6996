/** Stage 4: assigns numbers to slots: tokens, examples, money and bare numbers. Imports interpreter.traffic. */
@NullMarked
package io.tunetally.interpreter.quantity;

import org.jspecify.annotations.NullMarked;
