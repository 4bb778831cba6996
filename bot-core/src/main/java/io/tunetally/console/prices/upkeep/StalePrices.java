package io.tunetally.console.prices.upkeep;

import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Source;
import io.tunetally.catalog.compare.PriceListing;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The prices that were last seen too long ago, by the page to open. A price that has ended is left out.
 *
 * @param days the highest age that is not too old
 * @param pages with the prices that are older, the most asked models first
 * @param undated pages with the prices whose age is unknown, in the same order
 */
record StalePrices(LocalDate day, long days, List<Page> pages, List<Page> undated) {
    StalePrices {
        pages = List.copyOf(pages);
        undated = List.copyOf(undated);
    }

    /** A page of a provider, and the prices to look up there. */
    record Page(ProviderId provider, Source source, List<PriceListing.Row> rows) {
        Page {
            rows = List.copyOf(rows);
        }
    }

    private record PageKey(ProviderId provider, Source source) {}

    static StalePrices in(PriceListing listing, ModelRanks ranks, long days) {
        LocalDate day = listing.day();
        List<PriceListing.Row> current = listing.rows().stream()
                .filter(row -> !hasEnded(row.rate(), day))
                .sorted(Comparator.comparingInt(row -> ranks.of(row.rate().subject())))
                .toList();
        return new StalePrices(
                day,
                days,
                pages(current.stream().filter(row -> row.ageInDays().orElse(0) > days)),
                pages(current.stream().filter(row -> row.ageInDays().isEmpty())));
    }

    /** Counts the prices on all pages. */
    static int prices(List<Page> pages) {
        return pages.stream().mapToInt(page -> page.rows().size()).sum();
    }

    private static boolean hasEnded(Rate rate, LocalDate day) {
        LocalDate until = rate.effective().until();
        return until != null && !until.isAfter(day);
    }

    private static List<Page> pages(Stream<PriceListing.Row> rows) {
        Map<PageKey, List<PriceListing.Row>> pages = rows.collect(Collectors.groupingBy(
                row -> new PageKey(row.rate().provider(), page(row.rate())), LinkedHashMap::new, Collectors.toList()));
        return pages.entrySet().stream()
                .map(page -> new Page(page.getKey().provider(), page.getKey().source(), page.getValue()))
                .toList();
    }

    /** Returns the first source with an address, as the others cannot be opened. */
    private static Source page(Rate rate) {
        List<Source> sources = rate.provenance().sources();
        return sources.stream()
                .filter(source -> source.url() != null)
                .findFirst()
                .orElse(sources.getFirst());
    }
}
