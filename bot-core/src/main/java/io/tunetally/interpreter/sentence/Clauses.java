package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.token.Token;

/**
 * The relevant clauses of a message: those with a value or a question, or a follow-up's beginning. Other clauses
 * ({@code double the requests please, marketing just told me ...}) decide nothing.
 */
public final class Clauses {
    private int foreignWords;
    private int allForeignWords;
    private boolean led;

    public Clauses(ParseState state) {
        for (int first = 0; first < state.size(); ) {
            int end = state.clause(first).end();
            boolean leads = leads(state, first, end);
            led |= leads;
            int foreign = foreignWords(state, first, end);
            allForeignWords += foreign;
            if (leads || matters(state, first, end)) {
                foreignWords += foreign;
            }
            first = end + 1;
        }
    }

    /** Returns the number of content words in them that the lexicon does not know. */
    public int foreignWords() {
        return foreignWords;
    }

    /** Returns the same number for the whole message. */
    public int allForeignWords() {
        return allForeignWords;
    }

    /** True if the words of one of them mark a follow-up. */
    public boolean isLed() {
        return led;
    }

    private static boolean matters(ParseState state, int first, int end) {
        for (int i = first; i < end; i++) {
            Token token = state.token(i);
            if (token.use == Token.Use.SLOT || token.is(Category.INTENTS) || token.is(Cue.ABILITY)) {
                return true;
            }
        }
        return false;
    }

    private static boolean leads(ParseState state, int first, int end) {
        boolean value = false;
        boolean word = false;
        boolean opening = true;
        for (int i = first; i < end; i++) {
            Token token = state.token(i);
            value |= token.use == Token.Use.SLOT || token.measure() != null;
            word |= token.is(Cue.WHAT_ABOUT)
                    || token.is(Cue.SAME)
                    || token.is(Cue.CORRECTION)
                    || token.is(Cue.INSTEAD)
                    || token.is(Cue.INSTEAD_OF)
                    || token.is(Cue.DOUBLE)
                    || token.is(Cue.HALF)
                    || token.is(Cue.TRIPLE)
                    || (opening && (token.is(Cue.ADD) || token.is(Cue.DROP) || token.is(Cue.AND)));
            opening &= SpeechAct.isCourteous(token);
        }
        return value && word;
    }

    private static int foreignWords(ParseState state, int first, int end) {
        int words = 0;
        for (int i = first; i < end; i++) {
            Token token = state.token(i);
            boolean foreign = token.kind == Token.Kind.WORD && token.use == Token.Use.NOTHING;
            words += foreign && token.end - token.start > 1 ? 1 : 0;
        }
        return words;
    }
}
