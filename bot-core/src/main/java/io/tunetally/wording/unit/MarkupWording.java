package io.tunetally.wording.unit;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import java.math.BigDecimal;

/** Words what the asker charges a client, where some is added to the price: {@code $9.79 a month with 25 % markup}. */
public final class MarkupWording {
    private MarkupWording() {}

    /** {@code $16.31 with 25 % markup: } in front of the offer that it is added to; nothing if none is added. */
    public static String ofTraining(Inquiry inquiry, Quote quote) {
        return isAdded(inquiry) ? Numbers.money(added(inquiry, quote.training())) + with(inquiry) + ": " : "";
    }

    /** {@code $9.79 a month with 25 % markup, $63.35 over 6 months: } in front of the offer; nothing if none is added. */
    public static String ofRunning(Inquiry inquiry, Quote quote) {
        if (!isAdded(inquiry)) {
            return "";
        }
        Total total = quote.total();
        return total == null
                ? ofTraining(inquiry, quote)
                : Numbers.money(added(inquiry, quote.monthly())) + " a month" + with(inquiry) + ", "
                        + Numbers.money(added(inquiry, total.amount())) + " over " + Standing.period(total) + ": ";
    }

    public static boolean isAdded(Inquiry inquiry) {
        return inquiry.filled().has(SlotName.MARKUP_PERCENT);
    }

    /** Returns an amount with the markup, or the amount if there is none. */
    static Band added(Inquiry inquiry, Band amount) {
        BigDecimal percent = inquiry.filled().value(SlotName.MARKUP_PERCENT);
        return percent == null ? amount : amount.times(BigDecimal.ONE.add(percent.movePointLeft(2)));
    }

    /** Returns {@code with 25 % markup}, or nothing. */
    static String with(Inquiry inquiry) {
        BigDecimal percent = inquiry.filled().value(SlotName.MARKUP_PERCENT);
        return percent == null ? "" : " with " + Numbers.count(percent) + " % markup";
    }
}
