package io.tunetally.interpreter.derivation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Trains the weights of derivations: a log-linear model of all derivations of a message, in which those that give the expected
 * number are to be likelier than the others, whichever of them it is. Steps of the size that AdaGrad gives, and a quadratic penalty.
 * No library of the trainer's knows such a model; {@link StrictMath} makes the result the same everywhere.
 */
public final class DerivationTrainer {
    private static final int ROUNDS = 6;
    private static final double STEP = 0.1;
    private static final double PENALTY = 0.003;
    private static final double SMALLEST_SQUARE = 0.01;
    private static final double NO_CHANGE = 1e-6;

    /** Rarer features say more about one message than about messages. */
    private static final int FEWEST_MESSAGES = 3;

    /** The features of roles that say most are trained a second time with all of relations, so that the file stays small. */
    private static final int MOST_FEATURES = 9000;

    /** Smaller weights, in thousandths, decide nothing. */
    private static final int LEAST_WEIGHT = 20;

    private static final int SCALE = 1000;

    private final Map<String, Integer> columns = new TreeMap<>();
    private final List<Prepared> examples = new ArrayList<>();
    private final double[] weights;
    private final double[] squares;

    /** The components of an example with the columns of their features, and its derivations by the places of these. */
    private record Prepared(int[][] columns, int[][] derivations, boolean[] right) {}

    private DerivationTrainer(List<? extends DerivedExample> all, Set<String> features) {
        for (DerivedExample example : all) {
            if (IntStream.range(0, example.choices().size()).anyMatch(example::isRight)) {
                examples.add(prepared(example, features));
            }
        }
        weights = new double[columns.size()];
        squares = new double[columns.size()];
    }

    /** Returns the weights by feature and label, in thousandths. */
    public static Map<String, Map<String, Integer>> train(List<? extends DerivedExample> all) {
        Map<String, Integer> messages = new HashMap<>();
        for (DerivedExample example : all) {
            Set<String> own = new TreeSet<>();
            example.components().values().forEach(own::addAll);
            own.forEach(feature -> messages.merge(feature, 1, Integer::sum));
        }
        messages.values().removeIf(count -> count < FEWEST_MESSAGES);
        Set<String> relations = relations(all, messages.keySet());
        Map<String, Double> norms =
                new DerivationTrainer(all, messages.keySet()).trained().norms();
        Set<String> strongest = new TreeSet<>(norms.entrySet().stream()
                .filter(feature -> !relations.contains(feature.getKey()))
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> feature) ->
                                -feature.getValue() * messages.getOrDefault(feature.getKey(), 0))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_FEATURES)
                .map(Map.Entry::getKey)
                .toList());
        strongest.addAll(relations);
        return new DerivationTrainer(all, strongest).trained().rounded();
    }

    /** Returns the features of relations, which are few, and which rare ways of telling a number need. */
    private static Set<String> relations(List<? extends DerivedExample> all, Set<String> known) {
        Set<String> relations = new TreeSet<>();
        for (DerivedExample example : all) {
            example.components().forEach((component, names) -> {
                if (!ComponentFeatures.isRole(component)) {
                    relations.addAll(names);
                }
            });
        }
        relations.retainAll(known);
        return relations;
    }

    private Prepared prepared(DerivedExample example, Set<String> features) {
        Map<Integer, Integer> places = new HashMap<>();
        int[][] found = new int[example.components().size()][];
        example.components().forEach((component, names) -> {
            int[] own = names.stream()
                    .filter(features::contains)
                    .mapToInt(name ->
                            columns.computeIfAbsent(example.label(component) + "\t" + name, _ -> columns.size()))
                    .toArray();
            found[places.size()] = own;
            places.put(component, places.size());
        });
        List<int[]> choices = example.choices();
        int[][] derivations = new int[choices.size()][];
        boolean[] right = new boolean[derivations.length];
        for (int i = 0; i < derivations.length; i++) {
            derivations[i] = Arrays.stream(choices.get(i))
                    .map(component -> places.getOrDefault(component, 0))
                    .toArray();
            right[i] = example.isRight(i);
        }
        return new Prepared(found, derivations, right);
    }

    private DerivationTrainer trained() {
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(examples, new Random(round));
            examples.forEach(this::learn);
        }
        return this;
    }

    private void learn(Prepared example) {
        double[] scores = scores(example);
        double[] likely = new double[scores.length];
        double all = 0;
        double right = 0;
        for (int i = 0; i < scores.length; i++) {
            likely[i] = StrictMath.exp(scores[i]);
            all += likely[i];
            right += example.right[i] ? likely[i] : 0;
        }
        double[] change = new double[example.columns.length];
        for (int i = 0; i < scores.length; i++) {
            double step = (example.right[i] && right > 0 ? likely[i] / right : 0) - likely[i] / all;
            for (int component : example.derivations[i]) {
                change[component] += step;
            }
        }
        for (int component = 0; component < change.length; component++) {
            if (Math.abs(change[component]) > NO_CHANGE) {
                for (int column : example.columns[component]) {
                    step(column, change[component]);
                }
            }
        }
    }

    /** Returns the score of each derivation below that of the likeliest. */
    private double[] scores(Prepared example) {
        double[] own = new double[example.columns.length];
        for (int component = 0; component < own.length; component++) {
            for (int column : example.columns[component]) {
                own[component] += weights[column];
            }
        }
        double[] scores = new double[example.derivations.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            for (int component : example.derivations[i]) {
                scores[i] += own[component];
            }
            highest = Math.max(highest, scores[i]);
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] -= highest;
        }
        return scores;
    }

    private void step(int column, double change) {
        double slope = change - PENALTY * weights[column];
        squares[column] += slope * slope;
        weights[column] += STEP * slope / Math.sqrt(SMALLEST_SQUARE + squares[column]);
    }

    /** Returns the sum of the squares of each feature's weights. */
    private Map<String, Double> norms() {
        Map<String, Double> norms = new HashMap<>();
        columns.forEach((name, column) ->
                norms.merge(name.substring(name.indexOf('\t') + 1), weights[column] * weights[column], Double::sum));
        return norms;
    }

    private Map<String, Map<String, Integer>> rounded() {
        Map<String, Map<String, Integer>> rounded = new TreeMap<>();
        columns.forEach((name, column) -> {
            int weight = (int) Math.round(weights[column] * SCALE);
            int tab = name.indexOf('\t');
            if (Math.abs(weight) >= LEAST_WEIGHT) {
                rounded.computeIfAbsent(name.substring(tab + 1), _ -> new TreeMap<>())
                        .put(name.substring(0, tab), weight);
            }
        });
        return rounded;
    }
}
