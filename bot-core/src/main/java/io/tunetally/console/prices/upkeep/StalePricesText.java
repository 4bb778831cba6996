package io.tunetally.console.prices.upkeep;

import io.tunetally.catalog.Rate;
import io.tunetally.catalog.compare.PriceListing;
import io.tunetally.console.prices.PriceWords;
import io.tunetally.console.terminal.TextColumns;
import io.tunetally.wording.part.Text;
import java.util.List;
import java.util.OptionalLong;

/** Stale prices for people: each page with its address, then one line per price. */
final class StalePricesText {
    private static final int PRICE = 3;

    private StalePricesText() {}

    static String of(StalePrices stale) {
        StringBuilder text = new StringBuilder(summary(stale));
        stale.pages().forEach(page -> text.append('\n').append(page(page, stale)));
        if (!stale.undated().isEmpty()) {
            text.append("\nUndated, so of unknown age: %s.\n"
                    .formatted(Text.counted(StalePrices.prices(stale.undated()), "price")));
            stale.undated().forEach(page -> text.append('\n').append(page(page, stale)));
        }
        return text.toString();
    }

    private static String summary(StalePrices stale) {
        if (stale.pages().isEmpty()) {
            return "On %s no dated price is older than %d days.\n".formatted(stale.day(), stale.days());
        }
        return """
                On %s, %s on %s were last seen more than %d days ago; the most asked models come first.
                Seen again unchanged: put the day into the entry. Changed: ./tunetally prices propose.
                """.formatted(
                        stale.day(),
                        Text.counted(StalePrices.prices(stale.pages()), "price"),
                        Text.counted(stale.pages().size(), "page"),
                        stale.days());
    }

    private static String page(StalePrices.Page page, StalePrices stale) {
        TextColumns columns = new TextColumns(PRICE);
        String url = page.source().url();
        columns.heading(page.provider() + ": " + page.source().title());
        columns.heading(url == null ? "  (no address)" : "  " + url);
        page.rows().forEach(row -> columns.row(cells(row, stale)));
        return columns.toString();
    }

    private static List<String> cells(PriceListing.Row row, StalePrices stale) {
        Rate rate = row.rate();
        return List.of(
                "  " + PriceWords.subject(rate.subject()),
                PriceWords.figure(rate.figure()),
                PriceWords.circumstances(rate),
                rate.price().price().toString(),
                row.edition(),
                seen(row.ageInDays(), stale));
    }

    private static String seen(OptionalLong age, StalePrices stale) {
        return age.isEmpty()
                ? PriceWords.UNDATED
                : stale.day().minusDays(age.getAsLong()) + ", " + age.getAsLong() + " days old";
    }
}
