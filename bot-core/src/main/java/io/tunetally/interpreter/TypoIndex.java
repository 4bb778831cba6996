package io.tunetally.interpreter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the words of the lexicon that a typing error could have been meant for. Every word is filed under itself with up to two letters
 * left out, and so is the word looked up (symmetric deletes), so that a look-up does not depend on the size of the lexicon.
 */
final class TypoIndex {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 24;

    private final Map<Long, List<String>> words = new HashMap<>();

    TypoIndex(Iterable<String> vocabulary) {
        Set<String> distinct = new LinkedHashSet<>();
        vocabulary.forEach(distinct::add);
        for (String word : distinct) {
            if (word.length() >= SHORTEST
                    && word.length() <= LONGEST
                    && word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
                file(word);
            }
        }
    }

    private void file(String word) {
        Set<Long> keys = new LinkedHashSet<>();
        deletes(word.toCharArray(), word.length(), reach(word.length()), keys);
        keys.forEach(key -> words.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(word));
    }

    /** How many edits a word of a length may be away: short words have too many neighbours. */
    static int reach(int length) {
        return length < SHORTEST ? 0 : length < 5 ? 1 : 2;
    }

    /** The nearest words, all at the same distance; empty where none is near enough. */
    List<String> nearest(String typed) {
        if (typed.length() < SHORTEST || typed.length() > LONGEST) {
            return List.of();
        }
        int reach = reach(typed.length());
        Set<Long> keys = new LinkedHashSet<>();
        deletes(typed.toCharArray(), typed.length(), reach, keys);
        List<String> best = new ArrayList<>(1);
        int bestDistance = reach + 1;
        for (Long key : keys) {
            for (String word : words.getOrDefault(key, List.of())) {
                int distance = EditDistance.between(typed, word, reach);
                if (distance < bestDistance) {
                    best.clear();
                    bestDistance = distance;
                }
                if (distance == bestDistance && distance <= reach && !best.contains(word)) {
                    best.add(word);
                }
            }
        }
        return best;
    }

    private static void deletes(char[] word, int length, int reach, Set<Long> keys) {
        keys.add(EnglishWords.hash(word, 0, length));
        if (reach == 0 || length <= 2) {
            return;
        }
        for (int i = 0; i < length; i++) {
            char[] shorter = new char[length - 1];
            System.arraycopy(word, 0, shorter, 0, i);
            System.arraycopy(word, i + 1, shorter, i, length - 1 - i);
            deletes(shorter, length - 1, reach - 1, keys);
        }
    }
}
