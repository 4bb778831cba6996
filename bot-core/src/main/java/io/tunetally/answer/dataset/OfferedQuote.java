package io.tunetally.answer.dataset;

import io.tunetally.answer.outcome.CompareOutcome;
import io.tunetally.answer.outcome.EstimateOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.engine.Quote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A quote of an answer.
 *
 * @param startable whether a new customer can start it
 */
public record OfferedQuote(Quote quote, boolean startable) {
    /** Returns the quotes of an estimate or comparison, in the order of the answer. */
    public static Stream<OfferedQuote> of(Outcome outcome) {
        return outcome instanceof Outcome.Answered answered
                ? quotes(outcome).stream()
                        .map(quote -> new OfferedQuote(
                                quote, answered.inquiry().engine().offers().canStart(quote.offer(), quote.objective())))
                : Stream.empty();
    }

    /** Returns the first quote that can be started, else the first; empty if the answer has none. */
    public static Optional<OfferedQuote> leading(Outcome outcome) {
        List<OfferedQuote> quotes = of(outcome).toList();
        return quotes.stream()
                .filter(OfferedQuote::startable)
                .findFirst()
                .or(() -> quotes.stream().findFirst());
    }

    private static List<Quote> quotes(Outcome outcome) {
        return outcome instanceof EstimateOutcome estimated
                ? estimated.quotes()
                : outcome instanceof CompareOutcome compared ? compared.quotes() : List.of();
    }
}
