package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;

/** The words before a part, which say of what it is one: {@code of which about 300}, {@code of which the Latin ones, ninety in number}. */
final class PartLeads {
    /** The most words between an apposed part and the words that say of what it is one. */
    private static final int REACH = 6;

    /** The most words of {@code ninety in number} behind the number. */
    private static final int LENGTH_OF_APPOSITION = 3;

    private final ParseState state;
    private final Parts parts;

    PartLeads(ParseState state, Parts parts) {
        this.state = state;
        this.parts = parts;
    }

    /**
     * Returns the index of the word before a part, its article and {@code about}; of an apposed one before the words that describe
     * it: {@code of which the Latin ones, ninety in number, must be left out}.
     */
    int before(int part) {
        int lead = part - 1;
        for (int i = lead - 1; isApposed(part) && i > part - REACH && !state.isNumberAt(i); i--) {
            if (parts.refersUpTo(i)) {
                return i;
            }
        }
        while (state.hasTyped(lead, Trait.DEFINITE_ARTICLE)
                || state.isAt(lead, Cue.ARTICLE)
                || state.isAt(lead, Cue.ABOUT)
                || isInverted(lead)) {
            lead--;
        }
        return lead;
    }

    /** {@code ..., ninety in number,}, {@code ..., 140 in all,}, {@code ..., 20 of them,}. */
    boolean isApposed(int part) {
        return state.isSymbolAt(part - 1, ',') && state.isSymbolAt(endOfApposition(part), ',');
    }

    /** Returns the index behind the words of {@code ninety in number}. */
    int endOfApposition(int part) {
        int end = part + 1;
        while (end <= part + LENGTH_OF_APPOSITION && !state.isSymbolAt(end, ',') && !state.isNumberAt(end)) {
            end++;
        }
        return end;
    }

    /** The verb of {@code davon sind 300 doppelt}, which is read as {@code of them are 300 rejected}. */
    private boolean isInverted(int verb) {
        return state.text.isTranslated() && state.isAt(verb, Trait.FORM_OF_BE);
    }
}
