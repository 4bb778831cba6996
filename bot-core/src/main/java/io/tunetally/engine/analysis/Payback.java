package io.tunetally.engine.analysis;

import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import io.tunetally.units.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A case of a break-even, with every number known: {@code N* = T x n / (c - c' - H)} requests, at {@code n} requests a
 * month that cost {@code c} untuned and {@code c'} tuned, with fixed costs {@code H} a month.
 *
 * @param requestsPerMonth the requests to either model
 * @param once paid once: training, and the preparation that the asker gave
 * @param untuned the monthly cost of requests to the untuned model
 * @param tuned the monthly cost of requests to the tuned model
 * @param fixed hosting and storage of the tuned model a month
 */
public record Payback(BigDecimal requestsPerMonth, Money once, Money untuned, Money tuned, Money fixed) {
    private static final BigDecimal DAYS = BigDecimal.valueOf(Period.DAYS_PER_MONTH);

    /** Returns the total monthly cost of the tuned model. */
    public Money tunedMonth() {
        return tuned.plus(fixed);
    }

    /** True if requests to the tuned model cost less, apart from fixed costs. */
    public boolean saves() {
        return savedByRequests().signum() > 0;
    }

    /** True if a month saves more than hosting and storage cost. */
    public boolean paysBack() {
        return savedPerMonth().signum() > 0;
    }

    /** Returns the first whole number of requests at which the tuned model costs no more; null if there is none. */
    public @Nullable BigDecimal requests() {
        return paysBack()
                ? Exact.quotient(once.usd().multiply(requestsPerMonth), savedPerMonth())
                        .setScale(0, RoundingMode.CEILING)
                : null;
    }

    /** Returns the months of 30 days until it has paid back; null if it never does. */
    public @Nullable BigDecimal months() {
        return paysBack() ? Exact.quotient(once.usd(), savedPerMonth()) : null;
    }

    /** Returns the daily volume below which hosting and storage exceed the saving; requires that requests save. */
    BigDecimal leastRequestsPerDay() {
        return Exact.quotient(
                fixed.usd().multiply(requestsPerMonth), savedByRequests().multiply(DAYS));
    }

    /** Returns the monthly saving on requests; negative if tuned ones cost more. */
    BigDecimal savedByRequests() {
        return untuned.usd().subtract(tuned.usd());
    }

    /** Returns the monthly saving after hosting and storage. */
    BigDecimal savedPerMonth() {
        return savedByRequests().subtract(fixed.usd());
    }
}
