/** Stage 4: assigns numbers to slots: tokens, traffic, money and bare numbers. Imports interpreter.sentence. */
@NullMarked
package io.tunetally.interpreter.quantity;

import org.jspecify.annotations.NullMarked;
