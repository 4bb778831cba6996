package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Statistics of a data set as tools print them: {@code count 7800, mean 220.4, max 1333}, {@code n=2,840}. The count is
 * the number of examples; the mean is their length where the message speaks of tokens.
 */
final class Statistics {
    private final ParseState state;

    private Statistics(ParseState state) {
        this.state = state;
    }

    static void read(ParseState state) {
        new Statistics(state).read();
    }

    private void read() {
        for (int i = 1; i < state.size(); i++) {
            if ((isOpen(i) || isAssigned(i)) && isCount(i) && !state.candidates.has(SlotName.EXAMPLES)) {
                claim(SlotName.EXAMPLES, i);
            }
        }
        if (state.candidates.has(SlotName.EXAMPLES)
                && state.has(Measure.TOKEN)
                && !state.candidates.has(SlotName.TOKENS_PER_EXAMPLE)) {
            means();
        }
    }

    private void means() {
        for (int i = 1; i < state.size(); i++) {
            if (isOpen(i) && state.isAt(i - 1, Cue.AVERAGE)) {
                claim(SlotName.TOKENS_PER_EXAMPLE, i);
                return;
            }
        }
    }

    private boolean isOpen(int i) {
        Token token = state.token(i);
        return token.isNumber()
                && token.use == Token.Use.NOTHING
                && token.numeral().suffix() != 'b';
    }

    private boolean isAssigned(int i) {
        return state.isNumberAt(i) && (state.isSymbolAt(i - 1, '=') || state.isSymbolAt(i - 1, ':'));
    }

    /** A count beside a mean, or one that its name assigns. */
    private boolean isCount(int i) {
        boolean assigned = isAssigned(i);
        int name = assigned ? i - 2 : i - 1;
        boolean named = name >= 0 && state.hasTyped(name, Trait.COUNT_NAME);
        boolean evaluates = state.has(Cue.VALIDATION) || state.has(Measure.EVALUATION);
        return named && (state.has(Cue.AVERAGE) || (assigned && !evaluates));
    }

    /** Counts are whole: a mean of 220.4 tokens is 220. */
    private void claim(SlotName<?> slot, int i) {
        Numeral numeral = Amounts.counted(state.token(i).numeral());
        Numeral whole = numeral.isRange() || numeral.isAmbiguous()
                ? numeral
                : Numeral.of(numeral.value().setScale(0, RoundingMode.HALF_UP).max(BigDecimal.ONE));
        state.candidates.add(slot, whole, i);
        state.token(i).use = Token.Use.SLOT;
    }
}
