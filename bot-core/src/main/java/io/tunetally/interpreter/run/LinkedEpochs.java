package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/** Numbers of epochs that stand behind other words than the one for epochs. */
public final class LinkedEpochs {
    /** A larger number is a year or a step. */
    private static final BigDecimal MOST_EPOCHS = BigDecimal.valueOf(1000);

    /** The most tokens between the word for epochs and their number. */
    private static final int REACH = 8;

    private LinkedEpochs() {}

    /** Reads a number that words link to the word for epochs: {@code epoch up to like 30}, {@code n_epochs auto (came out as 3)}. */
    public static boolean read(ParseState state, int i) {
        if (!state.has(Measure.EPOCH)
                || !state.isCountAt(i)
                || state.isUnitAt(i + 1)
                || state.isGpuAt(i + 1)
                || state.isPercentAt(i + 1)
                || state.unitFinder.right(i) >= 0
                || state.token(i).numeral().value().compareTo(MOST_EPOCHS) > 0) {
            return false;
        }
        boolean set = false;
        int k = i - 1;
        while (k > i - REACH && isLink(state, k)) {
            set |= !state.isNumberAt(k) && state.hasTyped(k, Trait.EPOCH_SET);
            k--;
        }
        boolean name = set && state.isAt(k, Measure.EPOCH) && state.token(k).use == Token.Use.NOTHING;
        boolean counted = state.isNumberAt(k - 1) || state.isAt(k - 1, Cue.PER) || state.isAt(k - 1, Cue.EACH);
        if (!name || counted || state.isAt(k - 1, Cue.EVERY) || isOfOrder(state, k - 1)) {
            return false;
        }
        state.claim(SlotName.EPOCHS, i, k, i);
        state.candidates.settle(i);
        return true;
    }

    private static boolean isLink(ParseState state, int k) {
        return k >= 0
                && !state.isNumberAt(k)
                && (state.hasTyped(k, Trait.EPOCH_LINK)
                        || state.isSymbolAt(k, '(')
                        || state.isSymbolAt(k, '`')
                        || state.isSymbolAt(k, ','));
    }

    /** {@code at epoch}, {@code in the last epoch}: one of them. */
    private static boolean isOfOrder(ParseState state, int k) {
        return state.isAt(k, Cue.PAST) || state.hasTyped(k, Trait.AFTER) || state.isAt(k, Cue.IN);
    }
}
