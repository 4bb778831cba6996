package io.tunetally.interpreter.rate;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.corpus.LabelledMessage;
import io.tunetally.interpreter.corpus.Sample;
import io.tunetally.interpreter.derivation.ComponentFeatures;
import io.tunetally.interpreter.derivation.DerivedExample;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.request.Intent;
import io.tunetally.request.Request;
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
        String text,
        List<Boolean> right,
        List<int[]> choices,
        Map<Integer, List<String>> components,
        ComponentFeatures parts)
        implements DerivedExample {
    /** Returns the messages of the corpora whose traffic is labelled, or is not there, though they speak of times. */
    public static List<TrafficExample> all(Interpreter reader, List<String> corpora, Sample sample) {
        List<TrafficExample> examples = new ArrayList<>();
        for (String corpus : corpora) {
            LabelledMessage.builtIn(corpus, sample).parallelStream()
                    .map(message -> of(reader, corpus, message))
                    .flatMap(Optional::stream)
                    .forEachOrdered(examples::add);
        }
        return examples;
    }

    private static Optional<TrafficExample> of(Interpreter reader, String source, LabelledMessage message) {
        String slot = SlotName.REQUESTS_PER_DAY.word();
        Request before = message.remembered();
        // Talk beside a conversation leaves its traffic as it is.
        boolean asks = before != null || (message.context().isEmpty() && message.decided() != Intent.NONE);
        boolean labelled = !message.unscored().contains(slot)
                && !message.expects().path("ranges").has(slot);
        ParseState state = asks && labelled ? Stages.settled(reader, message.text(), before) : null;
        if (state == null || !TrafficReader.isOpen(state)) {
            return Optional.empty();
        }
        TrafficReader traffic = new TrafficReader(state, Weights.none());
        if (traffic.isEmpty()) {
            return Optional.empty();
        }
        List<TrafficDerivation> all = traffic.all();
        JsonNode value = message.expects().path(slot);
        BigDecimal known = before == null ? null : before.slots().value(SlotName.REQUESTS_PER_DAY);
        BigDecimal said = value.isNumber() ? value.decimalValue() : null;
        boolean stays = known != null && (TrafficFinding.isSame(said, known) || message.decided() == Intent.NONE);
        BigDecimal expected = stays ? null : said;
        List<int[]> choices = all.stream().map(TrafficDerivation::components).toList();
        return Optional.of(new TrafficExample(
                source,
                message.text(),
                all.stream()
                        .map(each -> each.perDay(traffic.figures()))
                        .map(perDay -> TrafficFinding.isSame(expected, perDay)
                                || (stays && TrafficFinding.isSame(known, perDay)))
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
