package io.tunetally.wording.part;

import io.tunetally.catalog.PriceBook;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The age of price books. */
public final class PriceAge {
    private PriceAge() {}

    /** Returns the day the newest figure of price books was last seen; empty if none is dated. */
    public static Optional<LocalDate> latest(List<PriceBook> books) {
        return books.stream()
                .flatMap(book -> book.rates().stream())
                .map(rate -> rate.provenance().lastSeen())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    /** {@code 2026-11-25 (2 days ago)}. */
    public static String of(LocalDate day, LocalDate today) {
        long age = Math.max(0, ChronoUnit.DAYS.between(day, today));
        return day + " (" + Text.counted(age, "day") + " ago)";
    }
}
