package io.tunetally.answer.outcome;

import io.tunetally.catalog.ModelId;
import io.tunetally.engine.Plan;
import io.tunetally.engine.Quote;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Offers side by side, the cheapest first.
 *
 * @param closed models that were left out because a new customer cannot start them
 * @param leftOut why named models have no quote
 * @param instead the nearest offer that can be started, if none of these can; else null
 * @param rented named models on rented GPUs, each if no seller runs it for less
 * @param usual what running costs at the usual traffic; null if the question has its own
 */
public record CompareOutcome(
        Inquiry inquiry,
        List<Quote> quotes,
        List<Outcome.PassedOver> closed,
        List<Outcome.Reason> leftOut,
        @Nullable Quote instead,
        List<Quote> rented,
        @Nullable Usual usual,
        List<NextQuestion> followUps)
        implements Outcome.Answered {
    public CompareOutcome {
        quotes = List.copyOf(quotes);
        closed = List.copyOf(closed);
        leftOut = List.copyOf(leftOut);
        rented = List.copyOf(rented);
        followUps = List.copyOf(followUps);
    }

    /**
     * A comparison's job with the usual traffic.
     *
     * @param plan of the same values
     */
    public record Usual(Inquiry inquiry, Plan plan) {}

    /** Returns the comparison of only so many models, the first ones. */
    public CompareOutcome ofFirst(long models) {
        Set<ModelId> kept = quotes.stream()
                .map(quote -> quote.offer().model().id())
                .distinct()
                .limit(models)
                .collect(Collectors.toSet());
        return new CompareOutcome(
                inquiry, among(kept, quotes), List.of(), List.of(), instead, among(kept, rented), usual, followUps);
    }

    private static List<Quote> among(Set<ModelId> kept, List<Quote> quotes) {
        return quotes.stream()
                .filter(quote -> kept.contains(quote.offer().model().id()))
                .toList();
    }

    /** Returns the comparison beside what running costs at the usual traffic. */
    public CompareOutcome at(Usual traffic) {
        return new CompareOutcome(inquiry, quotes, closed, leftOut, instead, rented, traffic, followUps);
    }
}
