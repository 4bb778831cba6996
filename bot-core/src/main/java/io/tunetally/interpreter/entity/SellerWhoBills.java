package io.tunetally.interpreter.entity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;

/** Tells whether a question asks what the bearer of a name bills: {@code how much does Mistral take for tuning Nemo}. */
final class SellerWhoBills {
    private SellerWhoBills() {}

    /**
     * True of the name between or before an auxiliary verb and a verb of billing.
     *
     * @param first the first token of the name
     * @param last its last token
     */
    static boolean isOne(ParseState state, int first, int last) {
        // "how much does Mistral take", "how much Mistral would invoice"
        boolean led = isAuxiliary(state, first - 1);
        int verb = !led && isAuxiliary(state, last + 1) ? last + 2 : last + 1;
        boolean bills = !state.isNumberAt(verb) && state.hasTyped(verb, Trait.BILLS) && !state.isAt(verb + 1, Cue.TO);
        return bills && (led || verb > last + 1) && asksForSum(state, first);
    }

    private static boolean isAuxiliary(ParseState state, int index) {
        return !state.isNumberAt(index) && state.hasTyped(index, Trait.AUXILIARY);
    }

    private static boolean asksForSum(ParseState state, int name) {
        for (int i = state.sentence(name).first(); i < name; i++) {
            if (state.isAt(i, Category.INTENTS) || state.hasTyped(i, Trait.ASKS_WHAT) || state.isAt(i, Cue.QUESTION)) {
                return true;
            }
        }
        return false;
    }
}
