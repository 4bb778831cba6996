package io.tunetally.interpreter;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.tunetally.interpreter.corpus.Sample;
import io.tunetally.interpreter.corpus.TrainingExample;
import io.tunetally.interpreter.derivation.DerivationExample;
import io.tunetally.interpreter.derivation.DerivationTrainer;
import io.tunetally.interpreter.intent.Decider;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.interpreter.rate.TrafficExample;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sum.SumExample;
import io.tunetally.interpreter.sum.SumRoles;
import io.tunetally.interpreter.weight.Weights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Trains the weights that decide what a message asks for, from the corpora: a linear support vector machine for each
 * label, with the quadratic penalty, which spreads the weight over all words that say the same; so messages of new
 * writers are read better than with the few words that the absolute penalty leaves. Run as a program in {@code bot-core}, it writes the
 * weights' files; with {@code --compare} it prints how well each source is read by weights trained on the others.
 */
final class WeightTrainer {
    static final Path RESOURCES = Path.of("src/main/resources/io/tunetally/interpreter/weight");

    /** The digests of the examples that the committed weights were trained from. */
    static final Path TRAINED_FROM = Path.of("src/test/resources/interpreter/trained-from.txt");

    /** Rarer features say more about one message than about messages. */
    private static final int FEWEST_MESSAGES = 3;

    /** The features that say most are trained a second time alone, so that a file stays small. */
    private static final int MOST_FEATURES = 18_000;

    /** Topics have forty labels each, and few examples. */
    static final int MOST_FEATURES_OF_TOPICS = 2600;

    /** Sums have nine labels, and few examples but those of budgets. */
    static final int MOST_FEATURES_OF_SUMS = 6000;

    /** Smaller weights, in thousandths, decide nothing. */
    private static final int LEAST_WEIGHT = 20;

    /** By how much an error for a sum that is neither a budget nor nothing weighs more than another. */
    private static final double WEIGHT_OF_RARE_SUMS = 4;

    private static final int TOPIC_FOLDS = 5;

    private static final double COST_OF_AN_ERROR = 0.05;
    private static final double TOLERANCE = 0.01;
    private static final int SCALE = 1000;

    private WeightTrainer() {}

    public static void main(String[] args) throws IOException {
        List<NameExample> names = NameExample.all(Sample.ALL);
        Map<String, Map<String, Integer>> nameWeights = train(names);
        List<NumberExample> numbers = NumberExample.all(new Weights(nameWeights), Sample.ALL);
        Map<String, Map<String, Integer>> numberWeights = train(numbers);
        List<TrafficExample> traffic = TrafficExample.all(
                reader(nameWeights, numberWeights, Map.of(), Map.of()), Example.LABELLED, Sample.ALL);
        Map<String, Map<String, Integer>> trafficWeights = DerivationTrainer.train(traffic);
        List<DerivationExample> derivations = DerivationExample.all(
                reader(nameWeights, numberWeights, trafficWeights, Map.of()), Example.LABELLED, Sample.ALL);
        Map<String, Map<String, Integer>> derivationWeights = DerivationTrainer.train(derivations);
        List<SumExample> sums = SumExample.all(
                reader(nameWeights, numberWeights, trafficWeights, derivationWeights), Example.LABELLED, Sample.ALL);
        Map<String, Map<String, Integer>> sumWeights = trainSums(sums);
        Interpreter reader = reader(
                new Weights(nameWeights),
                new Weights(numberWeights),
                new Weights(trafficWeights),
                new Weights(derivationWeights),
                new Weights(sumWeights));
        List<Example> firstMessages = Example.first(reader, Sample.ALL);
        Map<String, Map<String, Integer>> first = train(firstMessages);
        List<Example> topics = Example.topics(reader, Sample.ALL);
        Map<String, Map<String, Integer>> topicWeights = train(topics, MOST_FEATURES_OF_TOPICS);
        List<Example> followUps = Example.followUps(reader, decider(first, topicWeights), Sample.ALL);
        if (List.of(args).contains("--compare")) {
            System.out.print(compareRoles("names", names));
            System.out.print(compareRoles("numbers", numbers));
            System.out.print(compareRoles("sums", sums));
            System.out.print(compare("first messages", firstMessages, args.length > 1));
            System.out.print(compare("follow-ups", followUps, args.length > 1));
            System.out.print(compareTopics(topics));
        } else {
            Files.createDirectories(RESOURCES);
            Files.writeString(RESOURCES.resolve(Weights.NAMES), write(nameWeights));
            Files.writeString(RESOURCES.resolve(Weights.NUMBERS), write(numberWeights));
            Files.writeString(RESOURCES.resolve(Weights.TRAFFIC), write(trafficWeights));
            Files.writeString(RESOURCES.resolve(Weights.DERIVATIONS), write(derivationWeights));
            Files.writeString(RESOURCES.resolve(Weights.SUMS), write(sumWeights));
            Files.writeString(RESOURCES.resolve(Weights.FIRST_MESSAGES), write(first));
            Files.writeString(RESOURCES.resolve(Weights.FOLLOW_UPS), write(train(followUps)));
            Files.writeString(RESOURCES.resolve(Weights.TOPICS), write(topicWeights));
            Examples all = new Examples(names, numbers, traffic, derivations, sums, firstMessages, followUps, topics);
            Files.writeString(TRAINED_FROM, all.digests(Sample.ALL) + all.digests(Sample.OF_BUILD));
        }
    }

