package io.tunetally.answer;

import io.tunetally.answer.advice.SumCheck;
import io.tunetally.answer.outcome.CompareOutcome;
import io.tunetally.answer.outcome.EstimateOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.answer.outcome.TcoOutcome;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Offers;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Unpriceable;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers what training costs: for one model at each provider and with each method, or for several side by side. */
final class EstimateAnswer {
    /** Above this number of models each is compared by one offer only, to keep the table readable. */
    private static final int MODELS_COMPARED_BY_EVERY_OFFER = 3;

    Outcome estimate(Inquiry asked) {
        Inquiry inquiry = onSaidGpus(asked);
        List<Model> named = new Selection(inquiry).named();
        if (named.size() == 1) {
            Outcome answer = one(inquiry, named.getFirst());
            return onRentedGpus(inquiry, answer).orElse(answer);
        }
        // The sellers' first model is the one to take on GPUs, whichever were said.
        Inquiry anywhere = inquiry.without(SlotName.GPU).without(SlotName.GPUS);
        return (named.isEmpty() && inquiry.filled().has(SlotName.ROLLOUTS)
                        ? onRentedGpus(inquiry, compare(anywhere))
                        : Optional.<Outcome>empty())
                .orElseGet(() -> compare(inquiry));
    }

    /** Takes the dense model of the size that was said for a job on GPUs that were said: {@code full ft of a 32B on 8xH100}. */
    private static Inquiry onSaidGpus(Inquiry inquiry) {
        boolean sized = inquiry.filled().has(SlotName.SIZE_B)
                && inquiry.filled().has(SlotName.GPU)
                && !inquiry.filled().has(SlotName.MODELS)
                && !inquiry.filled().has(SlotName.ROLLOUTS);
        return sized && !inquiry.running()
                ? Start.ofExactSizeOnGpus(inquiry)
                        .map(model -> inquiry.with(SlotName.MODELS, List.of(model.id())))
                        .orElse(inquiry)
                : inquiry;
    }

    private static Outcome.@Nullable Reason refusal(Outcome answer) {
        return answer instanceof Outcome.Refused refused ? refused.reason() : null;
    }

    /**
     * Returns the answer on rented GPUs, whose hours follow from the rollouts that were said, for a model that its sellers
     * bill by the hour or do not train so; empty at a seller that was named, or if no rollouts were said.
     */
    private static Optional<Outcome> onRentedGpus(Inquiry inquiry, Outcome atSellers) {
        boolean sellerSaid =
                inquiry.filled().has(SlotName.PROVIDER) || inquiry.filled().has(SlotName.PROVIDERS);
        Model model = switch (refusal(atSellers)) {
            case Outcome.Reason.HoursNeeded hourly -> hourly.model();
            case Outcome.Reason.TrainedOtherwise otherwise -> otherwise.model();
            case null, default -> null;
        };
        if (sellerSaid || model == null || !inquiry.filled().has(SlotName.ROLLOUTS)) {
            return Optional.empty();
        }
        Inquiry rented =
                inquiry.with(SlotName.MODELS, List.of(model.id())).with(SlotName.PROVIDER, ProviderId.SELF_HOSTED);
        return Optional.of(one(rented, model)).filter(answer -> refusal(answer) == null);
    }

