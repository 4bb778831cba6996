package io.tunetally.answer;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.team.TeamTerms;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Prices;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The engines of a day, one per edition looked up first; created anew each day. */
final class Engines {
    private final Catalog catalog;
    private final Map<Key, CostEngine> engines = new ConcurrentHashMap<>();

    private record Key(LocalDate day, String edition, TeamTerms terms, Catalog.Exclusions without) {
        /** Hashes what most engines differ in. */
        @Override
        public int hashCode() {
            return 31 * day.hashCode() + edition.hashCode();
        }

        boolean isShared() {
            return terms.equals(TeamTerms.NONE) && without.equals(Catalog.Exclusions.NONE);
        }
    }

    /** An engine with terms or exclusions of its own holds a copy of the price index, so only so many are kept. */
    private static final int MOST = 64;

    Engines(Catalog catalog) {
        this.catalog = catalog;
    }

    Catalog catalog() {
        return catalog;
    }

    /**
     * Returns the engine of an edition under a team's terms; an empty name means the catalog's order.
     *
     * @param without providers and models that are out of the question
     */
    CostEngine of(LocalDate day, String edition, TeamTerms terms, Catalog.Exclusions without) {
        Key key = new Key(day, edition, terms, without);
        CostEngine known = engines.get(key);
        if (known != null) {
            return known;
        }
        boolean full = engines.size() >= MOST;
        engines.keySet().removeIf(each -> !each.day().equals(day) || (full && !each.isShared()));
        return engines.computeIfAbsent(key, this::made);
    }

    private CostEngine made(Key key) {
        Catalog own = key.terms().over(catalog, key.day()).without(key.without());
        Catalog ordered = key.edition().isEmpty() ? own : own.preferring(key.edition());
        return new CostEngine(new Prices(ordered, key.day()));
    }
}
