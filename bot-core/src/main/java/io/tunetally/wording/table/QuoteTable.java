package io.tunetally.wording.table;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.engine.GpuNeed;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.reply.Block;
import io.tunetally.reply.Card;
import io.tunetally.reply.ChartSpec;
import io.tunetally.units.Unit;
import io.tunetally.units.UnitPrice;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.RequestSummary;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.part.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Quotes as rows of a table, and as bars. */
public final class QuoteTable {
    private static final int MOST_BARS = 12;

    private static final Cell MODEL =
            new Cell(Block.Column.text("Model"), quote -> quote.offer().model().name());
    private static final Cell PROVIDER =
            new Cell(Block.Column.text("Provider"), quote -> Labels.provider(quote.offer()));
    private static final Cell METHOD = new Cell(Block.Column.text("Method"), Labels::method);
    private static final Cell TRAINING = new Cell(Block.Column.number("Training"), QuoteTable::training);
    private static final Cell A_MONTH = new Cell(
            Block.Column.number("A month"),
            quote -> quote.unpriced().isEmpty() ? Numbers.money(quote.monthly()) : "unknown");
    private static final Cell TOTAL = new Cell(Block.Column.number("Total"), QuoteTable::total);
    private static final Cell PER_MILLION = new Cell(Block.Column.number("Per 1M"), QuoteTable::rate);
    private static final Cell RATE = new Cell(Block.Column.number("Price"), QuoteTable::rateWithUnit);
    private static final Cell PRICES = new Cell(Block.Column.text("Prices"), quote -> Labels.book(quote.edition()));

    private QuoteTable() {}

    /**
     * Returns the rows in sight, one per quote, with only the columns that a decision needs: what is the same in the rows of
     * all quotes is left out.
     */
    public static Block.Table inSight(List<Quote> quotes) {
        List<Cell> cells = distinguishing(quotes);
        if (several(quotes, Labels::provider) || cells.isEmpty()) {
            cells.add(PROVIDER);
        }
        cells.add(TRAINING);
        if (quotes.stream().noneMatch(Quote::served)) {
            cells.add(RATE);
            return table(cells, inSightOf(quotes), false);
        }
        cells.add(A_MONTH);
        // Totals of different periods do not stand beside each other, and three ranges do not fit on a phone.
        if (quotes.stream().noneMatch(quote -> quote.isCut() || isOfRanges(quote))) {
            cells.add(TOTAL);
        }
        return table(cells, inSightOf(quotes));
    }

    private static boolean isOfRanges(Quote quote) {
        return !quote.training().isExact() && !quote.monthly().isExact();
    }

    private static List<Quote> inSightOf(List<Quote> quotes) {
        return quotes.subList(0, Math.min(Card.ROWS, quotes.size()));
    }

    /** Returns the same of different jobs to choose from: training, and a month at the usual traffic. */
    public static Block.Table compared(UsualMonth month, List<Quote> quotes) {
        List<Quote> rows = inSightOf(quotes);
        List<Cell> cells = distinguishing(rows);
        cells.add(TRAINING);
        cells.add(new Cell(A_MONTH.column(), month::of));
        if (several(rows, Labels::provider) || cells.size() == 2) {
            cells.add(PROVIDER);
        }
        return table(cells, rows);
    }

    /** Returns the columns of models and methods, if there are several. */
    private static List<Cell> distinguishing(List<Quote> quotes) {
        List<Cell> cells = new ArrayList<>();
        if (several(quotes, offer -> offer.model().name())) {
            cells.add(MODEL);
        }
        if (quotes.stream().map(Labels::method).distinct().count() > 1) {
            cells.add(METHOD);
        }
        return cells;
    }

    /** Returns one row per quote with all columns: the edition of its price if there are several, and whether it can be started. */
    public static Block.Table inFull(Inquiry inquiry, List<Quote> quotes) {
        boolean served = quotes.stream().anyMatch(Quote::served);
        Standing standing = new Standing(inquiry);
        List<Cell> cells = new ArrayList<>(List.of(MODEL, PROVIDER, METHOD, TRAINING));
        cells.addAll(served ? List.of(A_MONTH, TOTAL) : List.of(PER_MILLION));
        if (!served && quotes.stream().map(Quote::edition).distinct().count() > 1) {
            cells.add(PRICES);
        }
        cells.add(new Cell(Block.Column.text("Start"), quote -> standing.canStart(quote) ? "open" : "closed"));
        return table(cells, quotes);
    }

    private static boolean several(List<Quote> quotes, Function<Offer, String> part) {
        return quotes.stream().map(Quote::offer).map(part).distinct().count() > 1;
    }

    private static Block.Table table(List<Cell> cells, List<Quote> quotes) {
        return table(cells, quotes, true);
    }

    private static Block.Table table(List<Cell> cells, List<Quote> quotes, boolean headed) {
        return new Block.Table(
                cells.stream().map(Cell::column).toList(),
                quotes.stream()
                        .map(quote -> cells.stream()
                                .map(cell -> cell.text().apply(quote))
                                .toList())
                        .toList(),
                headed);
    }

    private static String training(Quote quote) {
        if (quote.isUntuned()) {
            return "none";
        }
        return quote.training().isZero() ? "free" : Numbers.money(quote.training());
    }

    /** A column, and its text in the row of a quote. */
    private record Cell(Block.Column column, Function<Quote, String> text) {}

    private static String total(Quote quote) {
        Total total = quote.total();
        if (total == null) {
            return "unknown";
        }
        String amount = Numbers.money(total.amount());
        return quote.isCut() ? amount + " in " + Text.counted(total.days(), "day") : amount;
    }

    /** {@code $0.46 / 1M tokens}; hourly prices show theirs already. */
    private static String rateWithUnit(Quote quote) {
        return rate(quote) + (quote.main().price().unit() == Unit.TOKEN ? " / 1M tokens" : "");
    }

    /** Returns a price per 1M tokens, as in the column's title; hourly prices show their unit and the GPU. */
    private static String rate(Quote quote) {
        UnitPrice price = quote.main().price();
        String amount = Numbers.listed(price.price());
        // Beside a range there is no room for it on a phone.
        GpuNeed need = quote.gpuNeed();
        String gpu =
                need == null || !price.price().isExact() ? "" : " " + need.gpu().label();
        return price.unit() == Unit.TOKEN ? amount : amount + "/h" + gpu;
    }

    /**
     * Returns bars of the ranking amounts of quotes that cover the whole period, are completely priced and still run;
     * empty if there is nothing to compare.
     */
    public static Optional<Block.Chart> chart(String title, Inquiry inquiry, List<Quote> quotes) {
        List<Quote> shown = quotes.stream()
                .filter(quote -> quote.unpriced().isEmpty() && !quote.isCut() && !quote.shutDown())
                .limit(MOST_BARS)
                .toList();
        return shown.size() < 2 ? Optional.empty() : Optional.of(bars(title, inquiry, shown));
    }

    private static Block.Chart bars(String title, Inquiry inquiry, List<Quote> shown) {
        BarNames names = new BarNames(shown);
        List<ChartSpec.Bar> bars = shown.stream()
                .map(quote -> new ChartSpec.Bar(names.of(quote), ChartAmounts.amount(quote.ranking())))
                .toList();
        return new Block.Chart(new ChartSpec.Bars(
                title, new RequestSummary(inquiry).chartJob(), ChartSource.ofQuotes(inquiry.asOf(), shown), bars));
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
