package io.tunetally.engine.analysis;

import io.tunetally.engine.LineItem;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import io.tunetally.units.Period;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The prices of single units of an offer, from the lines of its quote: as listed, or as a share of a month or a job. */
public final class UnitCost {
    private static final Set<LineItem.Kind> OF_ENDPOINT =
            EnumSet.of(LineItem.Kind.HOSTING, LineItem.Kind.PROVISIONED_THROUGHPUT, LineItem.Kind.DEDICATED_GPUS);

    private static final BigDecimal HOURS_PER_MONTH = BigDecimal.valueOf(Period.HOURS_PER_MONTH);

    private UnitCost() {}

    /** Returns the unit price of the quote's line of a kind; empty if it has none. */
    public static Optional<UnitPrice> listed(Quote quote, LineItem.Kind kind) {
        return listed(quote.lines(), kind);
    }

    /** Returns the same of the lines of a quote. */
    public static Optional<UnitPrice> listed(List<LineItem> lines, LineItem.Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).findFirst().map(LineItem::unitPrice);
    }

    /** Returns the cost of an hour of the endpoint with all its GPUs or units; empty if there is no such fee. */
    public static Optional<Band> endpointHour(Quote quote) {
        return endpointHour(quote.lines());
    }

    /** Returns the same of the lines of a quote. */
    public static Optional<Band> endpointHour(List<LineItem> lines) {
        Band month = LineItem.sum(
                lines.stream().filter(line -> OF_ENDPOINT.contains(line.kind())).toList());
        return month.isZero()
                ? Optional.empty()
                : Quote.hoursUp(lines).map(hours -> share(month, hours.low(), hours.high()));
    }

    /** Returns the cost of an hour of a month with all its requests. */
    public static Band hour(Quote quote) {
        return share(quote.monthly(), HOURS_PER_MONTH, HOURS_PER_MONTH);
    }

    /** Returns the tokens' part of the cost of a request; zero if they are not billed. */
    public static Band tokensOfRequest(Quote quote, BigDecimal fewestADay, BigDecimal mostADay) {
        return ofRequest(quote.sum(Part.INFERENCE), fewestADay, mostADay);
    }

    /** Returns the cost of a request with its share of the month's fees. */
    public static Band request(Quote quote, BigDecimal fewestADay, BigDecimal mostADay) {
        return ofRequest(quote.monthly(), fewestADay, mostADay);
    }

    /** Returns the cost of training on one of the examples, for all epochs. */
    public static Band example(Quote quote, long fewest, long most) {
        return share(quote.training(), BigDecimal.valueOf(fewest), BigDecimal.valueOf(most));
    }

    private static Band ofRequest(Band month, BigDecimal fewestADay, BigDecimal mostADay) {
        BigDecimal days = BigDecimal.valueOf(Period.DAYS_PER_MONTH);
        return share(month, fewestADay.multiply(days), mostADay.multiply(days));
    }

    /** Returns the share of each; the cost for the fewest is the low end, that for the most the high one. */
    private static Band share(Band all, BigDecimal fewest, BigDecimal most) {
        Money low = new Money(Exact.quotient(all.low().usd(), fewest));
        Money high = new Money(Exact.quotient(all.high().usd(), most));
        return low.compareTo(high) <= 0 ? new Band(low, high) : new Band(high, low);
    }
}
