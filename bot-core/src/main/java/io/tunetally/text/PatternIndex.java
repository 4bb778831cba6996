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

    /** Stands for every number among the words that a text needs. */
    public static final String NUMBER = "<n>";

    private record Entry<P>(P pattern, List<WordFilter> needed, @Nullable WordFilter begins) {
        boolean mayBeIn(WordFilter text) {
            for (int i = 0; i < needed.size(); i++) {
                if (!needed.get(i).meets(text)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The patterns that may match in a text, in the order in which they were added. */
    public static final class Possible<P> {
        private final List<Entry<P>> entries = new ArrayList<>();
        private final WordFilter[] words;

        private Possible(WordFilter[] words) {
            this.words = words;
        }

        public int size() {
            return entries.size();
        }

        public P pattern(int index) {
            return entries.get(index).pattern();
        }

        /** True if a pattern may begin at a word of the text. */
        public boolean mayBeginAt(int index, int word) {
            WordFilter begins = entries.get(index).begins();
            return begins == null || begins.meets(words[word]);
        }
    }

    private final List<Entry<P>> entries = new ArrayList<>();
    private final Map<String, BitSet> byWord = new HashMap<>();
    private final Map<Integer, BitSet> byBeginning = new HashMap<>();
    private final BitSet always = new BitSet();

    /**
     * Adds a pattern.
     *
     * @param needed the words that a text must have, part by part; without such parts it may match any text
     * @param begins the words that it can begin with, or null for any
     */
    public void add(P pattern, List<Needed> needed, @Nullable Needed begins) {
        int index = entries.size();
        entries.add(new Entry<>(
                pattern,
                needed.stream().map(Needed::filter).toList(),
                begins == null ? null : begins.filter()));
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

    /** Returns the patterns that may match in a text of these words. */
    public Possible<P> in(List<String> words) {
        BitSet found = (BitSet) always.clone();
        WordFilter text = new WordFilter();
        WordFilter[] each = new WordFilter[words.size()];
        for (int at = 0; at < each.length; at++) {
            each[at] = word(words.get(at), found);
            text.addAll(each[at]);
        }
        Possible<P> possible = new Possible<>(each);
        for (int index = found.nextSetBit(0); index >= 0; index = found.nextSetBit(index + 1)) {
            if (entries.get(index).mayBeIn(text)) {
                possible.entries.add(entries.get(index));
            }
        }
        return possible;
    }

    private WordFilter word(String word, BitSet found) {
        WordFilter filter = new WordFilter();
        filter.add(word);
        add(byWord.get(word), found);
        if (Character.isDigit(word.charAt(0))) {
            filter.add(NUMBER);
            add(byWord.get(NUMBER), found);
        }
        if (word.length() >= WordFilter.BEGINNING) {
            filter.addBeginning(word);
            add(byBeginning.get(WordFilter.beginning(word)), found);
        }
        return filter;
    }

    private static void add(@Nullable BitSet some, BitSet found) {
        if (some != null) {
            found.or(some);
        }
    }
}
