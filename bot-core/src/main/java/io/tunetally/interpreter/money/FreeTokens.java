package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import java.math.BigDecimal;

/**
 * Tokens that a seller gives away: {@code 19M tokens, 2M of them free}, {@code up to 2,000,000 tokens a day for free until September 23}. They
 * are neither the data of a job nor traffic.
 */
public final class FreeTokens {
    /** The most words between a number of tokens and the word that gives them away. */
    private static final int REACH = 6;

    /** Fewer tokens without their unit are not spoken of. */
    private static final BigDecimal FEWEST = BigDecimal.valueOf(10_000);

    private FreeTokens() {}

    /** Sets such numbers aside before anything else reads them. */
    public static void read(ParseState state) {
        boolean said = state.hasTypedAnywhere(Trait.FREE_OF_CHARGE) || state.hasTypedAnywhere(Trait.NOTHING);
        if (!said || !state.has(Measure.TOKEN)) {
            return;
        }
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i) && !state.isOfMention(i) && isGivenAway(state, i)) {
                state.setAside(i);
            }
        }
    }

    private static boolean isGivenAway(ParseState state, int number) {
        boolean tokens = state.isAt(unitOf(state, number), Measure.TOKEN)
                || state.isOfThemAt(number + 1)
                || (isMany(state, number)
                        && (isFree(state, number + 1) || (isFree(state, number - 1) && !state.isUnitAt(number + 1))));
        if (!tokens) {
            return false;
        }
        // "free until 1B tokens"
        if (isFree(state, number - 1) || (state.isAt(number - 1, Cue.TO) && isFree(state, number - 2))) {
            return true;
        }
        for (int i = number + 1; i <= number + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (isFree(state, i)) {
                return !state.isAt(i + 1, Cue.OF);
            }
        }
        return false;
    }

    /** The 400 of {@code I count 400 free} are no tokens. */
    private static boolean isMany(ParseState state, int number) {
        return Amounts.counted(state.token(number).numeral()).value().compareTo(FEWEST) >= 0;
    }

    private static boolean isFree(ParseState state, int index) {
        return state.hasTyped(index, Trait.FREE_OF_CHARGE)
                || (state.isAt(index, Cue.FOR) && state.hasTyped(index + 1, Trait.NOTHING));
    }

    /** The place of the unit of {@code 1M tokens}, {@code 1M training tokens}. */
    private static int unitOf(ParseState state, int number) {
        return state.isAt(number + 1, Cue.TRAINING) ? number + 2 : number + 1;
    }
}
