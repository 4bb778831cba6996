package io.tunetally.wording;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.TcoOutcome;
import io.tunetally.engine.Horizon;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import io.tunetally.units.Period;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Arithmetic;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.MonthlyLimitWording;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.RequestSummary;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.part.Text;
import io.tunetally.wording.table.ChartAmounts;
import io.tunetally.wording.table.ChartSource;
import io.tunetally.wording.table.CumulativeChart;
import io.tunetally.wording.table.NamedSides;
import io.tunetally.wording.table.QuoteTable;
import io.tunetally.wording.table.Ranking;
import io.tunetally.wording.unit.MarkupWording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Words the cost of training and running over months. */
final class TcoWording {
    Reply reply(TcoOutcome outcome) {
        Inquiry inquiry = outcome.inquiry();
        Ranking ranking = Ranking.of(inquiry, outcome.quotes());
        Quote first = ranking.first();
        Total total = first.total();
        AnswerFrame answerFrame = AnswerFrame.of(inquiry);
        Quote onRentedGpus = outcome.onRentedGpus();
        Quote untuned = outcome.untuned();
        Quote onlyRented = untuned == null ? ranking.onlyRented(outcome) : null;
        Quote run = first.unpriced().isEmpty() && onlyRented == null ? first : onRentedGpus;
        String limit = run == null
                ? ""
                : inquiry.monthlyLimit()
                        .map(most -> MonthlyLimitWording.verdict(run.monthly(), most))
                        .orElse("");
        Standing standing = new Standing(inquiry);
        Quote byTheToken = outcome.feeOnly() ? outcome.instead() : null;
        boolean sold = untuned == null && byTheToken == null;
        String charged = sold ? MarkupWording.ofRunning(inquiry, onlyRented == null ? first : onlyRented) : "";
        if (!charged.isEmpty()) {
            answerFrame.judgesSum();
        }
        String offer = (onlyRented == null ? limit + charged : "") + title(first, standing);
        String tuned = byTheToken == null ? offer : notByTheToken(first, byTheToken, standing);
        if (byTheToken != null) {
            answerFrame.under(offer);
        } else if (outcome.feeOnly()) {
            answerFrame.under(notByTheToken(first));
        }
        if (untuned != null) {
            answerFrame.under("Tuned: " + tuned);
        } else if (inquiry.filled().has(SlotName.UNTUNED)) {
            answerFrame.under("Untuned it has no price per token on file");
        }
        NamedSides sides = NamedSides.of(inquiry);
        sides.closed(outcome.quotes(), standing).forEach(answerFrame::under);
        sides.withoutPrice(outcome.quotes(), List.of()).forEach(answerFrame::under);
        Quote instead = byTheToken == null ? outcome.instead() : null;
        boolean below =
                onlyRented != null && instead != null && !first.isTooSmall() && Ranking.isBelow(instead, onlyRented);
        if (below) {
            // What costs many times less decides before all other offers of the model.
            answerFrame.instead(instead, true);
        }
        if (onlyRented != null) {
            answerFrame.offer(offer);
        } else if (onRentedGpus != null) {
            answerFrame.under("On " + onGpus(onRentedGpus, standing));
        }
        if (first.isTooSmall()) {
            answerFrame.scaling(instead);
        }
        if (onlyRented != null) {
            answerFrame.caution(List.of(onlyRented));
        }
        answerFrame
                .totalBudget(first)
                .instead(
                        first.isTooSmall() || below ? null : instead,
                        !ranking.ranked().isEmpty() || !ranking.dear().isEmpty())
                .cite(first);
        if (onlyRented != null && !ranking.ranked().isEmpty()) {
            List<Quote> rows = new ArrayList<>(List.of(onlyRented));
            rows.addAll(ranking.ranked());
            answerFrame.figure(QuoteTable.inSight(rows));
        } else if (ranking.ranked().size() > 1) {
            answerFrame.figure(QuoteTable.inSight(ranking.ranked()));
        } else {
            answerFrame.figure(new Block.Facts(total == null || onlyRented != null ? List.of() : months(first)));
        }
        answerFrame.footnotes(ranking.apart(inquiry, List.of(first)));
        answerFrame.detail(() -> new Block.Facts(facts(first)));
        explain(answerFrame, first);
        if (total != null && total.cumulative().size() > 1) {
            answerFrame.add(cumulative(first, total, inquiry));
        }
        List<Quote> others = ranking.all().subList(1, ranking.all().size());
        if (!others.isEmpty()) {
            answerFrame.detail(Block.Text.of(Span.strong("All ways to buy it")));
            answerFrame.detail(ranking.all().size(), () -> QuoteTable.inFull(inquiry, ranking.all()));
            answerFrame.citeOthers(first, others, ranking.ranked());
        }
        String headline = onlyRented == null
                ? tuned
                : limit + charged + standing.overBudget(onlyRented).orElse("") + modelOnGpus(onlyRented, standing);
        return answerFrame.reply(untuned == null ? headline : untuned(untuned), outcome.followUps());
    }

