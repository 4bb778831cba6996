package io.tunetally.wording.table;

import io.tunetally.answer.outcome.CompareOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Card;
import io.tunetally.units.Band;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What running the offers of a comparison costs a month at the usual traffic. */
public final class UsualMonth {
    private final CompareOutcome.Usual usual;
    private final Map<Offer, Optional<Band>> costs = new HashMap<>();

    private UsualMonth(CompareOutcome.Usual usual) {
        this.usual = usual;
    }

    /** Returns it if a row in sight has a price for running. */
    public static Optional<UsualMonth> of(CompareOutcome outcome, List<Quote> rows) {
        return Optional.ofNullable(outcome.usual())
                .map(UsualMonth::new)
                .filter(month -> rows.stream()
                        .limit(Card.ROWS)
                        .anyMatch(row -> month.cost(row).isPresent()));
    }

    /** Returns the job with the usual traffic. */
    public Inquiry inquiry() {
        return usual.inquiry();
    }

    /** Returns a month's cost; empty if it has no price at the offer's provider. */
    public Optional<Band> cost(Quote quote) {
        return costs.computeIfAbsent(quote.offer(), this::priced);
    }

    private Optional<Band> priced(Offer offer) {
        return usual.inquiry().engine().price(offer, usual.plan()) instanceof Quote running
                        && running.unpriced().isEmpty()
                ? Optional.of(running.monthly())
                : Optional.empty();
    }

    /** {@code $0.54}, or why there is none. */
    String of(Quote quote) {
        return cost(quote).map(Numbers::money).orElseGet(() -> new Standing(usual.inquiry()).withoutPrice(quote));
    }
}
