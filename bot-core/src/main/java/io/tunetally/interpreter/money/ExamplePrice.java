package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;

/** Finds that an amount is the price of one example: {@code $2 per example}, {@code $1 a label}, {@code 2 dollars each}. */
public final class ExamplePrice {
    private ExamplePrice() {}

    /** Returns the index of the {@code example}, else that of the amount. */
    public static int end(ParseState state, int amount) {
        int each = amount + 1;
        if (state.isAt(each, Cue.EACH)) {
            return each;
        }
        boolean per = state.isAt(each, Cue.PER) || state.isAt(each, Cue.ARTICLE) || state.isSlash(each);
        Token unit = per ? state.at(each + 1) : null;
        boolean example = unit != null
                && (unit.is(Measure.EXAMPLE) || unit.is(Measure.ITEM) || state.hasTyped(each + 1, Trait.DATA_IF_MANY));
        return example ? each + 1 : amount;
    }
}
