package io.tunetally.discussion.reader;

import io.tunetally.discussion.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the scenarios that are meant by words instead of a letter: "azure one", "second one", "llama 70b plan". */
final class Descriptions {
    private final List<String> ordinals;
    private final Set<String> latest;

    /**
     * Creates the descriptions.
     *
     * @param ordinals the words for the first scenario, the second one and so on
     * @param latest the words for the last one
     */
    Descriptions(List<String> ordinals, Set<String> latest) {
        this.ordinals = List.copyOf(ordinals);
        this.latest = Set.copyOf(latest);
    }

    /** True if it may be a description: some words before a noun. */
    static boolean isOne(String typed) {
        return typed.indexOf(' ') > 0;
    }

    /** Returns the scenarios that are meant. */
    List<Scenario> find(String typed, List<Scenario> open) {
        String words = typed.substring(0, typed.lastIndexOf(' ')).toLowerCase(Locale.ROOT);
        int place = latest.contains(words) ? open.size() - 1 : ordinals.indexOf(words);
        if (place >= 0) {
            return open.stream().skip(place).limit(1).toList();
        }
        return open.stream().filter(scenario -> scenario.has(words)).toList();
    }
}
