package io.tunetally.answer;

import io.tunetally.catalog.Catalog;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Prices;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The engines of a day, one per edition looked up first; created anew each day. */
final class Engines {
    private final Catalog catalog;
    private final Map<Key, CostEngine> engines = new ConcurrentHashMap<>();

    private record Key(LocalDate day, String edition) {}

    Engines(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns the engine of an edition; an empty name means the catalog's order. */
    CostEngine of(LocalDate day, String edition) {
        Key key = new Key(day, edition);
        CostEngine known = engines.get(key);
        if (known != null) {
            return known;
        }
        engines.keySet().removeIf(each -> !each.day().equals(day));
        return engines.computeIfAbsent(key, this::made);
    }

    private CostEngine made(Key key) {
        Catalog ordered = key.edition().isEmpty() ? catalog : catalog.preferring(key.edition());
        return new CostEngine(new Prices(ordered, key.day()));
    }
}
