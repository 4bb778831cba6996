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
 * {@link io.tunetally.storage.StorageException} where the store cannot be used.
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
     * What is wrong with values that are only to be asked once; nothing is stored.
     *
     * @return option name to sentence; empty too where an answer says more: of several models it asks which, two models it compares,
     *     and what a model is not offered with it names beside the price
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
