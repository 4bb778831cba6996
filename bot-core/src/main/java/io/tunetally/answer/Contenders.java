package io.tunetally.answer;

import io.tunetally.answer.advice.TodaysBill;
import io.tunetally.answer.outcome.BreakEvenOutcome;
import io.tunetally.answer.outcome.BudgetOutcome;
import io.tunetally.answer.outcome.CompareOutcome;
import io.tunetally.answer.outcome.CrossoverOutcome;
import io.tunetally.answer.outcome.EstimateOutcome;
import io.tunetally.answer.outcome.ExplainOutcome;
import io.tunetally.answer.outcome.GpuPricesOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.MigrateOutcome;
import io.tunetally.answer.outcome.ModelsOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.answer.outcome.OwnOrSellerOutcome;
import io.tunetally.answer.outcome.RecommendOutcome;
import io.tunetally.answer.outcome.TcoOutcome;
import io.tunetally.answer.outcome.TippingPointsOutcome;
import io.tunetally.answer.outcome.WorthItOutcome;
import io.tunetally.catalog.Model;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.tipping.Contender;
import io.tunetally.units.Band;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The offers between which an answer decides.
 *
 * @param open those that a new customer can start
 * @param closed the others, with the reason
 */
record Contenders(List<Contender> open, List<Outcome.PassedOver> closed) {
    Contenders {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
    }

    /** Returns the sides of a break-even or a verdict, the targets of a migration, else every offer that was asked for. */
    static Contenders of(Inquiry inquiry, Outcome.Answered answer) {
        return switch (answer) {
            case BreakEvenOutcome back ->
                againstUntuned(inquiry, back.comparisons().stream().findFirst().orElse(null));
            case WorthItOutcome judged -> againstUntuned(inquiry, judged.breakEven());
            case CrossoverOutcome crossed -> tuned(inquiry, offers(crossed.quotes()));
            case RecommendOutcome recommended -> tuned(inquiry, besidesEqual(inquiry, recommended.pick()));
            case MigrateOutcome moved -> tuned(inquiry, offers(moved.targets()));
            case CompareOutcome compared -> compared(inquiry, compared.quotes()).besideBill(inquiry);
            case EstimateOutcome _,
                    TcoOutcome _,
                    BudgetOutcome _,
                    ModelsOutcome _,
                    GpuPricesOutcome _,
                    OwnOrSellerOutcome _,
                    ExplainOutcome _,
                    TippingPointsOutcome _ -> tuned(inquiry, asked(inquiry)).besideBill(inquiry);
        };
    }

    /** Returns the offers beside a bill of today, if one was said without its model. */
    private Contenders besideBill(Inquiry inquiry) {
        Optional<Band> bill = TodaysBill.withoutModel(inquiry.filled());
        return bill.isEmpty() || open.isEmpty()
                ? this
                : new Contenders(
                        Stream.concat(
                                        open.stream(),
                                        Stream.of(Contender.ofBill(
                                                bill.get(), open.getFirst().offer())))
                                .toList(),
                        closed);
    }

    /** Returns an only offer beside the one that costs least of all models: without another it has nothing to win against. */
    Contenders withRival(Inquiry inquiry) {
        if (open.size() != 1) {
            return this;
        }
        Contender only = open.getFirst();
        return Nearest.cheapest(inquiry)
                .map(quote -> new Contender(quote.offer(), true))
                .filter(rival -> !rival.equals(only))
                .map(rival -> new Contenders(List.of(only, rival), closed))
                .orElse(this);
    }

    private static Contenders againstUntuned(Inquiry inquiry, @Nullable BreakEven comparison) {
        if (comparison == null) {
            return tuned(inquiry, asked(inquiry));
        }
        Contenders tuned = tuned(inquiry, List.of(comparison.tuned().offer()));
        List<Contender> both = new ArrayList<>(tuned.open());
        both.add(
                comparison.isAgainstBill()
                        ? Contender.ofBill(comparison.base(), comparison.untuned())
                        : new Contender(comparison.untuned(), false));
        return new Contenders(both, tuned.closed());
    }

    /** Leaves out what costs as much as the pick on the GPUs that were asked for: which of those leads is no matter of cost. */
    private static List<Offer> besidesEqual(Inquiry inquiry, @Nullable Quote pick) {
        if (pick == null || pick.gpuNeed() == null) {
            return asked(inquiry);
        }
        Quoting quoting = Quoting.of(inquiry);
        return asked(inquiry).stream()
                .filter(offer -> offer.equals(pick.offer())
                        || quoting.quote(offer)
                                .filter(quote -> RecommendAnswer.costsTheSame(quote, pick))
                                .isEmpty())
                .toList();
    }

    private static List<Offer> asked(Inquiry inquiry) {
        Quoting quoting = Quoting.of(inquiry);
        Set<Offer> offers = new LinkedHashSet<>();
        for (Model model : new Selection(inquiry).asked()) {
            offers.addAll(quoting.offers(model));
        }
        return List.copyOf(offers);
    }

    /** Returns the offers of a comparison, where some models may be meant as they are. */
    private static Contenders compared(Inquiry inquiry, List<Quote> quotes) {
        List<Contender> untuned = quotes.stream()
                .filter(Quote::isUntuned)
                .map(quote -> new Contender(quote.offer(), false))
                .toList();
        Set<Model> asTheyAre = untuned.stream().map(one -> one.offer().model()).collect(Collectors.toSet());
        Contenders tuned = tuned(
                inquiry,
                asked(inquiry).stream()
                        .filter(offer -> !asTheyAre.contains(offer.model()))
                        .toList());
        return new Contenders(
                Stream.concat(untuned.stream(), tuned.open().stream()).toList(), tuned.closed());
    }

    private static Contenders tuned(Inquiry inquiry, List<Offer> offers) {
        Selection selection = new Selection(inquiry);
        List<Contender> open = new ArrayList<>();
        List<Outcome.PassedOver> closed = new ArrayList<>();
        for (Offer offer : offers) {
            if (selection.canStart(offer)) {
                open.add(new Contender(offer, true));
            } else {
                selection.closedBy(offer).ifPresent(closed::add);
            }
        }
        return new Contenders(open, closed);
    }

    private static List<Offer> offers(List<Quote> quotes) {
        return quotes.stream().map(Quote::offer).toList();
    }
}
