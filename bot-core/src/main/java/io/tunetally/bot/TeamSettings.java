package io.tunetally.bot;

import io.tunetally.catalog.PriceBook;
import io.tunetally.chat.Markup;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.request.Interpretation;
import io.tunetally.storage.TeamDefaults;
import io.tunetally.wording.Wording;
import java.util.List;
import java.util.Map;

/**
 * A team's defaults as a form: option by option, with the options of the commands. Thread-safe. Every method throws
 * {@link io.tunetally.storage.StorageException} if the store cannot be used.
 */
public final class TeamSettings {
    private static final String VERB = "cost";

    private final TeamDefaults stored;
    private final Interpreter interpreter;
    private final Commands commands;
    private final OptionFaults faults;

    public TeamSettings(TeamDefaults stored, Interpreter interpreter, List<PriceBook> books) {
        this.stored = stored;
        this.interpreter = interpreter;
        this.commands = Commands.of(books, interpreter);
        this.faults = new OptionFaults(interpreter, commands);
    }

    /** Returns the options that can be set. */
    public List<CommandSpec.Option> options() {
        return commands.defaults();
    }

    /** Returns the values set for the whole team, by option name. */
    public Map<String, String> values(TeamDefaults.Scope scope) {
        return stored.find(scope.team())
                .team()
                .map(text -> interpreter.read(text, Markup.PLAIN, true, null).request())
                .map(request -> commands.values(request.slots()))
                .orElse(Map.of());
    }

    /**
     * Replaces the values set for the whole team; without any value the setting is removed.
     *
     * @return the faults, option name to sentence; if there are any, nothing has changed
     */
    public Map<String, String> change(TeamDefaults.Scope scope, Map<String, String> values) {
        if (values.isEmpty()) {
            stored.clear(scope.team());
            return Map.of();
        }
        Map<String, String> wrong = faults.ofDefaults(values);
        if (wrong.isEmpty()) {
            Interpretation read = read(values);
            if (read.request() == null || !read.problems().isEmpty()) {
                return Map.of(values.keySet().iterator().next(), why(read));
            }
            stored.set(scope.team(), read.canonical());
        }
        return wrong;
    }

    /**
     * Returns the faults of values for a single question; stores nothing.
     *
     * @return option name to sentence; also empty where the answer explains more: it asks which of several models is
     *     meant, compares two models, and names an option that a model does not support
     */
    public Map<String, String> faults(Map<String, String> values) {
        return faults.ofQuestion(values);
    }

    private Interpretation read(Map<String, String> values) {
        return interpreter.read(commands.text(VERB, values), Markup.PLAIN, true, null);
    }

    private static String why(Interpretation read) {
        List<String> doubts = Wording.doubts(read);
        return doubts.isEmpty() ? "This cannot be used here." : String.join(" ", doubts);
    }
}
