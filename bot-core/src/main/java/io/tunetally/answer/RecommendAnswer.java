package io.tunetally.answer;

import io.tunetally.answer.advice.Judgement;
import io.tunetally.answer.advice.SaidInNumbers;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.answer.outcome.PickReason;
import io.tunetally.answer.outcome.RecommendOutcome;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Offers;
import io.tunetally.engine.Quote;
import io.tunetally.request.Criterion;
import io.tunetally.request.SlotName;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Recommends what to start with: the offer that costs least to train and run over the horizon, or under the guide's prices
 * its own starting points. Models that cannot be started are never recommended, but listed with the reason.
 */
final class RecommendAnswer {
    private static final int ALTERNATIVES = 4;
    private static final BigDecimal SAME_COST = new BigDecimal("1.001");

    /** "Start with GPT-4o mini or Llama 3.1 8B with LoRA" (the guide, Getting Started). */
    private static final List<Pick> GUIDE_PICKS = List.of(
            new Pick(new ModelId("gpt-4o-mini"), Method.FULL), new Pick(new ModelId("llama-3.1-8b"), Method.LORA));

    private record Pick(ModelId model, Method method) {}

    Outcome answer(Inquiry inquiry) {
        List<Outcome.PassedOver> passedOver = new ArrayList<>();
        List<Quote> picks = guidePicks(inquiry, passedOver);
        boolean onGpus = inquiry.filled().has(SlotName.GPU) || inquiry.filled().has(SlotName.IN_EU);
        Start start = Start.of(inquiry);
        closedBeside(inquiry, passedOver);
        List<Quote> ranked =
                onGpus ? List.of() : ranked(start.closed() == null ? inquiry : Start.withoutModels(inquiry));
        Quote pick = inquiry.isByGuide() && !picks.isEmpty() ? picks.getFirst() : start.quote();
        Long few = inquiry.filled().value(SlotName.MOST_MODELS);
        List<Quote> alternatives = ranked.stream()
                .filter(quote -> pick == null || !quote.offer().equals(pick.offer()))
                .limit(few == null ? ALTERNATIVES : Math.min(ALTERNATIVES, few - 1))
                .toList();
        List<Criterion> said = inquiry.filled().value(SlotName.CRITERIA);
        ModelId model = pick == null ? null : pick.offer().model().id();
        return new RecommendOutcome(
                inquiry,
                pick,
                pick == null && start.own() == null && start.listed() == null ? nearest(inquiry) : null,
                reason(inquiry, start, pick, alternatives),
                inquiry.isByGuide() || isForLargest(inquiry) ? null : start.instead(inquiry),
                inquiry.isByGuide() ? null : start.beside(inquiry),
                start.own(),
                start.listed(),
                start.closed(),
                Judgement.of(SaidInNumbers.with(said == null ? Set.of() : Set.copyOf(said), inquiry.filled())),
                alternatives,
                isForLargest(inquiry) ? List.of() : passedOver,
                dearToRun(inquiry),
                NextQuestions.withDetails(inquiry)
                        .tippingPoints()
                        .worthIt()
                        .breakEven(model)
                        .compareAll()
                        .list());
    }

    private static @Nullable Quote nearest(Inquiry inquiry) {
        return inquiry.filled().has(SlotName.BUDGET_USD)
                ? Start.of(inquiry.without(SlotName.BUDGET_USD).without(SlotName.LARGEST))
                        .quote()
                : null;
    }

    private static PickReason reason(Inquiry inquiry, Start start, @Nullable Quote pick, List<Quote> alternatives) {
        if (inquiry.isByGuide()) {
            return PickReason.GUIDE;
        }
        if (isForLargest(inquiry) && isWithinBudget(inquiry, pick)) {
            return PickReason.LARGEST;
        }
        if (pick != null && !pick.unpriced().isEmpty()) {
            return PickReason.RUNNING_UNKNOWN;
        }
        if (start.closed() == null && !new Selection(inquiry).named().isEmpty() && start.notTuned() == null) {
            return Start.tunable(inquiry).size() > 1 ? PickReason.CHEAPEST_OF_NAMED : PickReason.CHEAPEST_OF_MODEL;
        }
        boolean taken = pick != null && pick.gpuNeed() != null && isStartingPoint(pick);
        boolean ahead =
                pick != null && alternatives.stream().anyMatch(other -> Quote.CHEAPEST_FIRST.compare(other, pick) < 0);
        return taken || ahead ? PickReason.STARTING_POINT : PickReason.CHEAPEST;
    }

    private static List<Quote> guidePicks(Inquiry inquiry, List<Outcome.PassedOver> passedOver) {
        Selection selection = new Selection(inquiry);
        List<Model> asked = selection.named();
        Quoting quoting = Quoting.of(inquiry);
        List<Quote> picks = new ArrayList<>();
        for (Pick pick : GUIDE_PICKS) {
            Optional<Model> model = inquiry.engine().prices().catalog().model(pick.model());
            boolean fits = model.filter(
                            found -> asked.isEmpty() ? selection.isOfSizeAsked(found) : asked.contains(found))
                    .isPresent();
            if (fits) {
                quoting.fitting(model.get()).stream()
                        .filter(offer -> offer.method() == pick.method())
                        .findFirst()
                        .ifPresent(offer -> judge(inquiry, quoting, offer, picks, passedOver));
            }
        }
        return picks;
    }

