package io.tunetally.engine;

import io.tunetally.catalog.Confidence;
import io.tunetally.catalog.Objective;
import io.tunetally.units.Band;
import io.tunetally.units.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cost of an offer, with its full explanation.
 *
 * @param main the price fact behind the training cost
 * @param listedTraining the training cost at the listed price, if a rule was applied to it; else null
 * @param lines training lines are per job, all others per month of 30 days; monthly lines require traffic
 * @param served whether running the model was requested
 * @param unpriced parts that no edition has a price for
 * @param shutDown whether the model is shut down on the day, so that its price is historical
 * @param startable whether its job can be started on the day; an untuned model needs none, and runs until it is shut down
 * @param gpuNeed the GPUs that self-hosting needs, null at a provider
 * @param total the sum over a horizon, null if none was requested or a part of it has no price
 */
public record Quote(
        Offer offer,
        Objective objective,
        Quantity billedTokens,
        AppliedRate main,
        @Nullable Band listedTraining,
        List<LineItem> lines,
        boolean served,
        Set<Part> unpriced,
        List<Warning> warnings,
        boolean shutDown,
        boolean startable,
        @Nullable GpuNeed gpuNeed,
        @Nullable Total total)
        implements Priced {
    /**
     * Sorts by price, the one that costs least at most first; last come models already shut down, and quotes with an incomplete amount: of a
     * model that shuts down before the horizon ends, or with an unpriced part.
     */
    public static final Comparator<Quote> CHEAPEST_FIRST = Comparator.comparing(Quote::rank);

    private record Ranked(Quote quote, Rank rank) {}

    /** Returns quotes by price as {@link #CHEAPEST_FIRST} sorts them, each ranked once. */
    public static List<Quote> cheapestFirst(List<Quote> quotes) {
        if (quotes.size() < 2) {
            return quotes;
        }
        List<Ranked> ranked = new ArrayList<>(quotes.size());
        for (Quote quote : quotes) {
            ranked.add(new Ranked(quote, quote.rank()));
        }
        ranked.sort(Comparator.comparing(Ranked::rank));
        return ranked.stream().map(Ranked::quote).toList();
    }

    /** Returns the same, those whose fee is that of a far too small deployment behind all others that are complete. */
    public static List<Quote> soundFirst(List<Quote> quotes) {
        List<Quote> sorted = new ArrayList<>(cheapestFirst(quotes));
        sorted.sort(Comparator.comparing((Quote quote) -> quote.rank().flags() != 0)
                .thenComparing(quote -> quote.rank().flags() == 0 && quote.isTooSmall()));
        return sorted;
    }

    /**
     * The place of a quote among others, the cheapest first.
     *
     * @param incomplete whether a part has no price
     * @param cut whether a shutdown shortens the horizon
     * @param amount the amount for ranking
     */
    public record Rank(boolean shutDown, boolean incomplete, boolean cut, Band amount) implements Comparable<Rank> {
        @Override
        public int compareTo(Rank other) {
            return flags() == other.flags()
                    ? Band.LEAST_AT_MOST.compare(amount, other.amount)
                    : Integer.compare(flags(), other.flags());
        }

        /** Returns the reasons to come last as bits, the weightiest first. */
        private int flags() {
            return (shutDown ? 4 : 0) + (incomplete ? 2 : 0) + (cut ? 1 : 0);
        }
    }

    public Quote {
        lines = List.copyOf(lines);
        unpriced = Set.copyOf(unpriced);
        warnings = LazyList.copyOf(warnings);
    }

    public Band training() {
        return sum(Part.TRAINING);
    }

    /** Returns all that is paid once: the preparation that the asker gave, and one training. */
    public Band once() {
        return training().plus(sum(Part.PREPARATION));
    }

    /** True if it is the price of running the model as it is, without any training. */
    public boolean isUntuned() {
        for (LineItem line : lines) {
            if (line.part() == Part.TRAINING) {
                return false;
            }
        }
        return true;
    }

    /** Returns the sum of all priced monthly costs. */
    public Band monthly() {
        return sum(Part.INFERENCE).plus(sum(Part.HOSTING)).plus(sum(Part.STORAGE));
    }

    public Band sum(Part part) {
        return LineItem.sum(lines, part);
    }

    /** True if a shutdown shortens the horizon, so that the total covers less time than requested. */
    public boolean isCut() {
        return total != null && total.cutBy() != null;
    }

    /** True if its fee is that of a deployment which the traffic is far too much for. */
    public boolean isTooSmall() {
        return served
                && !sum(Part.HOSTING).isZero()
                && warnings.stream()
                        .anyMatch(warning -> warning instanceof Warning.Capacity capacity && capacity.isFarAbove());
    }

    /** Returns the place among other quotes, computed anew each time. */
    public Rank rank() {
        return new Rank(shutDown, !unpriced.isEmpty(), isCut(), ranking());
    }

    /** Returns the amount for ranking: the total if there is one, else the training cost. */
    public Band ranking() {
        return total == null ? training() : total.amount();
    }

    /** Returns the hours of a month in which its endpoint is up and billed; empty if none is billed by the hour. */
    public Optional<Factor> hoursUp() {
        return hoursUp(lines);
    }

    /** Returns the same of the lines of a quote. */
    public static Optional<Factor> hoursUp(List<LineItem> lines) {
        return lines.stream()
                .filter(line -> line.part() == Part.HOSTING)
                .flatMap(line -> line.counted().factors().stream())
                .filter(factor -> factor.name() == Factor.Name.HOURS_PER_MONTH)
                .findFirst();
    }

    /** Returns the edition of the training price. */
    public String edition() {
        return main.provenance().edition();
    }

    /** Returns the weakest confidence of all prices used. */
    public Confidence confidence() {
        return lines.stream()
                .map(LineItem::rate)
                .flatMap(Stream::ofNullable)
                .map(AppliedRate::confidence)
                .max(Comparator.naturalOrder())
                .orElse(main.confidence());
    }

    /** Returns the same quote with more warnings, placed first. */
    public Quote warnedOf(List<Warning> before) {
        return before.isEmpty()
                ? this
                : with(
                        listedTraining,
                        lines,
                        new LazyList<>(() -> {
                            List<Warning> more = new ArrayList<>(before);
                            more.addAll(warnings);
                            return more;
                        }),
                        total);
    }

    /** Returns the quote as it would be with every price multiplied. */
    public Quote atPrices(BigDecimal factor) {
        return factor.compareTo(BigDecimal.ONE) == 0
                ? this
                : with(
                        listedTraining == null ? null : listedTraining.times(factor),
                        LineItem.atPrices(lines, factor),
                        warnings,
                        total == null ? null : total.atPrices(factor));
    }

    private Quote with(@Nullable Band listed, List<LineItem> items, List<Warning> known, @Nullable Total sum) {
        return new Quote(
                offer,
                objective,
                billedTokens,
                main,
                listed,
                items,
                served,
                unpriced,
                known,
                shutDown,
                startable,
                gpuNeed,
                sum);
    }
}
