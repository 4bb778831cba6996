package io.tunetally.answer;

import io.tunetally.answer.advice.OwnPayback;
import io.tunetally.answer.advice.TodaysBill;
import io.tunetally.answer.outcome.BreakEvenOutcome;
import io.tunetally.answer.outcome.CrossoverOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Horizon;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Offers;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Traffic;
import io.tunetally.engine.Unpriceable;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.CostAnalysis;
import io.tunetally.engine.analysis.PromptSaving;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers when tuning pays back: tuned against untuned, or one tuned model against another. */
final class BreakEvenAnswer {
    /** The number of models compared if none is named: the cheapest that a new customer can start. */
    private static final int MODELS_SHOWN = 5;

    /** How often the GPU is chosen again for the requests at which the last choice pays. */
    private static final int MOST_LOOKS = 3;

    private final Inquiry inquiry;
    private final Quoting quoting;
    private final CostAnalysis costAnalysis;
    private final List<BreakEvenOutcome.Untrained> untrained = new ArrayList<>();
    private final List<Unpriceable> reasons = new ArrayList<>();

    /** The model that was asked about, where another stands for it. */
    private final @Nullable Model asked;

    private BreakEvenAnswer(Inquiry inquiry) {
        this(inquiry, null);
    }

    private BreakEvenAnswer(Inquiry inquiry, @Nullable Model asked) {
        this.inquiry = inquiry;
        this.asked = asked;
        this.quoting = Quoting.of(inquiry);
        this.costAnalysis = new CostAnalysis(inquiry.engine());
    }

    static Outcome of(Inquiry inquiry) {
        return new BreakEvenAnswer(inquiry).answer();
    }

    private Outcome answer() {
        Selection selection = new Selection(inquiry);
        Optional<Outcome> own = byOwnFigures();
        if (own.isPresent()) {
            return own.get();
        }
        List<Model> named = selection.named();
        Optional<Band> bill = TodaysBill.withoutModel(inquiry.filled());
        if (bill.isPresent()) {
            return againstBill(named, bill.get());
        }
        if (named.isEmpty() && isGpuSaid()) {
            Optional<Model> start = Start.onEitherSide(inquiry);
            if (start.isPresent()) {
                return of(start.get(), null);
            }
            Optional<Outcome> nearest = selection.ofSize().flatMap(this::ofNearest);
            if (nearest.isPresent()) {
                return nearest.get();
            }
        }
        if (named.isEmpty()) {
            return ofTheCheapest(selection.asked());
        }
        if (named.size() == 1 && isAllUntuned(named)) {
            return againstIncumbent(named.getFirst());
        }
        if (named.size() == 1) {
            List<Quote> sides = atBothProviders(named.getFirst());
            if (sides.size() == 2 && isGpuSaid() && sides.stream().anyMatch(BreakEvenAnswer::isNotRun)) {
                return new EstimateAnswer().estimate(inquiry);
            }
            if (sides.size() == 2) {
                return crossed(sides.getFirst(), sides.getLast());
            }
            List<Quote> ways = gpuOrToken(named.getFirst());
            if (ways.size() == 2) {
                return crossed(ways.getFirst(), ways.getLast());
            }
            Optional<Outcome> nearest = areWaysWeighed() ? ofNearest(named.getFirst()) : Optional.empty();
            if (nearest.isPresent()) {
                return nearest.get();
            }
        }
        List<Quote> quotes = new ArrayList<>();
        for (Model model : named) {
            trained(model).ifPresent(quotes::add);
        }
        if (quotes.isEmpty() || isUntrainedAskedFor(named)) {
            return refused();
        }
        if (named.size() == 2) {
            return quotes.size() == 2
                    ? between(quotes.getFirst(), quotes.getLast())
                    : againstUntrained(quotes.getFirst());
        }
        return selection.untuned().map(untuned -> eachAgainst(untuned, quotes)).orElseGet(() -> paidBack(quotes));
    }

