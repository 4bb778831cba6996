package io.tunetally.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.chat.Markup;
import io.tunetally.interpreter.corpus.Label;
import io.tunetally.interpreter.corpus.LabelledMessage;
import io.tunetally.interpreter.corpus.Sample;
import io.tunetally.interpreter.corpus.TrainingExample;
import io.tunetally.interpreter.intent.Decider;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.role.NameFeatures;
import io.tunetally.interpreter.role.NameFeatures.Kind;
import io.tunetally.interpreter.role.NameFeatures.Name;
import io.tunetally.interpreter.role.NameRoles;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.interpreter.weight.WordSymbols;
import io.tunetally.request.Intent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A name of a labelled message as the trainer sees it.
 *
 * @param label {@link NameRoles#ASKED} or {@link NameRoles#BACKGROUND}
 */
record NameExample(String source, String text, String label, Set<String> features) implements TrainingExample {
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[\\s_-]+");

    /** The slots that a name of a kind fills if it is asked about. */
    private static final Map<Kind, List<String>> SLOTS = Map.of(
            Kind.MODEL, List.of("models"),
            Kind.PROVIDER, List.of("provider", "providers"),
            Kind.METHOD, List.of("method", "methods"),
            Kind.OBJECTIVE, List.of("objective"),
            Kind.DEPLOYMENT, List.of("deployment"),
            Kind.GPU, List.of("gpu"));

    /** The slots of names that have a part of their own in a request, and are labelled in few corpora. */
    private static final Map<Kind, List<String>> OTHER_SLOTS = Map.of(
            Kind.MODEL, List.of("untuned", "targets", "teacher", "withoutModels"),
            Kind.PROVIDER, List.of("targetProvider", "withoutProviders"),
            Kind.METHOD, List.of(),
            Kind.OBJECTIVE, List.of(),
            Kind.DEPLOYMENT, List.of(),
            Kind.GPU, List.of());

    private static final Set<Intent> UNPRICED = EnumSet.of(Intent.NONE, Intent.EXPLAIN, Intent.HELP);

    /** Reads by rules alone, so that the examples do not depend on what is trained from them. */
    private static final Interpreter WEIGHTLESS = new Interpreter(
            BuiltIn.CATALOG,
            Lexicon.builtIn(),
            new Decider(
                    Weights.none(),
                    Weights.none(),
                    Weights.none(),
                    Weights.none(),
                    Weights.none(),
                    Weights.none(),
                    Weights.none(),
                    Weights.none()),
            ParseState.MOST_WORK);

    /** Returns the names of prose that the labels decide. */
    static List<NameExample> all(Sample sample) {
        List<NameExample> examples = new ArrayList<>();
        for (String name : Example.LABELLED) {
            LabelledMessage.builtIn(name, sample).parallelStream()
                    .map(message -> of(name, message))
                    .forEachOrdered(examples::addAll);
        }
        return examples;
    }

    private static List<NameExample> of(String source, LabelledMessage message) {
        List<NameExample> examples = new ArrayList<>();
        Intent intent = message.decided();
        // The labels of talk and of questions for an explanation leave out what they name.
        boolean priced = intent != null && !UNPRICED.contains(intent);
        if (!message.context().isEmpty() || (!priced && message.expects().size() < 2)) {
            return examples;
        }
        ParseState state = BuiltIn.INTERPRETER.counted(message.text(), Markup.PLAIN, null);
        if (!NameRoles.isOpen(state)) {
            return examples;
        }
        NameFeatures features = NameFeatures.of(state);
        if (features.names().isEmpty()) {
            return examples;
        }
        Map<String, String> read = Label.slots(
                WEIGHTLESS.filled(message.text(), Markup.PLAIN, null).slots.build());
        for (Name name : features.names()) {
            // Where only the intent is labelled, sellers and methods are often left open; whose a GPU is never is.
            if (message.expects().size() < 2 && name.kind() != Kind.GPU) {
                continue;
            }
            // "how many hours on a 3090?" asks about the GPU, which is no slot then.
            boolean timed = name.kind() == Kind.GPU && !priced;
            boolean open = SLOTS.getOrDefault(name.kind(), List.of()).stream()
                    .anyMatch(slot -> message.unscored().contains(slot));
            Set<String> expected = new HashSet<>();
            SLOTS.getOrDefault(name.kind(), List.of())
                    .forEach(slot -> texts(message.expects().path(slot), expected));
            Set<String> others = new HashSet<>();
            OTHER_SLOTS.getOrDefault(name.kind(), List.of()).stream()
                    .filter(read::containsKey)
                    .forEach(slot ->
                            others.addAll(List.of(read.getOrDefault(slot, "").split(","))));
            Set<String> elsewhere = new HashSet<>();
            others.forEach(each -> elsewhere.add(normal(each)));
            String id = normal(name.id());
            boolean asked = expected.contains(id);
            if (!open && (asked || !timed) && (asked || !(elsewhere.contains(id) || expected.contains("all")))) {
                examples.add(new NameExample(
                        source,
                        message.text(),
                        asked ? NameRoles.ASKED : NameRoles.BACKGROUND,
                        features(features, name)));
            }
        }
        return examples;
    }

    private static void texts(JsonNode value, Set<String> texts) {
        if (value.isTextual()) {
            texts.add(normal(value.asText()));
        }
        value.forEach(each -> texts.add(normal(each.asText())));
    }

    private static String normal(String id) {
        return BETWEEN_PARTS.matcher(id.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static Set<String> features(NameFeatures names, Name name) {
        Set<String> features = new TreeSet<>();
        names.read(
                name,
                (words, start, end) ->
                        Symbol.of(WordSymbols.MARK + words.substring(start, end).replace(' ', WordSymbols.JOINT)),
                (kind, first, second) -> features.add(kind.name(first, second)));
        return features;
    }
}
