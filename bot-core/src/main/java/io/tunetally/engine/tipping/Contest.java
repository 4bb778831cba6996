package io.tunetally.engine.tipping;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Plan;
import io.tunetally.engine.QuantityFormula;
import io.tunetally.engine.Quote;
import io.tunetally.units.UnitPrice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Contenders for one job, ranked by what they cost in a scenario. It belongs to one question and one thread. */
public final class Contest {
    private static final Comparator<PricedContender> CHEAPEST_FIRST = Comparator.comparing(PricedContender::rank);

    private final CostEngine engine;
    private final List<Contender> contenders;
    private final Plan present;

    /** The quotes of the present plan, which every change of a price needs again. */
    private final Map<Contender, Optional<Quote>> presentQuotes;

    /**
     * Creates a contest.
     *
     * @param contenders in the order that decides between equal costs
     * @param present the plan of today
     */
    public Contest(CostEngine engine, List<Contender> contenders, Plan present) {
        this(engine, contenders, present, new HashMap<>());
    }

    private Contest(
            CostEngine engine,
            List<Contender> contenders,
            Plan present,
            Map<Contender, Optional<Quote>> presentQuotes) {
        this.engine = engine;
        this.contenders = List.copyOf(contenders);
        this.present = present;
        this.presentQuotes = presentQuotes;
    }

    public List<Contender> contenders() {
        return contenders;
    }

    /** Returns the contest of some of the contenders, under the same plan. */
    public Contest among(List<Contender> some) {
        return new Contest(engine, some, present, presentQuotes);
    }

    /**
     * Returns the contest of the contenders that can win under some plan: without those that lack a price which the first
     * one has, and without a second one of the same prices and the same ends.
     */
    public Contest ofPossibleWinners() {
        List<PricedContender> ranking = ranking(today());
        Set<PriceTag> seen = new HashSet<>();
        return among(ranking.stream()
                .filter(each -> isComplete(each) || !isComplete(ranking.getFirst()))
                .filter(each -> seen.add(priceTag(each)))
                .map(PricedContender::contender)
                .toList());
    }

    private static boolean isComplete(PricedContender each) {
        return each.quote().unpriced().isEmpty() && !each.quote().shutDown();
    }

    private PriceTag priceTag(PricedContender each) {
        return new PriceTag(
                each.quote().lines().stream()
                        .map(line -> new PriceTag.Line(line.kind(), line.counted(), line.unitPrice()))
                        .toList(),
                engine.offers().lifecycle(each.contender().offer()).toList());
    }

    /** The prices and ends of a contender, which decide what it costs under any plan. */
    private record PriceTag(List<Line> lines, List<LifecycleEvent> ends) {
        private record Line(LineItem.Kind kind, QuantityFormula counted, UnitPrice price) {}
    }

    public Scenario today() {
        return Scenario.of(present);
    }

    /** Returns the contenders that have a price, the cheapest first. */
    public List<PricedContender> ranking(Scenario scenario) {
        List<PricedContender> ranking = new ArrayList<>();
        contenders.forEach(contender -> standing(contender, scenario).ifPresent(ranking::add));
        ranking.sort(CHEAPEST_FIRST);
        return ranking;
    }

    public Optional<PricedContender> standing(Contender contender, Scenario scenario) {
        return quote(contender, scenario.plan())
                .map(quote -> PricedContender.of(contender, quote.atPrices(scenario.factorOf(contender))));
    }

    /** Returns the contenders among some that cost less than the winner of today, or that alone have a price. */
    List<PricedContender> ahead(Contender winner, Scenario scenario, List<Contender> among) {
        @Nullable PricedContender held = standing(winner, scenario).orElse(null);
        List<PricedContender> ahead = new ArrayList<>();
        for (Contender contender : among) {
            if (!contender.equals(winner)) {
                standing(contender, scenario)
                        .filter(other -> held == null || CHEAPEST_FIRST.compare(other, held) < 0)
                        .ifPresent(ahead::add);
            }
        }
        ahead.sort(CHEAPEST_FIRST);
        return ahead;
    }

    private Optional<Quote> quote(Contender contender, Plan plan) {
        return plan.equals(present)
                ? presentQuotes.computeIfAbsent(contender, one -> priced(one, plan))
                : priced(contender, plan);
    }

    private Optional<Quote> priced(Contender contender, Plan plan) {
        if (contender.bill() != null) {
            return engine.ofBill(contender.bill(), contender.offer(), plan);
        }
        if (!contender.tuned()) {
            return engine.untuned(contender.offer(), plan);
        }
        return engine.price(contender.offer(), plan) instanceof Quote quote ? Optional.of(quote) : Optional.empty();
    }
}
