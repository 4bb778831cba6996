package io.tunetally.catalog;

import io.tunetally.catalog.yaml.CatalogLoader;
import io.tunetally.catalog.yaml.NamedYaml;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The price files as they are shipped. */
public final class ShippedBooks {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    static final List<NamedYaml> FILES = NamedYaml.builtIn(List.of("guide.yaml", "published/"));

    private ShippedBooks() {}

    public static Catalog load(NamedYaml... overlay) {
        return load(List.of(), overlay);
    }

    /** Loads the books with an order of editions, which accepts the dates of a listed import. */
    public static Catalog load(List<String> editionsInOrder, NamedYaml... overlay) {
        return new CatalogLoader(CLOCK).load(editionsInOrder, FILES, List.of(overlay));
    }
}
