package io.tunetally.wording.unit;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.reply.Reply;
import io.tunetally.request.Request.OtherCost;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import io.tunetally.units.Period;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Words what others take for the same work beside the cost of the model: {@code Far less than the agency: $71.87 over 6 months against
 * $29,400 (gpt-oss 20B, LoRA on Thinking Machines)}.
 */
public final class OtherCostWording {
    private static final BigDecimal FAR = BigDecimal.valueOf(3);
    private static final BigDecimal MONTHS_OF_YEAR = BigDecimal.valueOf(12);
    private static final String ALONE =
            "That is the model alone: building it in, and people who check its answers, come on top";

    private final Inquiry inquiry;
    private final Quote quote;
    private final OtherCost other;

    private OtherCostWording(Inquiry inquiry, Quote quote, OtherCost other) {
        this.inquiry = inquiry;
        this.quote = quote;
        this.other = other;
    }

    /**
     * Returns the reply under the comparison, if such a cost was said; else as it is.
     *
     * @param first the offer that the answer leads with, if it has prices
     */
    public static Reply of(Outcome.Answered outcome, Supplier<Optional<Quote>> first, Reply usual) {
        Inquiry inquiry = outcome.inquiry();
        OtherCost other = inquiry.request().slots().value(SlotName.OTHER_COST);
        return other == null
                ? usual
                : first.get()
                        .flatMap(quote -> new OtherCostWording(inquiry, quote, other).title())
                        .map(title -> UnitPriceWording.above(title, UnitPriceWording.above(ALONE, usual)))
                        .orElse(usual);
    }

    /** Returns the comparison; empty if running the model has no price. */
    private Optional<String> title() {
        Total total = quote.total();
        if (!quote.served() || !quote.unpriced().isEmpty()) {
            return Optional.empty();
        }
        Band ours = total == null ? quote.monthly() : total.amount();
        BigDecimal months = total == null
                ? BigDecimal.ONE
                : Exact.quotient(BigDecimal.valueOf(total.days()), BigDecimal.valueOf(Period.DAYS_PER_MONTH));
        BigDecimal month = month();
        if (month == null) {
            return Optional.empty();
        }
        BigDecimal theirs = month.multiply(months);
        String cost = Numbers.money(ours) + (total == null ? " a month" : " over " + Standing.period(total));
        return Optional.of(verdict(ours, theirs) + payee() + ": " + cost + " against " + amount(theirs) + " ("
                + Labels.offer(quote) + ")");
    }

    /** Returns their cost of a month; null if the requests are not known that it counts. */
    private @Nullable BigDecimal month() {
        return switch (other.per()) {
            case MONTH -> other.amount();
            case YEAR -> Exact.quotient(other.amount(), MONTHS_OF_YEAR);
            case REQUEST -> {
                BigDecimal requests = inquiry.filled().value(SlotName.REQUESTS_PER_DAY);
                yield requests == null
                        ? null
                        : other.amount().multiply(requests).multiply(BigDecimal.valueOf(Period.DAYS_PER_MONTH));
            }
        };
    }

    /** In another currency only a cost that is far off needs no rate. */
    private String verdict(Band ours, BigDecimal theirs) {
        BigDecimal low = ours.low().usd();
        BigDecimal high = ours.high().usd();
        if (high.multiply(FAR).compareTo(theirs) <= 0) {
            return "Far less than ";
        }
        if (low.compareTo(theirs.multiply(FAR)) >= 0) {
            return "Far more than ";
        }
        if (!other.inDollars()) {
            return "In US dollars, and not converted, beside ";
        }
        if (high.compareTo(theirs) < 0) {
            return "Less than ";
        }
        return low.compareTo(theirs) > 0 ? "More than " : ours.isExact() ? "As much as " : "Not surely less than ";
    }

    private String payee() {
        boolean name = Character.isUpperCase(other.payee().codePointAt(0));
        return name ? other.payee() : "the " + other.payee();
    }

    private String amount(BigDecimal theirs) {
        String money = Numbers.money(new Money(theirs));
        return other.inDollars() ? money : money.substring(1) + " " + other.currency();
    }
}
