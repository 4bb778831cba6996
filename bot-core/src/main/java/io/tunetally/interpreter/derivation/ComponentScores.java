package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.weight.Scores;
import io.tunetally.interpreter.weight.Weights;
import java.util.HashMap;
import java.util.Map;

/** The scores of the components of a message, in thousandths; each is looked up once for all derivations. */
public final class ComponentScores {
    private final Weights weights;
    private final ComponentFeatures features;
    private final Map<Integer, Integer> scores = new HashMap<>();
    private final Map<Integer, Scores> ofFigures = new HashMap<>();

    public ComponentScores(Weights weights, ComponentFeatures features) {
        this.weights = weights;
        this.features = features;
    }

    /** Returns the score of a derivation. */
    public int of(int[] components) {
        int score = 0;
        for (int component : components) {
            score += of(component);
        }
        return score;
    }

    public int of(int component) {
        return scores.computeIfAbsent(component, key -> ofFeatures(key).of(features.label(key)));
    }

    /** Returns the scores of all labels; a figure has the same features in each of its roles. */
    private Scores ofFeatures(int component) {
        return ComponentFeatures.isRole(component)
                ? ofFigures.computeIfAbsent(
                        ComponentFeatures.figure(component),
                        _ -> weights.score((words, sink) -> features.read(component, words, sink)))
                : weights.score((words, sink) -> features.read(component, words, sink));
    }
}
