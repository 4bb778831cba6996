package io.tunetally.runtime;

import io.tunetally.catalog.Catalog;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.interpreter.lexicon.Lexicon;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The catalog of the shipped price books alone and its interpreter. The files do not change while a process runs, so both
 * are made once for a day: to make them takes most of the time of a command.
 */
final class ShippedKnowledge {
    private static @Nullable ShippedKnowledge last;

    private final List<String> editions;
    private final LocalDate day;
    private final Catalog catalog;
    private @Nullable Interpreter interpreter;

    private ShippedKnowledge(List<String> editions, LocalDate day, Catalog catalog) {
        this.editions = editions;
        this.day = day;
        this.catalog = catalog;
    }

    /**
     * Returns the catalog of an order of editions.
     *
     * @param day today; observations after it are refused
     * @param loading loads the catalog if it is not the last one
     */
    static synchronized Catalog catalog(List<String> editions, LocalDate day, Supplier<Catalog> loading) {
        if (last == null || !last.editions.equals(editions) || !last.day.equals(day)) {
            last = new ShippedKnowledge(editions, day, loading.get());
        }
        return last.catalog;
    }

    /** Returns the interpreter of any catalog; only that of the shipped price books is kept. */
    static Interpreter interpreter(Catalog catalog) {
        ShippedKnowledge kept = kept(catalog);
        return kept == null ? new Interpreter(catalog, Lexicon.builtIn()) : kept.interpreter();
    }

    private static synchronized @Nullable ShippedKnowledge kept(Catalog catalog) {
        return last != null && last.catalog == catalog ? last : null;
    }

    private synchronized Interpreter interpreter() {
        if (interpreter == null) {
            interpreter = new Interpreter(catalog, Lexicon.builtIn());
        }
        return interpreter;
    }
}
