package io.tunetally.interpreter.weight;

import io.tunetally.interpreter.lexicon.Symbol;
import java.util.Arrays;

/** Gives punctuation marks a symbol, so that they can be weighed. */
public final class MarkSymbols {
    private static final int ASCII = 128;

    private final Symbol[] byCharacter = new Symbol[ASCII];

    /**
     * @param marks the marks that are weighed, each an ASCII character
     */
    public MarkSymbols(String marks) {
        Arrays.fill(byCharacter, Symbol.NONE);
        marks.chars().forEach(mark -> byCharacter[mark] = Symbol.of(Character.toString(mark)));
    }

    /** Returns the symbol of a mark, or {@link Symbol#NONE} if it is not weighed. */
    public Symbol of(char mark) {
        return mark < ASCII ? byCharacter[mark] : Symbol.NONE;
    }
}
