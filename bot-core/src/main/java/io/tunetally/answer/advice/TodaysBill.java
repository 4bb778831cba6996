package io.tunetally.answer.advice;

import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.ServingLines;
import io.tunetally.engine.Traffic;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The bill of a month for an untuned model, which measures what was not said of its traffic: the requests a day, or where
 * these were said, the tokens of a request.
 */
public final class TodaysBill {
    /** From here on a part of a request a day says nothing. */
    private static final BigDecimal MANY = BigDecimal.valueOf(1_000);

    private static final int DECIMALS = 2;

    /** A limit at assumed tokens is known about so well. */
    private static final int TWO_DIGITS = 2;

    private TodaysBill() {}

    /** Returns the bill where the model that it is for was not said: what a tuned model is measured against itself. */
    public static Optional<Band> withoutModel(Slots slots) {
        Slot<BigDecimal> bill = slots.get(SlotName.MONTHLY_BILL_USD);
        return bill == null || slots.has(SlotName.UNTUNED)
                ? Optional.empty()
                : Optional.of(new Band(new Money(bill.value()), new Money(bill.highOrValue())));
    }

    /**
     * True if the requests behind a bill were said, or follow from the tokens of a month that were.
     *
     * @param said the slots of the request, without defaults
     */
    public static boolean isTrafficSaid(Slots said) {
        return said.has(SlotName.REQUESTS_PER_DAY) || MonthlyVolume.isSaid(said);
    }

    /** Returns the model that the bill is for, as its seller offers it; empty if none was said or it has no price. */
    public static Optional<Offer> billed(Slots slots, CostEngine engine) {
        List<ModelId> untuned = slots.value(SlotName.UNTUNED);
        return slots.has(SlotName.MONTHLY_BILL_USD) && untuned != null
                ? engine.prices().catalog().model(untuned.getFirst()).flatMap(engine.offers()::untuned)
                : Optional.empty();
    }

    /** True if the traffic of filled slots follows from the bill. */
    public static boolean isTraffic(Slots said, Slots filled) {
        Slot<BigDecimal> requests = filled.get(SlotName.REQUESTS_PER_DAY);
        return filled.has(SlotName.MONTHLY_BILL_USD)
                && !MonthlyVolume.isSaid(filled)
                && !said.has(SlotName.REQUESTS_PER_DAY)
                && requests != null
                && requests.origin() == Origin.DERIVED;
    }

    /** True if the tokens of a request follow from the bill. */
    public static boolean isLengths(Slots said, Slots filled) {
        Slot<Long> input = filled.get(SlotName.INPUT_TOKENS);
        return filled.has(SlotName.MONTHLY_BILL_USD)
                && leavesLengths(said)
                && input != null
                && input.origin() == Origin.DERIVED;
    }

    private static boolean leavesLengths(Slots said) {
        return said.has(SlotName.REQUESTS_PER_DAY)
                && !said.has(SlotName.INPUT_TOKENS)
                && !said.has(SlotName.OUTPUT_TOKENS)
                && !MonthlyVolume.isSaid(said);
    }

    /**
     * Returns filled slots with the tokens of a request that the bill pays for: input and output in the proportion that is
     * assumed, besides a prompt that was said. A bill that does not even pay for the prompt leaves them as they are.
     *
     * @param said the slots of the request, without defaults
     */
    public static Slots inTokens(Slots said, Slots filled, Traffic assumed, CostEngine engine) {
        BigDecimal bill = filled.value(SlotName.MONTHLY_BILL_USD);
        Long input = filled.value(SlotName.INPUT_TOKENS);
        Long output = filled.value(SlotName.OUTPUT_TOKENS);
        Optional<Band> whole = month(filled, assumed, engine);
        Optional<Band> prompt = month(filled, assumed.withTokens(Range.exactly(0), Range.exactly(0)), engine);
        if (bill == null || input == null || output == null || !leavesLengths(said) || whole.isEmpty()) {
            return filled;
        }
        BigDecimal ofPrompt = prompt.map(cost -> cost.low().usd()).orElse(BigDecimal.ZERO);
        BigDecimal rest = bill.subtract(ofPrompt);
        BigDecimal usual = whole.get().low().usd().subtract(ofPrompt);
        return rest.signum() <= 0 || usual.signum() <= 0
                ? filled
                : filled.with(SlotName.INPUT_TOKENS, scaled(input, rest, usual))
                        .with(SlotName.OUTPUT_TOKENS, scaled(output, rest, usual));
    }

    private static Slot<Long> scaled(long tokens, BigDecimal rest, BigDecimal usual) {
        BigDecimal each = Exact.quotient(BigDecimal.valueOf(tokens).multiply(rest), usual);
        long whole = each.setScale(0, RoundingMode.HALF_UP).longValueExact();
        return new Slot<>(Math.max(1, whole), null, Origin.DERIVED, null, true);
    }

    /** Returns what the traffic costs a month on the model that the bill is for; empty without a price. */
    private static Optional<Band> month(Slots slots, Traffic traffic, CostEngine engine) {
        return billed(slots, engine)
                .map(offer -> LineItem.sum(
                        new ServingLines(engine.prices(), engine.offers()).base(offer, Objective.SFT, traffic)))
                .filter(cost -> cost.low().isPositive());
    }

    /**
     * Returns the slots with the requests a day that the bill pays for, in place of assumed ones.
     *
     * @param assumed the traffic with the assumed requests
     */
    public static Slots inRequests(Slots slots, Traffic assumed, CostEngine engine) {
        Slot<BigDecimal> bill = slots.get(SlotName.MONTHLY_BILL_USD);
        Optional<Band> month = month(slots, assumed, engine);
        if (bill == null || month.isEmpty()) {
            return slots;
        }
        BigDecimal low =
                requests(bill.value(), assumed.requestsPerDayHigh(), month.get().high());
        BigDecimal high = requests(
                bill.highOrValue(), assumed.requestsPerDayLow(), month.get().low());
        return low.signum() <= 0
                ? slots
                : slots.with(
                        SlotName.REQUESTS_PER_DAY,
                        new Slot<>(low, low.compareTo(high) < 0 ? high : null, Origin.DERIVED, null, true));
    }

    /**
     * Returns the requests a day up to which a tuned model costs less than a bill that measures no traffic; empty if it does
     * at none, or at any.
     *
     * @param assumed the requests a day that the quote is for
     */
    public static Optional<BigDecimal> requestsPaidFor(BigDecimal bill, Quote quote, BigDecimal assumed) {
        Money requests = quote.sum(Part.INFERENCE).high();
        BigDecimal left = bill.subtract(quote.monthly().high().usd()).add(requests.usd());
        return !requests.isPositive() || left.signum() <= 0
                ? Optional.empty()
                : Optional.of(Exact.quotient(left.multiply(assumed), requests.usd())
                        .round(new MathContext(TWO_DIGITS, RoundingMode.FLOOR)));
    }

    private static BigDecimal requests(BigDecimal bill, BigDecimal assumed, Money month) {
        BigDecimal requests = Exact.quotient(bill.multiply(assumed), month.usd());
        return requests.setScale(requests.compareTo(MANY) < 0 ? DECIMALS : 0, RoundingMode.HALF_UP);
    }
}
