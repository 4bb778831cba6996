package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/**
 * Finds the words that say of a total of tokens that it is that of the data once: {@code 3.2M in the whole file once through}. In a
 * conversation about epochs they are no number of epochs.
 */
public final class TotalsOnceThrough {
    /** The tokens of a file are hardly fewer. */
    private static final BigDecimal LEAST = BigDecimal.valueOf(100_000);

    private TotalsOnceThrough() {}

    /** Takes the words from other readers, before epochs are read. */
    public static void read(ParseState state) {
        boolean open = state.mayEdit()
                && state.remembered.has(SlotName.EPOCHS)
                && state.hasTypedAnywhere(Trait.REPEATS)
                && !state.has(Measure.EPOCH);
        int total = -1;
        for (int i = 0; open && i < state.size(); i++) {
            Token token = state.token(i);
            if (total >= state.clause(i).first() && state.hasTyped(i, Trait.REPEATS)) {
                token.use = Token.Use.CONNECTIVE;
                state.candidates.settle(i);
            } else if (state.isNumberAt(i)) {
                boolean tokens = !state.isItemAt(i + 1) && !state.isMoneyAt(i);
                total = tokens && token.numeral().value().compareTo(LEAST) >= 0 ? i : -1;
            }
        }
    }
}
