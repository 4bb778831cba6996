package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.weight.FeatureKind;
import io.tunetally.interpreter.weight.FeatureSink;
import io.tunetally.interpreter.weight.WordSymbols;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What derivations are made of: the role of each figure, how two figures stand to each other, and what the result is to what the
 * readers found. Each component is a number, so that its weight is looked up once for all derivations of a message.
 */
public final class Components implements ComponentFeatures {
    /** The kinds of pairs. */
    public enum Pair {
        ROLE(0),
        GROUPS(1),
        DROPPED_GROUPS(2),
        WITHOUT_ONE(3),
        ADDENDS(4),
        REMOVED(5),
        HELD_OUT(6),
        /** A part that is taken off a sum, or that never was in it. */
        TAKEN_OFF_SUM(7),
        /** A number that is counted for each of another one that is a factor, too. */
        CHAIN_KEPT(8),
        /** A number that is counted for each of another one that is no factor. */
        CHAIN_BROKEN(9);

        private static final List<Pair> ALL = List.of(values());

        private final int number;

        Pair(int number) {
            this.number = number;
        }
    }

    private static final int PAIRS = Pair.ALL.size() * FIGURES * ROLES;

    /** What a result can be to what the readers found. */
    private static final int AGREEMENTS = 16;

    private static final int WRITTEN = PAIRS + AGREEMENTS;
    private static final int SUM_WRITTEN = WRITTEN + 1;
    private static final int UNCHANGED = WRITTEN + 2;
    private static final int CONFIRMED = WRITTEN + 3;
    private static final int TAKEN_AGAIN = WRITTEN + 4;
    private static final int SHAPES = WRITTEN + 5;

    /** The shapes of derivations from what the message says alone; there are as many that go on from what is remembered. */
    static final int SHAPES_OF_NEW = 16_384;

    private static final Symbol[] RESULTS = {
        Symbol.of("RESULT-WRITTEN"),
        Symbol.of("SUM-WRITTEN"),
        Symbol.of("RESULT-UNCHANGED"),
        Symbol.of("RESULT-CONFIRMED"),
        Symbol.of("TAKEN-AGAIN")
    };
    private static final Symbol[] AGREES = IntStream.range(0, AGREEMENTS)
            .mapToObj(code -> Symbol.of("AGREES-" + code))
            .toArray(Symbol[]::new);

    private final List<Figure> figures;
    private final FigureFeatures features;

    Components(List<Figure> figures, FigureFeatures features) {
        this.figures = figures;
        this.features = features;
    }

    static int role(int figure, Role role) {
        return pair(Pair.ROLE, figure, role.number());
    }

    static int pair(Pair kind, int one, int other) {
        return ComponentFeatures.pair(kind.number, one, other);
    }

    /**
     * Returns what a result is to what the readers found.
     *
     * @param found what kind of number they found, below 3
     * @param result the kind of the result, below 3; 3 if it is the one that they found
     */
    static int agreement(int found, int result) {
        return PAIRS + found * 4 + result;
    }

    /** The result is another number of the message, too. */
    static int written() {
        return WRITTEN;
    }

    /** The sum of its parts, from which something is taken off, is another number of the message. */
    static int sumWritten() {
        return SUM_WRITTEN;
    }

    /** The result is one of the numbers that it is derived from. */
    static int unchanged() {
        return UNCHANGED;
    }

    /** The only number that it is made of is the sum or the difference of two others: {@code 3,200 less 200, so 3,000}. */
    static int confirmed() {
        return CONFIRMED;
    }

    /** What a part is taken off lacks it already, as both make another number: the 200 of {@code 3,200, less 200, so 3,000}. */
    static int takenAgain() {
        return TAKEN_AGAIN;
    }

    static int shape(int code) {
        return SHAPES + code;
    }

    @Override
    public String label(int component) {
        return ComponentFeatures.isRole(component)
                ? Role.ALL.get(component % ROLES).label()
                : RELATION;
    }

    @Override
    public void read(int component, WordSymbols words, FeatureSink sink) {
        if (component >= SHAPES) {
            sink.add(FeatureKind.FACT, Symbol.of(Shape.name(component - SHAPES)), Symbol.NONE);
        } else if (component >= PAIRS) {
            sink.add(FeatureKind.FACT, fact(component), Symbol.NONE);
        } else {
            int one = ComponentFeatures.figure(component);
            int other = component % ROLES;
            Pair kind = Pair.ALL.get(component / (FIGURES * ROLES));
            if (kind == Pair.ROLE) {
                features.read(figures.get(one), words, sink);
            } else if (kind == Pair.CHAIN_KEPT || kind == Pair.CHAIN_BROKEN) {
                features.chains().read(one, other, kind == Pair.CHAIN_KEPT, sink);
            } else {
                features.relations().read(kind, figures.get(one), figures.get(other), sink);
            }
        }
    }

    private static Symbol fact(int component) {
        return component < WRITTEN ? AGREES[component - PAIRS] : RESULTS[component - WRITTEN];
    }
}
