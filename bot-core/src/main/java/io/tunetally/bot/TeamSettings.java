package io.tunetally.bot;

import io.tunetally.catalog.PriceBook;
import io.tunetally.interpreter.Interpretation;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.interpreter.Markup;
import io.tunetally.interpreter.Request;
import io.tunetally.storage.TeamDefaults;
import io.tunetally.wording.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A team's defaults as a form: option by option, with the options of the commands. Thread-safe. Every method throws
 * {@link io.tunetally.storage.StorageException} where the store cannot be used.
 */
public final class TeamSettings {
    private static final String VERB = "cost";

    private final TeamDefaults stored;
    private final Interpreter interpreter;
    private final Commands commands;
    private final TypedOptions typedOptions;

    public TeamSettings(TeamDefaults stored, Interpreter interpreter, List<PriceBook> books) {
        this.stored = stored;
        this.interpreter = interpreter;
        this.commands = Commands.of(books, interpreter);
        this.typedOptions = new TypedOptions(commands.specs(), interpreter);
    }

    /** What can be set. */
    public List<CommandSpec.Option> options() {
        return commands.defaults();
    }

    /** What a whole team has set: option name to value. */
    public Map<String, String> values(TeamDefaults.Scope scope) {
        return stored.find(scope.team())
                .team()
                .map(text -> interpreter.read(text, Markup.PLAIN, true, null).request())
                .map(request -> commands.values(request.slots()))
                .orElse(Map.of());
    }

    /**
     * Replaces what a whole team has set; with no value at all it has set nothing.
     *
     * @return what is wrong, option name to sentence; nothing has changed then
     */
    public Map<String, String> change(TeamDefaults.Scope scope, Map<String, String> values) {
        if (values.isEmpty()) {
            stored.clear(scope.team());
            return Map.of();
        }
        Interpretation read = read(values);
        Request request = read.request();
        Map<String, String> wrong = wrong(values, read);
        if (request != null && wrong.isEmpty()) {
            stored.set(scope.team(), read.canonical());
        }
        return wrong;
    }

    /**
     * What is wrong with values that are only to be asked once; nothing is stored.
     *
     * @return option name to sentence; empty too where an answer says more: of several readings it asks which, two models it compares,
     *     and what is not on offer it names beside the price
     */
    public Map<String, String> faults(Map<String, String> values) {
        Interpretation read = read(values);
        boolean inItsPlace = values.keySet().containsAll(understood(read).keySet());
        boolean answerable = read.status() == Interpretation.Status.QUESTION
                || (read.problems().isEmpty() && inItsPlace);
        return answerable ? Map.of() : notUnderstood(values, read);
    }

    private Interpretation read(Map<String, String> values) {
        return interpreter.read(commands.text(VERB, values), Markup.PLAIN, true, null);
    }

    /** A value must come back as what it was meant for: {@code 500} in the field of the model is no model. */
    private Map<String, String> wrong(Map<String, String> values, Interpretation read) {
        Map<String, String> wrong = typedOptions.faults(values);
        if (wrong.isEmpty()) {
            wrong = notUnderstood(values, read);
        }
        if (wrong.isEmpty() && !read.problems().isEmpty()) {
            wrong.put(values.keySet().iterator().next(), why(read));
        }
        return wrong;
    }

    private Map<String, String> notUnderstood(Map<String, String> values, Interpretation read) {
        Map<String, String> understood = understood(read);
        Map<String, String> wrong = new LinkedHashMap<>();
        values.keySet().stream()
                .filter(name -> !understood.containsKey(name))
                .forEach(name -> wrong.put(name, why(read)));
        return wrong;
    }

    private Map<String, String> understood(Interpretation read) {
        Request request = read.request();
        return request == null ? Map.of() : commands.values(request.slots());
    }

    private static String why(Interpretation read) {
        List<String> doubts = Wording.doubts(read);
        return doubts.isEmpty() ? "This cannot be used here." : String.join(" ", doubts);
    }
}
