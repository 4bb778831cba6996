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

    /** Returns the band of a text: that of each script, weighed by its share. */
    private double percent(String text) {
        int[] characters = new int[Script.values().length];
        text.codePoints().forEach(c -> characters[Script.of(c).ordinal()]++);
        double sum = 0;
        int all = 0;
        for (Script script : Script.values()) {
            int count = characters[script.ordinal()];
            sum += count * band.getOrDefault(script, 0.0);
            all += count;
        }
        return all == 0 ? 0 : sum / all;
    }
}
