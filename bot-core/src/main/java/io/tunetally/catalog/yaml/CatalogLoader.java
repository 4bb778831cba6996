package io.tunetally.catalog.yaml;

import io.tunetally.catalog.Availability;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.FilePosition;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.Provider;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads price files into a {@link Catalog}. The shape of a file is described at the top of {@code guide.yaml} and in
 * {@code pricebook.schema.json}.
 *
 * <p>Several files may hold one edition. Files of the overlay add to or replace what is built in: a definition with the
 * same id, a rule with the same name and providers, an event with the same provider and kind for the models it names, a
 * price of the same figure and circumstances for the days it is effective. An event of an import replaces no other,
 * unless the order of editions lists the import.
 */
public final class CatalogLoader {
    private final Clock clock;

    /** Creates a loader; the clock decides which dates are in the future and should be the real one whatever date an answer is for. */
    public CatalogLoader(Clock clock) {
        this.clock = clock;
    }

    /** Loads with the editions in the order of the built-in files. */
    public Catalog load(List<NamedYaml> builtIn, List<NamedYaml> overlay) {
        return load(List.of(), builtIn, overlay);
    }

    /**
     * Loads all files and sorts their editions in look-up order: first those only in the overlay, then {@code
     * editionsInOrder}, then the others in file order, and last those with imports only. An edition in {@code
     * editionsInOrder} keeps its place there.
     *
     * @throws CatalogException with every fault of every file, or if an edition of the order is in no file
     */
    public Catalog load(List<String> editionsInOrder, List<NamedYaml> builtIn, List<NamedYaml> overlay) {
        return load(editionsInOrder, FilePosition.start("order of editions"), builtIn, overlay);
    }

    /**
     * Loads all files; faults in the order refer to the place where it is written.
     *
     * @throws CatalogException with every fault of every file, or if an edition of the order is in no file
     */
    public Catalog load(
            List<String> editionsInOrder, FilePosition ofTheOrder, List<NamedYaml> builtIn, List<NamedYaml> overlay) {
        return new Catalog(content(editionsInOrder, ofTheOrder, builtIn, overlay));
    }

    /** Returns what {@link #load} makes a catalog of. */
    public Catalog.Content content(
            List<String> editionsInOrder, FilePosition ofTheOrder, List<NamedYaml> builtIn, List<NamedYaml> overlay) {
        Faults faults = new Faults();
        List<BookFile> files = new ArrayList<>();
        builtIn.forEach(yaml -> files.add(BookFile.read(yaml, false, faults)));
        overlay.forEach(yaml -> files.add(BookFile.read(yaml, true, faults)));
        Set<String> order = order(editionsInOrder, ofTheOrder, files, faults);
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        Definitions definitions = definitions(files, faults, today);
        BookShelf shelf = new BookShelf(new EntryReader(definitions, faults, today), faults);
        files.forEach(shelf::read);
        List<PriceBook> books = shelf.books(
                order, definitions.providers().stream().map(Provider::id).toList());
        List<Availability> offers = shelf.availability();
        faults.throwIfAny();
        return new Catalog.Content(
                definitions.models(),
                definitions.providers(),
                shelf.lifecycle(editionsInOrder),
                offers,
                books,
                definitions.spellingPlaces());
    }

    private static Definitions definitions(List<BookFile> files, Faults faults, LocalDate today) {
        Definitions definitions = new Definitions(faults);
        DefinitionReader reader = new DefinitionReader(definitions, faults, today);
        files.forEach(reader::read);
        definitions.checkSpellings();
        return definitions;
    }

    private static Set<String> order(
            List<String> asked, FilePosition filePosition, List<BookFile> files, Faults faults) {
        Map<String, Standing> known = new LinkedHashMap<>();
        files.forEach(file -> known.merge(file.edition(), Standing.of(file), Standing::and));
        Set<String> order = new LinkedHashSet<>(having(Standing.OPERATORS, known));
        order.removeAll(asked);
        for (String edition : asked) {
            if (!known.containsKey(edition)) {
                faults.add(
                        filePosition,
                        "unknown edition '" + edition + "'; known are " + String.join(", ", known.keySet()));
            }
            order.add(edition);
        }
        order.addAll(having(Standing.SHIPPED, known));
        order.addAll(having(Standing.IMPORTED, known));
        return order;
    }

    private static List<String> having(Standing standing, Map<String, Standing> known) {
        return known.keySet().stream()
                .filter(edition -> known.get(edition) == standing)
                .toList();
    }

    /** The rank of an edition in look-up order, unless the operator sets it. */
    private enum Standing {
        /** Written by the operator to be used: it comes first. */
        OPERATORS,
        SHIPPED,
        /** Not reviewed: it only fills gaps of the others. */
        IMPORTED;

        static Standing of(BookFile file) {
            if (file.imported()) {
                return IMPORTED;
            }
            return file.overlaid() ? OPERATORS : SHIPPED;
        }

        /** Combines the ranks of an edition's files: an import among them does not matter. */
        Standing and(Standing other) {
            if (this == IMPORTED || other == IMPORTED) {
                return this == IMPORTED ? other : this;
            }
            return this == SHIPPED || other == SHIPPED ? SHIPPED : OPERATORS;
        }
    }
}
