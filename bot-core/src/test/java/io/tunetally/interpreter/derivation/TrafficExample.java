package io.tunetally.interpreter.derivation;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.corpus.LabelledMessage;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The derivations of the traffic of a labelled message as the trainer sees them.
 *
 * @param right whether each derivation gives the requests of a day that are expected
 * @param choices the components of each
 * @param components the features of each component
 * @param parts gives them, and their labels
 */
public record TrafficExample(
        String source,
        List<Boolean> right,
        List<int[]> choices,
        Map<Integer, List<String>> components,
        ComponentFeatures parts)
        implements DerivedExample {
    /** Returns the messages of the corpora whose traffic is labelled, or is not there, though they speak of times. */
    public static List<TrafficExample> all(Interpreter reader, List<String> corpora) {
        List<TrafficExample> examples = new ArrayList<>();
        for (String corpus : corpora) {
            LabelledMessage.builtIn(corpus).parallelStream()
                    .map(message -> of(reader, corpus, message))
                    .flatMap(Optional::stream)
                    .forEachOrdered(examples::add);
        }
        return examples;
    }

    private static Optional<TrafficExample> of(Interpreter reader, String source, LabelledMessage message) {
        String slot = SlotName.REQUESTS_PER_DAY.word();
        boolean asks = message.context().isEmpty() && message.decided() != Intent.NONE;
        boolean labelled = !message.unscored().contains(slot)
                && !message.expects().path("ranges").has(slot);
        ParseState state = asks && labelled ? Stages.settled(reader, message.text()) : null;
        if (state == null || !TrafficReader.isOpen(state)) {
            return Optional.empty();
        }
        TrafficReader traffic = new TrafficReader(state, Weights.none());
        if (traffic.figures().isEmpty()) {
            return Optional.empty();
        }
        List<TrafficDerivation> all = traffic.all();
        JsonNode value = message.expects().path(slot);
        BigDecimal expected = value.isNumber() ? value.decimalValue() : null;
        List<int[]> choices = all.stream().map(TrafficDerivation::components).toList();
        return Optional.of(new TrafficExample(
                source,
                all.stream()
                        .map(each -> TrafficFinding.isSame(expected, each.perDay(traffic.figures())))
                        .toList(),
                choices,
                DerivedExample.features(traffic.components(), choices),
                traffic.components()));
    }

    @Override
    public boolean isRight(int choice) {
        return right.get(choice);
    }

    @Override
    public String label(int component) {
        return parts.label(component);
    }

    @Override
    public String label() {
        return right.indexOf(true) + " " + right.size();
    }
}
