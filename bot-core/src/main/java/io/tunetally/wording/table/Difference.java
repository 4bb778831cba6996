package io.tunetally.wording.table;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** The price difference of two offers, in one line. */
public final class Difference {
    /** The decimals of a whole per cent. */
    private static final int PERCENT = 2;

    private Difference() {}

    /**
     * Returns {@code Difference: $26.25 (70 %) to train, $2.00 (50 %) a month}, or that of the totals; empty unless two rows are compared, and where the
     * ranges of their prices overlap.
     *
     * @param inquiry says what is compared: sellers, methods or models
     * @param rows the cheaper one first
     * @param month what each of the rows costs a month, if that is in sight
     */
    public static Optional<String> of(Inquiry inquiry, List<Quote> rows, Optional<UsualMonth> month) {
        boolean untuned =
                inquiry.filled().has(SlotName.UNTUNED) || rows.stream().anyMatch(Quote::isUntuned);
        if (rows.size() != 2 || untuned || !areTheTwo(inquiry, rows)) {
            return Optional.empty();
        }
        Quote one = rows.getFirst();
        Quote other = rows.getLast();
        Total total = one.total();
        Total otherTotal = other.total();
        if (total != null && otherTotal != null) {
            return between(total.amount(), otherTotal.amount())
                    .map(less -> "Difference: " + less + " over " + Standing.period(total));
        }
        Optional<String> training = between(one.training(), other.training());
        Optional<String> monthly = month.flatMap(usual ->
                usual.cost(one).flatMap(cost -> usual.cost(other).flatMap(dearer -> between(cost, dearer))));
        return training.map(less -> "Difference: " + less + " to train"
                + monthly.map(running -> ", " + running + " a month").orElse(""));
    }

    /** True if the rows are the two sides, and not both of one of them. */
    private static boolean areTheTwo(Inquiry inquiry, List<Quote> rows) {
        Slots said = inquiry.filled();
        return rows.stream()
                        .map(quote -> said.has(SlotName.PROVIDERS)
                                ? quote.offer().provider()
                                : said.has(SlotName.METHODS)
                                        ? quote.offer().method()
                                        : quote.offer().model())
                        .distinct()
                        .count()
                == 2;
    }

    /** Returns by how much the second is dearer, if it is in any case: {@code $26.25 (70 %)}, the share of two sums without a range. */
    private static Optional<String> between(Band less, Band more) {
        Money least = more.low().minus(less.high());
        if (!least.isPositive()) {
            return Optional.empty();
        }
        String share = less.isExact() && more.isExact() ? share(least, more.low()) : "";
        return Optional.of(Numbers.money(new Band(least, more.high().minus(less.low()))) + share);
    }

    private static String share(Money least, Money of) {
        BigDecimal percent = least.usd().divide(of.usd(), PERCENT, RoundingMode.HALF_UP);
        boolean telling = percent.signum() > 0 && percent.compareTo(BigDecimal.ONE) < 0;
        return telling ? " (" + Numbers.percent(percent) + ")" : "";
    }
}
