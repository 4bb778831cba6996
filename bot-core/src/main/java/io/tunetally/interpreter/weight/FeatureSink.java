package io.tunetally.interpreter.weight;

import io.tunetally.interpreter.lexicon.Symbol;

/** Receives the features of a message. A feature may come several times and counts once. */
public interface FeatureSink {
    /**
     * Takes a feature.
     *
     * @param second the rest of it, or {@link Symbol#NONE}
     */
    void add(FeatureKind kind, Symbol first, Symbol second);
}
