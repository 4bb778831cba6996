package io.tunetally.interpreter.weight;

import io.tunetally.interpreter.lexicon.LexiconException;
import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.snapshot.ArrayBytes;
import io.tunetally.yaml.BuiltInFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A linear classifier: each feature adds its weight to the score of each label, and the highest score
 * decides. Weights are whole thousandths, so that the sum does not depend on the order of addition.
 */
public final class Weights {
    private static final int SCALE = 1000;
    private static final String FOLDER = "weight/";
    public static final String FIRST_MESSAGES = "first-messages.tsv";
    public static final String FOLLOW_UPS = "follow-ups.tsv";
    public static final String NAMES = "names.tsv";
    public static final String NUMBERS = "numbers.tsv";
    public static final String TRAFFIC = "traffic.tsv";
    public static final String DERIVATIONS = "derivations.tsv";
    public static final String SUMS = "sums.tsv";
    public static final String TOPICS = "topics.tsv";

    /** The files of the trained weights. */
    private static final List<String> FILES =
            List.of(FIRST_MESSAGES, FOLLOW_UPS, NAMES, NUMBERS, TRAFFIC, DERIVATIONS, SUMS, TOPICS);

    /** The bits of {@link #known} for each slot of a key. */
    private static final int KNOWN_BITS = 4;

    /** The highest six bits of a key choose a bit of a word. */
    private static final int KNOWN_SHIFT = 58;

    private final List<String> labels;
    /** Open addressing by the key of a feature; 0 is free. */
    private final long[] keys;
    /** A bit of each key: most features of a message have no weight, and this tells them from the others in less memory. */
    private final long[] known;
    /** The feature of a key, by which its weights stand in rows. */
    private final int[] featureOf;

    /** By feature, the weights of two labels in each element: half as many additions. */
    private final long[] pairs;

    private final int pairsOfFeature;
    private final int features;
    private final WeighedWords words;

    /** Compiles weights by feature and label. */
    public Weights(Map<String, Map<String, Integer>> byFeature) {
        this(labelsOf(byFeature), List.copyOf(byFeature.keySet()), rows(byFeature, labelsOf(byFeature)));
    }

    /** Compiles weights in rows, one for each feature, with a column for each label. */
    private Weights(List<String> labels, List<String> names, int[] weights) {
        this.labels = labels;
        features = names.size();
        pairsOfFeature = (labels.size() + 1) / 2;
        pairs = new long[features * pairsOfFeature];
        for (int feature = 0; feature < features; feature++) {
            for (int label = 0; label < labels.size(); label++) {
                pairs[feature * pairsOfFeature + label / 2] +=
                        (long) weights[feature * labels.size() + label] << (label % 2 * Integer.SIZE);
            }
        }
        words = new WeighedWords(names);
        int capacity = Integer.highestOneBit(Math.max(1, features)) * 4;
        keys = new long[capacity];
        known = new long[Math.max(1, capacity * KNOWN_BITS / Long.SIZE)];
        featureOf = new int[capacity];
        for (int feature = 0; feature < features; feature++) {
            long key = key(names.get(feature));
            int slot = slot(key);
            keys[slot] = key;
            known[word(key)] |= bit(key);
            featureOf[slot] = feature;
        }
    }

    private Weights(ArrayBytes.Reader from) {
        labels = List.of(from.text().split("\t"));
        keys = from.longs();
        known = from.longs();
        featureOf = from.ints();
        pairs = from.longs();
        words = new WeighedWords(from);
        pairsOfFeature = (labels.size() + 1) / 2;
        features = pairs.length / pairsOfFeature;
    }

    /** Returns the compiled weights as bytes, which {@link #load} finds in the jar. */
    byte[] snapshot() {
        ArrayBytes.Writer to = new ArrayBytes.Writer()
                .text(String.join("\t", labels))
                .longs(keys)
                .longs(known)
                .ints(featureOf)
                .longs(pairs);
        words.write(to);
        return to.written();
    }

    /** Returns the weights of a snapshot. */
    static Weights of(byte[] snapshot) {
        return new Weights(new ArrayBytes.Reader(snapshot));
    }

    /** Returns the snapshots of the trained weights by the names of their files, which the build gives to the next start. */
    public static Map<String, byte[]> snapshots() {
        return FILES.stream()
                .collect(Collectors.toMap(FOLDER::concat, file -> load(file).snapshot()));
    }

    private static int[] rows(Map<String, Map<String, Integer>> byFeature, List<String> labels) {
        int[] weights = new int[byFeature.size() * labels.size()];
        int row = 0;
        for (Map<String, Integer> byLabel : byFeature.values()) {
            for (Map.Entry<String, Integer> weight : byLabel.entrySet()) {
                weights[row + labels.indexOf(weight.getKey())] = weight.getValue();
            }
            row += labels.size();
        }
        return weights;
    }

