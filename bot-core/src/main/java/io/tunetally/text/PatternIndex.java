package io.tunetally.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the patterns that may match somewhere in a text, among many: a pattern is looked up by the rarest of the parts that a
 * text must have, and dropped if a word of another part is missing.
 *
 * @param <P> the patterns
 */
public final class PatternIndex<P> {
    /**
     * The words of which a text needs one.
     *
     * @param words whole words
     * @param beginnings words of which only the beginning counts, of two letters or more
     */
    public record Needed(List<String> words, List<String> beginnings) {
        public Needed {
            words = List.copyOf(words);
            beginnings = List.copyOf(beginnings);
        }

        private int commonness() {
            return words.size() + beginnings.size() * WORDS_OF_A_BEGINNING;
        }

        private WordFilter filter() {
            WordFilter filter = new WordFilter();
            words.forEach(filter::add);
            beginnings.forEach(filter::addBeginning);
            return filter;
        }
    }

    /** A beginning of two letters is that of several words of a text's language. */
    private static final int WORDS_OF_A_BEGINNING = 3;

    private record Entry<P>(P pattern, List<WordFilter> needed) {
        boolean mayBeIn(WordFilter text) {
            for (int i = 0; i < needed.size(); i++) {
                if (!needed.get(i).meets(text)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Entry<P>> entries = new ArrayList<>();
    private final Map<String, BitSet> byWord = new HashMap<>();
    private final Map<Integer, BitSet> byBeginning = new HashMap<>();
    private final BitSet always = new BitSet();

    /** Adds a pattern with the words that a text must have, part by part; one without such parts may match any text. */
    public void add(P pattern, List<Needed> needed) {
        int index = entries.size();
        entries.add(new Entry<>(pattern, needed.stream().map(Needed::filter).toList()));
        needed.stream()
                .min(Comparator.comparingInt(Needed::commonness))
                .ifPresentOrElse(rarest -> add(index, rarest), () -> always.set(index));
    }

    private void add(int index, Needed rarest) {
        rarest.words()
                .forEach(word ->
                        byWord.computeIfAbsent(word, _ -> new BitSet()).set(index));
        rarest.beginnings()
                .forEach(word -> byBeginning
                        .computeIfAbsent(WordFilter.beginning(word), _ -> new BitSet())
                        .set(index));
    }

    /** Returns the patterns that may match in a text of these words, in the order in which they were added. */
    public List<P> in(List<String> words) {
        BitSet found = (BitSet) always.clone();
        WordFilter text = new WordFilter();
        for (String word : words) {
            text.add(word);
            text.addBeginning(word);
            add(byWord.get(word), found);
            if (!byBeginning.isEmpty() && word.length() >= WordFilter.BEGINNING) {
                add(byBeginning.get(WordFilter.beginning(word)), found);
            }
        }
        List<P> patterns = new ArrayList<>();
        for (int index = found.nextSetBit(0); index >= 0; index = found.nextSetBit(index + 1)) {
            if (entries.get(index).mayBeIn(text)) {
                patterns.add(entries.get(index).pattern());
            }
        }
        return patterns;
    }

    private static void add(@Nullable BitSet some, BitSet found) {
        if (some != null) {
            found.or(some);
        }
    }
}
