package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;

/** Reads what the asker adds to the price for a client: {@code a 25% markup}, {@code 30 % on top}, {@code plus 15% agency fee}. */
public final class PriceMarkup {
    /** The most words between the share and the word for it. */
    private static final int REACH = 3;

    private final ParseState state;

    private PriceMarkup(ParseState state) {
        this.state = state;
    }

    /** Claims the share before others take it for one of the data. */
    public static void read(ParseState state) {
        boolean named = state.hasTypedAnywhere(Trait.MARKS_UP) || state.hasTypedAnywhere(Trait.MAY_MARK_UP);
        boolean ofJob = state.terse || state.asks() || !state.mentions.isEmpty();
        if (named && (ofJob || !state.remembered.isEmpty())) {
            new PriceMarkup(state).read();
        }
    }

    private void read() {
        for (int i = 0; i + 1 < state.size(); i++) {
            boolean share = state.isNumberAt(i)
                    && state.isPercentAt(i + 1)
                    && state.token(i).use == Token.Use.NOTHING
                    && !state.token(i).numeral().isRange();
            if (share && !isOfOthers(i) && !isOfText(i) && (isBehind(i + 1) || isBefore(i))) {
                state.claim(SlotName.MARKUP_PERCENT, i, i, i + 1);
                state.candidates.settle(i);
                return;
            }
        }
    }

    /** {@code 25% markup}, {@code 30 % on top}, {@code plus 15% agency fee}. */
    private boolean isBehind(int sign) {
        for (int i = sign + 1; i <= sign + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.hasTyped(i, Trait.MARKS_UP)) {
                state.token(i).use = Token.Use.CONNECTIVE;
                return true;
            }
            if (state.hasTyped(i, Trait.MAY_MARK_UP)) {
                return isAdded(sign - 2) || isCharged(sign - 2, i);
            }
        }
        return false;
    }

    /** {@code a markup of 40 percent}, {@code markup: 40%}. */
    private boolean isBefore(int number) {
        for (int i = number - 1; i >= number - REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i--) {
            if (state.hasTyped(i, Trait.MARKS_UP)) {
                state.token(i).use = Token.Use.CONNECTIVE;
                return true;
            }
        }
        return false;
    }

    private boolean isAdded(int verb) {
        int before = state.isAt(verb, Cue.ARTICLE) ? verb - 1 : verb;
        return state.hasTyped(before, Trait.PLUS)
                || state.isSymbolAt(before, '+')
                || state.isAt(before, Cue.ADD)
                || state.hasTyped(before, Trait.ADDED);
    }

    /** {@code with 25% margin}; but {@code with 20% on top} may be of the data. */
    private boolean isCharged(int with, int word) {
        int before = state.isAt(with, Cue.ARTICLE) ? with - 1 : with;
        return state.hasTyped(before, Trait.HAVING) && state.hasTyped(word, Trait.CHANGES_PRICE);
    }

    /** {@code 85 MB of XML, of which 50% markup}, {@code 25% of the file is markup}: signs of a text. */
    private boolean isOfText(int number) {
        boolean which = state.hasTyped(number - 1, Trait.RELATIVE);
        int of = number + 2;
        boolean it = state.isAt(of, Cue.OF)
                && (state.hasTyped(of + 1, Trait.PRONOUN)
                        || state.hasTyped(of + 1, Trait.TEXT_DATA)
                        || state.hasTyped(of + 2, Trait.TEXT_DATA));
        return which || it;
    }

    /** {@code their price has a 25% markup already}: it is in the price. */
    private boolean isOfOthers(int number) {
        for (int i = state.sentence(number).first(); i < state.sentence(number).end(); i++) {
            boolean theirs = state.hasTyped(i, Trait.OTHER_PARTY) || state.hasTyped(i, Trait.POSSESSIVE_OF_OTHERS);
            if ((theirs && i < number) || state.hasTyped(i, Trait.ALREADY) || state.isAt(i, Cue.NOT)) {
                return true;
            }
        }
        return false;
    }
}
