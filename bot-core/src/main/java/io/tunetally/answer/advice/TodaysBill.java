package io.tunetally.answer.advice;

import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Offer;
import io.tunetally.engine.ServingLines;
import io.tunetally.engine.Traffic;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** The bill of a month for an untuned model, which measures its traffic where no requests were said. */
public final class TodaysBill {
    /** From here on a part of a request a day says nothing. */
    private static final BigDecimal MANY = BigDecimal.valueOf(1_000);

    private static final int DECIMALS = 2;

    private TodaysBill() {}

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

    /**
     * Returns the slots with the requests a day that the bill pays for, in place of assumed ones.
     *
     * @param assumed the traffic with the assumed requests
     */
    public static Slots inRequests(Slots slots, Traffic assumed, CostEngine engine) {
        Slot<BigDecimal> bill = slots.get(SlotName.MONTHLY_BILL_USD);
        Optional<Band> month = billed(slots, engine)
                .map(offer -> LineItem.sum(
                        new ServingLines(engine.prices(), engine.offers()).base(offer, Objective.SFT, assumed)))
                .filter(cost -> cost.low().isPositive());
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

    private static BigDecimal requests(BigDecimal bill, BigDecimal assumed, Money month) {
        BigDecimal requests = Exact.quotient(bill.multiply(assumed), month.usd());
        return requests.setScale(requests.compareTo(MANY) < 0 ? DECIMALS : 0, RoundingMode.HALF_UP);
    }
}
