package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/** Reads how many of the ranked models are wanted: {@code only the cheapest two}, {@code top 3}, {@code just the two cheapest}. */
public final class CheapestFew {
    private static final BigDecimal FEWEST = BigDecimal.TWO;
    private static final BigDecimal MOST = BigDecimal.TEN;

    private final ParseState state;

    private CheapestFew(ParseState state) {
        this.state = state;
    }

    /** Claims the number before it is taken for one of epochs. */
    public static void read(ParseState state) {
        if (state.hasTypedAnywhere(Trait.CHEAPEST) || state.hasTypedAnywhere(Trait.TOP_RANKED)) {
            new CheapestFew(state).read();
        }
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            if (isFew(i) && (isBehindRank(i) || isBeforeRank(i))) {
                state.claim(SlotName.MOST_MODELS, i, i, i);
                state.candidates.settle(i);
                if (!state.remembered.isEmpty()) {
                    state.impliesEdit();
                }
                return;
            }
        }
    }

    private boolean isFew(int i) {
        if (!state.isNumberAt(i) || state.token(i).use != Token.Use.NOTHING) {
            return false;
        }
        BigDecimal value = state.token(i).numeral().value();
        return !state.token(i).numeral().isRange()
                && value.stripTrailingZeros().scale() <= 0
                && value.compareTo(FEWEST) >= 0
                && value.compareTo(MOST) <= 0;
    }

    /** {@code the cheapest two}, {@code cheapest 3 models}, and in a conversation {@code top two}. */
    private boolean isBehindRank(int number) {
        if (number == 0 || state.isNumberAt(number - 1)) {
            return false;
        }
        boolean cheapest = state.hasTyped(number - 1, Trait.CHEAPEST);
        boolean top = state.hasTyped(number - 1, Trait.TOP_RANKED) && !state.remembered.isEmpty();
        return (cheapest || top) && isOfModels(number + 1);
    }

    /** {@code the two cheapest}, {@code 3 cheapest models}. */
    private boolean isBeforeRank(int number) {
        return !state.isNumberAt(number + 1) && state.hasTyped(number + 1, Trait.CHEAPEST) && isOfModels(number + 2);
    }

    private boolean isOfModels(int next) {
        return state.isBreakAt(next)
                || state.isAt(next, Category.COURTESIES)
                || state.isAt(next, Cue.FOR)
                || state.isAt(next, Cue.ON)
                || (!state.isNumberAt(next)
                        && (state.hasTyped(next, Trait.ONE_OF_THEM) || state.hasTyped(next, Trait.MODEL_NOUN)));
    }
}
