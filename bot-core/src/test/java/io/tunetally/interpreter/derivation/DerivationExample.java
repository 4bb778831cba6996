package io.tunetally.interpreter.derivation;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.corpus.LabelledMessage;
import io.tunetally.interpreter.corpus.Sample;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.request.Intent;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The derivations of a labelled message as the trainer sees them.
 *
 * @param examples the expected number of examples, {@link Derivation#NONE} if there is none
 * @param unchanged the number that the conversation remembers if that is expected to stay, {@link Derivation#NONE} if not
 * @param heldOut the expected number that is held out, {@link #UNKNOWN} if that is not labelled in the corpus, or follows otherwise
 * @param found what the readers found
 * @param derivations all ways in which a number of examples may follow
 * @param choices the components of each
 * @param components the features of each component
 * @param parts gives them, and their labels
 */
public record DerivationExample(
        String source,
        String text,
        long examples,
        long unchanged,
        long heldOut,
        long found,
        List<Derivation> derivations,
        List<int[]> choices,
        Map<Integer, List<String>> components,
        ComponentFeatures parts)
        implements DerivedExample {
    private static final long UNKNOWN = -1;

    /** Returns the messages of the corpora whose number of examples is labelled and may follow from several figures. */
    public static List<DerivationExample> all(Interpreter reader, List<String> corpora, Sample sample) {
        List<DerivationExample> examples = new ArrayList<>();
        for (String corpus : corpora) {
            List<LabelledMessage> messages = LabelledMessage.builtIn(corpus);
            boolean labelsHeldOut =
                    messages.stream().anyMatch(message -> message.expects().has(SlotName.HELD_OUT_EXAMPLES.word()));
            messages.parallelStream()
                    .filter(message -> sample.has(message.text()))
                    .map(message -> of(reader, corpus, message, labelsHeldOut))
                    .flatMap(Optional::stream)
                    .forEachOrdered(examples::add);
        }
        return examples;
    }

    private static Optional<DerivationExample> of(
            Interpreter reader, String source, LabelledMessage message, boolean labelsHeldOut) {
        Request before = message.remembered();
        // Talk beside a conversation leaves its data as they are.
        boolean asks = before != null || (message.context().isEmpty() && message.decided() != Intent.NONE);
        boolean labelled = !message.unscored().contains(SlotName.EXAMPLES.word())
                && !message.expects().path("ranges").has(SlotName.EXAMPLES.word());
        ParseState state = asks && labelled ? Stages.settled(reader, message.text(), before) : null;
        if (state == null || !CountDerivation.isOpen(state)) {
            return Optional.empty();
        }
        CountDerivation derivation = new CountDerivation(state, Weights.none());
        if (derivation.figures().size() < 2) {
            return Optional.empty();
        }
        List<Derivation> all = derivation.all();
        long examples = number(message, SlotName.EXAMPLES);
        Long known = before == null ? null : before.slots().value(SlotName.EXAMPLES);
        long unchanged = Derivation.NONE;
        if (known != null && (known == examples || message.decided() == Intent.NONE)) {
            unchanged = known;
            examples = Derivation.NONE;
        }
        long heldOut = labelsHeldOut && examples != Derivation.NONE ? heldOut(message) : UNKNOWN;
        List<int[]> choices = all.stream().map(Derivation::components).toList();
        boolean follows = follows(all, examples, heldOut);
        return Optional.of(new DerivationExample(
                source,
                message.text(),
                examples,
                unchanged,
                follows ? heldOut : UNKNOWN,
                derivation.found().examples(),
                all,
                choices,
                DerivedExample.features(derivation.components(), choices),
                derivation.components()));
    }

    private static boolean follows(List<Derivation> all, long examples, long heldOut) {
        return all.stream().anyMatch(each -> each.examples() == examples && each.heldOut() == heldOut);
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

    /** True if a derivation gives what is expected. */
    boolean isRight(Derivation derivation) {
        boolean stays = unchanged != Derivation.NONE && derivation.examples() == unchanged;
        return stays || (derivation.examples() == examples && (heldOut == UNKNOWN || derivation.heldOut() == heldOut));
    }

    @Override
    public boolean isRight(int choice) {
        return isRight(derivations.get(choice));
    }

    @Override
    public String label(int component) {
        return parts.label(component);
    }

    @Override
    public String label() {
        return examples + " " + heldOut + " " + found + " " + derivations.size();
    }
}
