package io.tunetally.engine.analysis;

import io.tunetally.engine.LineItem;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Offers;
import io.tunetally.engine.Prices;
import io.tunetally.engine.Quote;
import io.tunetally.engine.ServingLines;
import io.tunetally.engine.Traffic;
import io.tunetally.engine.Warning;
import io.tunetally.engine.Warnings;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import io.tunetally.units.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The point at which a tuned model has paid for its training, compared with the untuned one and its longer prompt.
 *
 * <p>{@code N* = T/d} requests, with {@code d} the saving per request; months {@code T/(n x d - H)} at {@code n}
 * requests a month and hosting of {@code H}; the volume below which hosting exceeds the saving is {@code H/d}.
 *
 * @param tuned the quote of the tuned model with its traffic, including warnings about old prices of the untuned one
 * @param untuned the alternative: the same model untuned, or another one; against a bill the tuned offer itself
 * @param baseMonth a month of the untuned model, as lines, or the one line of a bill
 * @param best the case in which it pays back first
 * @param worst the case in which it pays back last, if ever; the same as the best if nothing is a range
 * @param ending the end that counts at the given traffic, null if there is none
 */
public record BreakEven(
        Quote tuned,
        Offer untuned,
        List<LineItem> baseMonth,
        Payback best,
        Payback worst,
        @Nullable Ending ending) {
    private static final BigDecimal DAYS = BigDecimal.valueOf(Period.DAYS_PER_MONTH);

    /** The result of the comparison. */
    public sealed interface Result {
        /**
         * It pays back.
         *
         * @param requests requests until then; the high end is null if the expensive end of a band never pays back
         * @param months months until then at the given traffic; null if that end never pays back
         * @param leastRequestsPerDay the volume below which hosting and storage exceed the saving; zero without them
         */
        record PaysBack(Ends requests, Ends months, BigDecimal leastRequestsPerDay) implements Result {}

        /** At this traffic the tuned model is shut down before it has paid back. */
        record EndsFirst(Ending ending, PaysBack otherwise) implements Result {}

        /** A request to the tuned model is not cheaper, so it never pays back. */
        record NoSaving() implements Result {}

        /** Requests save money, but at this traffic hosting costs more. */
        record HostingEatsSaving(BigDecimal leastRequestsPerDay) implements Result {}
    }

    /**
     * The end of a model.
     *
     * @param date the first day on which it no longer answers
     * @param days the days until then
     */
    public record Ending(LocalDate date, long days) {}

    /**
     * Both ends of a number.
     *
     * @param high null if the high end does not exist
     */
    public record Ends(BigDecimal low, @Nullable BigDecimal high) {}

    public BreakEven {
        baseMonth = List.copyOf(baseMonth);
    }

    /** True if the tuned model is compared with a bill of today, whose model was not said. */
    public boolean isAgainstBill() {
        return baseMonth.getFirst().kind() == LineItem.Kind.BILL;
    }

    /** True if the tuned model is compared with itself untuned. */
    public boolean isOfOneModel() {
        return !isAgainstBill() && tuned.offer().model().equals(untuned.model());
    }

    /** Returns both cumulative costs after a number of days, the untuned one first. */
    public List<Band> cumulative(long days) {
        BigDecimal months = Exact.quotient(BigDecimal.valueOf(days), DAYS);
        return List.of(base().times(months), tuned.once().plus(tuned.monthly().times(months)));
    }

    /** Returns the monthly cost of the untuned model. */
    public Band base() {
        return LineItem.sum(baseMonth);
    }

    /** Returns the lines for a month of the tuned model: its requests, or hours paid regardless of usage, and additional items. */
    public List<LineItem> tunedMonth() {
        return LineItem.paid(tuned.lines(), false);
    }

    /** Returns all underlying lines: training, and a month of each model. */
    public List<LineItem> lines() {
        return Stream.concat(tuned.lines().stream(), baseMonth.stream()).toList();
    }

    /** Returns the result over all cases. */
    public Result result() {
        if (!best.saves()) {
            return new Result.NoSaving();
        }
        BigDecimal requests = best.requests();
        BigDecimal months = best.months();
        if (requests == null || months == null) {
            return new Result.HostingEatsSaving(best.leastRequestsPerDay());
        }
        Result.PaysBack paysBack = new Result.PaysBack(
                new Ends(requests, worst.requests()), new Ends(months, worst.months()), best.leastRequestsPerDay());
        return ending != null && months.multiply(DAYS).compareTo(BigDecimal.valueOf(ending.days())) > 0
                ? new Result.EndsFirst(ending, paysBack)
                : paysBack;
    }

    /** Returns the same comparison at a traffic that is certain, so that an end of the tuned model counts. */
    public BreakEven until(Ending end) {
        return new BreakEven(tuned, untuned, baseMonth, best, worst, end);
    }

    /**
     * Returns the requests a day that pay training and hosting back, at best, within a number of days; null if a request
     * saves nothing.
     */
    public @Nullable BigDecimal requestsPerDayToPayBackWithin(long days) {
        if (!best.saves()) {
            return null;
        }
        BigDecimal ofOnce = Exact.quotient(best.once().usd().multiply(best.requestsPerMonth()), best.savedByRequests());
        return best.leastRequestsPerDay()
                .add(Exact.quotient(ofOnce, BigDecimal.valueOf(days)))
                .setScale(0, RoundingMode.CEILING);
    }

    /**
     * Compares with what is paid a month today, whatever the model; null if running the tuned one has no price. The bill is
     * for the traffic that was said: it stays as it is over the ranges of that.
     */
    static @Nullable BreakEven againstBill(Quote tuned, Band bill, Traffic traffic) {
        if (!tuned.served() || !tuned.unpriced().isEmpty()) {
            return null;
        }
        Band month = tuned.monthly();
        Payback best = new Payback(
                traffic.requestsPerDayLow().multiply(DAYS), tuned.once().low(), bill.high(), month.low(), Money.ZERO);
        Payback worst = new Payback(
                traffic.requestsPerDayHigh().multiply(DAYS), tuned.once().high(), bill.low(), month.high(), Money.ZERO);
        return new BreakEven(tuned, tuned.offer(), List.of(LineItem.ofBill(bill)), best, worst, null);
    }

    /** Compares two models; null if running either has no price. */
    static @Nullable BreakEven between(Prices prices, Quote tuned, Offer untuned, Traffic traffic) {
        Offers offers = new Offers(prices);
        List<LineItem> base = new ServingLines(prices, offers).base(untuned, tuned.objective(), traffic);
        if (base.isEmpty() || !tuned.served() || !tuned.unpriced().isEmpty()) {
            return null;
        }
        Paybacks paybacks = new Paybacks(tuned, base, traffic);
        List<Warning> stale = new Warnings(prices, offers).ofAge(base);
        return new BreakEven(tuned.warnedOf(stale), untuned, base, paybacks.best(), paybacks.worst(), null);
    }
}