    /** Returns the quotes that have a row, in the order of the table, or the only one that the headline names. */
    static List<Quote> rows(TcoOutcome outcome) {
        Ranking ranking = Ranking.of(outcome.inquiry(), outcome.quotes());
        Quote onlyRented = outcome.untuned() == null ? ranking.onlyRented(outcome) : null;
        List<Quote> rows = new ArrayList<>(ranking.ranked().isEmpty() ? List.of(ranking.first()) : ranking.ranked());
        if (onlyRented != null) {
            rows.addFirst(onlyRented);
        }
        return rows;
    }

    /** Explains the lines of training, of a month and of the whole period, each under its heading. */
    static void explain(AnswerFrame answerFrame, Quote quote) {
        EstimateWording.explainGpus(answerFrame, quote);
        answerFrame.explain(LineItem.paid(quote.lines(), true));
        List<LineItem> month = LineItem.paid(quote.lines(), false);
        if (!month.isEmpty()) {
            answerFrame.detail(Block.Text.of(Span.strong("A month of running it")));
            answerFrame.explain(month);
        }
        Total total = quote.total();
        if (total != null && total.horizon().growing() != null) {
            answerFrame.detail(() -> new Block.Facts(List.of(Block.Fact.of("Requests", Span.plain(mean(total))))));
        }
        if (total != null) {
            answerFrame.detail(Block.Text.of(Span.strong("Over " + Standing.period(total))));
            answerFrame.explain(total.lines());
            String sum = Arithmetic.sum(total.lines(), total.amount());
            if (!sum.isEmpty()) {
                answerFrame.detail(new Block.Facts(List.of(Block.Fact.of("", Span.plain(sum)))));
            }
        }
    }

    /** {@code 1,000/day growing 10% a month are 641,529 in 360 days, 1,782 a day on average}. */
    private static String mean(Total total) {
        Horizon.Growing growing = Objects.requireNonNull(total.horizon().growing());
        long days = total.horizon().days();
        BigDecimal mean = growing.mean(days);
        BigDecimal all = mean.multiply(BigDecimal.valueOf(days)).setScale(0, RoundingMode.HALF_UP);
        return Numbers.count(growing.requestsPerDay()) + "/day " + growing.growth() + " are " + Numbers.count(all)
                + " in " + Text.counted(days, "day") + ", " + Numbers.count(mean.setScale(2, RoundingMode.HALF_UP))
                + " a day on average";
    }

    /** {@code No seller runs a tuned Llama 3.1 8B by the token - take Qwen3 8B, LoRA on Thinking Machines: $0.66 to train}. */
    static String notByTheToken(Quote first, Quote instead, Standing standing) {
        return notByTheToken(first) + " - take " + Labels.offer(instead) + ": " + standing.cost(instead);
    }

    static String notByTheToken(Quote first) {
        return "No seller runs a tuned " + first.offer().model().name() + " by the token";
    }

    private static String untuned(Quote quote) {
        return quote.offer().model().name() + " untuned on "
                + quote.offer().provider().name() + ": " + Numbers.money(quote.monthly())
                + " a month, nothing to train";
    }

    private static String title(Quote quote, Standing standing) {
        String closed = standing.closed(quote);
        return standing.overBudget(quote).orElse("") + Labels.offer(quote) + ": " + cost(quote, standing)
                + (closed.isEmpty() ? "" : "; " + closed);
    }

