package io.tunetally.interpreter;

/** Whether a message asks or commands, sentence by sentence; one that merely speaks of costs does not. */
final class Asking {
    private Asking() {}

    static boolean asks(Draft draft) {
        for (int first = 0; first < draft.size(); ) {
            int end = draft.sentenceEnd(first);
            if (asks(draft, first, end)) {
                return true;
            }
            first = end + 1;
        }
        return false;
    }

    /** Whether the sentence of a word asks. */
    static boolean asksWith(Draft draft, int index) {
        return asks(draft, draft.sentenceStart(index), draft.sentenceEnd(index));
    }

    /** Whether something is asked for so plainly that no report beside it matters: {@code tell me what ... costs}. */
    static boolean demands(Draft draft) {
        for (int first = 0; first < draft.size(); ) {
            int end = draft.sentenceEnd(first);
            if (demands(draft, first, end) || closesWithRequest(draft, first, end)) {
                return true;
            }
            first = end + 1;
        }
        return false;
    }

    private static boolean asks(Draft draft, int first, int end) {
        if (draft.isSymbolAt(end, '?') || closesWithRequest(draft, first, end) || demands(draft, first, end)) {
            return true;
        }
        boolean opening = true;
        for (int i = first; i < end; i++) {
            Token token = draft.tokens.get(i);
            boolean strong = token.is(Sense.INTENTS) && token.lexeme != null && !token.lexeme.weak();
            if (strong || token.is(Cue.WISH) || token.is(Cue.ABILITY)) {
                return true;
            }
            // "Cost was $12" tells.
            boolean verb = token.is(Sense.INTENTS) && !draft.isAt(i + 1, Cue.IS);
            boolean opens = token.is(Cue.QUESTION) || token.is(Cue.IS) || verb || token.is(Sense.TUNING);
            if (opening && opens) {
                return true;
            }
            opening &= isCourteous(token);
        }
        return false;
    }

    /** {@code I need the total cost}, {@code let me know what it costs}, {@code not sure what it would cost}. */
    private static boolean demands(Draft draft, int first, int end) {
        boolean demanded = false;
        for (int i = first; i < end; i++) {
            Token token = draft.tokens.get(i);
            if (demanded && asksForFigure(token)) {
                return true;
            }
            demanded |= isDemand(token) || token.is(Cue.QUESTION);
        }
        return false;
    }

    private static boolean asksForFigure(Token token) {
        return token.lexeme != null
                && token.lexeme.code() instanceof Intent intent
                && intent != Intent.HELP
                && intent != Intent.MODELS;
    }

    private static boolean isDemand(Token token) {
        return token.is(Sense.COURTESIES)
                && token.lexeme != null
                && token.lexeme.value().equals("demand");
    }

    /** {@code ..., price pls}, {@code ..., cost}: what is wanted stands last. */
    private static boolean closesWithRequest(Draft draft, int first, int end) {
        int last = end - 1;
        while (last > first && (isCourteous(draft.tokens.get(last)) || draft.isBreakAt(last))) {
            last--;
        }
        if (!draft.isAt(last, Sense.INTENTS)) {
            return false;
        }
        int before = draft.isAt(last - 1, Cue.TOTAL) ? last - 2 : last - 1;
        return draft.isBreakAt(before) || draft.isNumberAt(before - 1);
    }

    /** Whether a word opens a message without saying what it wants. */
    static boolean isCourteous(Token token) {
        return token.is(Sense.COURTESIES) || token.is(Cue.THANKS) || token.kind == Token.Kind.SYMBOL;
    }
}
