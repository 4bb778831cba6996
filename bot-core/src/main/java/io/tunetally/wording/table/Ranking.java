package io.tunetally.wording.table;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.TcoOutcome;
import io.tunetally.catalog.Deployment;
import io.tunetally.engine.Quote;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import io.tunetally.wording.part.ClosedOffers;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.MonthlyLimitWording;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Quotes split by what a headline may rank: offers that can be started on the day, run over the whole period, and have a
 * price for everything that was asked. All lists keep the order of the quotes, but for a fee of a deployment that is far too
 * small, which is ranked last.
 *
 * @param ranked the quotes that may lead
 * @param closed those that cannot be started
 * @param dear those that cost more to run a month than was said, or wait at a fee where serverless was said and others do not
 * @param ending those that end within the period
 * @param unknown those without a price for running
 */
public record Ranking(
        List<Quote> ranked, List<Quote> dear, List<Quote> closed, List<Quote> ending, List<Quote> unknown) {
    /** The maximum number of quotes told in one line. */
    private static final int NAMED = 3;

    /** The cheapest first, and last a fee of a deployment that is far too small for the traffic. */
    public static final Comparator<Quote> BY_COST = Comparator.comparing(Quote::isTooSmall)
            .thenComparing(Quote::ranking, Band.LEAST_AT_MOST)
            .thenComparing(Quote::training, Band.LEAST_AT_MOST);

    private static final String CLOSED = "Cannot be started today: ";

    /** Splits quotes in their order. */
    public static Ranking of(Inquiry inquiry, List<Quote> quotes) {
        Standing standing = new Standing(inquiry);
        Ranking split = new Ranking(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Quote quote : quotes) {
            if (!standing.canStart(quote) || quote.shutDown()) {
                split.closed.add(quote);
            } else if (!quote.unpriced().isEmpty()) {
                split.unknown.add(quote);
            } else if (quote.isCut()) {
                split.ending.add(quote);
            } else {
                (inquiry.isWithinMonthlyLimit(quote) ? split.ranked : split.dear).add(quote);
            }
        }
        if (inquiry.filled().value(SlotName.DEPLOYMENT) == Deployment.SERVERLESS
                && split.ranked.stream().anyMatch(inquiry::isRunByTheToken)) {
            // What waits at a fee was ruled out by the word "serverless".
            List<Quote> atFee = split.ranked.stream()
                    .filter(quote -> !inquiry.isRunByTheToken(quote))
                    .toList();
            split.ranked.removeAll(atFee);
            split.dear.addAll(atFee);
        }
        split.ranked.sort(Comparator.comparing(Quote::isTooSmall));
        return split;
    }

    /** Returns the first of the ranking, or where nothing can be ranked the first quote that comes nearest to it. */
    public Quote first() {
        return all().getFirst();
    }

    /** Returns the run on rented GPUs where no seller runs a model, or even the dearest of them for less than every seller, and none was asked for; else null. */
    public @Nullable Quote onlyRented(TcoOutcome outcome) {
        Quote rented = outcome.onRentedGpus();
        boolean none = ranked.isEmpty() && dear.isEmpty();
        boolean leads = rented != null
                && !outcome.feeOnly()
                && !outcome.inquiry().filled().has(SlotName.PROVIDER)
                && !outcome.inquiry().filled().has(SlotName.PROVIDERS)
                && (none || isBelow(rented, first()));
        return leads ? rented : null;
    }

    /** True if the most that one costs is less than the least of another. */
    public static boolean isBelow(Quote one, Quote other) {
        return one.ranking().high().compareTo(other.ranking().low()) < 0;
    }

    /** Returns all quotes, those that may lead first. */
    public List<Quote> all() {
        List<Quote> all = new ArrayList<>(ranked);
        all.addAll(dear);
        all.addAll(ending);
        all.addAll(unknown);
        all.addAll(closed);
        return all;
    }

    /** Returns the cheapest of the ranking for each value of a key, the cheapest first. */
    public List<Quote> cheapestOfEach(Function<Quote, Object> key) {
        Set<Object> seen = new HashSet<>();
        return ranked.stream()
                .sorted(BY_COST)
                .filter(quote -> seen.add(key.apply(quote)))
                .toList();
    }

    /**
     * Returns one line for each group of quotes of models that are not ranked, and for offers that end within the period;
     * none for the models that the headline names. Of a single model, the providers that are closed beside those that are
     * ranked.
     */
    public List<String> apart(Inquiry inquiry, List<Quote> headline) {
        Standing standing = new Standing(inquiry);
        List<String> lines = new ArrayList<>();
        List<Quote> above = ofEach(notRanked(dear), headline);
        inquiry.monthlyLimit()
                .filter(_ -> !above.isEmpty())
                .ifPresent(limit -> lines.add(MonthlyLimitWording.leftOut(above, limit)));
        line(
                lines,
                "Far too much traffic for the smallest deployment that this fee is for: ",
                ranked.stream()
                        .filter(quote ->
                                quote.isTooSmall() && !ranked.getFirst().isTooSmall())
                        .toList(),
                quote -> Numbers.money(quote.monthly()) + " a month");
        line(
                lines,
                "Ends before the " + Standing.period(inquiry) + " are over: ",
                ofEach(ending, headline),
                quote -> cost(quote, standing));
        line(
                lines,
                "Running cost unknown: ",
                ofEach(notRanked(unknown), headline),
                quote -> Numbers.money(quote.training()) + " to train");
        List<Quote> cannotStart =
                isOfOneModel() ? ofOtherProviders(closed, headline) : ofEach(notRanked(closed), headline);
        if (cannotStart.size() > NAMED) {
            lines.add(CLOSED
                    + ClosedOffers.brief(
                            inquiry, cannotStart.stream().map(Quote::offer).toList()));
        } else {
            line(lines, CLOSED, cannotStart, quote -> cost(quote, standing));
        }
        return lines;
    }

    /** {@code $37.50, closed to new customers, ends 2027-01-14}; a total that the end cuts says until when. */
    public static String cost(Quote quote, Standing standing) {
        Optional<LocalDate> cutAt = quote.isCut() ? standing.end(quote) : Optional.empty();
        String closed = cutAt.isPresent() ? standing.closedUntilItsEnd(quote) : standing.closed(quote);
        return Numbers.money(quote.ranking())
                + cutAt.map(date -> " until " + date).orElse("")
                + (closed.isEmpty() ? "" : ", " + closed);
    }

    private List<Quote> notRanked(List<Quote> quotes) {
        if (quotes.isEmpty()) {
            return quotes;
        }
        Set<Object> models = ranked.stream().map(quote -> quote.offer().model()).collect(Collectors.toSet());
        return quotes.stream()
                .filter(quote -> !models.contains(quote.offer().model()))
                .toList();
    }

    private boolean isOfOneModel() {
        return all().stream().map(quote -> quote.offer().model()).distinct().count() == 1;
    }

    private List<Quote> ofOtherProviders(List<Quote> quotes, List<Quote> headline) {
        Set<Object> seen = Stream.concat(ranked.stream(), headline.stream())
                .map(quote -> quote.offer().provider())
                .collect(Collectors.toCollection(HashSet::new));
        return quotes.stream()
                .filter(quote -> !ranked.isEmpty() && seen.add(quote.offer().provider()))
                .limit(NAMED)
                .toList();
    }

    /** Returns the first quote of each model. */
    private static List<Quote> ofEach(List<Quote> quotes, List<Quote> headline) {
        if (quotes.isEmpty()) {
            return quotes;
        }
        Set<Object> seen =
                headline.stream().map(quote -> quote.offer().model()).collect(Collectors.toCollection(HashSet::new));
        return quotes.stream().filter(quote -> seen.add(quote.offer().model())).toList();
    }

    /** Few quotes are told with what is to say of them, many only by their models. */
    private static void line(List<String> lines, String before, List<Quote> quotes, Function<Quote, String> about) {
        if (quotes.isEmpty()) {
            return;
        }
        boolean few = quotes.size() <= NAMED;
        lines.add(before
                + quotes.stream()
                        .limit(NAMED)
                        .map(quote -> few
                                ? Labels.offer(quote) + " (" + about.apply(quote) + ")"
                                : quote.offer().model().name())
                        .collect(Collectors.joining(few ? " · " : ", "))
                + (few ? "" : " and " + (quotes.size() - NAMED) + " more"));
    }
}