    /** Adds the models that were named beside others and cannot be started. */
    private static void closedBeside(Inquiry inquiry, List<Outcome.PassedOver> passedOver) {
        Selection selection = new Selection(inquiry);
        List<Model> named = Start.tunable(inquiry);
        named.stream()
                .filter(model -> named.size() > 1 && !selection.canStart(model))
                .filter(model -> passedOver.stream()
                        .noneMatch(other -> other.offer().model().equals(model)))
                .flatMap(model -> selection.firstOffer(model).flatMap(selection::closedBy).stream())
                .forEach(passedOver::add);
    }

    private static void judge(
            Inquiry inquiry, Quoting quoting, Offer offer, List<Quote> picks, List<Outcome.PassedOver> passedOver) {
        if (new Selection(inquiry).canStart(offer)) {
            quoting.quote(offer).filter(quote -> fits(inquiry, quote)).ifPresent(picks::add);
        } else {
            new Selection(inquiry).closedBy(offer).ifPresent(passedOver::add);
        }
    }

    /**
     * Returns the cheapest offer of each startable model, ranked by the total over the horizon. A named model may
     * deviate from the requested options; the others may not, as there are enough of them.
     */
    static List<Quote> ranked(Inquiry inquiry) {
        Quoting quoting = Quoting.of(inquiry);
        Selection selection = new Selection(inquiry);
        boolean named = !selection.named().isEmpty();
        Offers offers = inquiry.engine().offers();
        boolean running = inquiry.filled().has(SlotName.MONTHS);
        LocalDate end = running ? Plans.horizonOf(inquiry).end() : inquiry.asOf();
        List<Quote> ranked = new ArrayList<>();
        for (Model model : selection.asked()) {
            List<Offer> fitting = quoting.fitting(model);
            List<Quote> fit = new ArrayList<>();
            for (Quote quote : quoting.quotes(model).quotes()) {
                boolean lasts = named || (fitting.contains(quote.offer()) && offers.staysOpen(quote.offer(), end));
                if (lasts && quote.startable() && quote.unpriced().isEmpty() && fits(inquiry, quote)) {
                    fit.add(quote);
                }
            }
            Quote.soundFirst(fit).stream().findFirst().ifPresent(ranked::add);
        }
        return isForLargest(inquiry)
                ? largestFirst(withinBudget(inquiry, ranked))
                : ledByStartingPoint(Quote.soundFirst(ranked));
    }

    private static boolean isWithinBudget(Inquiry inquiry, @Nullable Quote pick) {
        return pick == null
                || inquiry.totalBudget()
                        .filter(budget -> pick.ranking().high().compareTo(budget) > 0)
                        .isEmpty();
    }

    private static boolean isForLargest(Inquiry inquiry) {
        return Boolean.TRUE.equals(inquiry.filled().value(SlotName.LARGEST));
    }

    /**
     * Returns the quotes that a budget for training and running pays for, as the largest has to be one of them; if it pays
     * for none, the cheapest, which is the nearest.
     */
    private static List<Quote> withinBudget(Inquiry inquiry, List<Quote> quotes) {
        List<Quote> within =
                quotes.stream().filter(quote -> isWithinBudget(inquiry, quote)).toList();
        return within.isEmpty() ? Quote.soundFirst(quotes).stream().limit(1).toList() : within;
    }

    /** Orders quotes by the size of their models, of equal ones by their cost, and leaves out models that publish no size. */
    private static List<Quote> largestFirst(List<Quote> quotes) {
        return Quote.cheapestFirst(quotes).stream()
                .filter(quote -> quote.offer().model().billionParameters() != null)
                .sorted(Comparator.comparing(RecommendAnswer::size).reversed())
                .toList();
    }

    private static BigDecimal size(Quote quote) {
        return Objects.requireNonNull(quote.offer().model().billionParameters());
    }

    /**
     * Of offers that cost the same but for a thousandth, leads with the guide's starting point: on a rented GPU a model of
     * 0.6 billion parameters costs what one of 8 billion costs.
     */
    private static List<Quote> ledByStartingPoint(List<Quote> ranked) {
        List<Quote> led = new ArrayList<>(ranked);
        ranked.stream()
                .takeWhile(quote -> costsTheSame(quote, ranked.getFirst()))
                .filter(RecommendAnswer::isStartingPoint)
                .findFirst()
                .ifPresent(quote -> {
                    led.remove(quote);
                    led.addFirst(quote);
                });
        return led;
    }

    /** True unless a quote costs over a thousandth more than another. */
    static boolean costsTheSame(Quote quote, Quote other) {
        return quote.ranking().high().compareTo(other.ranking().high().times(SAME_COST)) <= 0;
    }

    private static boolean isStartingPoint(Quote quote) {
        return GUIDE_PICKS.stream()
                .anyMatch(pick -> pick.model().equals(quote.offer().model().id()));
    }

    /** Returns the models that only the monthly limit leaves out of a recommendation, each by its cheapest offer. */
    static List<Quote> dearToRun(Inquiry inquiry) {
        if (inquiry.monthlyLimit().isEmpty()) {
            return List.of();
        }
        Set<Model> within =
                ranked(inquiry).stream().map(quote -> quote.offer().model()).collect(Collectors.toSet());
        return ranked(inquiry.without(SlotName.MONTHLY_LIMIT_USD)).stream()
                .filter(quote -> !within.contains(quote.offer().model()))
                .toList();
    }

    private static boolean fits(Inquiry inquiry, Quote quote) {
        BigDecimal budget = inquiry.filled().value(SlotName.BUDGET_USD);
        return (budget == null || quote.training().high().compareTo(new Money(budget)) <= 0)
                && inquiry.isWithinMonthlyLimit(quote);
    }
}
