package io.tunetally.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    }

    /** A beginning of two letters is that of several words of a text's language. */
    private static final int WORDS_OF_A_BEGINNING = 3;

    /** Stands for every number among the words that a text needs. */
    public static final String NUMBER = "<n>";

    /** A part of a pattern: the filter tells most texts without it, the words the others. */
    private record Part(Set<String> words, Set<Integer> beginnings, WordFilter filter) {
        static Part of(Needed needed) {
            WordFilter filter = new WordFilter();
            needed.words().forEach(filter::add);
            needed.beginnings().forEach(filter::addBeginning);
            return new Part(
                    Set.copyOf(needed.words()),
                    needed.beginnings().stream().map(WordFilter::beginning).collect(Collectors.toUnmodifiableSet()),
                    filter);
        }

        boolean isIn(List<String> text) {
            for (int at = 0; at < text.size(); at++) {
                String word = text.get(at);
                boolean number = isNumber(word) && words.contains(NUMBER);
                boolean begins = !beginnings.isEmpty()
                        && word.length() >= WordFilter.BEGINNING
                        && beginnings.contains(WordFilter.beginning(word));
                if (number || begins || words.contains(word)) {
                    return true;
                }
            }
            return false;
        }
    }

    private record Entry<P>(
            P pattern, List<Part> needed, @Nullable WordFilter begins) {
        boolean mayBeIn(WordFilter text, List<String> words) {
            for (int i = 0; i < needed.size(); i++) {
                if (!needed.get(i).filter().meets(text)) {
                    return false;
                }
            }
            for (int i = 0; i < needed.size(); i++) {
                if (!needed.get(i).isIn(words)) {
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
                needed.stream().map(Part::of).toList(),
                begins == null ? null : Part.of(begins).filter()));
        needed.stream()
                .min(Comparator.comparingInt(Needed::commonness))
                .ifPresentOrElse(rarest -> add(index, rarest), () -> always.set(index));
    }

    private void add(int index, Needed rarest) {
        rarest.words()
                .forEach(word -> byWord.computeIfAbsent(word, _ -> new BitSet()).set(index));
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
            if (entries.get(index).mayBeIn(text, words)) {
                possible.entries.add(entries.get(index));
            }
        }
        return possible;
    }

    private WordFilter word(String word, BitSet found) {
        WordFilter filter = new WordFilter();
        filter.add(word);
        add(byWord.get(word), found);
        if (isNumber(word)) {
            filter.add(NUMBER);
            add(byWord.get(NUMBER), found);
        }
        if (word.length() >= WordFilter.BEGINNING) {
            filter.addBeginning(word);
            add(byBeginning.get(WordFilter.beginning(word)), found);
        }
        return filter;
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    private static void add(@Nullable BitSet some, BitSet found) {
        if (some != null) {
            found.or(some);
        }
    }
}
