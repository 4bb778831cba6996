package io.tunetally.catalog.compare;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** All listed prices with their source and age on a day, in look-up order of their editions. */
public record PriceListing(LocalDate day, List<Row> rows) {
    public PriceListing {
        rows = List.copyOf(rows);
    }

    /** Returns the prices that pass a filter, including past and future ones. */
    public static PriceListing of(Catalog catalog, LocalDate day, Filter filter) {
        return new PriceListing(
                day,
                catalog.books().stream()
                        .flatMap(book -> book.rates().stream())
                        .filter(rate -> filter.lets(rate, catalog))
                        .map(rate -> new Row(rate, day))
                        .toList());
    }

    /** A price on the day of the listing. */
    public record Row(Rate rate, LocalDate day) {
        public String edition() {
            return rate.provenance().edition();
        }

        /** Returns the main source. */
        public Source source() {
            return rate.provenance().sources().getFirst();
        }

        /** Returns the days since it was last seen, empty for undated. */
        public OptionalLong ageInDays() {
            return rate.provenance().ageInDays(day);
        }

        public boolean stale() {
            return rate.provenance().isStaleOn(day);
        }

        /** True if it is valid on the day, neither past nor future. */
        public boolean holds() {
            return rate.effective().holdsOn(day);
        }
    }

    /**
     * The prices to list; null means no restriction.
     *
     * @param model lists its own prices and those of its size tiers
     */
    public record Filter(
            @Nullable ModelId model,
            @Nullable ProviderId provider,
            @Nullable String edition,
            @Nullable Meter figure) {
        public static final Filter ALL = new Filter(null, null, null, null);

        private boolean lets(Rate rate, Catalog catalog) {
            return (provider == null || provider.equals(rate.provider()))
                    && (edition == null || edition.equals(rate.provenance().edition()))
                    && (figure == null || figure == rate.figure())
                    && (model == null
                            || catalog.model(model)
                                    .filter(rate.subject()::names)
                                    .isPresent());
        }
    }
}
