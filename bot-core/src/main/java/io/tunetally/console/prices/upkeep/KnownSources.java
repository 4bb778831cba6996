package io.tunetally.console.prices.upkeep;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Source;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The sources that the price books define and use. */
final class KnownSources {
    private final Map<String, Source> sources = new LinkedHashMap<>();

    KnownSources(Catalog catalog) {
        catalog.books().stream()
                .flatMap(book -> book.rates().stream())
                .flatMap(rate -> rate.provenance().sources().stream())
                .forEach(source -> sources.putIfAbsent(source.id(), source));
    }

    /** Returns the source with an address, unless it was seen on another day: an entry belongs to one day. */
    Optional<Source> at(String url, LocalDate day) {
        return sources.values().stream()
                .filter(source -> url.equals(source.url()))
                .filter(source -> source.observed() == null || day.equals(source.observed()))
                .findFirst();
    }

    /** Returns an id that no source has: the wanted one, or with a number. */
    String unusedId(String wanted) {
        String id = wanted;
        for (int number = 2; sources.containsKey(id); number++) {
            id = wanted + "-" + number;
        }
        return id;
    }
}