    /** Returns an interpreter with these weights for names, numbers, traffic and derivations. */
    static Interpreter reader(
            Map<String, Map<String, Integer>> names,
            Map<String, Map<String, Integer>> numbers,
            Map<String, Map<String, Integer>> traffic,
            Map<String, Map<String, Integer>> derivations) {
        return reader(
                new Weights(names),
                new Weights(numbers),
                new Weights(traffic),
                new Weights(derivations),
                Weights.none());
    }

    /** Returns the reader with the committed weights for names and numbers, without traffic and derivations. */
    static Interpreter readerWithoutTraffic() {
        return reader(
                Decider.builtIn().names(), Decider.builtIn().numbers(), Weights.none(), Weights.none(), Weights.none());
    }

    /** Returns the reader with the committed weights for names, numbers and traffic, without derivations. */
    static Interpreter readerWithoutDerivations() {
        Decider decider = Decider.builtIn();
        return reader(decider.names(), decider.numbers(), decider.traffic(), Weights.none(), Weights.none());
    }

    /** Returns the reader with the committed weights for names, numbers, traffic and derivations, without those for sums. */
    static Interpreter readerWithoutSums() {
        Decider decider = Decider.builtIn();
        return reader(decider.names(), decider.numbers(), decider.traffic(), decider.derivations(), Weights.none());
    }

    private static Interpreter reader(
            Weights names, Weights numbers, Weights traffic, Weights derivations, Weights sums) {
        Decider decider =
                new Decider(Weights.none(), Weights.none(), names, numbers, traffic, derivations, sums, Weights.none());
        return new Interpreter(BuiltIn.CATALOG, Lexicon.builtIn(), decider, ParseState.MOST_WORK);
    }

    /** Returns a decider of first messages. */
    static Decider decider(Map<String, Map<String, Integer>> first, Map<String, Map<String, Integer>> topics) {
        return new Decider(
                new Weights(first),
                Weights.none(),
                Weights.none(),
                Weights.none(),
                Weights.none(),
                Weights.none(),
                Weights.none(),
                new Weights(topics));
    }

    /** Returns the weights by feature and label, in thousandths. */
    static Map<String, Map<String, Integer>> train(List<? extends TrainingExample> examples) {
        return train(examples, MOST_FEATURES);
    }

    /** Returns the same with other than the usual number of features. */
    static Map<String, Map<String, Integer>> train(List<? extends TrainingExample> examples, int mostFeatures) {
        return train(examples, mostFeatures, _ -> 1);
    }

    /** Returns the weights of sums of money, of which most are budgets or nothing: the few others count more. */
    static Map<String, Map<String, Integer>> trainSums(List<SumExample> examples) {
        return train(examples, MOST_FEATURES_OF_SUMS, label -> SumRoles.isRare(label) ? WEIGHT_OF_RARE_SUMS : 1);
    }

