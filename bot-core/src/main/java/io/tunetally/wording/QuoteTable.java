package io.tunetally.wording;

import io.tunetally.engine.Quote;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.units.Band;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Quotes as rows of a table, and as bars. */
final class QuoteTable {
    private static final int MOST_BARS = 12;

    private QuoteTable() {}

    /** One row a quote, with the edition of its price; monthly cost and total stand where running was asked about. */
    static Block.Table of(List<Quote> quotes) {
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
                Labels.method(quote.offer().method()),
                Numbers.money(quote.training())));
        if (served) {
            cells.add(quote.unpriced().isEmpty() ? Numbers.money(quote.monthly()) : "no price");
            cells.add(
                    quote.total() == null || !quote.unpriced().isEmpty()
                            ? "no price"
                            : Numbers.money(quote.total().amount()));
        } else {
            cells.add(Numbers.listed(quote.main().price().price()));
            cells.add(quote.edition());
        }
        return cells;
    }

    /** Bars of what the quotes are ranked by. */
    static Block.Chart chart(String title, List<Quote> quotes) {
        List<Quote> shown = quotes.stream().limit(MOST_BARS).toList();
        List<Band> amounts = shown.stream().map(Quote::ranking).toList();
        List<BigDecimal> low = amounts.stream().map(band -> band.low().usd()).toList();
        List<BigDecimal> high = amounts.stream().map(band -> band.high().usd()).toList();
        List<String> labels = shown.stream().map(QuoteTable::label).toList();
        return new Block.Chart(new ChartSpec(
                ChartSpec.Kind.BARS, title, "USD", labels, List.of(new ChartSpec.Series(title, low, high))));
    }

    private static String label(Quote quote) {
        return quote.offer().model().name() + " " + Labels.method(quote.offer().method()) + " "
                + Numbers.money(quote.ranking());
    }
}
