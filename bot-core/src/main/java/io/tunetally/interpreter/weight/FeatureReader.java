package io.tunetally.interpreter.weight;

/** Reads the features of a thing that is to be classified. */
@FunctionalInterface
public interface FeatureReader {
    /**
     * Gives each feature to the sink.
     *
     * @param words the words outside the lexicon that count
     */
    void read(WordSymbols words, FeatureSink sink);
}
