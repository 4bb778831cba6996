package io.tunetally.engine.analysis;

import io.tunetally.engine.Factor;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Traffic;
import io.tunetally.units.Band;
import io.tunetally.units.Period;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cases in which a tuned model pays back first and last, over the ranges of its prices and traffic. Both models get
 * the same requests, so a range is at the same end on both sides, except for prompts that differ.
 */
final class Paybacks {
    private static final BigDecimal DAYS = BigDecimal.valueOf(Period.DAYS_PER_MONTH);
    private static final Comparator<Payback> BY_SAVING = Comparator.comparing(Payback::savedByRequests);

    private final Quote tuned;
    private final List<LineItem> untuned;
    private final Traffic traffic;
    private final List<LineItem> requests;
    private final Band fixed;

    /** Creates the cases from a quote of the same traffic and a month of the untuned model. */
    Paybacks(Quote tuned, List<LineItem> untuned, Traffic traffic) {
        this.tuned = tuned;
        this.untuned = untuned;
        this.traffic = traffic;
        this.requests = LineItem.ofPart(tuned.lines(), Part.INFERENCE);
        this.fixed = tuned.sum(Part.HOSTING).plus(tuned.sum(Part.STORAGE));
    }

    /** Returns the case with the most requests, of the kind that saves most. */
    Payback best() {
        return corners()
                .map(corner -> corner.with(Factor.Name.REQUESTS_PER_DAY))
                .map(this::best)
                .max(BY_SAVING)
                .orElseThrow();
    }

    /** Returns the case with the fewest requests, of the kind that saves least. */
    Payback worst() {
        return corners().map(this::worst).min(BY_SAVING).orElseThrow();
    }

    private Payback best(TrafficScenario corner) {
        return new Payback(
                traffic.requestsPerDayHigh().multiply(DAYS),
                tuned.once().low(),
                longestPrompt(corner).sum(untuned).high(),
                corner.sum(requests).low(),
                fixed.low());
    }

    private Payback worst(TrafficScenario corner) {
        return new Payback(
                traffic.requestsPerDayLow().multiply(DAYS),
                tuned.once().high(),
                corner.sum(untuned).low(),
                longestPrompt(corner).sum(requests).high(),
                fixed.high());
    }

    private TrafficScenario longestPrompt(TrafficScenario corner) {
        return traffic.isOfOnePrompt() ? corner : corner.with(Factor.Name.PROMPT_TOKENS);
    }

    /** Returns every case of a request; their number decides how soon, not whether, requests save. */
    private Stream<TrafficScenario> corners() {
        Set<Factor.Name> ranges = EnumSet.copyOf(traffic.ranges());
        ranges.remove(Factor.Name.REQUESTS_PER_DAY);
        if (!traffic.isOfOnePrompt()) {
            ranges.remove(Factor.Name.PROMPT_TOKENS);
        }
        return TrafficScenario.all(ranges).stream();
    }
}
