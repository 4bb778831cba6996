package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import java.util.BitSet;
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
    /** The words behind which a sentence tells of another place. */
    private final BitSet otherPlace = new BitSet(0);
    /** The words behind the beginning {@code before that we had}. */
    private final BitSet beforeThat = new BitSet(0);
    /** The words before {@code by hand} in a sentence. */
    private final BitSet byHand = new BitSet(0);
    /** The beginnings of the first and the last sentence with a rate of the asker's own. */
    private int firstOwn = Integer.MAX_VALUE;

    private int lastOwn = -1;

    OtherFigures(ParseState state, List<ToldParts.Part> parts) {
        this.state = state;
        this.parts = parts;
        findWords();
        findHands();
        for (ToldParts.Part part : parts) {
            if (part.rate() && !isTold(part)) {
                int first = state.sentence(part.first()).first();
                firstOwn = Math.min(firstOwn, first);
                lastOwn = Math.max(lastOwn, first);
            }
        }
    }

    /** True if nothing follows from the counts of a part. */
    boolean areTold(int i) {
        ToldParts.Part part = parts.get(i);
        if (isOfMarket(part)) {
            return true;
        }
        int first = state.sentence(part.first()).first();
        boolean beside = firstOwn < first || lastOwn > first;
        return beside && (isTold(part) || beforeThat.get(part.end() - 1));
    }

    private boolean isTold(ToldParts.Part part) {
        int number = part.rate() ? part.counts().getFirst() : -1;
        return number >= 0 && (otherPlace.get(number) || byHand.get(number));
    }

    /** {@code in the other pit they receive maybe 10 an hour}, but not {@code the other 40 a day}, which are the asker's too. */
    private void findWords() {
        boolean asker = false;
        boolean other = false;
        boolean they = false;
        boolean before = false;
        boolean had = false;
        for (int i = 0; i < state.size(); i++) {
            if (state.sentence(i).first() == i) {
                asker = false;
                other = false;
                they = false;
                had = false;
                before = state.hasTyped(i, Trait.BEFORE_OR_AFTER)
                        && !state.hasTyped(i, Trait.AFTERWARDS)
                        && state.hasTyped(i + 1, Trait.PRONOUN);
            }
            if (!state.isNumberAt(i)) {
                asker |= state.hasTyped(i, Trait.I_OR_WE);
                they |= other && state.isAt(i, Cue.PERSON);
                boolean named = !state.isNumberAt(i + 1) && !state.isOneAt(i + 1);
                other |= named && state.hasTyped(i, Trait.OTHER_PLACE);
                had |= state.hasTyped(i, Trait.TELLS_TRAFFIC) || state.isAt(i, Cue.IS);
            }
            otherPlace.set(i, they && !asker);
            beforeThat.set(i, before && had);
        }
    }

    /** {@code the examiners do now 45 a day by hand}. */
    private void findHands() {
        boolean hand = false;
        for (int i = state.size() - 1; i >= 0; i--) {
            byHand.set(i, hand);
            hand |= !state.isNumberAt(i)
                    && state.hasTyped(i, Trait.BY_HAND)
                    && !state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE);
            hand &= state.sentence(i).first() != i;
        }
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
