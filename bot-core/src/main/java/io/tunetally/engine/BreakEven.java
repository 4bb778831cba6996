package io.tunetally.engine;

import io.tunetally.catalog.Objective;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a tuned model has paid for its training, against the untuned one with its longer prompt.
 *
 * <p>{@code N* = T/d} requests, with {@code d} what a request saves; months {@code T/(n x d - H)} at {@code n} requests
 * a month and a hosting of {@code H}; the volume below which hosting eats the saving is {@code H/d}.
 *
 * @param tuned the quote of the tuned model with its traffic
 * @param untuned what it is compared with: the same model as it is, or another one
 * @param baseMonth a month of the untuned model, as lines
 * @param tunedMonth a month of the tuned model's inference, as lines
 * @param requestsPerMonth the requests both months stand for
 */
public record BreakEven(
        Quote tuned,
        Offer untuned,
        List<LineItem> baseMonth,
        List<LineItem> tunedMonth,
        BigDecimal requestsPerMonth,
        Result result) {
    private static final BigDecimal DAYS = BigDecimal.valueOf(Traffic.DAYS_PER_MONTH);

    /** What the comparison comes to. */
    public sealed interface Result {
        /**
         * It pays back.
         *
         * @param requests until it has; the high end is null where the dearer end of a band never pays back
         * @param months until it has at the traffic given; null where that end never pays back
         * @param leastRequestsPerDay below this, hosting eats the saving; zero without hosting
         */
        record PaysBack(Ends requests, Ends months, BigDecimal leastRequestsPerDay) implements Result {}

        /** A request to the tuned model costs no less, so it never pays back. */
        record NoSaving() implements Result {}

        /** Requests save, but at this traffic hosting costs more than they do. */
        record HostingEatsSaving(BigDecimal leastRequestsPerDay) implements Result {}
    }

    /**
     * Both ends of a number.
     *
     * @param high null where the high end does not exist
     */
    public record Ends(BigDecimal low, @Nullable BigDecimal high) {}

    public BreakEven {
        baseMonth = List.copyOf(baseMonth);
        tunedMonth = List.copyOf(tunedMonth);
    }

    /** Whether the tuned model is compared with itself untuned. */
    public boolean isOfOneModel() {
        return tuned.offer().model().equals(untuned.model());
    }

    /** Both cumulative costs after a number of days, the untuned one first. */
    public List<Band> cumulative(long days) {
        BigDecimal months = Exact.quotient(BigDecimal.valueOf(days), DAYS);
        return List.of(
                base().times(months), tuned.training().plus(tuned.monthly().times(months)));
    }

    /** What the untuned model costs a month. */
    public Band base() {
        return LineItems.sum(baseMonth);
    }

    /** What the tuned model's requests cost a month, without hosting and storage. */
    public Band tunedInference() {
        return LineItems.sum(tunedMonth);
    }

    /** Compares; null where the untuned model or the tuned one has no price per token. */
    static @Nullable BreakEven between(
            ServingLines serving, Quote tuned, Offer untuned, Traffic traffic, Objective objective) {
        List<LineItem> base = serving.base(untuned, objective, traffic);
        List<LineItem> ours = serving.inference(tuned.offer(), objective, traffic.tuned());
        if (base.isEmpty() || ours.isEmpty()) {
            return null;
        }
        BigDecimal requests = traffic.requestsPerDayLow().multiply(DAYS);
        Band fixed = tuned.sum(Part.HOSTING).plus(tuned.sum(Part.STORAGE));
        Result result = result(tuned.training(), fixed, LineItems.sum(base), LineItems.sum(ours), requests);
        return new BreakEven(tuned, untuned, base, ours, requests, result);
    }

    /** The rule itself, on the costs of a month. */
    static Result result(Band training, Band fixed, Band base, Band tuned, BigDecimal requestsPerMonth) {
        BigDecimal savingLow = saved(base.low(), tuned.high(), requestsPerMonth);
        BigDecimal savingHigh = saved(base.high(), tuned.low(), requestsPerMonth);
        if (savingHigh.signum() <= 0) {
            return new Result.NoSaving();
        }
        BigDecimal least = Exact.quotient(fixed.low().usd(), savingHigh.multiply(DAYS));
        BigDecimal monthlyHigh =
                savingHigh.multiply(requestsPerMonth).subtract(fixed.low().usd());
        BigDecimal monthlyLow =
                savingLow.multiply(requestsPerMonth).subtract(fixed.high().usd());
        if (monthlyHigh.signum() <= 0) {
            return new Result.HostingEatsSaving(least);
        }
        Ends months = ends(training, monthlyHigh, monthlyLow);
        BigDecimal high = months.high();
        Ends requests = fixed.isZero()
                ? ends(training, savingHigh, savingLow)
                : new Ends(
                        months.low().multiply(requestsPerMonth), high == null ? null : high.multiply(requestsPerMonth));
        return new Result.PaysBack(wholeRequests(requests), months, least);
    }

    private static BigDecimal saved(Money base, Money tuned, BigDecimal requests) {
        return Exact.quotient(base.usd().subtract(tuned.usd()), requests);
    }

    private static Ends ends(Band training, BigDecimal best, BigDecimal worst) {
        return new Ends(
                Exact.quotient(training.low().usd(), best),
                worst.signum() <= 0 ? null : Exact.quotient(training.high().usd(), worst));
    }

    /** The first whole request with which the tuned model is no dearer. */
    private static Ends wholeRequests(Ends ends) {
        BigDecimal high = ends.high();
        return new Ends(
                ends.low().setScale(0, RoundingMode.CEILING),
                high == null ? null : high.setScale(0, RoundingMode.CEILING));
    }
}
