package io.tunetally.interpreter.weight;

import io.tunetally.interpreter.lexicon.Symbol;

/** Gives words outside the lexicon a symbol, so that they can be weighed. */
@FunctionalInterface
public interface WordSymbols {
    /** The first character of the name of such a symbol, so that no phrase of the lexicon is one. */
    char MARK = '~';

    /** It stands for a space in a phrase. */
    char JOINT = '_';

    /** Returns the symbol of a word of a text, or {@link Symbol#NONE} if it is not weighed. */
    Symbol of(String text, int start, int end);
}
