package io.tunetally.interpreter.prompt;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/** No tokens in the place of a remembered prompt after tuning: {@code zero instead of the 400}, {@code put zero for the tuned one}. */
public final class ZeroPrompts {
    private ZeroPrompts() {}

    /** Fills the length after tuning with none. */
    public static void read(ParseState state) {
        if (!state.mayEdit()
                || !state.remembered.has(SlotName.TUNED_PROMPT_TOKENS)
                || !state.hasTypedAnywhere(Trait.ZERO)
                || state.candidates.has(SlotName.TUNED_PROMPT_TOKENS)) {
            return;
        }
        for (int i = 0; i < state.size(); i++) {
            if (isNone(state, i) && (replacesLength(state, i) || isForTuned(state, i))) {
                state.candidates.add(SlotName.TUNED_PROMPT_TOKENS, Numeral.of(BigDecimal.ZERO), i);
                state.candidates.settle(i);
                state.token(i).use = Token.Use.SLOT;
                return;
            }
        }
    }

    private static boolean isNone(ParseState state, int i) {
        Token token = state.token(i);
        return token.is(Category.NUMBERS)
                && token.lexeme != null
                && token.lexeme.value().equals("0");
    }

    private static boolean replacesLength(ParseState state, int zero) {
        int old = state.hasTyped(zero + 2, Trait.DEFINITE_ARTICLE) ? zero + 3 : zero + 2;
        BigDecimal before = state.remembered.number(SlotName.TUNED_PROMPT_TOKENS);
        return state.isAt(zero + 1, Cue.INSTEAD_OF)
                && state.isNumberAt(old)
                && before != null
                && state.token(old).numeral().value().compareTo(before) == 0;
    }

    private static boolean isForTuned(ParseState state, int zero) {
        int tuned = state.hasTyped(zero + 2, Trait.DEFINITE_ARTICLE) ? zero + 3 : zero + 2;
        return state.isAt(zero + 1, Cue.FOR)
                && (state.isAt(tuned, Cue.TUNED_PROMPT)
                        || (state.isAt(tuned, Category.TUNING) && state.hasTyped(tuned + 1, Trait.ONE_OF_THEM)));
    }
}
