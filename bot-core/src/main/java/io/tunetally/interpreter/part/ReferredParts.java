package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.SlotName;

/** Parts that a pronoun stands for where they are left out: {@code for 60 there is no agreement, so we don't use them}. */
public final class ReferredParts {
    /** The most words from a part to what a pronoun behind it says. */
    private static final int SENTENCE_REACH = 20;

    /** The most words from a part to the words that refuse it. */
    private static final int REACH_OF_REFUSAL = 14;

    /** The most words from a pronoun to those that leave out the part it stands for. */
    private static final int REACH_OF_LOSS = 3;

    /** The most words of the next sentence up to a pronoun that takes up the part. */
    private static final int REACH_OF_NEXT = 5;

    private final ParseState state;
    private final Parts parts;
    /** The index of the last pronoun for parts, or -1. */
    private final int lastPronoun;

    public ReferredParts(ParseState state) {
        this(state, new Parts(state));
    }

    ReferredParts(ParseState state, Parts parts) {
        this.state = state;
        this.parts = parts;
        int last = state.size() - 1;
        while (last >= 0 && (state.isNumberAt(last) || !isPronoun(last))) {
            last--;
        }
        lastPronoun = last;
    }

    /** {@code 90 of those labels are in Latin and not to be used}, {@code of those, 90 are private and not to be included}. */
    public boolean isRefused(int number) {
        int of = state.isSymbolAt(number - 1, ',') ? number - 3 : number - 2;
        boolean before = state.isAt(of, Cue.OF) && state.isAt(of + 1, Cue.THEM);
        int next = state.isUnitAt(number + 1) ? number + 2 : number + 1;
        boolean ofData = state.hasTyped(next + 1, Trait.DEFINITE_ARTICLE) || state.isAt(next + 1, Cue.PERSON);
        boolean behind = state.isOfThemAt(next) || (state.isAt(next, Cue.OF) && ofData);
        int end = Math.min(state.sentence(number).end(), number + REACH_OF_REFUSAL);
        for (int i = number + 1; (before || behind) && i < end && !state.isNumberAt(i); i++) {
            boolean withheld = before && state.slots.has(SlotName.HELD_OUT_EXAMPLES) && parts.isLeftOutAt(i);
            if (withheld || parts.isNotUsedAt(i) || state.hasTyped(i, Trait.REFUSES)) {
                return true;
            }
        }
        return false;
    }

    /** True if a pronoun that may stand for a part is behind it. */
    boolean mayBe(int part) {
        return part < lastPronoun;
    }

    /**
     * {@code for 60 there is no agreement, so we don't use them}, {@code consent was withdrawn for 37, so these are gone}: a
     * pronoun behind the part takes it up, and the words beside it leave it out.
     */
    boolean isLeftOut(int part) {
        if (part >= lastPronoun) {
            return false;
        }
        int end = Math.min(state.sentence(part).end(), part + SENTENCE_REACH);
        for (int i = part + 2; i < end; i++) {
            if (state.isNumberAt(i)) {
                return false;
            }
            if (isPronoun(i) && isOfLaterClause(i, part) && (isOutBehind(i) || isRefusedBefore(i))) {
                return true;
            }
        }
        return isLeftOutNext(state.sentence(part).end());
    }

    /** {@code ... rejected 1,200. Those went back}, {@code ... are only titles. Ignore those}: the next sentence begins with the part. */
    private boolean isLeftOutNext(int from) {
        int first = from < state.size() && state.isBreakAt(from) ? from + 1 : from;
        int end = Math.min(state.size(), first + REACH_OF_NEXT);
        for (int i = first; i < end && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (isPronoun(i)) {
                int next = state.isAt(i + 1, Cue.OUT) || state.hasTyped(i + 1, Trait.APART) ? i + 2 : i + 1;
                return (i == first && isOutBehind(i)) || (i > first && isRefusedBefore(i) && state.isBreakAt(next));
            }
        }
        return false;
    }

    /** {@code ..., these are gone}, {@code so they are out}, {@code and we do not take them}. */
    private boolean isOfLaterClause(int pronoun, int part) {
        if (state.clause(pronoun).first() > part) {
            return true;
        }
        boolean so = false;
        for (int i = Math.max(part + 1, pronoun - REACH_OF_LOSS - 1); i < pronoun && !so; i++) {
            boolean another =
                    state.isAt(i, Cue.AND) && (state.isAt(i + 1, Cue.PERSON) || state.hasTyped(i + 1, Trait.OWNS));
            so = another || Corrections.concludes(state, i);
        }
        return so;
    }

    private boolean isPronoun(int i) {
        return state.isAt(i, Cue.THEM) || (state.isAt(i, Cue.PERSON) && state.hasTyped(i, Trait.TAKES_UP));
    }

    /** {@code these are gone}, {@code they stay out}, {@code them out}. */
    private boolean isOutBehind(int pronoun) {
        for (int i = pronoun + 1; i <= pronoun + REACH_OF_LOSS && !state.isBreakAt(i); i++) {
            if (state.isAt(i, Cue.NOT) && !state.hasTyped(i, Trait.REFUSES)) {
                return state.hasTyped(i + 1, Trait.USES);
            }
            if (parts.isLeftOutAt(i) || state.hasTyped(i, Trait.GOES) || isElsewhere(pronoun, i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code those stay home}, {@code they went elsewhere}. */
    private boolean isElsewhere(int pronoun, int place) {
        return state.hasTyped(place, Trait.DESTINATION) && state.hasTyped(pronoun + 1, Trait.SETS_APART);
    }

    /** {@code we don't use them}, {@code we can't take them}. */
    private boolean isRefusedBefore(int pronoun) {
        boolean unwanted = state.isAt(pronoun - 1, Cue.WISH) || state.hasTyped(pronoun - 1, Trait.DEMANDS);
        return parts.isLeftOutAt(pronoun - 1) || (unwanted && state.isAt(pronoun - 2, Cue.NOT));
    }
}
