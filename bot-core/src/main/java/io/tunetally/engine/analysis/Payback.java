package io.tunetally.engine.analysis;

import io.tunetally.engine.Traffic;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One case of a break-even, with every number known: {@code N* = T x n / (c - c' - H)} requests, at {@code n} requests a month that
 * cost {@code c} untuned and {@code c'} tuned, with {@code H} paid a month whatever is asked.
 *
 * @param requestsPerMonth which both models get
 * @param training paid once
 * @param untuned what the requests of a month cost without tuning
 * @param tuned what they cost with it
 * @param fixed hosting and storage of the tuned model a month
 */
public record Payback(BigDecimal requestsPerMonth, Money training, Money untuned, Money tuned, Money fixed) {
    private static final BigDecimal DAYS = BigDecimal.valueOf(Traffic.DAYS_PER_MONTH);

    /** Everything that the tuned model costs a month. */
    public Money tunedMonth() {
        return tuned.plus(fixed);
    }

    /** Whether requests to the tuned model cost less, whatever is paid beside them. */
    public boolean saves() {
        return savedByRequests().signum() > 0;
    }

    /** Whether a month saves more than hosting and storage cost. */
    public boolean paysBack() {
        return savedPerMonth().signum() > 0;
    }

    /** The first whole request with which the tuned model is no dearer; null where none is. */
    public @Nullable BigDecimal requests() {
        return paysBack()
                ? Exact.quotient(training.usd().multiply(requestsPerMonth), savedPerMonth())
                        .setScale(0, RoundingMode.CEILING)
                : null;
    }

    /** Months of 30 days until it has paid back; null where it never does. */
    public @Nullable BigDecimal months() {
        return paysBack() ? Exact.quotient(training.usd(), savedPerMonth()) : null;
    }

    /** The daily volume below which hosting and storage eat what requests save, which they must. */
    BigDecimal leastRequestsPerDay() {
        return Exact.quotient(
                fixed.usd().multiply(requestsPerMonth), savedByRequests().multiply(DAYS));
    }

    /** What a month of requests saves; below zero where tuned ones cost more. */
    BigDecimal savedByRequests() {
        return untuned.usd().subtract(tuned.usd());
    }

    /** The same, less hosting and storage. */
    BigDecimal savedPerMonth() {
        return savedByRequests().subtract(fixed.usd());
    }
}