    private static String cost(Quote quote, Standing standing) {
        return quote.total() == null
                ? standing.trainings(quote) + ", " + standing.notRun(quote)
                : standing.totalAndMonth(quote);
    }

    /** {@code Llama 3.3 70B on rented GPUs (A100 80 GB): $1.00-$22.63 to train, $1,363-$10,886 a month}. */
    static String modelOnGpus(Quote quote, Standing standing) {
        return quote.offer().model().name() + " on " + onGpus(quote, standing);
    }

    /**
     * {@code rented GPUs (H100): $1.49-$14.19 to train, $3,173.04-$15,888.96 a month}, after the total if the period was said.
     */
    private static String onGpus(Quote quote, Standing standing) {
        Total total = quote.total();
        String where = "rented GPUs" + Labels.gpu(quote) + ": ";
        String month = Standing.training(quote) + ", " + Numbers.money(quote.monthly()) + " a month";
        if (total == null || standing.isMonthEnough(quote)) {
            return where + month;
        }
        return total.horizon().isBelowMonth()
                ? where + Standing.training(quote) + ", " + Numbers.money(total.running()) + " over "
                        + Standing.period(total)
                : where + Standing.total(quote) + " (" + month + ")";
    }

    /** Returns the cost of training, of each part of running, and the total. */
    static List<Block.Fact> facts(Quote quote) {
        List<Block.Fact> facts = new ArrayList<>(EstimateWording.facts(quote));
        facts.addAll(months(quote));
        Total total = quote.total();
        if (total != null) {
            facts.add(Block.Fact.of(
                    "Total",
                    Span.strong(Numbers.money(total.amount())),
                    Span.plain(" over " + Standing.period(total))));
        }
        return facts;
    }

    /** Returns what stands under the headline of a single offer: the parts of a month, or the arithmetic of training. */
    static Block.Facts figure(Quote quote) {
        return quote.total() == null ? EstimateWording.arithmetic(quote) : new Block.Facts(months(quote));
    }

    /** Returns the cost of each part of running. */
    private static List<Block.Fact> months(Quote quote) {
        Total total = quote.total();
        List<Block.Fact> facts = new ArrayList<>();
        for (Part part : List.of(Part.INFERENCE, Part.HOSTING, Part.STORAGE)) {
            Band amount = quote.sum(part);
            String name = Labels.part(part);
            if (quote.unpriced().contains(part)) {
                facts.add(Block.Fact.of(Text.capitalised(name), Span.plain("no price is known")));
            } else if (!amount.isZero()) {
                facts.add(Block.Fact.of(
                        Text.capitalised(name),
                        Span.plain(
                                total != null && total.horizon().isBelowMonth()
                                        ? days(total, part)
                                        : Numbers.money(amount) + " a month")));
            }
        }
        return facts;
    }

    /** {@code $285.60 over 1 week (168 hours)}. */
    private static String days(Total total, Part part) {
        return Numbers.money(LineItem.sum(total.lines(), part)) + " over " + Standing.period(total)
                + (part == Part.HOSTING && total.horizon().hours() == null
                        ? " (" + Text.counted(total.days() * Period.HOURS_PER_DAY, "hour") + ")"
                        : "");
    }

    /** Starts with the first training; a month has 30 days, and the last point is the end. */
    private static Block.Chart cumulative(Quote quote, Total total, Inquiry inquiry) {
        List<ChartSpec.Tick> ticks = new ArrayList<>(List.of(CumulativeChart.tick(0)));
        List<ChartSpec.Amount> amounts = new ArrayList<>(List.of(ChartAmounts.amount(quote.once())));
        int months = total.cumulative().size();
        for (int month = 1; month <= months; month++) {
            ticks.add(CumulativeChart.tick(month < months ? (long) month * Period.DAYS_PER_MONTH : total.days()));
            amounts.add(ChartAmounts.amount(total.cumulative().get(month - 1)));
        }
        return new Block.Chart(new ChartSpec.Lines(
                CumulativeChart.TITLE
                        + (total.cutBy() == null
                                ? ""
                                : " until the end on " + total.cutBy().date()),
                new RequestSummary(inquiry).chartJob(),
                ChartSource.ofQuotes(inquiry.asOf(), List.of(quote)),
                ticks,
                List.of(new ChartSpec.Line(Labels.offer(quote), amounts)),
                null));
    }
}
