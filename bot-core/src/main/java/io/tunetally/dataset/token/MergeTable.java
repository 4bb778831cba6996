package io.tunetally.dataset.token;

import java.util.Arrays;

/** The merges of a vocabulary: which two tokens make a third, and which merge comes first. A hash table of primitive values. */
final class MergeTable {
    /** The rank of two tokens that make none. */
    static final long NONE = Long.MAX_VALUE;

    /** Pairs of a key, the two tokens, and a value, the rank and the third token. */
    private final long[] slots;

    private static final long FREE = -1;

    MergeTable(int merges) {
        slots = new long[Integer.highestOneBit(Math.max(1, merges)) * 8];
        Arrays.fill(slots, FREE);
    }

    /** Adds a merge; of two for the same tokens the first counts. */
    void add(int left, int right, int rank, int made) {
        long key = key(left, right);
        int slot = slot(key);
        while (slots[slot] != FREE && slots[slot] != key) {
            slot = (slot + 2) & (slots.length - 1);
        }
        if (slots[slot] == FREE) {
            slots[slot] = key;
            slots[slot + 1] = ((long) rank << Integer.SIZE) | made;
        }
    }

    /** Returns the rank and, in the lower half, the token that two tokens make; {@link #NONE} if they make none. */
    long of(int left, int right) {
        long key = key(left, right);
        for (int slot = slot(key); slots[slot] != FREE; slot = (slot + 2) & (slots.length - 1)) {
            if (slots[slot] == key) {
                return slots[slot + 1];
            }
        }
        return NONE;
    }

    private static long key(int left, int right) {
        return ((long) left << Integer.SIZE) | right;
    }

    private int slot(long key) {
        return ((int) ((key * 0x9E3779B97F4A7C15L) >>> 32) << 1) & (slots.length - 1);
    }
}
