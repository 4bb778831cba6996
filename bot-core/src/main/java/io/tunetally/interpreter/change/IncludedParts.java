package io.tunetally.interpreter.change;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/**
 * Reads a part that the remembered number of examples has in it: {@code the 2,600 include 300 test letters} leaves 2,300 to train on, of {@code the
 * 6400 include 150 test entries. Remove those} and {@code in the 6400 there are 150 in Welsh, take them out} they are taken off, and {@code the
 * 2,600 include 300 letters from Bonn} changes nothing.
 */
final class IncludedParts {
    /** The most words from a whole to the part that is in it: {@code in the 2600 letters there are about 100}. */
    private static final int REACH_OF_PART = 6;

    private final SaidNumbers said;
    private final ParseState state;

    IncludedParts(SaidNumbers said) {
        this.said = said;
        state = said.state;
    }

    boolean read() {
        BigDecimal before = said.value(SlotName.EXAMPLES);
        if (before == null || state.hasQuestionMark() || said.isAdded()) {
            return false;
        }
        for (int whole : said.again()) {
            boolean same = said.number(whole).compareTo(before) == 0;
            int number = !same ? -1 : isInside(whole) ? partWithin(whole) : partOf(whole);
            if (number >= 0 && said.number(number).compareTo(before) < 0) {
                state(before, number);
                return true;
            }
        }
        return false;
    }

    private void state(BigDecimal before, int number) {
        BigDecimal part = said.number(number);
        String arithmetic = SaidNumbers.text(before) + " - " + SaidNumbers.text(part);
        if (said.isGoneBehind(number)) {
            said.state(SlotName.EXAMPLES, before.subtract(part), arithmetic, number);
        } else if (isTested(number)) {
            said.holdOut(before.subtract(part), part.longValue(), number);
        } else {
            said.state(SlotName.EXAMPLES, before, "", number);
        }
    }

    /** Returns the index of the 300 of {@code the 2,600 include about 300}, {@code 2,600 cards has 300 in it}, or -1. */
    private int partOf(int whole) {
        int verb = said.isNoun(whole + 1) ? whole + 2 : whole + 1;
        int number = state.isAt(verb + 1, Cue.ABOUT) ? verb + 2 : verb + 1;
        boolean inside = state.isAt(number + 1, Cue.IN) && state.hasTyped(number + 2, Trait.PRONOUN);
        boolean less = state.hasTyped(verb, Trait.MINUS) || state.hasTyped(verb, Trait.SHRINKS);
        boolean contains = state.hasTyped(verb, Trait.CONTAINS) && (inside || said.isGoneBehind(number));
        boolean includes = (state.hasTyped(verb, Trait.INCLUDES) && !less) || contains;
        return includes && said.open().contains(number) ? number : -1;
    }

    /** {@code in the 2600}, {@code among our 2600}. */
    private boolean isInside(int whole) {
        boolean led = state.hasTyped(whole - 1, Trait.DEFINITE_ARTICLE)
                || state.isAt(whole - 1, Cue.THEM)
                || state.isAt(whole - 1, Cue.PERSON)
                || state.hasTyped(whole - 1, Trait.PRONOUN);
        int in = led ? whole - 2 : whole - 1;
        return state.isAt(in, Cue.IN) || state.hasTyped(in, Trait.INSIDE);
    }

    /** Returns the index of the 100 of {@code in the 2600 there are 100 in bad Arabic, take them out}, or -1. */
    private int partWithin(int whole) {
        for (int i = whole + 1; i <= whole + REACH_OF_PART && !state.isBreakAt(i); i++) {
            if (state.isNumberAt(i)) {
                return said.open().contains(i) && !state.isAt(i + 1, Cue.OF) && said.isGoneBehind(i) ? i : -1;
            }
            boolean small = said.isNoun(i)
                    || state.isAt(i, Cue.IS)
                    || state.isAt(i, Cue.ABOUT)
                    || state.isAt(i, Cue.PERSON)
                    || state.hasTyped(i, Trait.THERE)
                    || state.hasTyped(i, Trait.SUPPOSES)
                    || state.hasTyped(i, Trait.COUNTS_UP)
                    || state.hasTyped(i, Trait.CONTAINS);
            if (!small) {
                return -1;
            }
        }
        return -1;
    }

    /** True if the words behind a part say that it is for testing. */
    private boolean isTested(int number) {
        for (int i = number + 1; i < state.size(); i++) {
            if (state.isNumberAt(i)) {
                return false;
            }
            if (state.hasTyped(i, Trait.TESTS) || state.isAt(i, Cue.VALIDATION)) {
                return true;
            }
        }
        return false;
    }
}
