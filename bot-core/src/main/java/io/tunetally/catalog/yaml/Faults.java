package io.tunetally.catalog.yaml;

import io.tunetally.catalog.FilePosition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects faults while reading continues, so that an operator sees all of them at once, up to {@link #MOST}. The value
 * a reader returns after a fault is a placeholder that never leaves the loader, as {@link #throwIfAny} is called before
 * the end.
 */
public final class Faults {
    /** A file of 1 MiB can have a hundred thousand faults; this keeps a report readable. */
    static final int MOST = 100;

    private final List<Fault> first = new ArrayList<>();
    private @Nullable FilePosition next;
    private int count;

    /** Adds a fault. */
    public void add(FilePosition filePosition, String problem) {
        count++;
        if (first.size() < MOST) {
            first.add(new Fault(filePosition, problem));
        } else if (next == null) {
            next = filePosition;
        }
    }

    /** Returns the number of faults, including those not kept. */
    public int count() {
        return count;
    }

    /** Returns the faults, the last of which stands for those beyond {@link #MOST}. */
    public List<Fault> shown() {
        List<Fault> shown = new ArrayList<>(first);
        if (next != null) {
            shown.add(new Fault(next, "and " + (count - MOST) + " more faults from here on; fix those above first"));
        }
        return List.copyOf(shown);
    }

    public void throwIfAny() {
        if (!first.isEmpty()) {
            throw new CatalogException(shown());
        }
    }
}