    private static Outcome one(Inquiry asked, Model model) {
        Quoting.Result result = Quoting.of(asked).quotes(model);
        List<Unpriceable> onGpus = onGpus(result.unpriceable());
        if (result.quotes().isEmpty() || !onGpus.isEmpty()) {
            return refused(asked, List.of(model), onGpus.isEmpty() ? result.unpriceable() : onGpus);
        }
        boolean byTheHour = result.quotes().stream().allMatch(EstimateAnswer::isByTheHour);
        Inquiry inquiry = byTheHour
                ? asked.withoutDefaults(SlotName.EXAMPLES, SlotName.TOKENS_PER_EXAMPLE, SlotName.EPOCHS)
                : asked;
        List<Quote> quotes = ranked(asked, result.quotes());
        NextQuestions nextQuestions = NextQuestions.withDetails(inquiry).otherEdition(quotes);
        boolean feeOnly = isTokenOnlySaid(asked, quotes);
        Quote instead = feeOnly ? byTheToken(asked, model) : Nearest.unlessSound(asked, quotes);
        if (inquiry.running()) {
            nextQuestions.tippingPoints(new Selection(inquiry), quotes);
            return new TcoOutcome(
                    inquiry,
                    quotes,
                    untuned(inquiry, model),
                    onRentedGpus(asked, model, quotes),
                    instead,
                    feeOnly,
                    nextQuestions.breakEven(model.id()).compareAll().list());
        }
        if (isByLora(quotes)) {
            nextQuestions.compareMethods();
        }
        if (!byTheHour) {
            nextQuestions.otherEpochs();
        }
        return new EstimateOutcome(
                inquiry,
                quotes,
                instead,
                feeOnly,
                sumCheck(asked, quotes),
                nextQuestions.compareAll().sixMonths(model.id()).list());
    }

    /** Judges the sum that was quoted or paid, by the offers that can be started, unless a seller was named. */
    private static @Nullable SumCheck sumCheck(Inquiry inquiry, List<Quote> quotes) {
        Selection selection = new Selection(inquiry);
        List<Quote> started = quotes.stream().filter(selection::canStart).toList();
        boolean all = started.isEmpty() || inquiry.filled().has(SlotName.PROVIDER);
        return SumCheck.of(inquiry.filled(), inquiry.interpretation().problems(), all ? quotes : started)
                .orElse(null);
    }

    /** True if serverless was said, and every offer that can be started runs the tuned model at a fee or not at all. */
    private static boolean isTokenOnlySaid(Inquiry inquiry, List<Quote> quotes) {
        return inquiry.filled().value(SlotName.DEPLOYMENT) == Deployment.SERVERLESS
                && quotes.stream().noneMatch(quote -> isRunByTheToken(inquiry, quote));
    }

    private static @Nullable Quote byTheToken(Inquiry inquiry, Model model) {
        Quote nearest = Nearest.insteadOf(model, inquiry);
        return nearest != null && isRunByTheToken(inquiry, nearest) ? nearest : null;
    }

    private static boolean isRunByTheToken(Inquiry inquiry, Quote quote) {
        return new Selection(inquiry).canStart(quote) && inquiry.isRunByTheToken(quote);
    }

    /** Returns the price of a model that is meant as it is, where it costs least; of equal prices the one that runs longest. */
    private static @Nullable Quote untuned(Inquiry inquiry, Model model) {
        if (!new Selection(inquiry).isUntuned(model)) {
            return null;
        }
        Offers offers = inquiry.engine().offers();
        ProviderId said = inquiry.filled().value(SlotName.PROVIDER);
        List<Offer> all = offers.allUntuned(model).toList();
        List<Offer> there =
                all.stream().filter(offer -> offer.provider().id().equals(said)).toList();
        return (there.isEmpty() ? all : there)
                .stream()
                        .sorted(offers.latestEndFirst())
                        .flatMap(offer -> inquiry.engine().untuned(offer, Plans.of(inquiry)).stream())
                        .min(Quote.CHEAPEST_FIRST)
                        .orElse(null);
    }

