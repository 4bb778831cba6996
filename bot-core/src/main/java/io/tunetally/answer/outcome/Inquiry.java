package io.tunetally.answer.outcome;

import io.tunetally.answer.advice.GrowingRequests;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Plan;
import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.SlotTrait;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A request on its way to an answer.
 *
 * @param interpretation the reading of the message
 * @param request the request with given and remembered values
 * @param filled the request's slots with every default an answer needs
 * @param running whether the request covers running the model, not only training it
 * @param engine prices as of the day, in this request's order of editions
 */
public record Inquiry(
        Interpretation interpretation, Request request, Slots filled, boolean running, CostEngine engine) {

    private static final String GUIDE = "guide";

    /** True if the guide's figures come first: its own advice goes with them. */
    public boolean isByGuide() {
        return engine.prices().catalog().books().getFirst().edition().equals(GUIDE);
    }

    public LocalDate asOf() {
        return engine.prices().asOf();
    }

    /** Returns the most that running may cost a month, if it was said. */
    public Optional<Money> monthlyLimit() {
        return Optional.ofNullable(filled.value(SlotName.MONTHLY_LIMIT_USD)).map(Money::new);
    }

    /** True unless running costs more a month than was said. */
    public boolean isWithinMonthlyLimit(Quote quote) {
        return monthlyLimit()
                .filter(limit -> quote.monthly().high().compareTo(limit) > 0)
                .isEmpty();
    }

    /**
     * Returns the budget for training and running together: one that was said beside traffic or a period, or for the cost
     * over a period; empty for one of training alone, as beside a monthly limit for running.
     */
    public Optional<Money> totalBudget() {
        boolean runningSaid = request.intent() == Intent.TCO
                || request.slots().names().stream().anyMatch(name -> name.is(SlotTrait.RUNNING));
        return Optional.ofNullable(filled.value(SlotName.BUDGET_USD))
                .filter(_ -> running && runningSaid && monthlyLimit().isEmpty())
                .map(Money::new);
    }

    /** Returns the cost of a month of a quote's endpoint without requests, for as many copies as were said. */
    public Band standingMonth(Quote quote) {
        Long gpus = filled.has(SlotName.GPU) ? null : filled.value(SlotName.GPUS);
        return engine.standingMonth(quote.offer(), quote.objective(), endpoints(), gpus == null ? 1 : gpus);
    }

    /** Returns the day on which the tuned model is shut down; empty if none is announced. */
    public Optional<BreakEven.Ending> ending(Quote tuned) {
        return engine.offers()
                .shutDownAfter(asOf(), tuned.offer())
                .flatMap(event -> Optional.ofNullable(event.date()))
                .map(date -> new BreakEven.Ending(date, ChronoUnit.DAYS.between(asOf(), date)));
    }

    /** Returns a comparison in which the end of the tuned model counts, as it does where the traffic was said. */
    public BreakEven untilItsEnd(BreakEven comparison) {
        return request.slots().has(SlotName.REQUESTS_PER_DAY)
                ? ending(comparison.tuned()).map(comparison::until).orElse(comparison)
                : comparison;
    }

    /** True if a quote's seller runs the tuned model and bills its requests alone, without a fee while it waits. */
    public boolean isRunByTheToken(Quote quote) {
        return quote.gpuNeed() == null
                && engine.isRunPriced(quote.offer(), quote.objective())
                && standingMonth(quote).isZero();
    }

    /** Returns the endpoints that were said; hours of hosting that were counted are all there are. */
    public Plan.Endpoints endpoints() {
        Long said = filled.value(SlotName.UNITS);
        Slot<BigDecimal> hours = filled.get(SlotName.MONTHLY_HOURS);
        long units = said == null ? 1 : said;
        return hours == null || filled.has(SlotName.HOSTING_HOURS)
                ? Plan.Endpoints.of(units)
                : Plan.Endpoints.of(units, hours.value(), hours.highOrValue());
    }

    /** Returns the days of the period, of which the last may have begun only; one must have been filled. */
    public long periodDays() {
        return GrowingRequests.periodDays(filled);
    }

    /** Returns the inquiry with another value of a slot. */
    public <T> Inquiry with(SlotName<T> name, T value) {
        Slot<T> slot = Slot.of(value, Origin.SAID);
        return new Inquiry(interpretation, request, filled.with(name, slot), running, engine);
    }

    /** Returns the inquiry without the default of a slot. */
    public Inquiry without(SlotName<?> name) {
        return new Inquiry(interpretation, request, filled.without(name), running, engine);
    }

    /** Returns the inquiry without assumptions that the answer does not use; given and remembered values stay. */
    public Inquiry withoutDefaults(SlotName<?>... names) {
        Inquiry less = this;
        for (SlotName<?> name : names) {
            var slot = less.filled.get(name);
            less = slot != null && slot.origin() == Origin.DEFAULT ? less.without(name) : less;
        }
        return less;
    }

    /** Returns the names of the slots that this message did not give. */
    public List<SlotName<?>> assumed() {
        return filled.names().stream().filter(this::isAssumed).toList();
    }

    private boolean isAssumed(SlotName<?> name) {
        var slot = filled.get(name);
        return slot != null
                && switch (slot.origin()) {
                    case SAID -> false;
                    case DERIVED, REMEMBERED, TEAM, DEFAULT -> true;
                };
    }
}