    /** Returns the payback by what the asker saves, beside the price of what there is to start with. */
    private Optional<Outcome> byOwnFigures() {
        Slots slots = inquiry.filled();
        if (!slots.has(SlotName.MONTHLY_SAVING_USD) && !slots.has(SlotName.SAVING_PER_REQUEST_USD)) {
            return Optional.empty();
        }
        // What is paid once is counted against the saving, and not as a part of the training.
        Inquiry priced = inquiry.without(SlotName.PREPARATION_USD);
        return RecommendAnswer.ranked(priced).stream()
                .findFirst()
                .flatMap(start -> OwnPayback.of(slots, start)
                        .map(payback -> new BreakEvenOutcome(
                                inquiry,
                                List.of(),
                                List.of(),
                                List.of(),
                                null,
                                start,
                                payback,
                                NextQuestions.withDetails(inquiry).list())));
    }

    /** Compares what was named, else the cheapest, with what is paid today for a model that was not said. */
    private Outcome againstBill(List<Model> named, Band bill) {
        List<Quote> quotes = new ArrayList<>();
        if (named.isEmpty()) {
            RecommendAnswer.ranked(inquiry).stream().limit(MODELS_SHOWN).forEach(quotes::add);
        } else {
            named.forEach(model -> trained(model).ifPresent(quotes::add));
        }
        if (quotes.isEmpty()) {
            return refused();
        }
        List<BreakEven> comparisons = new ArrayList<>();
        List<BreakEvenOutcome.Uncompared> uncompared = new ArrayList<>();
        for (Quote quote : quotes) {
            costAnalysis
                    .againstBill(quote, bill, traffic())
                    .map(inquiry::untilItsEnd)
                    .ifPresentOrElse(
                            comparisons::add,
                            () -> uncompared.add(new BreakEvenOutcome.Uncompared(quote, quote.offer())));
        }
        return new BreakEvenOutcome(
                inquiry,
                comparisons,
                uncompared,
                untrained,
                null,
                comparisons.isEmpty() ? null : Nearest.belowBill(inquiry, comparisons.getFirst()),
                null,
                NextQuestions.withDetails(inquiry).worthIt().tippingPoints().list());
    }

    /** Answers for a model that stands for the one that was asked about, or for any. */
    private Outcome of(Model model, @Nullable Model insteadOf) {
        Inquiry ofModel = inquiry.with(SlotName.MODELS, List.of(model.id())).without(SlotName.SIZE_B);
        return new BreakEvenAnswer(insteadOf == null ? ofModel : ofModel.without(SlotName.PROVIDER), insteadOf)
                .answer();
    }

    /** Weighs both ways for the nearest model that a seller runs by the token and that can be downloaded. */
    private Optional<Outcome> ofNearest(Model model) {
        return asked == null
                ? Optional.ofNullable(Nearest.insteadOf(
                                model, inquiry.without(SlotName.GPU).without(SlotName.GPUS)))
                        .map(quote -> quote.offer().model())
                        .filter(near -> near.open() && !near.equals(model))
                        .map(near -> of(near, model))
                : Optional.empty();
    }

    /** True if an endpoint of one's own was said beside paying by the token, and not a prompt that tuning shortens. */
    private boolean areWaysWeighed() {
        Slots slots = inquiry.filled();
        return slots.value(SlotName.DEPLOYMENT) == Deployment.DEDICATED
                && !slots.has(SlotName.PROMPT_TOKENS)
                && !slots.has(SlotName.TUNED_PROMPT_TOKENS)
                && !slots.has(SlotName.UNTUNED)
                && !inquiry.isByGuide();
    }

    /** Compares several tuned models with the one that is meant as it is. */
    private Outcome eachAgainst(Offer untuned, List<Quote> quotes) {
        List<BreakEven> comparisons = new ArrayList<>();
        List<BreakEvenOutcome.Uncompared> uncompared = new ArrayList<>();
        quotes.stream()
                .filter(quote -> !quote.offer().model().equals(untuned.model()))
                .forEach(quote -> compared(quote, untuned)
                        .ifPresentOrElse(
                                comparisons::add,
                                () -> uncompared.add(new BreakEvenOutcome.Uncompared(quote, untuned))));
        return paidBack(comparisons, uncompared);
    }

    private boolean isAllUntuned(List<Model> named) {
        List<ModelId> untuned = inquiry.filled().value(SlotName.UNTUNED);
        return untuned != null && untuned.contains(named.getFirst().id());
    }

