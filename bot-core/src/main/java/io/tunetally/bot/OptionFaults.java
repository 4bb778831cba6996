package io.tunetally.bot;

import io.tunetally.chat.Markup;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.wording.Wording;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds faults in a form's values, as option name to sentence. Reads each value on its own with the same interpreter,
 * so that a fault belongs to its field; then checks that all values together read the same.
 */
final class OptionFaults {
    private static final String VERB = "cost";
    private static final int NAMED = 3;

    /** The intents of prices: one, several side by side, or over months. A value with any other intent is a sentence. */
    private static final Set<Intent> PRICES = EnumSet.of(Intent.ESTIMATE, Intent.COMPARE, Intent.TCO);

    private final Interpreter interpreter;
    private final Commands commands;
    private final TypedOptions typedOptions;

    OptionFaults(Interpreter interpreter, Commands commands) {
        this.interpreter = interpreter;
        this.commands = commands;
        this.typedOptions = new TypedOptions(commands.specs(), interpreter);
    }

    /**
     * Returns the faults of values used for one question. An ambiguous model name is not a fault, as the answer asks
     * which; nor is an option that a model does not support, as the answer says so.
     */
    Map<String, String> ofQuestion(Map<String, String> values) {
        Map<String, String> faults = each(values, false);
        return faults.isEmpty() ? together(values) : faults;
    }

    /** Returns the faults of values to be stored. Each must be unambiguous, since no question can be asked later. */
    Map<String, String> ofDefaults(Map<String, String> values) {
        Map<String, String> faults = each(values, true);
        return faults.isEmpty() ? together(values) : faults;
    }

    private Map<String, String> each(Map<String, String> values, boolean stored) {
        Map<String, String> notOfTheirKind = typedOptions.faults(values);
        Map<String, String> faults = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            String kind = notOfTheirKind.get(name);
            // The number's own reading says more: which two values are possible, or which are allowed.
            String fault = kind != null && !commands.known(name).isEmpty() ? kind : fault(name, value, stored);
            if (fault != null) {
                faults.put(name, fault);
            }
        });
        return faults;
    }

    private @Nullable String fault(String name, String value, boolean stored) {
        Interpretation read = read(Map.of(name, value));
        Map<String, String> understood = commands.values(read.slots());
        Set<String> others = new TreeSet<>(understood.keySet());
        others.remove(name);
        if (!others.isEmpty()) {
            return "Read as " + spoken(others) + ". " + expected(name);
        }
        boolean settled = read.problems().isEmpty() || (!stored && asksWhichModel(read));
        boolean unread =
                read.slots().isEmpty() && read.problems().stream().allMatch(Problem.UnknownWord.class::isInstance);
        if (!settled && !unread) {
            return String.join(" ", Wording.doubts(read));
        }
        boolean said = read.status() == Interpretation.Status.QUESTION || read.request() != null;
        boolean named = understood.containsKey(name) || !commands.known(name).isEmpty();
        if (!said || !named || !PRICES.contains(read.intent())) {
            return "\"" + value + "\" is not known here. " + expected(name);
        }
        boolean one =
                understood.containsKey(name) && read(understood).canonical().equals(read.canonical());
        return stored && !one ? "This must be one value. " + expected(name) : null;
    }

    private static boolean asksWhichModel(Interpretation read) {
        return read.problems().stream().allMatch(Problem.AmbiguousModel.class::isInstance);
    }

    /** Values that are valid alone can merge with their neighbours: {@code gemini 4} and {@code 800 examples}. */
    private Map<String, String> together(Map<String, String> values) {
        Map<String, String> faults = new LinkedHashMap<>();
        Interpretation read = read(values);
        Map<String, String> understood = commands.values(read.slots());
        values.forEach((name, value) -> {
            String alone = commands.values(read(Map.of(name, value)).slots()).get(name);
            String beside = understood.get(name);
            boolean lost = beside == null && alone != null && read.problems().isEmpty();
            if (lost || (alone != null && beside != null && !Objects.equals(alone, beside))) {
                faults.put(
                        name,
                        "Beside the other values this is read as " + (beside == null ? "nothing" : beside) + ". "
                                + expected(name));
            }
        });
        return faults;
    }

    private Interpretation read(Map<String, String> values) {
        return interpreter.read(commands.text(VERB, values), Markup.PLAIN, true, null);
    }

    private String expected(String name) {
        List<String> known = commands.known(name);
        return known.isEmpty()
                ? "Give one number, such as 1000."
                : "Give one name, such as " + String.join(", ", known.subList(0, Math.min(NAMED, known.size()))) + ".";
    }

    private static String spoken(Set<String> names) {
        return String.join(" and ", names).replace('_', ' ');
    }
}
