package io.tunetally.interpreter.weight;

import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.text.WordHash;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The words outside the lexicon that have weights: open addressing by their hash, so that a look-up allocates nothing. */
final class WeighedWords implements WordSymbols {
    private final long[] hashes;
    private final Symbol[] symbols;

    /** Collects the words in the names of features. */
    WeighedWords(Collection<String> features) {
        Set<String> words = new HashSet<>();
        for (String feature : features) {
            for (int mark = feature.indexOf(MARK); mark >= 0; mark = feature.indexOf(MARK, mark + 1)) {
                int end = feature.indexOf(' ', mark);
                String part = feature.substring(mark, end < 0 ? feature.length() : end);
                if (part.length() > 1 && (mark == 0 || feature.charAt(mark - 1) == ' ')) {
                    words.add(part);
                }
            }
        }
        int capacity = Integer.highestOneBit(Math.max(1, words.size())) * 4;
        hashes = new long[capacity];
        symbols = new Symbol[capacity];
        for (String word : words) {
            long hash = WordHash.of(word.replace(JOINT, ' '), 1, word.length());
            int slot = slot(hash);
            hashes[slot] = hash;
            symbols[slot] = Symbol.of(word);
        }
    }

    @Override
    public Symbol of(String text, int start, int end) {
        int slot = slot(WordHash.of(text, start, end));
        return hashes[slot] == 0 ? Symbol.NONE : symbols[slot];
    }

    /** Returns the slot that holds a hash, or the free slot for it. */
    private int slot(long hash) {
        int slot = (int) (hash >>> 40) & (hashes.length - 1);
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
    }
}
