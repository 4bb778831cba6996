package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what somebody worked out beside the numbers that it follows from: the 640 of {@code 280 tokens input + 360 tokens output =
 * 640}, the 600K of {@code 150K tokens and 4 epochs, so billed for 600K}. It is no value of its own.
 */
public final class StatedResults {
    /** The tokens of all passes are more; a smaller product may be by chance. */
    private static final BigDecimal LEAST_PRODUCT = BigDecimal.valueOf(10_000);

    private final ParseState state;

    private StatedResults(ParseState state) {
        this.state = state;
    }

    /** Sets results aside before numbers are read. */
    public static void read(ParseState state) {
        if (!state.remembered.isEmpty() || !state.has(Measure.TOKEN)) {
            return;
        }
        StatedResults reader = new StatedResults(state);
        reader.readSum();
        if (state.has(Measure.EPOCH)) {
            reader.readProduct();
        }
    }

    /** {@code 280 tokens input + 360 tokens output = 640 tokens a request}. */
    private void readSum() {
        List<Integer> numbers = new ArrayList<>(2);
        boolean input = false;
        boolean output = false;
        for (int i = 0; i < state.size(); i++) {
            boolean result = state.isSymbolAt(i - 1, '=') && state.isCountAt(i) && numbers.size() > 1;
            if (result
                    && input
                    && output
                    && value(numbers.getLast())
                                    .add(value(numbers.get(numbers.size() - 2)))
                                    .compareTo(value(i))
                            == 0) {
                state.setAside(i);
                return;
            }
            input |= state.isAt(i, Cue.INPUT) || state.isAt(i, Cue.IN);
            output |= state.isAt(i, Cue.OUTPUT) || state.isAt(i, Cue.OUT);
            if (state.isCountAt(i)) {
                numbers.add(i);
            }
        }
    }

    /** {@code 150K tokens and 4 epochs, so billed for 600K}, {@code 90,000 tokens over 5 epochs, i.e. 450,000}. */
    private void readProduct() {
        int epochs = number(Measure.EPOCH);
        int tokens = number(Measure.TOKEN);
        if (epochs < 0 || tokens < 0 || value(epochs).compareTo(BigDecimal.ONE) <= 0) {
            return;
        }
        BigDecimal product = value(tokens).multiply(value(epochs));
        for (int i = Math.max(epochs, tokens) + 1; product.compareTo(LEAST_PRODUCT) >= 0 && i < state.size(); i++) {
            if (state.isCountAt(i) && value(i).compareTo(product) == 0 && isOfTokens(i)) {
                state.setAside(i);
                if (isOnly(epochs) && isOnly(tokens)) {
                    // The result proves that both are of the job: no weight takes them for those of another.
                    state.candidates.settle(epochs);
                    state.candidates.settle(tokens);
                }
                return;
            }
        }
    }

    /** True if no other number has the same unit. */
    private boolean isOnly(int number) {
        Measure unit = state.measureAt(number + 1);
        for (int i = 0; i + 1 < state.size(); i++) {
            if (i != number && state.isCountAt(i) && state.measureAt(i + 1) == unit) {
                return false;
            }
        }
        return true;
    }

    /** False of another number of tokens that only happens to be as large: {@code 300k for validation}. */
    private boolean isOfTokens(int i) {
        for (int k = state.clause(i).first(); k < state.clause(i).end(); k++) {
            if (state.isAt(k, Cue.VALIDATION)) {
                return false;
            }
        }
        boolean tokens = !state.isUnitAt(i + 1) || state.isAt(i + 1, Measure.TOKEN);
        return tokens && !state.isMoneyAt(i) && !state.isRateAt(i + 1) && !state.isOfMention(i);
    }

    /** Returns the index of the only number right before a unit, or -1. */
    private int number(Measure unit) {
        int found = -1;
        for (int i = 0; i + 1 < state.size(); i++) {
            if (state.isCountAt(i) && state.isAt(i + 1, unit)) {
                if (found >= 0 && value(found).compareTo(value(i)) != 0 && unit == Measure.EPOCH) {
                    return -1;
                }
                found = found < 0 ? i : found;
            }
        }
        return found;
    }

    private BigDecimal value(int i) {
        return Amounts.counted(state.token(i).numeral()).value();
    }
}
