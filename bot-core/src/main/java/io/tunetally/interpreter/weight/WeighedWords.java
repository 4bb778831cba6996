package io.tunetally.interpreter.weight;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.snapshot.ArrayBytes;
import io.tunetally.text.WordHash;
import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words outside the lexicon that have weights: open addressing by their hash, so that a look-up allocates nothing. */
final class WeighedWords implements WordSymbols {
    private final long[] hashes;
    /** By slot, where the name of a word begins; it ends where the name of the next slot begins. */
    private final int[] starts;

    private final byte[] names;
    /** By slot; made when a message has the word. */
    private final @Nullable Symbol[] symbols;

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
        symbols = new @Nullable Symbol[capacity];
        @Nullable String[] bySlot = new @Nullable String[capacity];
        for (String word : words) {
            long hash = WordHash.of(word.replace(JOINT, ' '), 1, word.length());
            int slot = slot(hash);
            hashes[slot] = hash;
            bySlot[slot] = word;
        }
        starts = new int[capacity + 1];
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int slot = 0; slot < capacity; slot++) {
            String word = bySlot[slot];
            if (word != null) {
                all.writeBytes(word.getBytes(UTF_8));
            }
            starts[slot + 1] = all.size();
        }
        names = all.toByteArray();
    }

    WeighedWords(ArrayBytes.Reader from) {
        hashes = from.longs();
        starts = from.ints();
        names = from.bytes();
        symbols = new @Nullable Symbol[hashes.length];
    }

    void write(ArrayBytes.Writer to) {
        to.longs(hashes).ints(starts).bytes(names);
    }

    @Override
    public Symbol of(String text, int start, int end) {
        int slot = slot(WordHash.of(text, start, end));
        return hashes[slot] == 0 ? Symbol.NONE : symbol(slot);
    }

    private Symbol symbol(int slot) {
        Symbol symbol = symbols[slot];
        if (symbol == null) {
            // Threads that make it at the same time make equal ones.
            symbol = Symbol.of(new String(names, starts[slot], starts[slot + 1] - starts[slot], UTF_8));
            symbols[slot] = symbol;
        }
        return symbol;
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
