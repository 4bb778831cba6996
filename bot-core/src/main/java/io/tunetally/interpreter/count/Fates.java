package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Where a message says what becomes of examples: {@code taken out again}, {@code spoiled}, {@code on top}. */
public final class Fates {
    /** What becomes of examples. */
    static final EnumSet<Trait> ALL = EnumSet.of(
            Trait.SPOILED,
            Trait.FORBIDDEN,
            Trait.DOUBLED,
            Trait.OFF_TOPIC,
            Trait.RESERVED,
            Trait.TAKEN_OFF,
            Trait.ADDED,
            Trait.POOLED,
            Trait.CHOSEN,
            Trait.THE_REST,
            Trait.LOSES,
            Trait.DISCARDED);

    private static final Trait.Bits BITS = Trait.Bits.of(ALL);

    /** Those of them by which the data become more. */
    private static final EnumSet<Trait> GAINS = EnumSet.of(Trait.ADDED, Trait.POOLED, Trait.CHOSEN);

    private static final EnumSet<Trait> NONE = EnumSet.noneOf(Trait.class);

    /** The most words of a phrase that has a fate: {@code taken out again}. */
    private static final int LONGEST_PHRASE = 3;

    private final ParseState state;
    /** The fates that a phrase has which begins at a token. */
    private final List<EnumSet<Trait>> fates = new ArrayList<>();

    /** Finds those of a message. */
    Fates(ParseState state) {
        this.state = state;
        while (fates.size() < state.size()) {
            longestPhrase(fates.size());
        }
    }

    /** Notes the fates of the longest phrase at a token, and none at the tokens that it covers. */
    private void longestPhrase(int first) {
        int end = first;
        while (end < Math.min(first + LONGEST_PHRASE, state.size())
                && !state.isNumberAt(end)
                && !state.isBreakAt(end)) {
            end++;
        }
        for (int last = end - 1; last >= first; last--) {
            Trait.Bits phrase =
                    state.compiledLexicon.traits(state.text.text(), state.token(first).start, state.token(last).end);
            if (phrase.intersects(BITS)) {
                EnumSet<Trait> found = EnumSet.copyOf(ALL);
                found.removeIf(fate -> !phrase.contains(fate));
                fates.add(found);
                for (int covered = first; covered < last; covered++) {
                    fates.add(NONE);
                }
                return;
            }
        }
        fates.add(NONE);
    }

    /** Returns the fates that a phrase has which begins at a token. */
    EnumSet<Trait> at(int token) {
        return fates.get(token);
    }

    /** True if a phrase says that examples come in addition. */
    public boolean isAdded(int token) {
        return fates.get(token).contains(Trait.ADDED);
    }

    /** True if a phrase says that examples are lost or left out. */
    public boolean isLoss(int token) {
        EnumSet<Trait> own = fates.get(token);
        return !own.isEmpty() && !GAINS.containsAll(own);
    }
}
