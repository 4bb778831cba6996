package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/** What a number is to the other numbers of a message: {@code 900 mails, 300 chats, 1,200 in all}. */
public final class NumberRelations {
    private static final Symbol SUM = Symbol.of("SUM");
    private static final Symbol DIFFERENCE = Symbol.of("DIFFERENCE");
    private static final Symbol PRODUCT = Symbol.of("PRODUCT");
    private static final Symbol TERM = Symbol.of("TERM");
    private static final Symbol REPEATED = Symbol.of("REPEATED");

    /** Whole numbers, which are exact as long as one could be a count. */
    private final double[] values;

    /** Relates whole numbers in the order of the message. */
    public NumberRelations(List<BigDecimal> values) {
        this.values = values.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }

    /** Gives each relation of the number at a place to a sink. */
    public void of(int place, Consumer<Symbol> sink) {
        double value = values[place];
        if (isSumOfThoseBefore(place)) {
            sink.accept(SUM);
        }
        for (int first = 0; first < values.length; first++) {
            double one = values[first];
            if (first != place && one == value) {
                sink.accept(REPEATED);
            }
            for (int second = 0; second < values.length && first != place; second++) {
                if (second != first && second != place) {
                    pair(value, one, values[second], sink);
                }
            }
        }
    }

    private boolean isSumOfThoseBefore(int place) {
        double sum = 0;
        for (int before = place - 1; before >= 0; before--) {
            sum += values[before];
            if (place - before > 1 && sum == values[place]) {
                return true;
            }
        }
        return false;
    }

    private static void pair(double value, double one, double two, Consumer<Symbol> sink) {
        if (one - two == value) {
            sink.accept(DIFFERENCE);
        }
        if (one * two == value) {
            sink.accept(PRODUCT);
        }
        if (value + one == two) {
            sink.accept(TERM);
        }
    }
}
