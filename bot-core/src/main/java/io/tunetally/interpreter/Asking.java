package io.tunetally.interpreter;

/** Whether a sentence asks or commands; one that merely speaks of costs does not. */
final class Asking {
    private Asking() {}

    static boolean asks(Draft draft) {
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
