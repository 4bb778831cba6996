package io.tunetally.discussion.reader;

import io.tunetally.discussion.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the scenarios that are meant by words instead of a letter: "azure one", "second one", "llama 70b plan". */
final class Descriptions {
    private final Set<String> nouns;
    private final List<String> ordinals;
    private final Set<String> latest;

    /**
     * Creates the descriptions.
     *
     * @param nouns with which a description ends
     * @param ordinals the words for the first scenario, the second one and so on
     * @param latest the words for the last one
     */
    Descriptions(Set<String> nouns, List<String> ordinals, Set<String> latest) {
        this.nouns = Set.copyOf(nouns);
        this.ordinals = List.copyOf(ordinals);
        this.latest = Set.copyOf(latest);
    }

    /** Returns the scenarios that are meant; none by a text that is no description. */
    List<Scenario> find(String typed, List<Scenario> open) {
        String description = typed.toLowerCase(Locale.ROOT);
        int end = description.lastIndexOf(' ');
        if (end < 0 || !nouns.contains(description.substring(end + 1))) {
            return List.of();
        }
        String words = description.substring(0, end);
        int place = latest.contains(words) ? open.size() - 1 : ordinals.indexOf(words);
        if (place >= 0) {
            return open.stream().skip(place).limit(1).toList();
        }
        return open.stream().filter(scenario -> scenario.has(words)).toList();
    }
}
