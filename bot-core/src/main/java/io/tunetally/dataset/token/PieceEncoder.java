package io.tunetally.dataset.token;

import java.util.Arrays;

/** Counts the tokens of single pieces by byte pair encoding: of all neighbours those of the lowest rank are merged first. Not thread-safe. */
final class PieceEncoder {
    /** From here on looking through all neighbours takes longer than keeping them in order. */
    private static final int LONG = 256;

    private static final char LAST_OF_ONE_BYTE = '\u007F';
    private static final char LAST_OF_TWO_BYTES = '\u07FF';

    private final Ranks ranks;
    private byte[] bytes = new byte[LONG];
    /** Where each part begins, and the rank of it and the next part together. */
    private final int[] starts = new int[LONG + 1];

    private final int[] joined = new int[LONG + 1];

    PieceEncoder(Ranks ranks) {
        this.ranks = ranks;
    }

    /** Returns the number of tokens of a part of a text. */
    int count(String text, int from, int to) {
        int length = encoded(text, from, to);
        if (length < 2 || ranks.of(bytes, 0, length) != Ranks.NONE) {
            return Math.min(length, 1);
        }
        return length < LONG ? merged(length) : new LongPiece(ranks, bytes, length).count();
    }

    /** Writes UTF-8; half a surrogate pair becomes a question mark, as Java's own encoder has it. */
    private int encoded(String text, int from, int to) {
        if (3 * (to - from) > bytes.length) {
            bytes = new byte[3 * (to - from)];
        }
        int length = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c <= LAST_OF_ONE_BYTE) {
                bytes[length++] = (byte) c;
            } else if (c <= LAST_OF_TWO_BYTES) {
                bytes[length++] = (byte) (0xC0 | (c >> 6));
                bytes[length++] = (byte) (0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                bytes[length++] = (byte) (0xE0 | (c >> 12));
                bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                bytes[length++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
                int codePoint = Character.toCodePoint(c, text.charAt(++i));
                bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
                bytes[length++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
                bytes[length++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
                bytes[length++] = (byte) (0x80 | (codePoint & 0x3F));
            } else {
                bytes[length++] = '?';
            }
        }
        return length;
    }

    private int merged(int length) {
        int parts = length;
        for (int i = 0; i < length; i++) {
            starts[i] = i;
            joined[i] = i + 1 < length ? ranks.ofPair(bytes, i) : Ranks.NONE;
        }
        starts[length] = length;
        for (int lowest = lowest(parts); joined[lowest] != Ranks.NONE; lowest = lowest(parts)) {
            int after = lowest + 1;
            System.arraycopy(starts, after + 1, starts, after, parts - after);
            System.arraycopy(joined, after + 1, joined, after, parts - after - 1);
            parts--;
            joined[lowest] = joined(lowest, parts);
            if (lowest > 0) {
                joined[lowest - 1] = joined(lowest - 1, parts);
            }
        }
        return parts;
    }

    /** Returns the first part of the lowest rank. The processor looks at several ranks at once where only the number is asked for. */
    private int lowest(int parts) {
        int rank = Ranks.NONE;
        for (int i = 0; i < parts; i++) {
            rank = Math.min(rank, joined[i]);
        }
        int lowest = 0;
        while (joined[lowest] != rank) {
            lowest++;
        }
        return lowest;
    }

    private int joined(int part, int parts) {
        return part + 1 < parts ? ranks.of(bytes, starts[part], starts[part + 2]) : Ranks.NONE;
    }

    /** A long piece, such as a line of one letter: the neighbours stand in a heap, by rank and then by place. */
    private static final class LongPiece {
        private final Ranks ranks;
        private final byte[] bytes;
        private final int length;
        private final int[] next;
        private final int[] previous;
        private final int[] joined;
        private long[] heap;
        private int size;

        LongPiece(Ranks ranks, byte[] bytes, int length) {
            this.ranks = ranks;
            this.bytes = bytes;
            this.length = length;
            next = new int[length];
            previous = new int[length];
            joined = new int[length];
            heap = new long[length];
        }

        int count() {
            for (int i = 0; i < length; i++) {
                next[i] = i + 1;
                previous[i] = i - 1;
            }
            for (int i = 0; i < length; i++) {
                join(i);
            }
            int parts = length;
            while (size > 0) {
                long first = removed();
                int part = (int) first;
                if (joined[part] == (int) (first >>> Integer.SIZE)) {
                    merge(part);
                    parts--;
                }
            }
            return parts;
        }

        private void merge(int part) {
            int gone = next[part];
            joined[gone] = Ranks.NONE;
            next[part] = next[gone];
            if (next[part] < length) {
                previous[next[part]] = part;
            }
            join(part);
            if (previous[part] >= 0) {
                join(previous[part]);
            }
        }

        /** Notes the rank of a part and the next one together. What the heap had for the part before is no longer valid. */
        private void join(int part) {
            int other = next[part];
            joined[part] = other < length ? ranks.of(bytes, part, next[other]) : Ranks.NONE;
            if (joined[part] != Ranks.NONE) {
                add(((long) joined[part] << Integer.SIZE) | part);
            }
        }

        private void add(long entry) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, 2 * size);
            }
            int at = size++;
            while (at > 0 && heap[(at - 1) >> 1] > entry) {
                heap[at] = heap[(at - 1) >> 1];
                at = (at - 1) >> 1;
            }
            heap[at] = entry;
        }

        private long removed() {
            long first = heap[0];
            long last = heap[--size];
            int at = 0;
            for (int child = 1; child < size; child = 2 * at + 1) {
                if (child + 1 < size && heap[child + 1] < heap[child]) {
                    child++;
                }
                if (last <= heap[child]) {
                    break;
                }
                heap[at] = heap[child];
                at = child;
            }
            heap[at] = last;
            return first;
        }
    }
}
