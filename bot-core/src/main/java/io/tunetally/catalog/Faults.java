package io.tunetally.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong while reading goes on, so that an operator sees every fault at once. What a reader
 * returns after a fault is a stand-in that never leaves the loader: {@link #throwIfAny} stands before the end.
 */
final class Faults {
    private final List<Fault> all = new ArrayList<>();

    void add(Place place, String problem) {
        all.add(new Fault(place, problem));
    }

    int count() {
        return all.size();
    }

    void throwIfAny() {
        if (!all.isEmpty()) {
            throw new CatalogException(all);
        }
    }
}
