package io.tunetally.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the patterns that may match somewhere in a text, among many: each word is looked up once and gives the parts of patterns
 * that it may be, a pattern is looked up by the rarest of the parts that a text must have, and dropped if another is missing.
 *
 * @param <P> the patterns
 */
public final class PatternIndex<P> {
    /** Stands for every number among the words that a text needs. */
    public static final String NUMBER = "<n>";

    /** The letters of a beginning. */
    private static final int BEGINNING = 2;

    /** A beginning is that of several words of a text's language. */
    private static final int WORDS_OF_A_BEGINNING = 3;

    /** A text has hardly more patterns. */
    private static final int MOST_EXPECTED = 16;

    private static final int[] NONE = {};

    /**
     * A part of a pattern: the words of which a text needs one.
     *
     * @param words whole words
     * @param beginnings words of which only the beginning counts, of two letters or more
     */
    public record Needed(List<String> words, List<String> beginnings) {
        public Needed {
            words = List.copyOf(words);
            beginnings = List.copyOf(beginnings);
        }

        // Java's own comparison of records is linked anew at each start.
        @Override
        public boolean equals(Object other) {
            return other instanceof Needed needed && words.equals(needed.words) && beginnings.equals(needed.beginnings);
        }

        @Override
        public int hashCode() {
            return 31 * words.hashCode() + beginnings.hashCode();
        }

        private int commonness() {
            return words.size() + beginnings.size() * WORDS_OF_A_BEGINNING;
        }
    }

    /** A pattern, the parts that a text must have, and the part that it begins with, or negative for any. */
    private static final class Entry<P> {
        private final P pattern;
        private final int[] needed;
        private final int begins;

        Entry(P pattern, int[] needed, int begins) {
            this.pattern = pattern;
            this.needed = needed;
            this.begins = begins;
        }