    /** Compares the model to start with against the one that it would replace. */
    private Outcome againstIncumbent(Model incumbent) {
        Optional<Quote> start =
                RecommendAnswer.ranked(Start.withoutModels(inquiry)).stream().findFirst();
        Optional<Offer> untuned = inquiry.engine().offers().untuned(incumbent);
        return start.isPresent() && untuned.isPresent()
                ? against(start.get(), untuned.get())
                : EstimateAnswer.refused(inquiry, List.of(incumbent), List.of());
    }

    /** Returns what costs many times less than a tuned model that does not pay back. */
    private @Nullable Quote instead(List<BreakEven> comparisons) {
        return comparisons.isEmpty() || comparisons.getFirst().result() instanceof BreakEven.Result.PaysBack
                ? null
                : Nearest.unlessSound(inquiry, List.of(comparisons.getFirst().tuned()));
    }

    /** Returns a model's cheapest quote at each of two named providers; fewer if one of them does not train it. */
    private List<Quote> atBothProviders(Model model) {
        List<ProviderId> asked = inquiry.filled().value(SlotName.PROVIDERS);
        if (asked == null || asked.size() != 2) {
            return List.of();
        }
        List<Quote> all = quoting.quotes(model).quotes();
        return asked.stream()
                .flatMap(provider -> all.stream()
                        .filter(quote -> quote.offer().provider().id().equals(provider))
                        .min(Quote.CHEAPEST_FIRST)
                        .stream())
                .toList();
    }

    /** Returns the tuned model by the token, or at the cheapest seller if none sells it so, and on rented GPUs, if those were said. */
    private List<Quote> gpuOrToken(Model model) {
        Slots slots = inquiry.filled();
        boolean onGpus = ProviderId.SELF_HOSTED.equals(slots.value(SlotName.PROVIDER));
        boolean promptSaid = slots.has(SlotName.PROMPT_TOKENS) || slots.has(SlotName.TUNED_PROMPT_TOKENS);
        if (promptSaid || slots.has(SlotName.UNTUNED) || inquiry.isByGuide() || !isGpuSaid()) {
            return List.of();
        }
        // The number goes with the GPU: a seller's endpoint has as many as it needs.
        Inquiry sellers = inquiry.filled().has(SlotName.GPU)
                ? inquiry.without(SlotName.DEPLOYMENT).without(SlotName.GPU).without(SlotName.GPUS)
                : inquiry.without(SlotName.DEPLOYMENT);
        Inquiry anywhere = onGpus ? sellers.without(SlotName.PROVIDER) : sellers;
        Selection selection = new Selection(anywhere);
        List<Quote> sold = Quoting.of(anywhere).quotes(model).quotes().stream()
                .filter(quote -> selection.canStart(quote) && quote.unpriced().isEmpty() && quote.gpuNeed() == null)
                .sorted(Comparator.comparing(
                                (Quote quote) -> !quote.sum(Part.HOSTING).isZero())
                        .thenComparing(Quote.CHEAPEST_FIRST))
                .toList();
        return sold.stream()
                .findFirst()
                .flatMap(seller -> rentedAt(seller, model, traffic().requestsPerDayHigh(), MOST_LOOKS)
                        // The GPU that was said leads.
                        .map(rented -> slots.has(SlotName.GPU) ? List.of(rented, seller) : List.of(seller, rented)))
                .orElse(List.of());
    }

    /** A seller that does not run the model leaves nothing to weigh: both ways are listed. */
    private static boolean isNotRun(Quote quote) {
        return !quote.unpriced().isEmpty();
    }

    private boolean isGpuSaid() {
        Slots slots = inquiry.filled();
        return ProviderId.SELF_HOSTED.equals(slots.value(SlotName.PROVIDER))
                || slots.has(SlotName.GPU)
                || slots.value(SlotName.DEPLOYMENT) == Deployment.DEDICATED;
    }

