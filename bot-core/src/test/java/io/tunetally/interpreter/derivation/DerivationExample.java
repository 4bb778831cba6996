package io.tunetally.interpreter.derivation;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.corpus.LabelledMessage;
import io.tunetally.interpreter.corpus.TrainingExample;
import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.interpreter.weight.WordSymbols;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The derivations of a labelled message as the trainer sees them.
 *
 * @param examples the expected number of examples, {@link Derivation#NONE} if there is none
 * @param heldOut the expected number that is held out, {@link #UNKNOWN} if that is not labelled in the corpus, or follows otherwise
 * @param found what the readers found
 * @param derivations all ways in which a number of examples may follow
 * @param components the features of each component, with its label before them
 */
public record DerivationExample(
        String source,
        long examples,
        long heldOut,
        long found,
        List<Derivation> derivations,
        Map<Integer, List<String>> components)
        implements TrainingExample {
    private static final long UNKNOWN = -1;

    /** Returns the messages of the corpora whose number of examples is labelled and may follow from several figures. */
    public static List<DerivationExample> all(Interpreter reader, List<String> corpora) {
        List<DerivationExample> examples = new ArrayList<>();
        for (String corpus : corpora) {
            List<LabelledMessage> messages = LabelledMessage.builtIn(corpus);
            boolean labelsHeldOut =
                    messages.stream().anyMatch(message -> message.expects().has(SlotName.HELD_OUT_EXAMPLES.word()));
            for (LabelledMessage message : messages) {
                DerivationExample example = of(reader, corpus, message, labelsHeldOut);
                if (example != null) {
                    examples.add(example);
                }
            }
        }
        return examples;
    }

    private static @Nullable DerivationExample of(
            Interpreter reader, String source, LabelledMessage message, boolean labelsHeldOut) {
        boolean asks = message.context().isEmpty() && message.decided() != Intent.NONE;
        boolean labelled = !message.unscored().contains(SlotName.EXAMPLES.word())
                && !message.expects().path("ranges").has(SlotName.EXAMPLES.word());
        ParseState state = asks && labelled ? Stages.settled(reader, message.text()) : null;
        if (state == null || !CountDerivation.isOpen(state)) {
            return null;
        }
        CountDerivation derivation = new CountDerivation(state, Weights.none());
        if (derivation.figures().size() < 2) {
            return null;
        }
        List<Derivation> all = derivation.all();
        long examples = number(message, SlotName.EXAMPLES);
        long heldOut = labelsHeldOut ? heldOut(message) : UNKNOWN;
        boolean follows = all.stream().anyMatch(each -> each.examples() == examples && each.heldOut() == heldOut);
        return new DerivationExample(
                source,
                examples,
                follows ? heldOut : UNKNOWN,
                derivation.found().examples(),
                all,
                features(derivation.components(), all));
    }

    private static long heldOut(LabelledMessage message) {
        String word = SlotName.HELD_OUT_EXAMPLES.word();
        return message.unscored().contains(word)
                ? UNKNOWN
                : message.expects().path(word).asLong();
    }

    private static long number(LabelledMessage message, SlotName<?> slot) {
        JsonNode value = message.expects().path(slot.word());
        return value.isNumber() ? value.asLong() : Derivation.NONE;
    }

    private static Map<Integer, List<String>> features(Components components, List<Derivation> derivations) {
        Map<Integer, List<String>> features = new TreeMap<>();
        for (Derivation derivation : derivations) {
            for (int place = 0; place < derivation.size(); place++) {
                features.computeIfAbsent(derivation.component(place), key -> features(components, key));
            }
        }
        return features;
    }

    private static List<String> features(Components components, int component) {
        Set<String> features = new TreeSet<>();
        components.read(
                component,
                (words, start, end) ->
                        Symbol.of(WordSymbols.MARK + words.substring(start, end).replace(' ', WordSymbols.JOINT)),
                (kind, first, second) -> features.add(kind.name(first, second)));
        return List.copyOf(features);
    }

    /** True if a derivation gives what is expected. */
    boolean isRight(Derivation derivation) {
        return derivation.examples() == examples && (heldOut == UNKNOWN || derivation.heldOut() == heldOut);
    }

    @Override
    public Set<String> features() {
        Set<String> features = new TreeSet<>();
        components.forEach(
                (component, names) -> names.forEach(name -> features.add(Components.label(component) + " " + name)));
        return features;
    }

    @Override
    public String label() {
        return examples + " " + heldOut + " " + found + " " + derivations.size();
    }
}
