package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/** What a number is to the other numbers of a message: {@code 900 mails, 300 chats, 1,200 in all}. */
final class NumberRelations {
    private static final Symbol SUM = Symbol.of("SUM");
    private static final Symbol DIFFERENCE = Symbol.of("DIFFERENCE");
    private static final Symbol PRODUCT = Symbol.of("PRODUCT");
    private static final Symbol TERM = Symbol.of("TERM");
    private static final Symbol REPEATED = Symbol.of("REPEATED");

    private final List<BigDecimal> values;

    /** Relates numbers in the order of the message. */
    NumberRelations(List<BigDecimal> values) {
        this.values = values;
    }

    /** Gives each relation of the number at a place to a sink. */
    void of(int place, Consumer<Symbol> sink) {
        BigDecimal value = values.get(place);
        if (isSumOfThoseBefore(place)) {
            sink.accept(SUM);
        }
        for (int first = 0; first < values.size(); first++) {
            BigDecimal one = values.get(first);
            if (first != place && one.compareTo(value) == 0) {
                sink.accept(REPEATED);
            }
            for (int second = 0; second < values.size() && first != place; second++) {
                if (second != first && second != place) {
                    pair(value, one, values.get(second), sink);
                }
            }
        }
    }

    private boolean isSumOfThoseBefore(int place) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int before = place - 1; before >= 0; before--) {
            sum = sum.add(values.get(before));
            if (place - before > 1 && sum.compareTo(values.get(place)) == 0) {
                return true;
            }
        }
        return false;
    }

    private static void pair(BigDecimal value, BigDecimal one, BigDecimal two, Consumer<Symbol> sink) {
        if (one.subtract(two).compareTo(value) == 0) {
            sink.accept(DIFFERENCE);
        }
        if (one.multiply(two).compareTo(value) == 0) {
            sink.accept(PRODUCT);
        }
        if (value.add(one).compareTo(two) == 0) {
            sink.accept(TERM);
        }
    }
}
