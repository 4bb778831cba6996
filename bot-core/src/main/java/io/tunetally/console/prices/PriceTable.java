package io.tunetally.console.prices;

import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Source;
import io.tunetally.catalog.compare.PriceListing;
import io.tunetally.console.terminal.TextColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prices for people: grouped by edition, then by subject, place and source, with one line each. */
final class PriceTable {
    private static final List<String> HEADER = List.of("  FIGURE", "FOR", "PRICE", "PER", "NOTE");
    private static final int PRICE = 2;
    private static final String LEGEND = """
            A price last seen more than 90 days ago is stale: look it up before you rely on
            it. An undated one has no age.
            """;

    private PriceTable() {}

    static String of(PriceListing listing, List<PriceBook> books) {
        StringBuilder text = new StringBuilder();
        for (PriceBook book : books) {
            List<PriceListing.Row> rows = listing.rows().stream()
                    .filter(row -> row.edition().equals(book.edition()))
                    .toList();
            if (!rows.isEmpty()) {
                text.append(book(book, rows)).append('\n');
            }
        }
        return text.isEmpty()
                ? ""
                : text.append(sources(listing)).append('\n').append(LEGEND).toString();
    }

    private static String book(PriceBook book, List<PriceListing.Row> rows) {
        TextColumns columns = new TextColumns(PRICE);
        columns.heading(book.edition() + " - " + book.title() + (book.imported() ? " (imported)" : ""));
        columns.row(HEADER);
        Map<String, List<PriceListing.Row>> offers = rows.stream()
                .collect(Collectors.groupingBy(PriceTable::offer, LinkedHashMap::new, Collectors.toList()));
        offers.forEach((offer, prices) -> {
            columns.heading(offer);
            prices.forEach(price -> columns.row(cells(price)));
        });
        return columns.toString();
    }

    private static String offer(PriceListing.Row row) {
        Rate rate = row.rate();
        String deployment = PriceWords.deployment(rate);
        return PriceWords.subject(rate.subject()) + " at " + rate.provider()
                + (deployment.isEmpty() ? "" : ", " + deployment) + "  ["
                + row.source().id() + ", " + seen(row) + "]";
    }

    private static String seen(PriceListing.Row row) {
        OptionalLong age = row.ageInDays();
        return age.isEmpty()
                ? PriceWords.UNDATED
                : PriceWords.observed(row.rate().provenance()) + ", " + age.getAsLong() + " days old"
                        + (row.stale() ? ", stale" : "");
    }

    private static List<String> cells(PriceListing.Row row) {
        Rate rate = row.rate();
        String inferred = rate.provenance().inferred() == null ? "" : "inferred";
        return List.of(
                "  " + PriceWords.figureWithoutUnit(rate.figure()),
                PriceWords.purpose(rate),
                rate.price().price().toString(),
                PriceWords.per(rate.figure()),
                (PriceWords.days(rate.effective(), row.day()) + " " + inferred).strip());
    }

    private static String sources(PriceListing listing) {
        Map<String, Source> sources = new TreeMap<>();
        listing.rows().forEach(row -> sources.put(row.source().id(), row.source()));
        TextColumns columns = new TextColumns();
        columns.heading("Sources");
        sources.values().forEach(source -> columns.row(List.of("  " + source.id(), source.title())));
        return columns.wrapped();
    }
}
