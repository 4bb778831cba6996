package io.tunetally.wording.unit;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.answer.outcome.TcoOutcome;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.reply.Reply;
import io.tunetally.request.CostSplit;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.OutcomeQuotes;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.table.Ranking;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Words each one's share of a cost above the whole: {@code $4.29 a month for each of 300 customers}. */
public final class CostSplitWording {
    private CostSplitWording() {}

    /** Returns the reply with the share, if the cost is to be divided; else the usual one. */
    public static Reply of(Outcome.Answered outcome, Supplier<Reply> usual) {
        CostSplit split = outcome.inquiry().request().slots().value(SlotName.COST_SPLIT);
        return split == null
                ? usual.get()
                : main(outcome)
                        .map(quote -> UnitPriceWording.above(title(quote, split, outcome.inquiry()), usual.get()))
                        .orElseGet(usual);
    }

    /** Returns the quote that the first line of the whole is about. */
    private static Optional<Quote> main(Outcome.Answered outcome) {
        if (outcome instanceof TcoOutcome total && total.untuned() != null) {
            return Optional.of(total.untuned());
        }
        List<Quote> quotes = OutcomeQuotes.of(outcome);
        return quotes.isEmpty()
                ? Optional.empty()
                : Optional.of(Ranking.of(outcome.inquiry(), quotes).first());
    }

    private static String title(Quote quote, CostSplit split, Inquiry inquiry) {
        String each = MarkupWording.with(inquiry) + " for each of " + Numbers.count(split.parts()) + " " + split.noun();
        Total total = quote.total();
        String cost = total == null
                ? share(MarkupWording.added(inquiry, quote.training()), split) + " to train" + each
                : share(MarkupWording.added(inquiry, quote.monthly()), split) + " a month" + each + ", "
                        + share(MarkupWording.added(inquiry, total.amount()), split) + " over " + Standing.period(total)
                        + " with training";
        return Labels.offer(quote) + ": " + cost
                + (new Standing(inquiry).canStart(quote) ? "" : ", not open to new customers");
    }

    private static String share(Band all, CostSplit split) {
        return Numbers.amount(all.times(Exact.quotient(BigDecimal.ONE, BigDecimal.valueOf(split.parts()))));
    }
}
