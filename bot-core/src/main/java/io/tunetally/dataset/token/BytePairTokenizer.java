package io.tunetally.dataset.token;

import com.knuddels.jtokkit.api.Encoding;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Byte pair encoding of the pieces of a pre-tokenizer.
 *
 * @param pieces encodes one piece
 * @param composed whether text is put into Unicode's composed form (NFC) first
 * @param added the added tokens, which are cut out before anything else; null if there are none
 */
record BytePairTokenizer(
        Splitter splitter,
        Encoding pieces,
        boolean composed,
        @Nullable Pattern added) implements Tokenizer {
    @Override
    public TokenCounter counter() {
        return new BytePairCounter(this);
    }
}
