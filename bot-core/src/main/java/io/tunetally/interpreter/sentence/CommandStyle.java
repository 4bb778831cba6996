package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Token;

/** Distinguishes a command ({@code lora 8b 1k examples}) from a sentence, in which a bare number or size means nothing by itself. */
final class CommandStyle {
    /** The most words of a heading, its colon included. */
    private static final int LONGEST_HEADING = 3;

    /** A whole command holds at most one word of its own to so many values: {@code catalog 40k rows x 120 tok 8b lora}. */
    private static final int VALUES_PER_WORD = 4;

    private CommandStyle() {}

    static boolean isTerse(ParseState state) {
        return isTerse(state, heading(state), state.size(), VALUES_PER_WORD);
    }

    /** Returns the number of tokens of a heading: {@code client A: 4.1-mini 3k ex}. */
    private static int heading(ParseState state) {
        for (int i = 1; i <= Math.min(LONGEST_HEADING, state.size() - 2); i++) {
            if (state.isSymbolAt(i, ':') && state.token(i + 1).spaced) {
                return i + 1;
            }
            if (state.token(i).kind != Token.Kind.WORD && state.token(i).kind != Token.Kind.CODE) {
                return 0;
            }
        }
        return 0;
    }

    /** True if a part of a message is a command. */
    static boolean isTerse(ParseState state, int first, int end) {
        return isTerse(state, first, end, Integer.MAX_VALUE);
    }

    private static boolean isTerse(ParseState state, int first, int end, int valuesPerWord) {
        int words = 0;
        int values = 0;
        for (int i = first; i < end; i++) {
            Token token = state.token(i);
            Measure next = state.measureAt(i + 1);
            boolean rate = token.is(Cue.ARTICLE) && next != null && next.isTime();
            values += isValue(token) ? 1 : 0;
            boolean shortForCommand = i == 0 && state.hasTyped(0, Trait.SHORT_FOR_BREAK_EVEN);
            boolean noProse = rate || shortForCommand || isWithinName(state, i) || isOfCard(state, i);
            if (!noProse && isProse(state, token) && !isMinus(state, i)) {
                if (token.kind != Token.Kind.WORD) {
                    return false;
                }
                words++;
            }
        }
        return words <= values / valuesPerWord;
    }

    /** The {@code an} of {@code qlora 8b 5k examples on an h100}: the command is one with it as without it. */
    private static boolean isOfCard(ParseState state, int i) {
        return state.isAt(i, Cue.ARTICLE) && (state.isGpuAt(i + 1) || state.isGpuNumber(i + 1));
    }

    /** {@code 2,240 claims minus 240}. */
    private static boolean isMinus(ParseState state, int i) {
        return state.isNumberAt(i + 1)
                && (state.isNumberAt(i - 1) || state.isUnitAt(i - 1))
                && state.hasTyped(i, Trait.MINUS);
    }

    private static boolean isValue(Token token) {
        return token.isNumber()
                || token.is(Category.UNITS)
                || token.is(Category.MODELS)
                || token.is(Category.FAMILIES)
                || token.is(Category.METHODS)
                || token.is(Category.PROVIDERS);
    }

    private static boolean isProse(ParseState state, Token token) {
        if (token.kind == Token.Kind.WORD) {
            return state.isEnglish(token);
        }
        if (token.lexeme == null) {
            return false;
        }
        return token.is(Category.FUNCTIONS)
                || token.is(Cue.PERSON)
                || token.is(Cue.ARTICLE)
                || token.is(Cue.REPORT)
                || token.is(Cue.QUESTION)
                || token.is(Cue.WISH)
                || (token.is(Cue.IS) && isVerb(state, token));
    }

    // "org" in "ft:gpt-4o:my-org::id" and "method" in "method=lora" are not words of a sentence.
    private static boolean isWithinName(ParseState state, int i) {
        Token before = state.at(i - 1);
        if (state.isAssignmentAt(i + 1)) {
            return true;
        }
        return before != null
                && !state.token(i).spaced
                && (before.isSymbol(':') || before.isSymbol('-') || before.isSymbol('_') || state.isSlash(i - 1));
    }

    private static boolean isVerb(ParseState state, Token token) {
        return state.compiledLexicon.is(Trait.FORM_OF_BE, state.text.folded(token.start, token.end));
    }
}
