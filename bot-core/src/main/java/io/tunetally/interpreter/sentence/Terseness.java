package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Sense;
import io.tunetally.interpreter.token.Token;

/** Tells a command ({@code lora 8b 1k examples}) from a sentence, in which a bare number or size means nothing by itself. */
final class Terseness {
    private Terseness() {}

    static boolean isTerse(Draft draft) {
        return isTerse(draft, 0, draft.size());
    }

    /** The same of a part of a message. */
    static boolean isTerse(Draft draft, int first, int end) {
        for (int i = first; i < end; i++) {
            Token token = draft.token(i);
            Measure next = draft.measureAt(i + 1);
            boolean rate = token.is(Cue.ARTICLE) && next != null && next.isTime();
            if (!rate && !isWithinName(draft, i) && isProse(draft, token)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isProse(Draft draft, Token token) {
        if (token.kind == Token.Kind.WORD) {
            return draft.isEnglish(token);
        }
        if (token.lexeme == null) {
            return false;
        }
        return token.is(Sense.FUNCTIONS)
                || token.is(Cue.PERSON)
                || token.is(Cue.ARTICLE)
                || token.is(Cue.REPORT)
                || token.is(Cue.QUESTION)
                || token.is(Cue.WISH)
                || (token.is(Cue.IS) && isVerb(draft, token));
    }

    // "org" in "ft:gpt-4o:my-org::id" and "method" in "method=lora" are no words of a sentence.
    private static boolean isWithinName(Draft draft, int i) {
        Token before = draft.at(i - 1);
        if (draft.isSymbolAt(i + 1, '=') || draft.isSymbolAt(i + 1, ':')) {
            return true;
        }
        return before != null
                && !draft.token(i).spaced
                && (before.isSymbol(':') || before.isSymbol('-') || before.isSymbol('_') || draft.isSlash(i - 1));
    }

    private static boolean isVerb(Draft draft, Token token) {
        return switch (draft.text.folded(token.start, token.end)) {
            case "is", "are", "was", "were", "be", "being" -> true;
            default -> false;
        };
    }
}