    /** Returns the weights or sums of all labels from the pairs that begin at an index. */
    private int[] unpaired(long[] from, int first) {
        int[] each = new int[labels.size()];
        for (int label = 0; label < each.length; label++) {
            long pair = from[first + label / 2];
            // The lower half took one from the upper one if it is negative.
            each[label] = (int) (label % 2 == 0 ? pair : (pair - (int) pair) >> Integer.SIZE);
        }
        return each;
    }

    private static List<String> labelsOf(Map<String, Map<String, Integer>> byFeature) {
        return byFeature.values().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns weights that decide nothing. */
    public static Weights none() {
        return new Weights(Map.of());
    }

    public boolean isEmpty() {
        return features == 0;
    }

    /**
     * Reads a resource beside this class: a line with the labels, then one for each feature, its name and a weight for each
     * label in thousandths, empty for 0, all separated by tabs. In a jar the snapshot of it is read.
     */
    public static Weights load(String resource) {
        byte[] snapshot = BuiltInFile.snapshot(FOLDER + resource);
        if (snapshot != null) {
            return of(snapshot);
        }
        try (InputStream in = Weights.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new LexiconException("no resource " + resource);
            }
            return read(resource, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Weights read(String resource, byte[] text) {
        TabbedText cells = new TabbedText(resource, text);
        cells.word();
        List<String> labels = new ArrayList<>();
        while (!cells.atLineEnd()) {
            labels.add(cells.word());
        }
        List<String> names = new ArrayList<>();
        int[] weights = new int[(cells.lines() - 1) * labels.size()];
        for (int cell = 0; cells.nextLine(); ) {
            names.add(cells.word());
            for (int label = 0; label < labels.size(); label++) {
                weights[cell++] = cells.number();
            }
        }
        return new Weights(List.copyOf(labels), names, weights);
    }

    /** Returns the key of a feature's name: its kind and one or two symbols, separated by spaces. */
    private static long key(String feature) {
        int first = feature.indexOf(' ');
        int second = feature.indexOf(' ', first + 1);
        FeatureKind kind = FeatureKind.of(feature.substring(0, first));
        return second < 0
                ? kind.key(Symbol.of(feature.substring(first + 1)), Symbol.NONE)
                : kind.key(Symbol.of(feature.substring(first + 1, second)), Symbol.of(feature.substring(second + 1)));
    }

    /** Returns the word of {@link #known} that holds the bit of a key. */
    private int word(long key) {
        return (int) (key >>> Integer.SIZE) & (known.length - 1);
    }

    private static long bit(long key) {
        return 1L << (key >>> KNOWN_SHIFT);
    }

    /** Returns the slot that holds a key, or the free slot for it. */
    private int slot(long key) {
        int slot = (int) key & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    /** Returns the score of each label. */
    public Scores score(FeatureReader features) {
        Score score = new Score();
        features.read(words, score);
        return score.scores();
    }

    /** Returns the same for the names of features. */
    public Scores score(Set<String> features) {
        Score score = new Score();
        features.forEach(feature -> score.add(key(feature)));
        return score.scores();
    }

    /** A feature's share in a decision: its weight for the label that won, above its mean for all. */
    public record Contribution(String feature, double weight) {}

    /** Returns the features that decided, the strongest first. */
    public List<Contribution> explain(FeatureReader features, int most) {
        int best = labels.indexOf(score(features).best());
        Map<String, Integer> found = new TreeMap<>();
        features.read(words, (kind, one, other) -> {
            int slot = slot(kind.key(one, other));
            if (keys[slot] != 0) {
                int[] row = unpaired(pairs, featureOf[slot] * pairsOfFeature);
                found.put(kind.name(one, other), row[best] - Arrays.stream(row).sum() / row.length);
            }
        });
        return found.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparingInt((Integer weight) -> -Math.abs(weight))))
                .limit(most)
                .map(entry -> new Contribution(entry.getKey(), entry.getValue() / (double) SCALE))
                .toList();
    }

    /** The score so far. */
    private final class Score implements FeatureSink {
        private final long[] sums = new long[pairsOfFeature];
        private final long[] seen = new long[(features >>> 6) + 1];

        @Override
        public void add(FeatureKind kind, Symbol first, Symbol second) {
            add(kind.key(first, second));
        }

        void add(long key) {
            if ((known[word(key)] & bit(key)) == 0) {
                return;
            }
            int slot = slot(key);
            if (keys[slot] == 0) {
                return;
            }
            int feature = featureOf[slot];
            if ((seen[feature >>> 6] & 1L << feature) == 0) {
                seen[feature >>> 6] |= 1L << feature;
                long[] score = sums;
                int row = feature * score.length;
                for (int pair = 0; pair < score.length; pair++) {
                    score[pair] += pairs[row + pair];
                }
            }
        }

        Scores scores() {
            return new Scores(labels, unpaired(sums, 0));
        }
    }
}
