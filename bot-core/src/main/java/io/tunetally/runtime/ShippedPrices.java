package io.tunetally.runtime;

import io.tunetally.catalog.Catalog;
import io.tunetally.settings.Settings;
import io.tunetally.snapshot.SnapshotReader;
import io.tunetally.snapshot.SnapshotWriter;
import io.tunetally.yaml.BuiltInFile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shipped price books as the build has read and checked them.
 *
 * @param editions the order of editions that they were read in
 * @param day the day of the build: on an earlier one an observation may lie in the future
 */
record ShippedPrices(List<String> editions, LocalDate day, Catalog.Content content) {
    /** The name of the snapshot among those of the files. */
    static final String NAME = "config/prices";

    /** Returns the content of the shipped price books, or null if it must be read from their files. */
    static Catalog.@Nullable Content read(List<String> editions, LocalDate today) {
        byte[] snapshot = BuiltInFile.snapshot(NAME);
        if (snapshot == null) {
            return null;
        }
        ShippedPrices shipped = SnapshotReader.read(snapshot, ShippedPrices.class);
        return shipped.servesFor(editions, today) ? shipped.content : null;
    }

    /** True if the files would give the same catalog. */
    boolean servesFor(List<String> order, LocalDate today) {
        return editions.equals(order) && !today.isBefore(day);
    }

    /** Returns the snapshot of the price books in the order of these settings. */
    static byte[] snapshot(Settings settings, Clock clock) {
        Catalog.Content content = Assembly.content(settings, clock, List.of());
        return SnapshotWriter.write(new ShippedPrices(settings.editions(), LocalDate.now(clock), content));
    }
}
