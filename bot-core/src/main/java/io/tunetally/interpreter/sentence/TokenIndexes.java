package io.tunetally.interpreter.sentence;

import java.util.Arrays;

/** Token indexes, in insertion order. Usually empty, which costs no allocation. */
public final class TokenIndexes {
    /** The empty instance, which is never changed. */
    public static final TokenIndexes NONE = new TokenIndexes();

    private static final int[] NO_MORE = new int[0];

    private int first;
    private int[] more = NO_MORE;
    private int size;

    private TokenIndexes() {}

    /** Returns these and one more. Earlier contents belong to the caller alone and grow. */
    public TokenIndexes with(int place) {
        TokenIndexes grown = this == NONE ? new TokenIndexes() : this;
        if (grown.size == 0) {
            grown.first = place;
        } else {
            if (grown.more.length < grown.size) {
                grown.more = Arrays.copyOf(grown.more, 2 * grown.size);
            }
            grown.more[grown.size - 1] = place;
        }
        grown.size++;
        return grown;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return index == 0 ? first : more[index - 1];
    }

    public int first() {
        return get(0);
    }

    public int last() {
        return get(size - 1);
    }
}
