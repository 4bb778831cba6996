/** Stage 4: finds amounts of money and what each is for: a limit, a bill, a price of a GPU, a one-off, the budget. Imports interpreter.traffic. */
@NullMarked
package io.tunetally.interpreter.money;

import org.jspecify.annotations.NullMarked;
