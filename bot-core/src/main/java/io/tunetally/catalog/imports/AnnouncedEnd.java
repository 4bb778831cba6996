package io.tunetally.catalog.imports;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.yaml.Constants;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The end of a model in a provider's list of models.
 *
 * @param row the id in the list; several ids are snapshots of one model
 * @param date null if the list says that none is announced
 */
record AnnouncedEnd(
        String row,
        ModelId model,
        LifecycleEvent.Kind kind,
        @Nullable LocalDate date,
        String text) {
    /** Returns the end in words: {@code shut-down 2027-01-14}. */
    String inWords() {
        return inWords(kind, date);
    }

    static String inWords(LifecycleEvent.Kind kind, @Nullable LocalDate date) {
        String name = Constants.name(kind);
        return date == null ? "no date for " + name : name + " " + date;
    }
}