        boolean mayBeIn(long[] parts) {
            for (int part : needed) {
                if ((parts[part >> 6] & 1L << part) == 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The patterns that may match in a text, in the order in which they were added. */
    public static final class Possible<P> {
        private final List<Entry<P>> entries;
        private final int[][] partsOfWords;
        /** The parts that the word which was asked about last may be. */
        private final long[] here;

        private int word = -1;

        private Possible(List<Entry<P>> entries, int[][] partsOfWords, int parts) {
            this.entries = entries;
            this.partsOfWords = partsOfWords;
            here = new long[entries.isEmpty() ? 0 : parts];
        }

        public int size() {
            return entries.size();
        }

        public P pattern(int index) {
            return entries.get(index).pattern;
        }

        /** True if a pattern may begin at a word of the text; quickest for all patterns at one word after the other. */
        public boolean mayBeginAt(int index, int at) {
            int begins = entries.get(index).begins;
            if (begins < 0) {
                return true;
            }
            if (at != word) {
                if (word >= 0) {
                    flip(partsOfWords[word]);
                }
                word = at;
                flip(partsOfWords[at]);
            }
            return (here[begins >> 6] & 1L << begins) != 0;
        }

        private void flip(int[] parts) {
            for (int part : parts) {
                here[part >> 6] ^= 1L << part;
            }
        }
    }

    private final Entry<P>[] entries;
    /** The patterns by the rarest of their parts. */
    private final int[][] byRarest;
    /** The patterns that need no part. */
    private final int[] always;
    /** The parts that a word may be, in ascending order. */
    private final Map<String, int[]> partsOfWord;

    private final Map<Integer, int[]> partsOfBeginning;
    private final int[] partsOfNumber;

    private PatternIndex(Builder<P> builder) {
        entries = builder.entries.toArray(PatternIndex::entries);
        always = array(builder.always);
        byRarest = builder.byRarest.stream().map(PatternIndex::array).toArray(int[][]::new);
        partsOfBeginning = new HashMap<>();
        builder.beginnings.forEach((beginning, parts) -> partsOfBeginning.put(beginning, array(parts)));
        partsOfNumber = array(builder.words.getOrDefault(NUMBER, new BitSet()));
        partsOfWord = new HashMap<>();
        builder.words.forEach((word, parts) -> partsOfWord.put(word, union(array(parts), ofUnknown(word))));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <P> Entry<P>[] entries(int size) {
        return new Entry[size];
    }

    private static int[] array(BitSet parts) {
        int[] array = new int[parts.cardinality()];
        int size = 0;
        for (int part = parts.nextSetBit(0); part >= 0; part = parts.nextSetBit(part + 1)) {
            array[size++] = part;
        }
        return array;
    }

    /** Returns the parts of two ascending arrays, each once and in ascending order. */
    private static int[] union(int[] some, int[] others) {
        if (others.length == 0) {
            return some;
        }
        int[] union = new int[some.length + others.length];
        int size = 0;
        int next = 0;
        for (int part : some) {
            while (next < others.length && others[next] < part) {
                union[size++] = others[next++];
            }
            if (next < others.length && others[next] == part) {
                next++;
            }
            union[size++] = part;
        }
        while (next < others.length) {
            union[size++] = others[next++];
        }
        return size == union.length ? union : Arrays.copyOf(union, size);
    }

    /** Returns the patterns that may match in a text of these words. */
    public Possible<P> in(List<String> words) {
        int[][] partsOfWords = new int[words.size()][];
        long[] parts = new long[(byRarest.length >> 6) + 1];
        for (int at = 0; at < partsOfWords.length; at++) {
            int[] ofWord = partsOf(words.get(at));
            partsOfWords[at] = ofWord;
            for (int part : ofWord) {
                parts[part >> 6] |= 1L << part;
            }
        }
        return new Possible<>(found(parts), partsOfWords, parts.length);
    }

    /** Returns the patterns whose parts a text has all, in the order in which they were added. */
    private List<Entry<P>> found(long[] parts) {
        int[] found = Arrays.copyOf(always, always.length + MOST_EXPECTED);
        int size = always.length;
        for (int word = 0; word < parts.length; word++) {
            for (long left = parts[word]; left != 0; left &= left - 1) {
                for (int index : byRarest[(word << 6) + Long.numberOfTrailingZeros(left)]) {
                    if (entries[index].mayBeIn(parts)) {
                        if (size == found.length) {
                            found = Arrays.copyOf(found, 2 * size);
                        }
                        found[size++] = index;
                    }
                }
            }
        }
        List<Entry<P>> ordered = new ArrayList<>(size);
        Arrays.sort(found, 0, size);
        for (int i = 0; i < size; i++) {
            ordered.add(entries[found[i]]);
        }
        return ordered;
    }

    private int[] partsOf(String word) {
        int[] known = partsOfWord.get(word);
        return known == null ? ofUnknown(word) : known;
    }

    /** Returns the parts that a word is by its beginning, and as a number. */
    private int[] ofUnknown(String word) {
        int[] begun = word.length() < BEGINNING || partsOfBeginning.isEmpty()
                ? NONE
                : partsOfBeginning.getOrDefault(beginning(word), NONE);
        return !word.isEmpty() && Character.isDigit(word.charAt(0)) ? union(partsOfNumber, begun) : begun;
    }

    /** Returns the first two letters of a word as a number. */
    private static int beginning(String word) {
        return (word.charAt(0) << Character.SIZE) + word.charAt(1);
    }

    /** Collects the patterns of an index. */
    public static final class Builder<P> {
        private final List<Entry<P>> entries = new ArrayList<>();
        private final Map<Needed, Integer> parts = new HashMap<>();
        /** The parts that patterns share: hundreds have the same group of words, whose hash takes long. */
        private final IdentityHashMap<Needed, Integer> shared = new IdentityHashMap<>();

        private final Map<String, BitSet> words = new HashMap<>();
        private final Map<Integer, BitSet> beginnings = new HashMap<>();
        private final List<BitSet> byRarest = new ArrayList<>();
        private final BitSet always = new BitSet();

        /**
         * Adds a pattern.
         *
         * @param needed the words that a text must have, part by part; without such parts it may match any text
         * @param begins the words that it can begin with, or null for any
         */
        public void add(P pattern, List<Needed> needed, @Nullable Needed begins) {
            int index = entries.size();
            int[] ofNeeded = new int[needed.size()];
            int rarest = 0;
            for (int i = 0; i < ofNeeded.length; i++) {
                ofNeeded[i] = part(needed.get(i));
                if (needed.get(i).commonness() < needed.get(rarest).commonness()) {
                    rarest = i;
                }
            }
            entries.add(new Entry<>(pattern, ofNeeded, begins == null ? -1 : part(begins)));
            BitSet patterns = ofNeeded.length == 0 ? always : byRarest.get(ofNeeded[rarest]);
            patterns.set(index);
        }

        private int part(Needed needed) {
            return shared.computeIfAbsent(needed, this::equalPart);
        }

        private int equalPart(Needed needed) {
            Integer known = parts.putIfAbsent(needed, parts.size());
            if (known != null) {
                return known;
            }
            int part = parts.size() - 1;
            byRarest.add(new BitSet());
            needed.words()
                    .forEach(word ->
                            words.computeIfAbsent(word, _ -> new BitSet()).set(part));
            needed.beginnings()
                    .forEach(word -> beginnings
                            .computeIfAbsent(beginning(word), _ -> new BitSet())
                            .set(part));
            return part;
        }

        public PatternIndex<P> build() {
            return new PatternIndex<>(this);
        }
    }
}
