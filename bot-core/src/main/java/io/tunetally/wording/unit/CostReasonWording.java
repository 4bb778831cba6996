package io.tunetally.wording.unit;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.reply.Reply;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import io.tunetally.wording.part.Arithmetic;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Words why an offer costs what it does, above the answer: its largest item, and what makes that large, {@code Because of hosting, billed whether
 * used or not: 720 hours × $1.70 / hour = $1,224.00 of $1,243 a month (GPT-4.1 mini on Azure OpenAI)}.
 */
public final class CostReasonWording {
    private static final Comparator<LineItem> BY_AMOUNT = Comparator.comparing(LineItem::amount, Band.LEAST_AT_MOST);

    private CostReasonWording() {}

    /**
     * Returns the reply under the reason, if that is asked for; else as it is.
     *
     * @param first the offer that the answer leads with, if it has prices
     */
    public static Reply of(Outcome.Answered outcome, Supplier<Optional<Quote>> first, Reply usual) {
        boolean asked = Boolean.TRUE.equals(outcome.inquiry().request().slots().value(SlotName.ASKS_WHY));
        return !asked
                ? usual
                : first.get()
                        .flatMap(CostReasonWording::reason)
                        .map(reason -> UnitPriceWording.above(reason, usual))
                        .orElse(usual);
    }

    private static Optional<String> reason(Quote quote) {
        return largest(quote)
                .map(line -> "Because of " + what(line) + ": " + Arithmetic.withoutLabel(line) + share(line, quote)
                        + " (" + Labels.offer(quote) + ")");
    }

    /** Returns the largest line of the part that is most of the whole: over the period that is asked about, else of the training. */
    private static Optional<LineItem> largest(Quote quote) {
        Total total = quote.total();
        List<LineItem> whole = total == null ? LineItem.paid(quote.lines(), true) : total.lines();
        return whole.stream()
                .max(BY_AMOUNT)
                .filter(line -> !line.amount().isZero())
                .flatMap(line ->
                        LineItem.ofPart(quote.lines(), line.part()).stream().max(BY_AMOUNT));
    }

    private static String what(LineItem line) {
        String name = Labels.line(line.kind());
        String lower = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return line.part() == Part.HOSTING ? lower + ", billed whether used or not" : lower;
    }

    /** {@code  of $1,243 a month}, {@code  of $50.68 over 6 months}. */
    private static String share(LineItem line, Quote quote) {
        Total total = quote.total();
        if (line.part().isOnce()) {
            return total == null
                    ? of(line, quote.once(), "", " to train")
                    : of(line, total.amount(), "", " over " + Standing.period(total));
        }
        return of(line, quote.monthly(), " a month", " a month");
    }

    private static String of(LineItem line, Band whole, String alone, String period) {
        return Numbers.money(line.amount()).equals(Numbers.money(whole))
                ? alone + ", all of it"
                : " of " + Numbers.money(whole) + period;
    }
}
