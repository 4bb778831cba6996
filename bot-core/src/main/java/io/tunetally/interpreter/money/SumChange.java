package io.tunetally.interpreter.money;

import java.math.BigDecimal;

/**
 * What becomes of a sum at one place of a message.
 *
 * @param result what the sum is afterwards
 * @param first the index of the first token that says so
 * @param last the index of the last one
 */
record SumChange(BigDecimal result, int first, int last) {
    boolean holds(int i) {
        return i >= first && i <= last;
    }
}
