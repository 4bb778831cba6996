package io.tunetally.dataset.token;

import java.util.Arrays;

/**
 * The tokens of a vocabulary by their bytes, in a hash table of primitive values: most look-ups are of bytes that are no token, and
 * such a one reads a single line of the processor's cache.
 */
final class Ranks {
    /** The rank of bytes that are no token; above all others. */
    static final int NONE = Integer.MAX_VALUE;

    private static final int BYTES = 1 << 8;

    /** So many bytes are a key by themselves, together with their number. */
    private static final int SHORT = 7;

    private static final long LONG = 0xFFL << 56;

    private static final int BITS = 1 << 21;

    /** The bytes of all tokens, one after the other, and where each token ends. */
    private final byte[] bytes;

    private final int[] ends;
    private final int[] ranks;

    /** Pairs of a key and a token; a key of 0 is a free place. The key of a long token is a hash, so that its bytes are compared. */
    private final long[] slots;

    /** A bit for each token, at a hash of its key: it stays in the processor's cache and turns most look-ups away. */
    private final long[] bits = new long[BITS >>> 6];

    private final int[] pairs = new int[BYTES * BYTES];
    private final int longest;

    private Ranks(Builder builder) {
        bytes = Arrays.copyOf(builder.bytes, builder.length);
        ends = Arrays.copyOf(builder.ends, builder.tokens);
        ranks = Arrays.copyOf(builder.ranks, builder.tokens);
        slots = new long[Integer.highestOneBit(Math.max(1, builder.tokens)) * 8];
        Arrays.fill(pairs, NONE);
        int most = 0;
        for (int token = 0; token < ends.length; token++) {
            int start = start(token);
            int length = ends[token] - start;
            most = Math.max(most, length);
            if (length == 2) {
                pairs[pair(bytes, start)] = ranks[token];
            }
            long key = key(bytes, start, ends[token]);
            bits[bit(key) >>> 6] |= 1L << bit(key);
            int slot = slot(key);
            while (slots[slot] != 0) {
                slot = after(slot);
            }
            slots[slot] = key;
            slots[slot + 1] = token;
        }
        longest = most;
    }

    /** Collects the tokens. */
    static final class Builder {
        private byte[] bytes = new byte[1 << 16];
        private int[] ends = new int[1 << 12];
        private int[] ranks = new int[1 << 12];
        private int length;
        private int tokens;

        Builder add(byte[] token, int rank) {
            if (length + token.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + token.length));
            }
            if (tokens == ends.length) {
                ends = Arrays.copyOf(ends, 2 * tokens);
                ranks = Arrays.copyOf(ranks, 2 * tokens);
            }
            System.arraycopy(token, 0, bytes, length, token.length);
            length += token.length;
            ends[tokens] = length;
            ranks[tokens++] = rank;
            return this;
        }

        int size() {
            return tokens;
        }

        Ranks build() {
            return new Ranks(this);
        }
    }

    private int start(int token) {
        return token == 0 ? 0 : ends[token - 1];
    }

    private static int pair(byte[] of, int at) {
        return ((of[at] & 0xFF) << 8) | (of[at + 1] & 0xFF);
    }

    private static long key(byte[] of, int from, int to) {
        int length = to - from;
        if (length <= SHORT) {
            long key = length;
            for (int i = from; i < to; i++) {
                key = (key << 8) | (of[i] & 0xFF);
            }
            return key << (8 * (SHORT - length));
        }
        long hash = length;
        for (int i = from; i < to; i++) {
            hash = (hash ^ of[i]) * 0x100000001B3L;
        }
        return hash | LONG;
    }

    private static int bit(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 43);
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return ((int) (mixed >>> 32) << 1) & (slots.length - 1);
    }

    private int after(int slot) {
        return (slot + 2) & (slots.length - 1);
    }

    /** Returns the rank of two bytes. */
    int ofPair(byte[] of, int at) {
        return pairs[pair(of, at)];
    }

    /** Returns the rank of bytes, or {@link #NONE}. */
    int of(byte[] of, int from, int to) {
        if (to - from > longest) {
            return NONE;
        }
        long key = key(of, from, to);
        if ((bits[bit(key) >>> 6] & (1L << bit(key))) == 0) {
            return NONE;
        }
        for (int slot = slot(key); slots[slot] != 0; slot = after(slot)) {
            if (slots[slot] == key) {
                int token = (int) slots[slot + 1];
                if (to - from <= SHORT || Arrays.equals(bytes, start(token), ends[token], of, from, to)) {
                    return ranks[token];
                }
            }
        }
        return NONE;
    }
}
