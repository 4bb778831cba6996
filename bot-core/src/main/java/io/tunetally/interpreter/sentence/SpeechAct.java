package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;

/** Detects whether a message is a question or command, sentence by sentence; a mere mention of costs is neither. */
public final class SpeechAct {
    private SpeechAct() {}

    static boolean asks(ParseState state) {
        for (int first = 0; first < state.size(); ) {
            Sentence sentence = state.sentence(first);
            if (sentence.asks()) {
                return true;
            }
            first = sentence.end() + 1;
        }
        return false;
    }

    static boolean asks(ParseState state, Sentence sentence) {
        int first = sentence.first();
        int end = sentence.end();
        if (state.isSymbolAt(end, '?') || closesWithRequest(state, first, end) || demands(state, first, end)) {
            return true;
        }
        boolean opening = true;
        for (int i = first; i < end; i++) {
            Token token = state.token(i);
            boolean strong = token.is(Category.INTENTS) && token.lexeme != null && !token.lexeme.weak();
            if (strong || token.is(Cue.ABILITY) || (token.is(Cue.WISH) && isOwn(state, i))) {
                return true;
            }
            // "Cost was $12" is a report.
            boolean verb = token.is(Category.INTENTS) && !state.isAt(i + 1, Cue.IS);
            boolean opens = token.is(Cue.QUESTION) || token.is(Cue.IS) || verb || token.is(Category.TUNING);
            if (opening && opens) {
                return true;
            }
            opening = token.isSymbol(':') || (opening && isCourteous(token));
        }
        return false;
    }

    /**
     * True if a sentence asks for a reason or a meaning: {@code why would a long call cost more}, {@code what does that mean for a
     * layman}, {@code what is the point of provisioned units}.
     */
    public static boolean asksToExplain(ParseState state) {
        if (state.hasTypedAnywhere(Trait.EXPLANATION) && state.hasTypedAnywhere(Trait.ASKS_WHY)) {
            // "asked why it is charged twice. I would appreciate an explanation"
            return true;
        }
        for (int first = 0; first < state.size(); ) {
            Sentence sentence = state.sentence(first);
            // A question in Japanese ends with its particle and a full stop.
            boolean last =
                    sentence.end() >= state.size() || (state.text.isTranslated() && sentence.end() == state.size() - 1);
            if (last || state.isSymbolAt(sentence.end(), '?')) {
                int start = first;
                while (start < sentence.end()
                        && (isCourteous(state.token(start))
                                || state.isAt(start, Cue.AND)
                                || state.isAt(start, Cue.BUT))) {
                    start++;
                }
                if (asksToExplain(state, start, sentence.end())) {
                    return true;
                }
            }
            first = sentence.end() + 1;
        }
        return false;
    }

    private static boolean asksToExplain(ParseState state, int first, int end) {
        boolean why = false;
        // Not "does a higher count mean overfitting".
        boolean what = false;
        boolean marked = state.isSymbolAt(end, '?');
        for (int i = first; i < end && !why; i++) {
            boolean inside = marked && (state.isAt(i - 1, Cue.QUESTION) || state.isBreakAt(i - 1));
            boolean last = i == end - 1 && state.isAt(i - 1, Cue.AND);
            // In Japanese or Chinese the word that asks stands behind what it asks about.
            boolean place =
                    i == first || inside || last || state.text.isTranslated() || state.hasTyped(i - 1, Trait.EXPLAINS);
            what |= (place || state.isBreakAt(i - 1)) && state.hasTyped(i, Trait.ASKS_WHAT);
            why = (place && state.hasTyped(i, Trait.ASKS_WHY)) || (what && asksForMeaning(state, i, end));
        }
        return why;
    }

    /** {@code what does that mean}, {@code what would that be in words a baker understands}, {@code what is a held-out set for}. */
    private static boolean asksForMeaning(ParseState state, int index, int end) {
        return state.hasTyped(index, Trait.MEANS)
                || state.hasTyped(index, Trait.EXPLAINS)
                || (index == end - 1 && state.isAt(index, Cue.FOR));
    }

    private static boolean isOwn(ParseState state, int wish) {
        Sentence sentence = state.sentence(wish);
        return wish == sentence.first()
                || state.token(wish).is(Trait.OWN_WISH)
                || sentence.namesPersonBefore(wish)
                || sentence.isCourteousUpTo(wish);
    }

    /** {@code I need the total cost}, {@code let me know what it costs}, {@code not sure what it would cost}. */
    private static boolean demands(ParseState state, int first, int end) {
        boolean demanded = false;
        boolean figure = false;
        for (int i = first; i < end; i++) {
            Token token = state.token(i);
            if (demanded && asksForFigure(token)) {
                return true;
            }
            demanded |= isDemand(token) || token.is(Cue.QUESTION);
            figure |= asksForFigure(token);
        }
        // "The price is the only thing I need."
        return figure && end > first && isDemand(state.token(end - 1));
    }

    private static boolean asksForFigure(Token token) {
        Intent intent = token.intent();
        return intent != null && intent != Intent.HELP && intent != Intent.MODELS;
    }

    /** True for a word that makes the words after it a request. */
    public static boolean isDemand(Token token) {
        return token.is(Trait.DEMAND);
    }

    /** {@code ..., price pls}, {@code ..., rough cost}: the request comes last. */
    private static boolean closesWithRequest(ParseState state, int first, int end) {
        int last = end - 1;
        while (last > first && (isCourteous(state.token(last)) || state.isBreakAt(last))) {
            last--;
        }
        if (!state.isAt(last, Category.INTENTS)) {
            return false;
        }
        int before = last - 1;
        while (state.isAt(before, Cue.TOTAL) || state.isAt(before, Cue.ABOUT)) {
            before--;
        }
        return state.isBreakAt(before) || (state.isUnitAt(before) && state.isNumberAt(before - 1));
    }

    /** True if a word opens a message without being a request. */
    public static boolean isCourteous(Token token) {
        return token.is(Category.COURTESIES) || token.is(Cue.THANKS) || token.kind == Token.Kind.SYMBOL;
    }
}
