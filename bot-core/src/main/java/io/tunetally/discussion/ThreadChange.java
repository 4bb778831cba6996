package io.tunetally.discussion;

import io.tunetally.storage.TeamRecords.TeamRecord;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last change of a thread by a command, which can be taken back.
 *
 * @param scenarios the numbers of those that it changed; none for a decision or vote
 * @param name that the scenario had before it was renamed; empty for none
 */
public record ThreadChange(Kind kind, List<Long> scenarios, String name) {
    /** What was done. */
    public enum Kind {
        DROP,
        RENAME,
        DECISION,
        REOPENING,
        VOTE
    }

    static final ThreadChange DECIDED = new ThreadChange(Kind.DECISION, List.of(), "");
    static final ThreadChange REOPENED = new ThreadChange(Kind.REOPENING, List.of(), "");

    static final ThreadChange VOTED = new ThreadChange(Kind.VOTE, List.of(), "");

    public ThreadChange {
        scenarios = List.copyOf(scenarios);
    }

    public static ThreadChange dropped(List<Scenario> scenarios) {
        return new ThreadChange(
                Kind.DROP, scenarios.stream().map(Scenario::number).toList(), "");
    }

    public static ThreadChange renamed(Scenario before) {
        return new ThreadChange(Kind.RENAME, List.of(before.number()), before.name());
    }

    String body() {
        return new Body()
                .with("change", kind)
                .with("scenarios", scenarios.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .with("name", name)
                .write();
    }

    static ThreadChange read(TeamRecord record) {
        Body body = Body.read(record.body());
        return new ThreadChange(
                Kind.valueOf(body.text("change")),
                Stream.of(body.text("scenarios").split(" ", -1))
                        .filter(number -> !number.isEmpty())
                        .map(Long::valueOf)
                        .toList(),
                body.text("name"));
    }
}
