package io.tunetally.engine;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.units.Band;
import io.tunetally.units.Unit;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds up training and months of running, one line per part, up to a shutdown if there is one. */
final class Totals {
    private static final BigDecimal MONTH = BigDecimal.valueOf(Traffic.DAYS_PER_MONTH);

    private final Offers offers;
    private final boolean withCourse;

    /** Creates totals with or without the cost after each month on the way. */
    Totals(Offers offers, boolean withCourse) {
        this.offers = offers;
        this.withCourse = withCourse;
    }

    Total over(Horizon horizon, Offer offer, List<LineItem> lines) {
        Optional<LifecycleEvent> shutdown = shutdownWithin(horizon, offer);
        long days = shutdown.map(event -> ChronoUnit.DAYS.between(horizon.start(), event.date()))
                .orElse(horizon.days());
        List<Band> cumulative = new ArrayList<>();
        for (long day = Traffic.DAYS_PER_MONTH; withCourse && day < days; day += Traffic.DAYS_PER_MONTH) {
            cumulative.add(LineItems.sum(lines(horizon, day, lines)));
        }
        List<LineItem> all = lines(horizon, days, lines);
        cumulative.add(LineItems.sum(all));
        return new Total(horizon, days, shutdown.orElse(null), horizon.retrainingsWithin(days), all, cumulative);
    }

    private Optional<LifecycleEvent> shutdownWithin(Horizon horizon, Offer offer) {
        return offers.shutDownAfter(horizon.start(), offer)
                .filter(event -> event.date() != null && event.date().isBefore(horizon.end()));
    }

    private static List<LineItem> lines(Horizon horizon, long days, List<LineItem> lines) {
        List<LineItem> total = new ArrayList<>();
        Band training = LineItems.sum(lines, Part.TRAINING);
        total.add(trainings(LineItem.Kind.TOTAL_TRAINING, 1, training));
        long retrainings = horizon.retrainingsWithin(days);
        if (retrainings > 0) {
            total.add(trainings(LineItem.Kind.TOTAL_RETRAINING, retrainings, training));
        }
        addMonths(total, LineItem.Kind.TOTAL_INFERENCE, days, lines);
        addMonths(total, LineItem.Kind.TOTAL_HOSTING, days, lines);
        addMonths(total, LineItem.Kind.TOTAL_STORAGE, days, lines);
        return total;
    }

    private static LineItem trainings(LineItem.Kind kind, long times, Band training) {
        return new LineItem(
                kind,
                QuantityFormula.of(Unit.RUN, Factor.of(Factor.Name.RUNS, times)),
                UnitPrice.each(training, Unit.RUN),
                null);
    }

    private static void addMonths(List<LineItem> total, LineItem.Kind kind, long days, List<LineItem> lines) {
        @Nullable LineItem first = LineItems.of(lines, kind.part()).stream().findFirst().orElse(null);
        if (first != null) {
            total.add(new LineItem(
                    kind,
                    QuantityFormula.of(Unit.DAY, Factor.of(Factor.Name.DAYS, days)),
                    new UnitPrice(LineItems.sum(lines, kind.part()), MONTH, Unit.DAY),
                    null));
        }
    }
}
