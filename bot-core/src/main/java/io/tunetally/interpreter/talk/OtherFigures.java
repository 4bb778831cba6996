package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import java.util.List;

/**
 * Tells the figures of other places, of work by hand and of markets from those of the asker: {@code in the other pit they
 * receive 10 an hour}, {@code the examiners do now 45 a day by hand}, {@code the Baltic index is at 1,740}.
 */
final class OtherFigures {
    /** The most words from the name of a market to its figure. */
    private static final int REACH_OF_MARKET = 5;

    private final ParseState state;
    private final List<ToldParts.Part> parts;

    OtherFigures(ParseState state, List<ToldParts.Part> parts) {
        this.state = state;
        this.parts = parts;
    }

    /** True if nothing follows from the counts of a part. */
    boolean areTold(int i) {
        ToldParts.Part part = parts.get(i);
        if (isOfMarket(part)) {
            return true;
        }
        boolean told = isTold(part) || isBeforeThat(part);
        for (int k = 0; told && k < parts.size(); k++) {
            ToldParts.Part other = parts.get(k);
            if (other.rate() && !isTold(other) && !isSameSentence(part, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSameSentence(ToldParts.Part part, ToldParts.Part other) {
        return state.sentence(part.first()).equals(state.sentence(other.first()));
    }

    private boolean isTold(ToldParts.Part part) {
        return part.rate() && (isOfOtherPlace(part) || isByHand(part));
    }

    /** {@code in the other pit they receive maybe 10 an hour}, but not {@code the other 40 a day}, which are the asker's too. */
    private boolean isOfOtherPlace(ToldParts.Part part) {
        int number = part.counts().getFirst();
        boolean other = false;
        boolean they = false;
        for (int i = state.sentence(number).first(); i < number; i++) {
            if (state.isNumberAt(i)) {
                continue;
            }
            if (state.hasTyped(i, Trait.I_OR_WE)) {
                return false;
            }
            boolean named = !state.isNumberAt(i + 1) && !state.isOneAt(i + 1);
            they |= other && state.isAt(i, Cue.PERSON);
            other |= state.hasTyped(i, Trait.OTHER_PLACE) && named;
        }
        return they;
    }

    /** {@code the examiners do now 45 a day by hand}. */
    private boolean isByHand(ToldParts.Part part) {
        Sentence sentence = state.sentence(part.first());
        for (int i = part.counts().getFirst() + 1; i < sentence.end(); i++) {
            if (!state.isNumberAt(i)
                    && state.hasTyped(i, Trait.BY_HAND)
                    && !state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE)) {
                return true;
            }
        }
        return false;
    }

    /** {@code before that we had Morag on the phone, 30 calls on a good day}. */
    private boolean isBeforeThat(ToldParts.Part part) {
        Sentence sentence = state.sentence(part.first());
        int first = sentence.first();
        boolean before = state.hasTyped(first, Trait.BEFORE_OR_AFTER)
                && !state.hasTyped(first, Trait.AFTERWARDS)
                && state.hasTyped(first + 1, Trait.PRONOUN);
        for (int i = first + 2; before && i < part.end(); i++) {
            if (!state.isNumberAt(i) && (state.hasTyped(i, Trait.TELLS_TRAFFIC) || state.isAt(i, Cue.IS))) {
                return true;
            }
        }
        return false;
    }

    /** {@code the Baltic index is at 1,740}, {@code copper is at 9,860 today}: a number without a noun behind the name of a market. */
    private boolean isOfMarket(ToldParts.Part part) {
        int number = part.counts().getFirst();
        boolean bare = state.unitFinder.right(number) < 0 && !state.isPluralAt(number + 1);
        for (int i = number - 1; bare && i >= Math.max(part.first(), number - REACH_OF_MARKET); i--) {
            if (state.hasTyped(i, Trait.I_OR_WE)) {
                return false;
            }
            if (state.hasTyped(i, Trait.MARKET_FIGURE)) {
                return true;
            }
        }
        return false;
    }
}
