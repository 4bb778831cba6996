package io.tunetally.answer.dataset;

import io.tunetally.answer.outcome.CompareOutcome;
import io.tunetally.answer.outcome.EstimateOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Quote;
import io.tunetally.units.Band;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A quote of an answer.
 *
 * @param startable whether a new customer can start it
 * @param standingMonth the cost of a month in which the tuned model is deployed, without any request; zero if nothing is billed
 */
public record OfferedQuote(Quote quote, boolean startable, Band standingMonth) {
    /** Returns the quotes of an estimate or comparison, in the order of the answer. */
    public static Stream<OfferedQuote> of(Outcome outcome) {
        return outcome instanceof Outcome.Answered answered
                ? quotes(outcome).stream()
                        .map(quote -> of(quote, answered.inquiry().engine()))
                : Stream.empty();
    }

    private static OfferedQuote of(Quote quote, CostEngine engine) {
        return new OfferedQuote(
                quote,
                engine.offers().canStart(quote.offer(), quote.objective()),
                engine.standingMonth(quote.offer(), quote.objective()));
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
