package io.tunetally.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The reviewed changes since the facts were compiled: under a heading for each kind of fact, a line for each that was
 * superseded ({@code - fact}) or is new ({@code + fact}).
 */
final class FactChanges {
    private static final String FILE = "/facts/changes-2026-11-27.txt";

    private FactChanges() {}

    /** Returns the facts of a kind as they are now; a change that changes nothing fails. */
    static Set<String> applied(String kind, Collection<String> compiled) throws IOException {
        Set<String> superseded = of(kind, "- ");
        Set<String> added = of(kind, "+ ");
        assertThat(compiled).as("superseded").containsAll(superseded);
        assertThat(compiled).as("new").doesNotContainAnyElementsOf(added);
        Set<String> now = new TreeSet<>(compiled);
        now.removeAll(superseded);
        now.addAll(added);
        return now;
    }

    private static Set<String> of(String kind, String mark) throws IOException {
        try (InputStream in = Objects.requireNonNull(FactChanges.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .dropWhile(line -> !line.equals("# " + kind))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("# "))
                    .filter(line -> line.startsWith(mark))
                    .map(line -> line.substring(mark.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
