package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Sense;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;

/** Whether a message asks or commands, sentence by sentence; one that merely speaks of costs does not. */
public final class Asking {
    private Asking() {}

    static boolean asks(Draft draft) {
        for (int first = 0; first < draft.size(); ) {
            Sentence sentence = draft.sentence(first);
            if (sentence.asks()) {
                return true;
            }
            first = sentence.end() + 1;
        }
        return false;
    }

    /** Whether something is asked for so plainly that no report beside it matters: {@code tell me what ... costs}. */
    public static boolean demands(Draft draft) {
        for (int first = 0; first < draft.size(); ) {
            int end = draft.sentence(first).end();
            if (demands(draft, first, end)
                    || closesWithRequest(draft, first, end)
                    || opensWithVerb(draft, first, end)) {
                return true;
            }
            first = end + 1;
        }
        return false;
    }

    static boolean asks(Draft draft, Sentence sentence) {
        int first = sentence.first();
        int end = sentence.end();
        if (draft.isSymbolAt(end, '?') || closesWithRequest(draft, first, end) || demands(draft, first, end)) {
            return true;
        }
        boolean opening = true;
        for (int i = first; i < end; i++) {
            Token token = draft.token(i);
            boolean strong = token.is(Sense.INTENTS) && token.lexeme != null && !token.lexeme.weak();
            if (strong || token.is(Cue.ABILITY) || (token.is(Cue.WISH) && isOwn(draft, i))) {
                return true;
            }
            // "Cost was $12" tells.
            boolean verb = token.is(Sense.INTENTS) && !draft.isAt(i + 1, Cue.IS);
            boolean opens = token.is(Cue.QUESTION) || token.is(Cue.IS) || verb || token.is(Sense.TUNING);
            if (opening && opens) {
                return true;
            }
            opening = token.isSymbol(':') || (opening && isCourteous(token));
        }
        return false;
    }

    /** Whether somebody wants it for themselves: {@code we want to fine-tune ...}, not "the payments team is going to". */
    public static boolean wishes(Draft draft) {
        for (int i = 0; i < draft.size(); i++) {
            if (draft.isAt(i, Cue.WISH) && isOwn(draft, i) && draft.sentence(i).tunes()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOwn(Draft draft, int wish) {
        String phrase = draft.typed(wish, wish);
        Sentence sentence = draft.sentence(wish);
        return wish == sentence.first()
                || phrase.endsWith(" i")
                || phrase.endsWith(" we")
                || sentence.namesPersonBefore(wish)
                || sentence.isCourteousUpTo(wish);
    }

    /** {@code I need the total cost}, {@code let me know what it costs}, {@code not sure what it would cost}. */
    private static boolean demands(Draft draft, int first, int end) {
        boolean demanded = false;
        boolean figure = false;
        for (int i = first; i < end; i++) {
            Token token = draft.token(i);
            if (demanded && asksForFigure(token)) {
                return true;
            }
            demanded |= isDemand(token) || token.is(Cue.QUESTION);
            figure |= asksForFigure(token);
        }
        // "The price is the only thing I need."
        return figure && end > first && isDemand(draft.token(end - 1));
    }

    /** {@code break even for ..., trained on 2k rows}: what is told behind it belongs to the question. */
    private static boolean opensWithVerb(Draft draft, int first, int end) {
        int at = first;
        while (at < end && isCourteous(draft.token(at))) {
            at++;
        }
        Token verb = draft.at(at);
        return at < end
                && verb != null
                && asksForFigure(verb)
                && verb.lexeme != null
                && !verb.lexeme.weak()
                && !draft.isAt(at + 1, Cue.IS);
    }

    private static boolean asksForFigure(Token token) {
        Intent intent = token.intent();
        return intent != null && intent != Intent.HELP && intent != Intent.MODELS;
    }

    /** A word behind which what is named is asked for. */
    public static boolean isDemand(Token token) {
        return token.is(Sense.COURTESIES)
                && token.lexeme != null
                && token.lexeme.value().equals("demand");
    }

    /** {@code ..., price pls}, {@code ..., rough cost}: what is wanted stands last. */
    private static boolean closesWithRequest(Draft draft, int first, int end) {
        int last = end - 1;
        while (last > first && (isCourteous(draft.token(last)) || draft.isBreakAt(last))) {
            last--;
        }
        if (!draft.isAt(last, Sense.INTENTS)) {
            return false;
        }
        int before = last - 1;
        while (draft.isAt(before, Cue.TOTAL) || draft.isAt(before, Cue.ABOUT)) {
            before--;
        }
        return draft.isBreakAt(before) || (draft.isUnitAt(before) && draft.isNumberAt(before - 1));
    }

    /** Whether a word opens a message without saying what it wants. */
    public static boolean isCourteous(Token token) {
        return token.is(Sense.COURTESIES) || token.is(Cue.THANKS) || token.kind == Token.Kind.SYMBOL;
    }
}
