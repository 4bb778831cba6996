package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.corpus.Sample;
import io.tunetally.interpreter.derivation.DerivationExample;
import io.tunetally.interpreter.derivation.DerivationTrainer;
import io.tunetally.interpreter.intent.Decider;
import io.tunetally.interpreter.rate.TrafficExample;
import io.tunetally.interpreter.sum.SumExample;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.request.Intent;
import io.tunetally.request.Slots;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

final class WeightTrainerTest {
    /** The nightly run reads every example, a build always the same few. */
    @Test
    void hasTrainedTheCommittedWeightsFromTheseExamples() throws IOException {
        Sample sample = Boolean.getBoolean("tunetally.nightly") ? Sample.ALL : Sample.OF_BUILD;

        assertThat(Files.readString(WeightTrainer.TRAINED_FROM))
                .as("the weights are older than a corpus, the lexicon or a reader: train them as docs/quality.md says")
                .contains(WeightTrainer.Examples.read(sample).digests(sample));
    }

    /** Training takes 40 times as long as reading the examples. */
    @Test
    @EnabledIfSystemProperty(named = "tunetally.nightly", matches = "true")
    void trainsTheCommittedWeightsAgain() throws IOException {
        Map<String, Map<String, Integer>> first = WeightTrainer.train(Example.first(BuiltIn.INTERPRETER, Sample.ALL));
        Map<String, Map<String, Integer>> topics = WeightTrainer.train(
                Example.topics(BuiltIn.INTERPRETER, Sample.ALL), WeightTrainer.MOST_FEATURES_OF_TOPICS);
        Decider decider = WeightTrainer.decider(first, topics);

        assertThat(WeightTrainer.write(WeightTrainer.train(NameExample.all(Sample.ALL))))
                .isEqualTo(committed(Weights.NAMES));
        assertThat(WeightTrainer.write(WeightTrainer.train(NumberExample.all(Sample.ALL))))
                .isEqualTo(committed(Weights.NUMBERS));
        assertThat(WeightTrainer.write(DerivationTrainer.train(
                        TrafficExample.all(WeightTrainer.readerWithoutTraffic(), Example.LABELLED, Sample.ALL))))
                .isEqualTo(committed(Weights.TRAFFIC));
        assertThat(WeightTrainer.write(DerivationTrainer.train(
                        DerivationExample.all(WeightTrainer.readerWithoutDerivations(), Example.LABELLED, Sample.ALL))))
                .isEqualTo(committed(Weights.DERIVATIONS));
        assertThat(WeightTrainer.write(WeightTrainer.trainSums(
                        SumExample.all(WeightTrainer.readerWithoutSums(), Example.LABELLED, Sample.ALL))))
                .isEqualTo(committed(Weights.SUMS));
        assertThat(WeightTrainer.write(first)).isEqualTo(committed(Weights.FIRST_MESSAGES));
        assertThat(WeightTrainer.write(
                        WeightTrainer.train(Example.followUps(BuiltIn.INTERPRETER, decider, Sample.ALL))))
                .isEqualTo(committed(Weights.FOLLOW_UPS));
        assertThat(WeightTrainer.write(topics)).isEqualTo(committed(Weights.TOPICS));
    }

    @Test
    void weighsFeaturesThatTellTheLabelsApart() {
        List<Example> examples = List.of(
                example("cost", Intent.ESTIMATE),
                example("cost", Intent.ESTIMATE),
                example("cost", Intent.ESTIMATE),
                example("thanks", Intent.NONE),
                example("thanks", Intent.NONE),
                example("thanks", Intent.NONE),
                example("help", Intent.HELP),
                example("help", Intent.HELP),
                example("help", Intent.HELP));
        Weights weights = new Weights(WeightTrainer.train(examples));

        assertThat(examples)
                .allSatisfy(example -> assertThat(example.read(weights)).isEqualTo(example.intent()));
    }

    private static Example example(String word, Intent intent) {
        return new Example("test", word, intent, intent.word(), Set.of("has " + word), Slots.NONE, null);
    }

    private static String committed(String file) throws IOException {
        return Files.readString(WeightTrainer.RESOURCES.resolve(file));
    }
}
