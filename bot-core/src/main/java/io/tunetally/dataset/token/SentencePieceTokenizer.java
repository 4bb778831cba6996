package io.tunetally.dataset.token;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Byte pair encoding of characters as SentencePiece has it, in the vocabularies of Gemma, Llama 2 and the first Mistral models: a space
 * is a character like any other, and what is in no token is written in bytes.
 *
 * @param characters the tokens of single characters
 * @param bytes the tokens of single bytes, by their value; one that is a character, too, may have none
 * @param merges which tokens make another
 * @param prefix stands before a text; null for nothing
 * @param wordsApart whether no token goes on beyond the end of a word, so that words can be encoded one by one
 * @param added the added tokens, which are cut out before anything else; null if there are none
 */
record SentencePieceTokenizer(
        Map<Integer, Integer> characters,
        List<Integer> bytes,
        MergeTable merges,
        @Nullable String prefix,
        boolean wordsApart,
        @Nullable Pattern added)
        implements Tokenizer {
    /** The token of what has none; a run of it is one. */
    static final int UNKNOWN = -1;

    /** Stands for a space. */
    static final char SPACE = '\u2581';

    SentencePieceTokenizer {
        characters = Map.copyOf(characters);
        bytes = List.copyOf(bytes);
    }

    @Override
    public TokenCounter counter() {
        return new SentencePieceCounter(this);
    }
}