    /** Returns the model on GPUs that keep up with the requests at which they cost as much as a seller. */
    private Optional<Quote> rentedAt(Quote seller, Model model, BigDecimal requestsPerDay, int looks) {
        Inquiry then = inquiry.without(SlotName.DEPLOYMENT).with(SlotName.REQUESTS_PER_DAY, requestsPerDay);
        Optional<Quote> rented = inquiry.engine().offers().onGpus(model, ProviderId.SELF_HOSTED).stream()
                .filter(offer -> offer.method() == seller.offer().method())
                .flatMap(offer -> Quoting.of(then).quote(offer).stream())
                .findFirst();
        Optional<BigDecimal> equal = rented.flatMap(quote -> costAnalysis.crossing(
                        seller, quote, traffic(), horizon().months()))
                .flatMap(crossing -> Optional.ofNullable(crossing.requestsPerDay()))
                .map(BreakEven.Ends::low);
        return equal.isPresent() && looks > 1 && equal.get().compareTo(requestsPerDay) > 0
                ? rentedAt(seller, model, equal.get(), looks - 1)
                : rented;
    }

    private Outcome ofTheCheapest(List<Model> models) {
        List<Quote> ranked = RecommendAnswer.ranked(inquiry);
        List<BreakEven> cheapest = ranked.stream()
                .flatMap(quote -> compared(quote, quote.offer()).stream())
                .limit(MODELS_SHOWN)
                .toList();
        if (!cheapest.isEmpty()) {
            return paidBack(cheapest, List.of());
        }
        if (!ranked.isEmpty()) {
            return paidBack(List.of(ranked.getFirst()));
        }
        models.forEach(this::trained);
        return refused();
    }

    private Outcome refused() {
        return EstimateAnswer.refused(
                inquiry,
                untrained.stream().map(BreakEvenOutcome.Untrained::model).toList(),
                reasons);
    }

    /** Returns a model's leading quote; without one, records the reason. */
    private Optional<Quote> trained(Model model) {
        Quoting.Result result = quoting.quotes(model);
        reasons.addAll(result.unpriceable());
        if (result.quotes().isEmpty()) {
            untrained.add(new BreakEvenOutcome.Untrained(
                    model, EstimateAnswer.why(inquiry, List.of(model), result.unpriceable())));
        }
        return leading(result.quotes());
    }

    /** Returns the quote to compare: the cheapest that can be started and is completely priced, else the first that is. */
    private Optional<Quote> leading(List<Quote> quotes) {
        Selection selection = new Selection(inquiry);
        return quotes.stream()
                .filter(selection::canStart)
                .filter(quote -> quote.unpriced().isEmpty())
                .min(Quote.CHEAPEST_FIRST)
                .or(() -> quotes.stream()
                        .min(Comparator.comparing(
                                        (Quote quote) -> !quote.unpriced().isEmpty())
                                .thenComparing(quote -> !selection.canStart(quote))));
    }

    /** True if of two models one is requested untuned and the other cannot be trained. */
    private boolean isUntrainedAskedFor(List<Model> named) {
        List<ModelId> untuned = inquiry.filled().value(SlotName.UNTUNED);
        return untuned != null
                && named.size() == 2
                && untrained.stream()
                        .anyMatch(one -> !untuned.contains(one.model().id()));
    }

    /** Only one of two models can be trained: the other is compared untuned, if possible. */
    private Outcome againstUntrained(Quote tuned) {
        return inquiry.engine()
                .offers()
                .untuned(untrained.getFirst().model())
                .map(untuned -> against(tuned, untuned))
                .orElseGet(() -> paidBack(List.of(tuned)));
    }

    /** Compares two models: both tuned if a new customer can tune both, else one of them untuned. A model requested as untuned decides. */
    private Outcome between(Quote first, Quote second) {
        List<ModelId> untuned = inquiry.filled().value(SlotName.UNTUNED);
        if (untuned != null) {
            return untuned.contains(first.offer().model().id())
                    ? against(second, first.offer())
                    : against(first, second.offer());
        }
        Offers offers = inquiry.engine().offers();
        boolean firstOpen = offers.canStart(first.offer(), first.objective());
        boolean secondOpen = offers.canStart(second.offer(), second.objective());
        if (firstOpen && secondOpen) {
            return crossed(first, second);
        }
        return secondOpen ? against(second, first.offer()) : against(first, second.offer());
    }

