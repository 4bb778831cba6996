package io.tunetally.catalog.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown if price files cannot be used; the message lists every fault as {@code file:line: key: problem}. */
public final class CatalogException extends RuntimeException {
    private final transient List<Fault> faults;

    public CatalogException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
