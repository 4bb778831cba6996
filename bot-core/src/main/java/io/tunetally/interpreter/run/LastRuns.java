package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import java.math.BigDecimal;

/** The real run behind a number of trials: {@code four trial runs plus the final one}, {@code three trial runs, then the real one}. */
public final class LastRuns {
    private final ParseState state;

    private LastRuns(ParseState state) {
        this.state = state;
    }

    /** Returns the index of its word, if the words behind a number of runs add it, or -1. */
    public static int of(ParseState state, int behind) {
        return new LastRuns(state).of(behind);
    }

    /** Returns the index of the final of {@code plus the final one}, {@code and the real run}, or -1. */
    private int of(int behind) {
        int plus = state.isSymbolAt(behind, ',') ? behind + 1 : behind;
        plus = state.isAt(plus, Cue.AND) && isStep(plus + 1) ? plus + 1 : plus;
        boolean joined = state.isSymbolAt(plus, '+')
                || state.hasTyped(plus, Trait.PLUS)
                || state.isAt(plus, Cue.AND)
                || isStep(plus);
        int first = plus + 1;
        boolean one = state.hasTyped(first, Trait.DEFINITE_ARTICLE)
                || state.isAt(first, Cue.ARTICLE)
                || (state.isNumberAt(first)
                        && state.token(first).numeral().value().compareTo(BigDecimal.ONE) == 0);
        int last = one ? first + 1 : first;
        return joined && state.hasTyped(last, Trait.LAST_RUN) && isRunOrEnd(last + 1) ? last : -1;
    }

    /** The {@code then} of {@code three trial runs, then the real one}, with nothing else between the two. */
    private boolean isStep(int i) {
        Token token = state.at(i);
        boolean word = token != null && token.kind == Token.Kind.WORD;
        return (word || (token != null && token.is(Category.FUNCTIONS)))
                && state.hasTyped(i + 1, Trait.DEFINITE_ARTICLE);
    }

    /** {@code the final one}, {@code the final run}, {@code the final on 4,200 claims}. */
    private boolean isRunOrEnd(int i) {
        return state.isBreakAt(i)
                || state.isAt(i, Measure.RUN)
                || state.isOneAt(i)
                || state.hasTyped(i, Trait.ONE_OF_THEM)
                || state.isAt(i, Cue.ON)
                || state.isAt(i, Cue.OF)
                || state.isAt(i, Cue.FOR);
    }
}
