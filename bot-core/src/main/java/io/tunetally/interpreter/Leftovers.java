package io.tunetally.interpreter;

import io.tunetally.interpreter.sentence.Draft;
import io.tunetally.interpreter.sentence.Rare;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Problem;
import io.tunetally.text.TextSpan;
import java.util.List;

/** What of a message was not used. */
final class Leftovers {
    private Leftovers() {}

    /** The spans of words that led to nothing. */
    static List<TextSpan> ignored(Draft draft) {
        List<TextSpan> spans = List.of();
        int end = 0;
        for (Token token : draft.all()) {
            boolean unused = token.use == Token.Use.NOTHING || token.use == Token.Use.KNOWN_NON_SLOT;
            boolean worded =
                    token.kind == Token.Kind.WORD || token.kind == Token.Kind.CODE || token.kind == Token.Kind.NUMBER;
            if ((unused && worded) || token.use == Token.Use.KNOWN_NON_SLOT) {
                TextSpan span = draft.text.span(token.start, token.end);
                if (span.start() >= end) {
                    spans = Rare.with(spans, span);
                }
            }
            // One character can stand for several (a ligature, a unit sign): it is given away once.
            end = Math.max(end, draft.text.originalEnd(token.end));
        }
        return spans;
    }

    /** Adds the words that are neither ours nor English to the problems. */
    static void reportUnknownWords(Draft draft) {
        for (Token token : draft.all()) {
            if (isUnknown(draft, token)) {
                String word = draft.text.folded(token.start, token.end);
                draft.add(new Problem.UnknownWord(
                        draft.text.typed(token.start, token.end),
                        draft.vocabulary.typos().nearest(word),
                        draft.text.span(token.start, token.end)));
            }
        }
    }

    private static boolean isUnknown(Draft draft, Token token) {
        return token.kind == Token.Kind.WORD
                && token.use == Token.Use.NOTHING
                && token.end - token.start > 1
                && !draft.isEnglish(token);
    }
}
