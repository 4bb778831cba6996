package io.tunetally.dataset;

import java.util.Arrays;

/** A set of fingerprints with a bounded size. */
final class LongSet {
    private static final int FIRST = 1 << 12;

    private final int most;
    private long[] slots = new long[FIRST];
    private int size;

    /** Creates a set that takes at most a number of values. */
    LongSet(int most) {
        this.most = most;
    }

    boolean full() {
        return size >= most;
    }

    /** Adds a value. True if it was in the set before; a full set takes no more. */
    boolean seen(long value) {
        long key = value == 0 ? 1 : value;
        int slot = slot(slots, key);
        if (slots[slot] == key) {
            return true;
        }
        if (!full()) {
            slots[slot] = key;
            size++;
            grow();
        }
        return false;
    }

    private void grow() {
        if (size * 2 > slots.length) {
            long[] larger = new long[slots.length * 2];
            Arrays.stream(slots).filter(key -> key != 0).forEach(key -> larger[slot(larger, key)] = key);
            slots = larger;
        }
    }

    private static int slot(long[] slots, long key) {
        int mask = slots.length - 1;
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (slots[slot] != 0 && slots[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
