package io.tunetally.interpreter;

/** Whether a sentence asks or commands; one that merely speaks of costs does not. */
final class Asking {
    private Asking() {}

    /** {@code ..., price pls}, {@code ..., cost}: what is wanted stands last. */
    static boolean closesWithRequest(Draft draft) {
        int last = draft.size() - 1;
        while (last > 0
                && (draft.isAt(last, Sense.COURTESIES) || draft.isAt(last, Cue.THANKS) || draft.isBreakAt(last))) {
            last--;
        }
        return draft.isAt(last, Sense.INTENTS) && (draft.isBreakAt(last - 1) || draft.isNumberAt(last - 2));
    }

    static boolean asks(Draft draft) {
        if (closesWithRequest(draft)) {
            return true;
        }
        boolean opening = true;
        for (Token token : draft.tokens) {
            if (token.isSymbol('?') || token.is(Cue.QUESTION) || token.is(Cue.WISH) || token.is(Cue.ABILITY)) {
                return true;
            }
            if (opening && token.is(Cue.IS)) {
                return true;
            }
            boolean strong = token.is(Sense.INTENTS) && token.lexeme != null && !token.lexeme.weak();
            if (strong || (opening && (token.is(Sense.INTENTS) || token.is(Sense.TUNING)))) {
                return true;
            }
            opening &= token.is(Sense.COURTESIES) || token.is(Cue.THANKS) || token.kind == Token.Kind.SYMBOL;
        }
        return false;
    }
}
