package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.weight.FeatureSink;
import io.tunetally.interpreter.weight.WordSymbols;

/** What the derivations of a message are made of: numbers that stand for components, each with features and a label. */
public interface ComponentFeatures {
    /** Bounds for the figures and for the roles of a message. */
    int FIGURES = 10;

    int ROLES = 16;

    /** The label of all components but the roles. */
    String RELATION = "relation";

    /** Returns the component that a kind of pair makes of two figures, or of a figure and a role. */
    static int pair(int kind, int one, int other) {
        return (kind * FIGURES + one) * ROLES + other;
    }

    /** True of the role of a figure. */
    static boolean isRole(int component) {
        return component < FIGURES * ROLES;
    }

    /** Returns the figure of a role, or the first figure of a pair. */
    static int figure(int component) {
        return component / ROLES % FIGURES;
    }

    /** Returns the label whose weight counts. */
    String label(int component);

    /** Gives the features of a component to a sink. */
    void read(int component, WordSymbols words, FeatureSink sink);
}
