package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.token.Token;

/**
 * The clauses of a message that matter: those that hold a value, ask, or begin like a follow-up. What else is told around them ({@code double the
 * requests please, marketing just told me ...}) decides nothing.
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

    /** Words of content in them that the lexicon does not know. */
    public int foreignWords() {
        return foreignWords;
    }

    /** The same of the whole message. */
    public int allForeignWords() {
        return allForeignWords;
    }

    /** Whether one of them says by its words that it goes on from what was asked before. */
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
