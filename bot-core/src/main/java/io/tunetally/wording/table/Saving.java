package io.tunetally.wording.table;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import java.util.List;
import java.util.Optional;

/**
 * What the best tuned model saves against the untuned one of today, in one line. The first row decides: a saving that does
 * not pay for its training within the months is none.
 */
public final class Saving {
    private final Inquiry inquiry;
    private final Quote tuned;
    private final Quote today;
    private final boolean saves;

    private Saving(Inquiry inquiry, Quote tuned, Quote today, boolean saves) {
        this.inquiry = inquiry;
        this.tuned = tuned;
        this.today = today;
        this.saves = saves;
    }

    /** Returns the saving among ranked rows; empty unless one untuned model is compared with tuned ones by their totals. */
    public static Optional<Saving> of(Inquiry inquiry, List<Quote> rows) {
        List<Quote> untuned = rows.stream().filter(Quote::isUntuned).toList();
        Optional<Quote> tuned = rows.stream().filter(row -> !row.isUntuned()).findFirst();
        return untuned.size() != 1 || tuned.isEmpty() || rows.stream().anyMatch(row -> row.total() == null)
                ? Optional.empty()
                : Optional.of(new Saving(
                        inquiry,
                        tuned.get(),
                        untuned.getFirst(),
                        !rows.getFirst().isUntuned()));
    }

    /**
     * Returns {@code Qwen3 8B, LoRA on Thinking Machines saves $241.50 a month: $0.66 to train, then $22.50 a month instead of
     * $264.00 with untuned GPT-4.1}, or that nothing is saved.
     */
    public String headline() {
        Standing standing = new Standing(inquiry);
        String untuned = "untuned " + today.offer().model().name();
        if (!saves) {
            boolean perhaps = tuned.ranking().low().compareTo(today.ranking().high()) < 0;
            return (perhaps ? "No sure saving: " : "No saving: ") + untuned + " costs " + amount(today, standing) + ", "
                    + Labels.offer(tuned) + " " + amount(tuned, standing) + " (" + Standing.training(tuned) + ")";
        }
        return Labels.offer(tuned) + saved(standing) + ": " + standing.cost(tuned) + " instead of "
                + Numbers.money(standing.isPeriodAssumed() ? today.monthly() : total(today)) + " with " + untuned;
    }

    /** {@code saves $241.50 a month}; of ranges that overlap, only the most is sure. */
    private String saved(Standing standing) {
        boolean monthly = standing.isPeriodAssumed();
        Band before = monthly ? today.monthly() : total(today);
        Band after = monthly ? tuned.monthly() : total(tuned);
        Money most = before.high().minus(after.low());
        Money least = before.low().minus(after.high());
        String period = monthly ? " a month" : " over " + Standing.period(totalOf(tuned));
        return least.isPositive()
                ? " saves " + Numbers.money(new Band(least, most)) + period
                : " saves up to " + Numbers.money(Band.exactly(most)) + period;
    }

    private static String amount(Quote quote, Standing standing) {
        return standing.isPeriodAssumed()
                ? Numbers.money(quote.monthly()) + " a month"
                : Numbers.money(total(quote)) + " over " + Standing.period(totalOf(quote));
    }

    private static Band total(Quote quote) {
        return totalOf(quote).amount();
    }

    private static Total totalOf(Quote quote) {
        Total total = quote.total();
        if (total == null) {
            throw new IllegalStateException("rows of a saving have totals: " + quote);
        }
        return total;
    }
}