    private static Map<String, Map<String, Integer>> train(
            List<? extends TrainingExample> examples, int mostFeatures, ToDoubleFunction<String> weightOfLabel) {
        Map<String, Integer> messages = new TreeMap<>();
        examples.forEach(example -> example.features().forEach(feature -> messages.merge(feature, 1, Integer::sum)));
        List<String> common = messages.entrySet().stream()
                .filter(feature -> feature.getValue() >= FEWEST_MESSAGES)
                .map(Map.Entry::getKey)
                .toList();
        double[] norms = Fit.of(examples, common, weightOfLabel).norms();
        List<String> features = IntStream.range(0, common.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        feature -> -norms[feature] * messages.getOrDefault(common.get(feature), 0)))
                .limit(mostFeatures)
                .map(common::get)
                .sorted()
                .toList();
        return Fit.of(examples, features, weightOfLabel).weights();
    }

    /** What liblinear makes of examples with these features. */
    private record Fit(Model model, List<String> features, List<String> labels) {
        static Fit of(
                List<? extends TrainingExample> examples,
                List<String> features,
                ToDoubleFunction<String> weightOfLabel) {
            Map<String, Integer> indexes = new TreeMap<>();
            features.forEach(feature -> indexes.put(feature, indexes.size() + 1));
            List<String> labels = List.copyOf(
                    new TreeSet<>(examples.stream().map(TrainingExample::label).toList()));
            Problem problem = new Problem();
            problem.l = examples.size();
            problem.n = features.size();
            problem.x =
                    examples.stream().map(example -> vector(example, indexes)).toArray(Feature[][]::new);
            problem.y = examples.stream()
                    .mapToDouble(example -> labels.indexOf(example.label()))
                    .toArray();
            Linear.disableDebugOutput();
            Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST_OF_AN_ERROR, TOLERANCE);
            parameter.setRandom(new Random(0));
            parameter.setWeights(
                    labels.stream().mapToDouble(weightOfLabel).toArray(),
                    IntStream.range(0, labels.size()).toArray());
            return new Fit(Linear.train(problem, parameter), features, labels);
        }

        /** Returns the sum of the squares of each feature's weights. */
        double[] norms() {
            double[] all = model.getFeatureWeights();
            double[] norms = new double[features.size()];
            for (int i = 0; i < all.length; i++) {
                norms[i / columns()] += all[i] * all[i];
            }
            return norms;
        }

        /** Of two labels liblinear keeps the weights of the first; those of the other are the opposite. */
        private int columns() {
            return labels.size() == 2 ? 1 : labels.size();
        }

        private double weight(double[] all, int feature, int label) {
            return columns() == 1 && label == 1 ? -all[feature] : all[feature * columns() + label];
        }

        Map<String, Map<String, Integer>> weights() {
            Map<String, Map<String, Integer>> weights = new TreeMap<>();
            int[] order = model.getLabels();
            double[] all = model.getFeatureWeights();
            for (int feature = 0; feature < features.size(); feature++) {
                for (int label = 0; label < order.length; label++) {
                    int weight = (int) Math.round(weight(all, feature, label) * SCALE);
                    if (Math.abs(weight) >= LEAST_WEIGHT) {
                        weights.computeIfAbsent(features.get(feature), _ -> new TreeMap<>())
                                .put(labels.get(order[label]), weight);
                    }
                }
            }
            return weights;
        }
    }

    private static Feature[] vector(TrainingExample example, Map<String, Integer> indexes) {
        return example.features().stream()
                .map(indexes::get)
                .filter(Objects::nonNull)
                .sorted()
                .map(index -> new FeatureNode(index, 1))
                .toArray(Feature[]::new);
    }

    /** Returns the file that {@link Weights#load} reads. */
    static String write(Map<String, Map<String, Integer>> weights) {
        TreeSet<String> labels = new TreeSet<>();
        weights.values().forEach(row -> labels.addAll(row.keySet()));
        StringBuilder lines = new StringBuilder("feature");
        labels.forEach(label -> lines.append('\t').append(label));
        weights.forEach((feature, row) -> {
            lines.append('\n').append(feature);
            labels.forEach(label -> {
                Integer weight = row.get(label);
                lines.append('\t').append(weight == null ? "" : weight);
            });
        });
        return lines.append('\n').toString();
    }

    /** The examples that each file of weights is trained from. */
    record Examples(
            List<NameExample> names,
            List<NumberExample> numbers,
            List<TrafficExample> traffic,
            List<DerivationExample> derivations,
            List<SumExample> sums,
            List<Example> first,
            List<Example> followUps,
            List<Example> topics) {
        /** Reads a sample of them with the committed weights. */
        static Examples read(Sample sample) {
            return new Examples(
                    NameExample.all(sample),
                    NumberExample.all(sample),
                    TrafficExample.all(readerWithoutTraffic(), Example.LABELLED, sample),
                    DerivationExample.all(readerWithoutDerivations(), Example.LABELLED, sample),
                    SumExample.all(readerWithoutSums(), Example.LABELLED, sample),
                    Example.first(BuiltIn.INTERPRETER, sample),
                    Example.followUps(BuiltIn.INTERPRETER, Decider.builtIn(), sample),
                    Example.topics(BuiltIn.INTERPRETER, sample));
        }

        /** Returns a digest of a sample of each file's examples, by which a change of corpus, lexicon or reader is seen without training. */
        String digests(Sample sample) {
            StringBuilder lines = new StringBuilder("# one message in " + sample.oneIn() + "\n");
            add(lines, Weights.NAMES, names, sample);
            add(lines, Weights.NUMBERS, numbers, sample);
            add(lines, Weights.TRAFFIC, traffic, sample);
            add(lines, Weights.DERIVATIONS, derivations, sample);
            add(lines, Weights.SUMS, sums, sample);
            add(lines, Weights.FIRST_MESSAGES, first, sample);
            add(lines, Weights.FOLLOW_UPS, followUps, sample);
            add(lines, Weights.TOPICS, topics, sample);
            return lines.toString();
        }

        private static void add(
                StringBuilder lines, String file, List<? extends TrainingExample> examples, Sample sample) {
            MessageDigest digest = sha256();
            for (TrainingExample example : examples) {
                if (sample.has(example.text())) {
                    digest.update((example.label() + "\t" + String.join("\t", new TreeSet<>(example.features())) + "\n")
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
            lines.append(file)
                    .append(' ')
                    .append(HexFormat.of().formatHex(digest.digest()))
                    .append('\n');
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static <T extends TrainingExample> String compareRoles(String name, List<T> examples) {
        StringBuilder table = new StringBuilder(name + "\n");
        for (String source :
                new TreeSet<>(examples.stream().map(TrainingExample::source).toList())) {
            List<T> others = new ArrayList<>(examples);
            others.removeIf(example -> example.source().equals(source));
            Weights weights = new Weights(train(others));
            List<T> own = examples.stream()
                    .filter(example -> example.source().equals(source))
                    .toList();
            long right = own.stream()
                    .filter(example -> weights.score(example.features()).best().equals(example.label()))
                    .count();
            table.append(
                    "%-12s %5d %s, %5.1f %% right%n".formatted(source, own.size(), name, 100.0 * right / own.size()));
        }
        return table.toString();
    }

    /** Leaves out a fifth of the questions at a time. */
    private static String compareTopics(List<Example> examples) {
        int right = 0;
        for (int fold = 0; fold < TOPIC_FOLDS; fold++) {
            List<Example> others = new ArrayList<>();
            List<Example> own = new ArrayList<>();
            for (int i = 0; i < examples.size(); i++) {
                (i % TOPIC_FOLDS == fold ? own : others).add(examples.get(i));
            }
            Weights weights = new Weights(train(others, MOST_FEATURES_OF_TOPICS));
            for (Example example : own) {
                right += weights.score(example.features()).best().equals(example.label()) ? 1 : 0;
            }
        }
        return "topics%n%d questions, %.1f %% right%n".formatted(examples.size(), 100.0 * right / examples.size());
    }

    private static String compare(String name, List<Example> examples, boolean verbose) {
        StringBuilder table = new StringBuilder(name + "\n");
        for (String source :
                new TreeSet<>(examples.stream().map(Example::source).toList())) {
            List<Example> others = new ArrayList<>(examples);
            others.removeIf(example -> example.source().equals(source));
            Weights weights = new Weights(train(others));
            int lines = 0;
            int right = 0;
            int falseRequests = 0;
            int missed = 0;
            for (Example example : examples) {
                if (example.source().equals(source)) {
                    var found = example.read(weights);
                    lines++;
                    right += found == example.intent() ? 1 : 0;
                    falseRequests +=
                            found != example.intent() && example.intent().word().equals("none") ? 1 : 0;
                    missed += found != example.intent() && found.word().equals("none") ? 1 : 0;
                    if (verbose && found != example.intent()) {
                        table.append("   ")
                                .append(example.text().replace("\n", "\\n"))
                                .append(" => ")
                                .append(found)
                                .append(" want ")
                                .append(example.intent())
                                .append(" before ")
                                .append(example.before())
                                .append('\n');
                    }
                }
            }
            table.append("%-12s %5d messages, %5.1f %% right, %d false requests, %d missed%n"
                    .formatted(source, lines, 100.0 * right / lines, falseRequests, missed));
        }
        return table.toString();
    }
}
