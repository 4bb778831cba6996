package io.tunetally.engine;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.units.Band;
import io.tunetally.units.Period;
import io.tunetally.units.Unit;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds up training and months of running, one line per part, up to a shutdown if there is one. */
final class Totals {
    private static final BigDecimal MONTH = BigDecimal.valueOf(Period.DAYS_PER_MONTH);

    private final Offers offers;

    Totals(Offers offers) {
        this.offers = offers;
    }

    Total over(Horizon horizon, Offer offer, List<LineItem> lines) {
        return over(horizon, lines, shutdownWithin(horizon, offer));
    }

    /** Adds up the months of an untuned model; the ends on file are those of tuned ones, or of one seller of several. */
    Total ofUntuned(Horizon horizon, List<LineItem> lines) {
        return over(horizon, lines, Optional.empty());
    }

    private static Total over(Horizon horizon, List<LineItem> lines, Optional<LifecycleEvent> shutdown) {
        long days = shutdown.map(event -> ChronoUnit.DAYS.between(horizon.start(), event.date()))
                .orElse(horizon.days());
        Parts parts = Parts.of(lines);
        List<LineItem> all = parts.over(horizon, days);
        Band amount = LineItem.sum(all);
        return new Total(
                horizon,
                days,
                shutdown.orElse(null),
                horizon.retrainingsWithin(days),
                all,
                amount,
                new LazyList<>(() -> course(parts, horizon, days, amount)));
    }

    private static List<Band> course(Parts parts, Horizon horizon, long days, Band amount) {
        List<Band> course = new ArrayList<>();
        for (long day = Period.DAYS_PER_MONTH; day < days; day += Period.DAYS_PER_MONTH) {
            course.add(LineItem.sum(parts.over(horizon, day)));
        }
        course.add(amount);
        return course;
    }

    private Optional<LifecycleEvent> shutdownWithin(Horizon horizon, Offer offer) {
        return offers.shutDownAfter(horizon.start(), offer)
                .filter(event -> event.date() != null && event.date().isBefore(horizon.end()));
    }

    /**
     * The price of a part of a total.
     *
     * @param price for 30 days
     */
    private record Monthly(LineItem.Kind kind, UnitPrice price) {}

    /** The prices of the parts of a total, summed once for all its months. */
    private record Parts(List<LineItem> preparation, UnitPrice training, List<Monthly> monthly) {
        private static final List<LineItem.Kind> MONTHLY =
                List.of(LineItem.Kind.TOTAL_INFERENCE, LineItem.Kind.TOTAL_HOSTING, LineItem.Kind.TOTAL_STORAGE);

        private static final QuantityFormula ONE_RUN = runs(1);

        static Parts of(List<LineItem> lines) {
            List<Monthly> monthly = new ArrayList<>(MONTHLY.size());
            for (LineItem.Kind kind : MONTHLY) {
                if (hasPart(lines, kind.part())) {
                    monthly.add(new Monthly(kind, new UnitPrice(LineItem.sum(lines, kind.part()), MONTH, Unit.DAY)));
                }
            }
            return new Parts(
                    LineItem.ofPart(lines, Part.PREPARATION),
                    UnitPrice.each(LineItem.sum(lines, Part.TRAINING), Unit.RUN),
                    monthly);
        }

        private static boolean hasPart(List<LineItem> lines, Part part) {
            for (LineItem line : lines) {
                if (line.part() == part) {
                    return true;
                }
            }
            return false;
        }

        List<LineItem> over(Horizon horizon, long days) {
            List<LineItem> total = new ArrayList<>(preparation);
            total.add(trainings(LineItem.Kind.TOTAL_TRAINING, 1));
            long retrainings = horizon.retrainingsWithin(days);
            if (retrainings > 0) {
                total.add(trainings(LineItem.Kind.TOTAL_RETRAINING, retrainings));
            }
            BigDecimal hours = days == horizon.days() ? horizon.hours() : null;
            QuantityFormula duration = hours == null
                    ? QuantityFormula.of(Unit.DAY, Factor.of(Factor.Name.DAYS, days))
                    : QuantityFormula.of(Unit.HOUR, Factor.of(Factor.Name.HOURS, hours));
            BigDecimal share = horizon.shareOfMean(days);
            for (Monthly part : monthly) {
                UnitPrice price = hours == null ? part.price() : byTheHour(part.price());
                total.add(new LineItem(part.kind(), duration, ofTraffic(part.kind(), price, share), null));
            }
            return total;
        }

        private static UnitPrice byTheHour(UnitPrice month) {
            return new UnitPrice(month.price(), BigDecimal.valueOf(Period.HOURS_PER_MONTH), Unit.HOUR);
        }

        /** Only what is paid by the request grows with the traffic. */
        private static UnitPrice ofTraffic(LineItem.Kind kind, UnitPrice price, BigDecimal share) {
            boolean grows = kind == LineItem.Kind.TOTAL_INFERENCE && share.compareTo(BigDecimal.ONE) != 0;
            return grows ? new UnitPrice(price.price().times(share), price.per(), price.unit()) : price;
        }

        private LineItem trainings(LineItem.Kind kind, long times) {
            return new LineItem(kind, times == 1 ? ONE_RUN : runs(times), training, null);
        }

        private static QuantityFormula runs(long times) {
            return QuantityFormula.of(Unit.RUN, Factor.of(Factor.Name.RUNS, times));
        }
    }
}
