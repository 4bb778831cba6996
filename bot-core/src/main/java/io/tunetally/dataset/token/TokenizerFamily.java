package io.tunetally.dataset.token;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The models that share a tokenizer and a chat template.
 *
 * @param id its name in reports
 * @param models a pattern of the ids of models
 * @param vocabulary where the exact tokenizer comes from; null if none ships with the program
 * @param like the tokenizer that the estimate is made with; empty if the family is another's without the operator's file
 * @param band how far an estimate may be off, in percent, by script
 */
public record TokenizerFamily(
        String id,
        Pattern models,
        @Nullable String vocabulary,
        String like,
        Map<Script, Double> band,
        ChatTemplate template) {
    public TokenizerFamily {
        band = Map.copyOf(band);
    }

    /** Returns the exact tokenizer; an estimate if there is none. */
    Tokenizer tokenizer(@Nullable Path file) {
        if (file != null) {
            return TokenizerFile.read(id, file);
        }
        return vocabulary == null
                ? new EstimatingTokenizer(ShippedTokenizer.of(like).tokenizer(), band)
                : ShippedTokenizer.of(vocabulary).tokenizer();
    }
}
