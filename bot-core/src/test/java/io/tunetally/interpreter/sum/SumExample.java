package io.tunetally.interpreter.sum;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.corpus.LabelledMessage;
import io.tunetally.interpreter.corpus.Sample;
import io.tunetally.interpreter.corpus.TrainingExample;
import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.weight.WordSymbols;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A sum of money of a labelled message as the trainer sees it.
 *
 * @param label the slot that it fills, or {@link SumRoles#NONE}
 */
public record SumExample(String source, String text, String label, Set<String> features) implements TrainingExample {
    /** By how much, at most, a month of a bill differs from the labelled one, which is rounded. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.5");

    /** Returns the sums of the corpora whose slot the labels decide. */
    public static List<SumExample> all(Interpreter reader, List<String> corpora, Sample sample) {
        List<SumExample> examples = new ArrayList<>();
        for (String corpus : corpora) {
            LabelledMessage.builtIn(corpus, sample).parallelStream()
                    .map(message -> of(reader, corpus, message))
                    .forEachOrdered(examples::addAll);
        }
        return examples;
    }

    /** Returns the sums of a message: each as it was read, and once more as if the readers had missed it. */
    public static List<SumExample> of(Interpreter reader, String source, LabelledMessage message) {
        return of(reader, source, message, true);
    }

    /** Returns the sums of a message as they were read. */
    public static List<SumExample> asRead(Interpreter reader, String source, LabelledMessage message) {
        return of(reader, source, message, false);
    }

    private static List<SumExample> of(Interpreter reader, String source, LabelledMessage message, boolean missed) {
        List<SumExample> examples = new ArrayList<>();
        if (hasSeveral(message)) {
            return examples;
        }
        ParseState state = Stages.settled(reader, message.text(), message.remembered());
        if (!SumRoles.isOpen(state)) {
            return examples;
        }
        SumFeatures features = SumFeatures.of(state);
        for (Sum sum : features.sums()) {
            String label = label(sum, message);
            if (label != null) {
                String text = message.text();
                examples.add(new SumExample(source, text, label, features(features, sum, sum.claim())));
                if (missed && sum.claim() != null) {
                    examples.add(new SumExample(source, text, label, features(features, sum, null)));
                }
                if (missed && sum.claim() != SlotName.BUDGET_USD && !label.equals(SumRoles.NONE)) {
                    examples.add(new SumExample(source, text, label, features(features, sum, SlotName.BUDGET_USD)));
                }
            }
        }
        return examples;
    }

    private static boolean hasSeveral(LabelledMessage message) {
        for (SlotName<?> role : Sums.ROLES) {
            if (message.expects().path("ranges").has(role.word())
                    || message.expects().path("alternatives").has(role.word())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the slot of a sum, or null if the labels leave it open. */
    private static @Nullable String label(Sum sum, LabelledMessage message) {
        List<SlotName<?>> fits = new ArrayList<>();
        boolean open = false;
        for (SlotName<?> role : Sums.ROLES) {
            open |= message.unscored().contains(role.word());
            JsonNode value = message.expects().path(role.word());
            if (value.isNumber()
                    && value.decimalValue()
                                    .subtract(sum.in(role))
                                    .abs()
                                    .compareTo(sum.in(role).compareTo(sum.value()) == 0 ? BigDecimal.ZERO : ROUNDING)
                            <= 0) {
                fits.add(role);
            }
        }
        if (sum.claim() != null && fits.contains(sum.claim())) {
            return sum.claim().word();
        }
        if (fits.isEmpty()) {
            return open ? null : SumRoles.NONE;
        }
        return fits.size() == 1 ? fits.getFirst().word() : null;
    }

    private static Set<String> features(SumFeatures sums, Sum sum, @Nullable SlotName<?> claim) {
        Set<String> features = new TreeSet<>();
        sums.read(
                sum,
                claim,
                (words, start, end) ->
                        Symbol.of(WordSymbols.MARK + words.substring(start, end).replace(' ', WordSymbols.JOINT)),
                (kind, first, second) -> features.add(kind.name(first, second)));
        return features;
    }
}
