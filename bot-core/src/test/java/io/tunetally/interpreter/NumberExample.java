package io.tunetally.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.interpreter.corpus.Corpus;
import io.tunetally.interpreter.corpus.CountExplanation;
import io.tunetally.interpreter.corpus.Label;
import io.tunetally.interpreter.corpus.LabelledMessage;
import io.tunetally.interpreter.corpus.Sample;
import io.tunetally.interpreter.corpus.TrainingExample;
import io.tunetally.interpreter.intent.Decider;
import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.part.HeldOutParts;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.role.NumberFeatures;
import io.tunetally.interpreter.role.NumberRoles;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.interpreter.weight.WordSymbols;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A number of a labelled message as the trainer sees it.
 *
 * @param label the slot that it fills, or {@link NumberRoles#NONE}
 */
record NumberExample(String source, String text, String label, Set<String> features) implements TrainingExample {
    private static final List<String> TABLES = List.of("written", "negative", "judged");

    /** Returns the numbers of prose whose slot the labels decide. */
    static List<NumberExample> all(Sample sample) {
        return all(Decider.builtIn().names(), sample);
    }

    /**
     * Returns the same.
     *
     * @param names the weights of names, which come before those of numbers
     */
    static List<NumberExample> all(Weights names, Sample sample) {
        List<NumberExample> examples = new ArrayList<>();
        for (String name : Example.LABELLED) {
            LabelledMessage.builtIn(name, sample).parallelStream()
                    .map(message ->
                            of(names, name, message.text(), message.remembered(), values(message), message.unscored()))
                    .forEachOrdered(examples::addAll);
        }
        for (String name : TABLES) {
            Corpus.load(name + ".tsv").lines().parallelStream()
                    .filter(line -> sample.has(line.text()))
                    .map(line -> of(names, name, line))
                    .forEachOrdered(examples::addAll);
        }
        return examples;
    }

    private static List<NumberExample> of(Weights names, String source, Corpus.Line line) {
        Request before =
                line.context().isEmpty() ? null : BuiltIn.read(line.context()).request();
        return of(names, source, line.text(), before, values(line.label()), open(line.label()));
    }

    private static Map<SlotName<?>, BigDecimal> values(LabelledMessage message) {
        Map<SlotName<?>, BigDecimal> values = new LinkedHashMap<>();
        for (SlotName<?> role : NumberRoles.ROLES) {
            JsonNode value = message.expects().path(role.word());
            if (value.isNumber()) {
                values.put(role, value.decimalValue().stripTrailingZeros());
            }
        }
        JsonNode heldOut = message.expects().path(SlotName.HELD_OUT_EXAMPLES.word());
        if (heldOut.isNumber()) {
            values.put(SlotName.HELD_OUT_EXAMPLES, heldOut.decimalValue().stripTrailingZeros());
        }
        return values;
    }

    private static Map<SlotName<?>, BigDecimal> values(Label label) {
        Map<SlotName<?>, BigDecimal> values = new LinkedHashMap<>();
        for (SlotName<?> role : NumberRoles.ROLES) {
            String value = label.slots().get(role.word());
            if (value != null && !value.contains("..")) {
                values.put(role, new BigDecimal(value).stripTrailingZeros());
            }
        }
        return values;
    }

    /** Returns the slots that a question of ours leaves open. */
    private static Set<String> open(Label label) {
        return label.status().equals("question")
                ? NumberRoles.ROLES.stream()
                        .map(SlotName::word)
                        .filter(role -> !label.slots().containsKey(role))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static List<NumberExample> of(
            Weights names,
            String source,
            String text,
            @Nullable Request before,
            Map<SlotName<?>, BigDecimal> values,
            Set<String> unscored) {
        List<NumberExample> examples = new ArrayList<>();
        ParseState state = Stages.open(text, before, names);
        if (!NumberRoles.isOpen(state)) {
            return examples;
        }
        NumberFeatures numbers = NumberFeatures.of(state);
        Map<Integer, String> parts = parts(numbers, values);
        addMissedParts(examples, source, text, state, numbers, values);
        for (int place = 0; place < numbers.numbers().size(); place++) {
            SlotName<?> claim = numbers.claim(numbers.numbers().get(place));
            if (parts.containsKey(place)) {
                examples.add(new NumberExample(source, text, parts.get(place), features(numbers, place)));
                continue;
            }
            if (claim == SlotName.HELD_OUT_EXAMPLES && values.containsKey(SlotName.EXAMPLES)) {
                examples.add(new NumberExample(source, text, claim.word(), features(numbers, place)));
                continue;
            }
            boolean other = claim != null && !NumberRoles.ROLES.contains(claim);
            boolean open = claim != null && (unscored.contains(claim.word()) || !numbers.isPossible(place));
            BigDecimal expected = values.get(SlotName.EXAMPLES);
            boolean whole =
                    isWholeOf(state, numbers.value(place), claim, expected) || isOfEachGroup(numbers, place, expected);
            String label =
                    other || open ? null : whole ? SlotName.EXAMPLES.word() : label(numbers, place, claim, values);
            if (label != null && !unscored.contains(label)) {
                examples.add(new NumberExample(source, text, label, features(numbers, place)));
                if (claim != null && label.equals(claim.word()) && isDrawn(text, place)) {
                    NumberFeatures missed =
                            NumberFeatures.of(state, Set.of(numbers.numbers().get(place)));
                    examples.add(new NumberExample(source, text, label, features(missed, place)));
                }
            }
        }
        return examples;
    }

    /** True for every other number, always the same ones: it is also shown as if the readers had missed it. */
    private static boolean isDrawn(String text, int place) {
        return Sample.scattered(text + place) >= 0;
    }

    /**
     * True if a share of the message makes the expected count of a number: {@code 10,000 rows, an 80/20 split}, {@code 2,000
     * summaries, 15% must be deleted}, {@code 9,000 clues, a third of them}.
     */
    private static boolean isWholeOf(
            ParseState state, BigDecimal value, @Nullable SlotName<?> claim, @Nullable BigDecimal expected) {
        HeldOutParts heldOut = new HeldOutParts(state);
        Parts parts = new Parts(state);
        for (int i = 0; expected != null && i < state.size(); i++) {
            Part held = heldOut.at(i);
            Part part = held == null && claim == SlotName.EXAMPLES ? parts.at(i) : held;
            BigDecimal count = part == null ? null : part.count(value);
            if (count != null
                    && (isEqual(value.subtract(count), expected) || (held == null && isEqual(count, expected)))) {
                return true;
            }
        }
        return false;
    }

    /** True if a number of groups makes it of a number that the readers took for the count of one: {@code 7 languages with 2,200 sentences each}. */
    private static boolean isOfEachGroup(NumberFeatures numbers, int place, @Nullable BigDecimal expected) {
        boolean count = numbers.claim(numbers.numbers().get(place)) == SlotName.EXAMPLES;
        BigDecimal value = numbers.value(place);
        for (int other = 0; count && other < place; other++) {
            if (isEqual(value.multiply(numbers.value(other)), expected)) {
                return true;
            }
        }
        return false;
    }

    /** Shows the parts of a number of examples that the readers have worked out as if they had missed them all. */
    private static void addMissedParts(
            List<NumberExample> examples,
            String source,
            String text,
            ParseState state,
            NumberFeatures numbers,
            Map<SlotName<?>, BigDecimal> values) {
        BigDecimal expected = values.get(SlotName.EXAMPLES);
        if (isRead(numbers, expected) && !isWritten(numbers, expected) && state.remembered.isEmpty()) {
            Map<Integer, String> parts = explained(numbers, values);
            NumberFeatures missed = NumberFeatures.of(
                    state, parts.keySet().stream().map(numbers.numbers()::get).collect(Collectors.toSet()));
            parts.forEach(
                    (place, label) -> examples.add(new NumberExample(source, text, label, features(missed, place))));
        }
    }

    /** Returns the labels of the numbers, by place, that an expected number of examples is made of; none if it is read or written itself. */
    private static Map<Integer, String> parts(NumberFeatures numbers, Map<SlotName<?>, BigDecimal> values) {
        BigDecimal expected = values.get(SlotName.EXAMPLES);
        boolean open = expected != null && !isRead(numbers, expected) && !isWritten(numbers, expected);
        return open ? explained(numbers, values) : Map.of();
    }

    private static boolean isRead(NumberFeatures numbers, @Nullable BigDecimal expected) {
        return places(numbers).anyMatch(place -> expected != null && isEqual(expected, numbers.read(place)));
    }

    private static boolean isWritten(NumberFeatures numbers, @Nullable BigDecimal expected) {
        return places(numbers).anyMatch(place -> isEqual(numbers.value(place), expected));
    }

    private static IntStream places(NumberFeatures numbers) {
        return IntStream.range(0, numbers.numbers().size());
    }

    /** Returns the labels of the counts that the labelled number of examples is made of. */
    private static Map<Integer, String> explained(NumberFeatures numbers, Map<SlotName<?>, BigDecimal> values) {
        Map<Integer, BigDecimal> counts = new LinkedHashMap<>();
        places(numbers)
                .filter(place -> {
                    SlotName<?> claim = numbers.claim(numbers.numbers().get(place));
                    return claim == null || claim == SlotName.EXAMPLES || claim == SlotName.HELD_OUT_EXAMPLES;
                })
                .forEach(place -> counts.put(place, numbers.value(place)));
        BigDecimal expected = values.get(SlotName.EXAMPLES);
        return expected == null ? Map.of() : named(CountExplanation.of(counts, expected), numbers, values);
    }

    /** Tells the part that is held out from one that is thrown away, if that is labelled. */
    private static Map<Integer, String> named(
            Map<Integer, String> parts, NumberFeatures numbers, Map<SlotName<?>, BigDecimal> values) {
        Map<Integer, String> named = new LinkedHashMap<>(parts);
        named.replaceAll((place, label) -> label.equals(NumberRoles.REMOVED)
                        && isEqual(numbers.value(place), values.get(SlotName.HELD_OUT_EXAMPLES))
                ? NumberRoles.HELD_OUT
                : label);
        return named;
    }

    /** Returns the slot that a number fills, null if two slots have its value. */
    private static @Nullable String label(
            NumberFeatures numbers, int place, @Nullable SlotName<?> claim, Map<SlotName<?>, BigDecimal> values) {
        BigDecimal value = numbers.value(place);
        BigDecimal read = numbers.read(place);
        if (claim != null && read != null && isEqual(read, values.get(claim))) {
            return claim.word();
        }
        List<SlotName<?>> fits = values.entrySet().stream()
                .filter(entry -> isEqual(entry.getValue(), value))
                .<SlotName<?>>map(Map.Entry::getKey)
                .toList();
        return fits.isEmpty()
                ? NumberRoles.NONE
                : fits.size() == 1 ? fits.getFirst().word() : null;
    }

    private static boolean isEqual(BigDecimal one, @Nullable BigDecimal other) {
        return other != null && one.compareTo(other) == 0;
    }

    private static Set<String> features(NumberFeatures numbers, int place) {
        Set<String> features = new TreeSet<>();
        numbers.read(
                place,
                (words, start, end) ->
                        Symbol.of(WordSymbols.MARK + words.substring(start, end).replace(' ', WordSymbols.JOINT)),
                (kind, first, second) -> features.add(kind.name(first, second)));
        return features;
    }
}