    /**
     * Returns null if an offer that can be started runs the model and costs no more than the dearest GPUs, or if so few GPUs
     * are far too small for the traffic, or if the model's weights cannot be downloaded.
     */
    private static @Nullable Quote onRentedGpus(Inquiry inquiry, Model model, List<Quote> quotes) {
        Selection selection = new Selection(inquiry);
        Optional<Quote> run = quotes.stream()
                .filter(selection::canStart)
                .filter(quote -> quote.unpriced().isEmpty())
                .min(Quote.CHEAPEST_FIRST);
        if (!model.open()) {
            return null;
        }
        Quoting quoting = Quoting.of(inquiry);
        return inquiry.engine().offers().onGpus(model, ProviderId.SELF_HOSTED).stream()
                .filter(offer -> offer.method() == quotes.getFirst().offer().method())
                .flatMap(offer -> quoting.quote(offer).stream())
                .filter(rented -> run.filter(seller -> rented.isTooSmall()
                                || seller.ranking()
                                                .low()
                                                .compareTo(rented.ranking().high())
                                        <= 0)
                        .isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static boolean isByLora(List<Quote> quotes) {
        return quotes.stream().anyMatch(quote -> quote.offer().method() == Method.LORA);
    }

    /**
     * Sorts by price, the offers that a new customer can start first. An edition that was asked for leads with its own
     * listed price, and a GPU that was named with its own, whatever the others cost.
     */
    static List<Quote> ranked(Inquiry inquiry, List<Quote> quotes) {
        List<Quote> ranked = startableFirst(new Selection(inquiry), quotes);
        boolean leads = inquiry.isByGuide() || inquiry.request().slots().has(SlotName.EDITION);
        String edition = inquiry.engine().prices().catalog().books().getFirst().edition();
        quotes.stream()
                .filter(_ -> leads)
                .filter(quote -> quote.edition().equals(edition))
                .findFirst()
                .or(() -> ranked.stream()
                        .filter(quote -> isOnSaidGpu(inquiry, quote))
                        .findFirst())
                .ifPresent(first -> {
                    ranked.remove(first);
                    ranked.addFirst(first);
                });
        return ranked;
    }

    /** Hardware that was named is used, unless a provider was named beside it. */
    private static List<Quote> onSaidGpu(Inquiry inquiry, List<Quote> quotes) {
        boolean providers =
                inquiry.filled().has(SlotName.PROVIDER) || inquiry.filled().has(SlotName.PROVIDERS);
        List<Quote> onGpu = providers
                ? List.of()
                : quotes.stream().filter(quote -> isOnSaidGpu(inquiry, quote)).toList();
        return onGpu.isEmpty() ? quotes : onGpu;
    }

    private static boolean isOnSaidGpu(Inquiry inquiry, Quote quote) {
        return inquiry.filled().has(SlotName.GPU)
                && inquiry.engine().offers().isOnGpus(quote.offer().provider().id());
    }

    /** Hours are billed regardless of the data. */
    private static boolean isByTheHour(Quote quote) {
        return quote.main().listed().figure() == Meter.TRAINING_HOUR;
    }

    /** Returns quotes with the offers that a new customer can start before all others, and by price. */
    private static List<Quote> startableFirst(Selection selection, List<Quote> quotes) {
        List<Quote> startable = new ArrayList<>(quotes.size());
        List<Quote> closed = new ArrayList<>();
        for (Quote quote : quotes) {
            (selection.canStart(quote) ? startable : closed).add(quote);
        }
        List<Quote> sorted = new ArrayList<>(Quote.soundFirst(startable));
        sorted.addAll(Quote.cheapestFirst(closed));
        return sorted;
    }

    /** Compares offers, the cheapest that can be started first; without a named model, those a new customer can start. */
    Outcome compare(Inquiry asked) {
        Inquiry inquiry = Start.byOneModel(asked);
        Selection selection = new Selection(inquiry);
        List<Model> models = selection.asked();
        Quoting quoting = Quoting.of(inquiry);
        boolean everyOffer = models.size() <= MODELS_COMPARED_BY_EVERY_OFFER;
        List<Quote> quotes = new ArrayList<>();
        List<Quote> rented = new ArrayList<>();
        List<Unpriceable> unpriceable = new ArrayList<>();
        List<Outcome.Reason> leftOut = new ArrayList<>();
        boolean named = !selection.named().isEmpty();
        boolean few = named || (everyOffer && inquiry.filled().has(SlotName.SIZE_B));
        for (Model model : models) {
            Quote untuned = named && models.size() > 1 ? untuned(inquiry, model) : null;
            if (untuned != null) {
                quotes.add(untuned);
                continue;
            }
            Inquiry there = named && models.size() > 1 ? whereItRuns(inquiry, model) : inquiry;
            Quoting.Result result = there.equals(inquiry)
                    ? quoting.quotes(model)
                    : Quoting.of(there).quotes(model);
            unpriceable.addAll(result.unpriceable());
            if (named && result.quotes().isEmpty()) {
                leftOut.add(why(inquiry, List.of(model), result.unpriceable()));
            } else {
                onGpus(result.unpriceable()).stream()
                        .filter(reason -> named || !(reason instanceof Unpriceable.OwnHardware))
                        .map(reason -> reason(inquiry, reason))
                        .filter(reason -> !leftOut.contains(reason))
                        .forEach(leftOut::add);
            }
            if (few && inquiry.running() && !result.quotes().isEmpty()) {
                Optional.ofNullable(onRentedGpus(inquiry, model, result.quotes()))
                        .ifPresent(rented::add);
            }
            List<Quote> ranked = onSaidGpu(inquiry, ranked(inquiry, result.quotes()));
            quotes.addAll(everyOffer ? ranked : representing(inquiry, ranked));
        }
        if (quotes.isEmpty()) {
            return refused(inquiry, models, unpriceable);
        }
        List<Quote> sorted = startableFirst(selection, quotes);
        NextQuestions nextQuestions = NextQuestions.withDetails(inquiry)
                .tippingPoints(selection, sorted)
                .recommend();
        Quote instead = Nearest.unlessSound(inquiry, tuned(sorted));
        Long most = inquiry.filled().value(SlotName.MOST_MODELS);
        CompareOutcome compared = new CompareOutcome(
                inquiry,
                sorted,
                selection.closed(),
                leftOut,
                instead,
                rented,
                null,
                (inquiry.running() ? nextQuestions : nextQuestions.otherEpochs().sixMonths(null)).list());
        return most == null ? compared : compared.ofFirst(most);
    }

    /** {@code qwen3 32b self-hosted on 2 H100s or gpt-4.1 mini}: the GPUs are those of the side that can run on them. */
    private static Inquiry whereItRuns(Inquiry inquiry, Model model) {
        boolean ownPlace = ProviderId.SELF_HOSTED.equals(inquiry.filled().value(SlotName.PROVIDER))
                || inquiry.filled().has(SlotName.GPU);
        return model.open() || !ownPlace
                ? inquiry
                : inquiry.without(SlotName.PROVIDER)
                        .without(SlotName.GPU)
                        .without(SlotName.GPUS)
                        .without(SlotName.OWN_HARDWARE)
                        .without(SlotName.METHOD);
    }

    /** Returns the quotes of tuned models, all if there are none: an untuned one is no offer to tune instead. */
    private static List<Quote> tuned(List<Quote> quotes) {
        List<Quote> tuned = quotes.stream().filter(quote -> !quote.isUntuned()).toList();
        return tuned.isEmpty() ? quotes : tuned;
    }

    /** Returns the first of a model's offers; of providers that are compared, the first of each. */
    private static List<Quote> representing(Inquiry inquiry, List<Quote> ranked) {
        Set<ProviderId> seen = new HashSet<>();
        return ranked.stream()
                .filter(quote -> seen.add(quote.offer().provider().id()))
                .limit(inquiry.filled().has(SlotName.PROVIDERS) ? ranked.size() : 1)
                .toList();
    }

    /** Returns the jobs without a price because of the GPU that was asked for: no other price answers the question. */
    private static List<Unpriceable> onGpus(List<Unpriceable> unpriceable) {
        return unpriceable.stream()
                .filter(reason -> reason instanceof Unpriceable.OwnHardware
                        || reason instanceof Unpriceable.NoGpuPrice
                        || reason instanceof Unpriceable.UnknownGpu)
                .toList();
    }

    /** Refuses because nothing has a price: too large for any provider, hourly without hours, or unknown. */
    static Outcome refused(Inquiry inquiry, List<Model> models, List<Unpriceable> reasons) {
        Outcome.Reason why = why(inquiry, models, reasons);
        Quote instead = instead(inquiry, why);
        return new Outcome.Refused(
                inquiry.interpretation(),
                why,
                instead == null ? null : new Outcome.Instead(inquiry, instead),
                (why instanceof Outcome.Reason.HostedOnly
                                ? new NextQuestions(inquiry).recommend()
                                : new NextQuestions(inquiry).rented())
                        .compareAll()
                        .models()
                        .list());
    }

    private static @Nullable Quote instead(Inquiry inquiry, Outcome.Reason why) {
        if (why instanceof Outcome.Reason.HostedOnly hosted) {
            return Nearest.openInsteadOf(hosted.model(), inquiry);
        }
        Model without = withoutPrice(why);
        return without == null ? byRollouts(inquiry, why) : Nearest.insteadOf(without, inquiry);
    }

    /** Returns the training on rented GPUs, whose hours follow from the rollouts, where a seller bills hours that were not said. */
    private static @Nullable Quote byRollouts(Inquiry inquiry, Outcome.Reason why) {
        if (!(why instanceof Outcome.Reason.HoursNeeded hourly)
                || !inquiry.filled().has(SlotName.ROLLOUTS)) {
            return null;
        }
        Quoting quoting = Quoting.of(inquiry);
        return inquiry.engine().offers().onGpus(hourly.model(), ProviderId.SELF_HOSTED).stream()
                .flatMap(offer -> quoting.quote(offer).stream())
                .findFirst()
                .orElse(null);
    }

    /** Returns the one model that has no price anywhere, if that is the reason. */
    private static @Nullable Model withoutPrice(Outcome.Reason why) {
        return switch (why) {
            case Outcome.Reason.NoPrice none
            when none.models().size() == 1 -> none.models().getFirst();
            case Outcome.Reason.NotPublished unknown -> unknown.model();
            case Outcome.Reason.WhichOfFamily which -> which.family();
            case Outcome.Reason.NotTuned none -> none.model();
            case Outcome.Reason.Ended ended -> ended.closed().offer().model();
            default -> null;
        };
    }

    /** Returns why models have no price: the provider that was named states none, or the first of the reasons. */
    static Outcome.Reason why(Inquiry inquiry, List<Model> models, List<Unpriceable> reasons) {
        Optional<Outcome.Reason> notPublished =
                models.size() == 1 ? notPublished(inquiry, models.getFirst()) : Optional.empty();
        boolean asked = inquiry.filled().has(SlotName.PROVIDER);
        return notPublished
                .filter(_ -> asked)
                .or(() -> reasons.stream().findFirst().flatMap(first -> hostedOnly(inquiry, first)))
                .or(() -> reasons.stream().findFirst().flatMap(first -> ended(inquiry, first)))
                .or(() -> reasons.stream().findFirst().map(first -> reason(inquiry, first)))
                .or(() -> notPublished)
                .or(() -> models.size() == 1 ? trainedOtherwise(inquiry, models.getFirst()) : Optional.empty())
                .or(() -> models.size() == 1 ? unlisted(inquiry, models.getFirst()) : Optional.empty())
                .orElseGet(() -> noPrice(inquiry, models));
    }

    /** "No price" is said only of models that no price book trains on the day. */
    private static Outcome.Reason noPrice(Inquiry inquiry, List<Model> models) {
        List<Model> trained = inquiry.engine().offers().trainableModels(new Selection(inquiry).objective());
        return models.isEmpty() || models.stream().anyMatch(trained::contains)
                ? new Outcome.Reason.OtherConditions(models)
                : new Outcome.Reason.NoPrice(models);
    }

    /** A size that is missing is no reason where a model runs at its providers only. */
    private static Optional<Outcome.Reason> hostedOnly(Inquiry inquiry, Unpriceable reason) {
        if (!(reason instanceof Unpriceable.SizeNeeded(Model model)) || model.open()) {
            return Optional.empty();
        }
        List<Provider> providers =
                inquiry.engine().offers().of(model, new Selection(inquiry).objective(), null).stream()
                        .map(Offer::provider)
                        .distinct()
                        .toList();
        return providers.isEmpty() ? Optional.empty() : Optional.of(new Outcome.Reason.HostedOnly(model, providers));
    }

    /** Hours are not worth asking for where nothing trains any more. */
    private static Optional<Outcome.Reason> ended(Inquiry inquiry, Unpriceable reason) {
        return reason instanceof Unpriceable.HoursNeeded(Offer offer)
                ? new Selection(inquiry).closedBy(offer).map(Outcome.Reason.Ended::new)
                : Optional.empty();
    }

    /** Returns why a model without a size that no price book lists has no price: it is a family, or no seller lists it. */
    private static Optional<Outcome.Reason> unlisted(Inquiry inquiry, Model model) {
        if (model.billionParameters() != null
                || inquiry.engine().prices().catalog().model(model.id()).isPresent()) {
            return Optional.empty();
        }
        Selection selection = new Selection(inquiry);
        List<Model> startable = inquiry.engine().offers().startableModels(selection.objective());
        List<Model> members = Selection.ofFamily(model, startable);
        return Optional.of(
                members.isEmpty()
                        ? new Outcome.Reason.NotTuned(model, Selection.ofSameFamily(model, startable))
                        : new Outcome.Reason.WhichOfFamily(model, members));
    }

    private static Optional<Outcome.Reason> notPublished(Inquiry inquiry, Model model) {
        ProviderId asked = inquiry.filled().value(SlotName.PROVIDER);
        Objective objective = new Selection(inquiry).objective();
        Catalog catalog = inquiry.engine().prices().catalog();
        List<Offer> priced = inquiry.engine().offers().of(model, objective, null);
        return catalog.providers().stream()
                .filter(provider -> asked == null || provider.id().equals(asked))
                .filter(provider ->
                        priced.stream().noneMatch(offer -> offer.provider().equals(provider)))
                .filter(provider -> catalog.availability(provider.id()).stream()
                        .anyMatch(fact -> fact.effective().holdsOn(inquiry.asOf())
                                && fact.models().contains(model.id())
                                && fact.objectives().contains(objective)))
                .findFirst()
                .map(provider -> new Outcome.Reason.NotPublished(model, objective, provider));
    }

    private static Optional<Outcome.Reason> trainedOtherwise(Inquiry inquiry, Model model) {
        Objective asked = new Selection(inquiry).objective();
        return Arrays.stream(Objective.values())
                .filter(other -> other != asked)
                .filter(other ->
                        inquiry.engine().offers().trainableModels(other).contains(model))
                .findFirst()
                .map(offered -> new Outcome.Reason.TrainedOtherwise(model, asked, offered));
    }

    private static Outcome.Reason reason(Inquiry inquiry, Unpriceable unpriceable) {
        return switch (unpriceable) {
            case Unpriceable.TooLarge large -> new Outcome.Reason.TooManyTokens(large.billedTokens());
            case Unpriceable.NoPrice none -> noPrice(inquiry, List.of(none.model()));
            case Unpriceable.HoursNeeded hourly ->
                new Outcome.Reason.HoursNeeded(
                        hourly.offer().model(), hourly.offer().provider());
            case Unpriceable.SizeNeeded size -> new Outcome.Reason.SizeNeeded(size.model());
            case Unpriceable.UnknownGpu unknown -> new Outcome.Reason.UnknownGpu(unknown.said());
            case Unpriceable.NoGpuPrice none -> new Outcome.Reason.NoGpuPrice(none.gpu(), none.provider());
            case Unpriceable.OwnHardware own -> new Outcome.Reason.OwnHardware(own);
        };
    }
}
