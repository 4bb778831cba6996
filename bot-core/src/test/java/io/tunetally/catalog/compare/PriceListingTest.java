package io.tunetally.catalog.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Confidence;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.ShippedBooks;
import io.tunetally.catalog.Source;
import io.tunetally.catalog.compare.PriceListing.Filter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceListingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Catalog CATALOG = ShippedBooks.load();

    @Test
    void listsEveryPriceOfEveryEditionInLookUpOrder() {
        List<PriceListing.Row> rows = PriceListing.of(CATALOG, DAY, Filter.ALL).rows();
        assertThat(rows)
                .hasSize(CATALOG.books().stream()
                        .mapToInt(book -> book.rates().size())
                        .sum());
        assertThat(rows.stream().map(PriceListing.Row::edition).distinct()).containsExactly("guide", "published");
    }

    @Test
    void filtersByModelWithTheTiersItBelongsTo() {
        assertThat(rows(new Filter(new ModelId("llama-3.1-8b"), new ProviderId("fireworks"), null, Meter.TRAINING)))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.rate().subject()).isInstanceOf(PriceScope.OfSize.class));
        assertThat(rows(new Filter(new ModelId("gpt-4o"), null, "guide", null)))
                .extracting(row -> row.rate().figure())
                .containsExactlyInAnyOrder(Meter.TRAINING, Meter.TUNED_INPUT, Meter.TUNED_OUTPUT);
        assertThat(rows(new Filter(new ModelId("nobody"), null, null, null))).isEmpty();
    }

    @Test
    void marksAPriceStaleAfterNinetyDays() {
        Provenance seen = provenance(LocalDate.of(2026, 8, 27));
        assertThat(seen.ageInDays(DAY)).hasValue(90);
        assertThat(seen.isStaleOn(DAY)).isFalse();
        assertThat(seen.isStaleOn(DAY.plusDays(1))).isTrue();
    }

    @Test
    void neverCallsUndatedStale() {
        assertThat(provenance(null).ageInDays(DAY)).isEmpty();
        assertThat(provenance(null).isStaleOn(DAY.plusYears(9))).isFalse();
    }

    @Test
    void countsNoDaysBeforeAnObservation() {
        assertThat(provenance(DAY).ageInDays(DAY.minusYears(1))).hasValue(0);
    }

    @Test
    void distinguishesCurrentPricesFromHistory() {
        assertThat(rows(new Filter(null, new ProviderId("together"), null, Meter.MINIMUM_JOB)))
                .filteredOn(PriceListing.Row::holds)
                .extracting(
                        row -> row.rate().price().price() + " " + row.source().id() + " " + row.stale())
                // Seen on 2026-09-09, 77 days before, and on 2026-07-19, 129 days before.
                .containsExactlyInAnyOrder("$0-$4.00 cmp_09 false", "$6.00 tg_d true");
    }

    private static List<PriceListing.Row> rows(Filter filter) {
        return PriceListing.of(CATALOG, DAY, filter).rows();
    }

    private static Provenance provenance(@Nullable LocalDate observed) {
        return new Provenance("test", List.of(new Source("s", "S", null, null)), observed, Confidence.A, null);
    }
}
