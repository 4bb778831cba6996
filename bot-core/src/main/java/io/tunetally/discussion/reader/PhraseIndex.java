package io.tunetally.discussion.reader;

import io.tunetally.discussion.reader.Phrasebook.Entry;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the phrases that a message may be by its words: most messages are none, and end here. */
final class PhraseIndex {
    private final List<Entry> entries;

    /** By the words of each phrase's rarest alternatives. */
    private final Map<String, BitSet> byWord = new HashMap<>();

    /** Those that are made of gaps alone. */
    private final BitSet wordless = new BitSet();

    PhraseIndex(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        Map<String, Integer> uses = new HashMap<>();
        entries.forEach(entry ->
                entry.phrase().needed().forEach(words -> words.forEach(word -> uses.merge(word, 1, Integer::sum))));
        for (int i = 0; i < entries.size(); i++) {
            index(i, uses);
        }
    }

    private void index(int place, Map<String, Integer> uses) {
        entries.get(place).phrase().needed().stream()
                .min(Comparator.comparingInt(words -> words.stream()
                        .mapToInt(word -> uses.getOrDefault(word, 0))
                        .sum()))
                .ifPresentOrElse(
                        rarest -> rarest.forEach(word ->
                                byWord.computeIfAbsent(word, _ -> new BitSet()).set(place)),
                        () -> wordless.set(place));
    }

    /** Returns the entries that a message of these words may be, in their order. */
    List<Entry> of(Set<String> words) {
        BitSet found = (BitSet) wordless.clone();
        for (String word : words) {
            BitSet places = byWord.get(word);
            if (places != null) {
                found.or(places);
            }
        }
        return found.stream()
                .mapToObj(entries::get)
                .filter(entry -> entry.phrase().mayBe(words))
                .toList();
    }
}