    private Outcome against(Quote tuned, Offer untuned) {
        Optional<BreakEven> comparison = compared(tuned, untuned);
        NextQuestions nextQuestions =
                NextQuestions.withDetails(inquiry).untuned(tuned.offer().model().id());
        return new BreakEvenOutcome(
                inquiry,
                comparison.stream().toList(),
                comparison.isPresent() ? List.of() : List.of(new BreakEvenOutcome.Uncompared(tuned, untuned)),
                untrained,
                null,
                instead(comparison.stream().toList()),
                null,
                nextQuestions.worthIt().list());
    }

    private Outcome crossed(Quote first, Quote second) {
        NextQuestions nextQuestions = NextQuestions.withDetails(inquiry);
        if (!first.offer().model().equals(second.offer().model())) {
            nextQuestions.untuned(second.offer().model().id());
        }
        return new CrossoverOutcome(
                inquiry,
                costAnalysis
                        .crossing(first, second, traffic(), horizon().months())
                        .orElse(null),
                List.of(first, second),
                asked,
                nextQuestions.list());
    }

    private Outcome paidBack(List<Quote> quotes) {
        List<BreakEven> comparisons = new ArrayList<>();
        List<BreakEvenOutcome.Uncompared> uncompared = new ArrayList<>();
        for (Quote quote : quotes) {
            compared(quote, quote.offer())
                    .or(() -> untunedElsewhere(quote))
                    .ifPresentOrElse(
                            comparisons::add,
                            () -> uncompared.add(new BreakEvenOutcome.Uncompared(quote, quote.offer())));
        }
        return paidBack(comparisons, uncompared);
    }

    private Outcome paidBack(List<BreakEven> comparisons, List<BreakEvenOutcome.Uncompared> uncompared) {
        boolean promptSaid = inquiry.filled().has(SlotName.PROMPT_TOKENS);
        // Another model's price, not a shorter prompt, decides against it.
        PromptSaving saving = inquiry.filled().has(SlotName.TUNED_PROMPT_TOKENS)
                        || comparisons.isEmpty()
                        || !comparisons.getFirst().isOfOneModel()
                ? null
                : saving(comparisons.getFirst());
        NextQuestions nextQuestions = NextQuestions.withDetails(inquiry);
        return new BreakEvenOutcome(
                inquiry,
                comparisons,
                uncompared,
                untrained,
                saving,
                instead(comparisons),
                null,
                (promptSaid ? nextQuestions.worthIt() : nextQuestions.breakEvenExample()).list());
    }

    /** Returns the saving that pays back within the period; a model that ends in it has only the months until then. */
    private @Nullable PromptSaving saving(BreakEven comparison) {
        long days = inquiry.ending(comparison.tuned())
                .map(end -> Math.min(
                        end.days() - end.days() % Period.DAYS_PER_MONTH,
                        horizon().days()))
                .orElse(horizon().days());
        boolean promptSaid = inquiry.filled().has(SlotName.PROMPT_TOKENS);
        return days == 0
                ? null
                : costAnalysis
                        .promptSaving(comparison, days)
                        .filter(any -> !promptSaid || isPartOfThePrompt(any))
                        .orElse(null);
    }

    /** Where a provider does not sell the untuned model, another one's price stands for it. */
    private Optional<BreakEven> untunedElsewhere(Quote tuned) {
        return inquiry.engine().offers().untuned(tuned.offer().model()).flatMap(untuned -> compared(tuned, untuned));
    }

    /** Compares at the traffic; where it was given, the end of the tuned model counts. */
    private Optional<BreakEven> compared(Quote tuned, Offer untuned) {
        return costAnalysis.breakEven(tuned, untuned, traffic()).map(inquiry::untilItsEnd);
    }

    private boolean isPartOfThePrompt(PromptSaving saving) {
        return saving.high()
                        .compareTo(BigDecimal.valueOf(traffic().promptTokens().low()))
                <= 0;
    }

    private Traffic traffic() {
        return Objects.requireNonNull(quoting.plan().traffic());
    }

    private Horizon horizon() {
        return Objects.requireNonNull(quoting.plan().horizon());
    }
}
