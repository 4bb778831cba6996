package io.tunetally.dataset.token;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Byte pair encoding of the pieces of a pre-tokenizer.
 *
 * @param ranks the vocabulary
 * @param composed whether text is put into Unicode's composed form (NFC) first
 * @param added the added tokens, which are cut out before anything else; null if there are none
 */
record BytePairTokenizer(
        Splitter splitter,
        Ranks ranks,
        boolean composed,
        @Nullable Pattern added) implements Tokenizer {
    @Override
    public TokenCounter counter() {
        return new BytePairCounter(this);
    }
}
