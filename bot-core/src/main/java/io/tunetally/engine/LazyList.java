package io.tunetally.engine;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list that is computed when it is first read: most offers are priced only to find that another is cheaper, so that its
 * warnings are never read. Immutable and thread-safe; two threads may both compute it.
 */
final class LazyList<T> extends AbstractList<T> implements RandomAccess {
    private volatile @Nullable Supplier<List<T>> computing;
    private volatile List<T> computed = List.of();

    LazyList(Supplier<List<T>> computing) {
        this.computing = computing;
    }

    /** Returns an immutable list of the same elements, without computing them yet. */
    static <T> List<T> copyOf(List<T> list) {
        return list instanceof LazyList<T> ? list : List.copyOf(list);
    }

    private List<T> list() {
        Supplier<List<T>> todo = computing;
        if (todo != null) {
            computed = List.copyOf(todo.get());
            computing = null;
        }
        return computed;
    }

    @Override
    public T get(int index) {
        return list().get(index);
    }

    @Override
    public int size() {
        return list().size();
    }
}
