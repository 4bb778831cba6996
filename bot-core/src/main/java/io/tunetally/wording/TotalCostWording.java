package io.tunetally.wording;

import io.tunetally.answer.Outcome;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.LineItems;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.engine.Traffic;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.units.Band;
import io.tunetally.wording.part.Arithmetic;
import io.tunetally.wording.part.ChartSource;
import io.tunetally.wording.part.Charted;
import io.tunetally.wording.part.CumulativeChart;
import io.tunetally.wording.part.Frame;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.QuoteTable;
import io.tunetally.wording.part.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Training and running over months. */
final class TotalCostWording {
    Reply reply(Outcome.TotalCost outcome) {
        Quote first = outcome.quotes().getFirst();
        Total total = first.total();
        Frame frame = Frame.of(outcome.inquiry()).cite(first);
        frame.add(new Block.Facts(facts(first)));
        explain(frame, first);
        if (total != null && total.cumulative().size() > 1) {
            frame.add(cumulative(first, total, outcome.inquiry().asOf()));
        }
        List<Quote> others = outcome.quotes().subList(1, outcome.quotes().size());
        if (!others.isEmpty()) {
            frame.add(Block.Text.of(Span.strong("Other ways to buy it")));
            frame.add(QuoteTable.of(others));
            frame.citeOthers(first, others);
        }
        return frame.reply(title(first), outcome.followUps());
    }

    /** The lines of training, of a month and of the whole time, each under what it is. */
    static void explain(Frame frame, Quote quote) {
        EstimateWording.explainGpus(frame, quote);
        frame.explain(LineItems.of(quote.lines(), Part.TRAINING));
        List<LineItem> month = quote.lines().stream()
                .filter(line -> line.part() != Part.TRAINING)
                .toList();
        if (!month.isEmpty()) {
            frame.add(Block.Text.of(Span.strong("A month of running it")));
            frame.explain(month);
        }
        Total total = quote.total();
        if (total != null) {
            frame.add(Block.Text.of(Span.strong("Over " + period(total))));
            frame.explain(total.lines());
            String sum = Arithmetic.sum(total.lines(), total.amount());
            if (!sum.isEmpty()) {
                frame.add(new Block.Facts(List.of(Block.Fact.of("", Span.plain(sum)))));
            }
        }
    }

    private static String title(Quote quote) {
        Total total = quote.total();
        return Labels.offer(quote.offer()) + ": "
                + (total == null
                        ? Numbers.money(quote.training()) + " to train, running it has no price"
                        : Numbers.money(total.amount()) + " over " + period(total));
    }

    /** {@code 6 months}, or {@code 50 days} where a shutdown cuts the horizon. */
    static String period(Total total) {
        return total.cutBy() == null
                ? Text.counted(total.horizon().months(), "month")
                : total.days() + " days, until it shuts down on "
                        + total.cutBy().date();
    }

    /** What training costs, each part of running it, and the total. */
    static List<Block.Fact> facts(Quote quote) {
        List<Block.Fact> facts = new ArrayList<>(EstimateWording.facts(quote));
        for (Part part : List.of(Part.INFERENCE, Part.HOSTING, Part.STORAGE)) {
            Band amount = quote.sum(part);
            String name = Labels.part(part);
            if (quote.unpriced().contains(part)) {
                facts.add(Block.Fact.of(Text.capitalised(name), Span.plain("no edition has a price")));
            } else if (!amount.isZero()) {
                facts.add(Block.Fact.of(Text.capitalised(name), Span.plain(Numbers.money(amount) + " a month")));
            }
        }
        Total total = quote.total();
        if (total != null) {
            facts.add(Block.Fact.of(
                    "Total", Span.strong(Numbers.money(total.amount())), Span.plain(" over " + period(total))));
        }
        return facts;
    }

    /** From the first training on; a month has 30 days, and the last point is the end. */
    private static Block.Chart cumulative(Quote quote, Total total, LocalDate asOf) {
        List<ChartSpec.Tick> ticks = new ArrayList<>(List.of(CumulativeChart.tick(0)));
        List<ChartSpec.Amount> amounts = new ArrayList<>(List.of(Charted.amount(quote.training())));
        int months = total.cumulative().size();
        for (int month = 1; month <= months; month++) {
            ticks.add(CumulativeChart.tick(month < months ? (long) month * Traffic.DAYS_PER_MONTH : total.days()));
            amounts.add(Charted.amount(total.cumulative().get(month - 1)));
        }
        return new Block.Chart(new ChartSpec.Lines(
                CumulativeChart.TITLE,
                ChartSource.ofQuotes(asOf, List.of(quote)),
                ticks,
                List.of(new ChartSpec.Line(Labels.offer(quote.offer()), amounts)),
                null));
    }
}
