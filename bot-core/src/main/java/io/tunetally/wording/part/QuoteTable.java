package io.tunetally.wording.part;

import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.units.Unit;
import io.tunetally.units.UnitPrice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Quotes as rows of a table, and as bars. */
public final class QuoteTable {
    private static final int MOST_BARS = 12;

    private QuoteTable() {}

    /** Returns one row per quote, with the edition of its price; includes monthly cost and total if running was requested. */
    public static Block.Table of(List<Quote> quotes) {
        boolean served = quotes.stream().anyMatch(Quote::served);
        List<Block.Column> columns = new ArrayList<>(List.of(
                Block.Column.text("Model"),
                Block.Column.text("Provider"),
                Block.Column.text("Method"),
                Block.Column.number("Training")));
        if (served) {
            columns.add(Block.Column.number("A month"));
            columns.add(Block.Column.number("Total"));
        } else {
            columns.add(Block.Column.number("$/1M"));
            columns.add(Block.Column.text("Prices"));
        }
        return new Block.Table(
                columns, quotes.stream().map(quote -> row(quote, served)).toList());
    }

    private static List<String> row(Quote quote, boolean served) {
        List<String> cells = new ArrayList<>(List.of(
                quote.offer().model().name(),
                Labels.provider(quote.offer()),
                Labels.method(quote),
                Numbers.money(quote.training())));
        if (served) {
            cells.add(quote.unpriced().isEmpty() ? Numbers.money(quote.monthly()) : "no price");
            cells.add(total(quote));
        } else {
            cells.add(rate(quote.main().price()));
            cells.add(quote.edition());
        }
        return cells;
    }

    private static String total(Quote quote) {
        Total total = quote.total();
        if (total == null) {
            return "no price";
        }
        String amount = Numbers.money(total.amount());
        return quote.isCut() ? amount + " in " + Text.counted(total.days(), "day") : amount;
    }

    /** Returns a price per 1M tokens, as in the column's title; hourly prices show their unit. */
    private static String rate(UnitPrice price) {
        String amount = Numbers.listed(price.price());
        return price.unit() == Unit.TOKEN ? amount : amount + "/h";
    }

    /**
     * Returns bars of the ranking amounts of quotes that cover the whole period, are completely priced and still run;
     * empty if there is nothing to compare.
     */
    public static Optional<Block.Chart> chart(String title, LocalDate asOf, List<Quote> quotes) {
        List<Quote> shown = quotes.stream()
                .filter(quote -> quote.unpriced().isEmpty() && !quote.isCut() && !quote.shutDown())
                .limit(MOST_BARS)
                .toList();
        return shown.size() < 2 ? Optional.empty() : Optional.of(bars(title, asOf, shown));
    }

    private static Block.Chart bars(String title, LocalDate asOf, List<Quote> shown) {
        BarNames names = new BarNames(shown);
        List<ChartSpec.Bar> bars = shown.stream()
                .map(quote -> new ChartSpec.Bar(names.of(quote), ChartAmounts.amount(quote.ranking())))
                .toList();
        return new Block.Chart(new ChartSpec.Bars(title, ChartSource.ofQuotes(asOf, shown), bars));
    }

    /** A bar's name includes only what distinguishes its quote from the others. */
    private record BarNames(boolean models, boolean methods, boolean providers) {
        BarNames(List<Quote> quotes) {
            this(
                    several(quotes, quote -> quote.offer().model()),
                    several(quotes, quote -> quote.offer().method()),
                    quotes.stream()
                                    .map(quote -> List.of(
                                            quote.offer().model(), quote.offer().method()))
                                    .distinct()
                                    .count()
                            < quotes.size());
        }

        private static boolean several(List<Quote> quotes, Function<Quote, Object> part) {
            return quotes.stream().map(part).distinct().count() > 1;
        }

        String of(Quote quote) {
            List<String> parts = new ArrayList<>();
            if (models) {
                parts.add(quote.offer().model().name());
            }
            if (methods) {
                parts.add(Labels.method(quote));
            }
            if (providers) {
                parts.add(quote.offer().provider().name());
            }
            return String.join(" ", parts);
        }
    }
}
