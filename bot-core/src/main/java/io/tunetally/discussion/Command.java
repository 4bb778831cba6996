package io.tunetally.discussion;

import java.util.List;
import java.util.Map;

/**
 * A command about a team's discussion.
 *
 * @param values by the name of the gap they were typed in; a command that lacks something has an {@code example} of a whole one
 * @param scenarios of the thread, dropped ones among them; empty where the command needs none
 */
public record Command(Verb verb, Map<String, String> values, List<Scenario> scenarios) {
    /** The gaps in which the letter or name of a scenario is typed. */
    public static final List<String> SCENARIOS = List.of("letter", "other", "third", "fourth", "fifth");

    /** The scenarios that a description may mean, if it may mean several. */
    public static final String CANDIDATES = "candidates";

    /** What to say instead of a command that lacks something. */
    public static final String EXAMPLE = "example";

    /** The question about costs that a follow-up stands for. */
    public static final String QUESTION = "question";

    public Command {
        values = Map.copyOf(values);
        scenarios = List.copyOf(scenarios);
    }

    /** Returns what was typed in a gap; empty if nothing was. */
    public String value(String gap) {
        return values.getOrDefault(gap, "");
    }

    public boolean has(String gap) {
        return values.containsKey(gap);
    }

    /** Returns the scenarios that were not dropped. */
    public List<Scenario> open() {
        return scenarios.stream().filter(scenario -> !scenario.dropped()).toList();
    }
}
