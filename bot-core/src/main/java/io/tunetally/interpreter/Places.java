package io.tunetally.interpreter;

import java.util.Arrays;

/** Places in a message, in the order in which they were noted. Most messages have none of a kind, which costs nothing. */
final class Places {
    /** No place; it stays empty. */
    static final Places NONE = new Places();

    private int[] places = new int[2];
    private int size;

    private Places() {}

    /** These and one more. What has been noted before belongs to the caller alone and grows. */
    Places with(int place) {
        Places grown = this == NONE ? new Places() : this;
        if (grown.size == grown.places.length) {
            grown.places = Arrays.copyOf(grown.places, 2 * grown.size);
        }
        grown.places[grown.size++] = place;
        return grown;
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
}
