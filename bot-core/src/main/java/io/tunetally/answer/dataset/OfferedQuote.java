package io.tunetally.answer.dataset;

import io.tunetally.answer.outcome.CompareOutcome;
import io.tunetally.answer.outcome.EstimateOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Quote;
import io.tunetally.units.Band;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A quote of an answer.
 *
 * @param startable whether a new customer can start it
 * @param shutDown the day of its shutdown, null if none is ahead
 * @param standingMonth the cost of a month in which the tuned model is deployed, without any request; zero if nothing is billed
 * @param instead what a new customer starts instead, null if the answer has none
 */
public record OfferedQuote(
        Quote quote,
        boolean startable,
        @Nullable LocalDate shutDown,
        Band standingMonth,
        @Nullable Quote instead) {
    /** Returns the quotes of an estimate or comparison, in the order of the answer. */
    public static Stream<OfferedQuote> of(Outcome outcome) {
        Quote instead = outcome instanceof EstimateOutcome estimated ? estimated.instead() : null;
        return outcome instanceof Outcome.Answered answered
                ? quotes(outcome).stream()
                        .map(quote -> of(quote, answered.inquiry().engine(), instead))
                : Stream.empty();
    }

    private static OfferedQuote of(Quote quote, CostEngine engine, @Nullable Quote instead) {
        return new OfferedQuote(
                quote,
                engine.offers().canStart(quote.offer(), quote.objective()),
                engine.offers()
                        .shutDownAfter(engine.prices().asOf(), quote.offer())
                        .map(LifecycleEvent::date)
                        .orElse(null),
                engine.standingMonth(quote.offer(), quote.objective()),
                instead);
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
