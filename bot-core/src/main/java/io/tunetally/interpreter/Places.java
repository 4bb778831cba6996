package io.tunetally.interpreter;

import java.util.Arrays;

/** Places in a message, in the order in which they were noted. Most messages have none of a kind, which costs nothing. */
final class Places {
    private static final int[] NONE = new int[0];

    private int[] places = NONE;
    private int size;

    void add(int place) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size + 2);
        }
        places[size++] = place;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return places[index];
    }

    int first() {
        return get(0);
    }

    int last() {
        return get(size - 1);
    }

    void clear() {
        size = 0;
    }
}
