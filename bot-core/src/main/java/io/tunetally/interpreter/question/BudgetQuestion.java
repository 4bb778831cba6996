package io.tunetally.interpreter.question;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SmallWords;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;

/**
 * Finds out whether a message asks if the answer before it keeps to the budget of its conversation: {@code is that inside the
 * budget}, {@code does that fit our budget}. The same request is then answered again, by what its budget buys.
 */
public final class BudgetQuestion {
    private static final int LONGEST = 10;

    private BudgetQuestion() {}

    /** True if it asks that and nothing else. */
    public static boolean isAsked(ParseState state) {
        if (!state.remembered.has(SlotName.BUDGET_USD)
                || state.size() > LONGEST
                || !state.mentions.isEmpty()
                || !state.candidates.all().isEmpty()) {
            return false;
        }
        boolean fits = false;
        boolean budget = false;
        SmallWords small = new SmallWords(state);
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i)) {
                return false;
            }
            boolean fit = state.hasTyped(i, Trait.FITS);
            boolean named = state.isAt(i, Trait.BUDGET_NOUN);
            fits |= fit;
            budget |= named;
            if (!fit && !named && !isSmall(state, small, i)) {
                return false;
            }
        }
        return fits && budget;
    }

    private static boolean isSmall(ParseState state, SmallWords small, int i) {
        Token token = state.token(i);
        return small.isAt(i)
                || token.kind == Token.Kind.SYMBOL
                || token.is(Cue.ABILITY)
                || token.is(Category.FUNCTIONS)
                || state.hasTyped(i, Trait.PRONOUN)
                || state.hasTyped(i, Trait.DEFINITE_ARTICLE)
                || state.hasTyped(i, Trait.OWNER)
                || state.isAt(i, Cue.OVER);
    }
}
