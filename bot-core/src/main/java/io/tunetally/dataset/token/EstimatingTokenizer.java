package io.tunetally.dataset.token;

import java.util.Map;

/**
 * An estimate by another family's tokenizer, with a band that was measured per script.
 *
 * @param like the other tokenizer
 */
record EstimatingTokenizer(Tokenizer like, Map<Script, Double> band) implements Tokenizer {
    @Override
    public boolean exact() {
        return false;
    }

    @Override
    public TokenCounter counter() {
        TokenCounter counter = like.counter();
        return new TokenCounter() {
            @Override
            public long count(String text) {
                return counter.count(text);
            }

            @Override
            public double bandPercent(String text) {
                return percent(text);
            }
        };
    }

    /** Returns the band of a text: the mean of its characters' bands. */
    private double percent(String text) {
        return text.codePoints()
                .mapToDouble(c -> band.getOrDefault(Script.of(c), 0.0))
                .average()
                .orElse(0);
    }
}
