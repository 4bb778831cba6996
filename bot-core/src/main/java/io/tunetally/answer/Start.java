package io.tunetally.answer;

import io.tunetally.answer.advice.Why;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Unpriceable;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where to start: the model that was named, if a new customer can start it and it stays open over the horizon, else what
 * costs least to train and run.
 *
 * @param quote null if nothing can be started
 * @param own the job on the asker's own GPUs, null if none were said
 * @param listed an offer that can be started and has no published price, null if there is one with a price
 * @param named the usual offer of the model that was named, or that has the size and the method that were said, on rented GPUs; null if
 *     there is none
 * @param closed why that cannot be started, null if it can
 * @param notTuned the model that was named, if no seller tunes it
 */
record Start(
        @Nullable Quote quote,
        Unpriceable.@Nullable OwnHardware own,
        @Nullable Offer listed,
        @Nullable Offer named,
        Why.@Nullable Closed closed,
        @Nullable Model notTuned) {
    /** "Start with ... Llama 3.1 8B with LoRA" (the guide, Getting Started), on the asker's own GPUs too. */
    private static final ModelId USUAL_ON_OWN_GPUS = new ModelId("llama-3.1-8b");

    static Start of(Inquiry asked) {
        Inquiry inquiry = onNamedGpus(asked);
        List<Model> named = tunable(inquiry);
        Unpriceable.OwnHardware own = onOwnHardware(inquiry);
        if (own != null) {
            return new Start(null, own, null, null, null, null);
        }
        Quote exact = named.isEmpty() ? ofExactSize(inquiry) : null;
        if (exact != null) {
            return new Start(exact, null, null, exact.offer(), null, null);
        }
        if (named.isEmpty()) {
            return within(inquiry.filled().has(SlotName.UNTUNED) ? withoutModels(inquiry) : inquiry);
        }
        Quoting quoting = Quoting.of(inquiry);
        Model model = cheapestOf(inquiry, named);
        List<Offer> offers = quoting.fitting(model).isEmpty() ? quoting.offers(model) : quoting.fitting(model);
        Quote open = open(inquiry, model);
        if (open != null) {
            return new Start(open, null, null, open.offer(), null, null);
        }
        Start elsewhere = within(withoutModels(inquiry));
        return offers.isEmpty()
                ? new Start(elsewhere.quote(), null, elsewhere.listed(), null, null, model)
                : new Start(
                        elsewhere.quote(),
                        null,
                        elsewhere.listed(),
                        offers.getFirst(),
                        new Why.Closed(offers.getFirst(), new Selection(inquiry).objective()),
                        null);
    }

    /** Returns the cheapest of the models that have just the size that was said, and can be started; null if none has. */
    private static @Nullable Quote ofExactSize(Inquiry inquiry) {
        BigDecimal size = inquiry.filled().value(SlotName.SIZE_B);
        Slots slots = inquiry.filled();
        return size == null || slots.has(SlotName.PROVIDER) || slots.has(SlotName.METHOD)
                ? null
                : new Selection(inquiry)
                        .asked().stream()
                                .filter(model -> isOfExactSize(model, size))
                                .flatMap(model -> Optional.ofNullable(open(inquiry, model)).stream())
                                .filter(inquiry::isWithinMonthlyLimit)
                                .min(Quote.CHEAPEST_FIRST)
                                .orElse(null);
    }

    /** Returns the first dense model that has just the size that was said and can be trained on GPUs. */
    static Optional<Model> ofExactSizeOnGpus(Inquiry inquiry) {
        BigDecimal size = inquiry.filled().value(SlotName.SIZE_B);
        Quoting quoting = Quoting.of(inquiry.with(SlotName.PROVIDER, ProviderId.SELF_HOSTED));
        return size == null
                ? Optional.empty()
                : new Selection(inquiry)
                        .asked().stream()
                                .filter(model -> model.activeBillionParameters() == null && isOfExactSize(model, size))
                                .filter(model -> !quoting.quotes(model).quotes().isEmpty())
                                .findFirst();
    }

    /** True if a model's parameters make the size when they are rounded, or its name says it: gpt-oss 120B has 117 billion. */
    private static boolean isOfExactSize(Model model, BigDecimal size) {
        BigDecimal billions = model.billionParameters();
        boolean rounded = billions != null
                && billions.setScale(size.scale(), RoundingMode.HALF_UP).compareTo(size) == 0;
        return rounded || model.id().value().endsWith("-" + size.toPlainString() + "b");
    }

    /** Returns of several models that were named the one that costs least, of those that can be started; if none can, the first. */
    private static Model cheapestOf(Inquiry inquiry, List<Model> named) {
        return named.size() == 1
                ? named.getFirst()
                : named.stream()
                        .flatMap(model -> Optional.ofNullable(open(inquiry, model)).stream())
                        .min(Quote.CHEAPEST_FIRST)
                        .map(quote -> quote.offer().model())
                        .orElse(named.getFirst());
    }

    /** Returns the models that were named, without one that is meant untuned. */
    static List<Model> tunable(Inquiry inquiry) {
        List<ModelId> untuned = inquiry.filled().value(SlotName.UNTUNED);
        return new Selection(inquiry)
                .named().stream()
                        .filter(model -> untuned == null || !untuned.contains(model.id()))
                        .toList();
    }

    private static boolean isRun(Quote quote) {
        return quote.unpriced().isEmpty();
    }

    /** Returns the model on GPUs that run it where no seller does; none if it was asked for at a seller. */
    private static Optional<Quote> onRentedGpus(Inquiry inquiry, Model model) {
        boolean sellerSaid =
                inquiry.filled().has(SlotName.PROVIDER) || inquiry.filled().has(SlotName.PROVIDERS);
        Method method = inquiry.filled().value(SlotName.METHOD);
        Quoting quoting = Quoting.of(inquiry);
        return inquiry.engine().offers().onGpus(model, ProviderId.SELF_HOSTED).stream()
                .filter(offer -> !sellerSaid && model.open() && (method == null || offer.method() == method))
                .flatMap(offer -> quoting.quote(offer).stream())
                .filter(Start::isRun)
                .findFirst();
    }

    /**
     * A GPU that was named is used, and those of the EU where data has to stay there: for the guide's model if none was
     * named, as one size of GPU runs many models.
     */
    private static Inquiry onNamedGpus(Inquiry inquiry) {
        Slots slots = inquiry.filled();
        Slot<ProviderId> provider = slots.get(SlotName.PROVIDER);
        boolean inEu = provider != null && provider.origin() == Origin.DERIVED && slots.has(SlotName.IN_EU);
        boolean onGpu = slots.has(SlotName.GPU) && provider == null && !slots.has(SlotName.PROVIDERS);
        if (!inEu && !onGpu) {
            return inquiry;
        }
        Slots there = slots.with(SlotName.PROVIDER, Slot.of(ProviderId.SELF_HOSTED, Origin.DERIVED));
        return with(
                inquiry,
                slots.has(SlotName.MODELS) || slots.has(SlotName.SIZE_B)
                        ? there
                        : there.with(SlotName.MODELS, Slot.of(List.of(USUAL_ON_OWN_GPUS), Origin.DEFAULT)));
    }

    /** Within a provider or an objective whose prices are not all published, an offer without one may be the better start. */
    private static Start within(Inquiry inquiry) {
        Quote cheapest = ofSize(inquiry, cheapest(inquiry));
        boolean byTheHour = cheapest != null
                && cheapest.sum(Part.HOSTING)
                                .low()
                                .compareTo(cheapest.sum(Part.INFERENCE).high())
                        > 0;
        Offer listed =
                cheapest == null || byTheHour ? ListedOffers.first(inquiry).orElse(null) : null;
        return listed == null
                ? new Start(cheapest, null, null, ofSizeOnGpus(inquiry, cheapest), null, null)
                : new Start(null, null, listed, null, null, null);
    }

    /** {@code cheapest full fine-tune of a 70b}: where rented GPUs are the start, the seller of the same model is told, too. */
    private static @Nullable Offer ofSizeOnGpus(Inquiry inquiry, @Nullable Quote cheapest) {
        boolean said = inquiry.filled().has(SlotName.SIZE_B) && inquiry.filled().has(SlotName.METHOD);
        return said && cheapest != null && cheapest.gpuNeed() != null ? cheapest.offer() : null;
    }

    /**
     * A size is a wish: where no seller runs models of it, or only at many times the cost, one of about the size is the
     * better start.
     */
    private static @Nullable Quote ofSize(Inquiry inquiry, @Nullable Quote cheapest) {
        if (!inquiry.filled().has(SlotName.SIZE_B) || inquiry.filled().has(SlotName.PROVIDER)) {
            return cheapest;
        }
        if (cheapest == null) {
            List<Model> ofSize = new Selection(inquiry).asked();
            // Unlike a size, a method is a condition: rented GPUs offer it where no seller does.
            Quote byMethod = inquiry.filled().has(SlotName.METHOD)
                    ? ofSize.stream()
                            .flatMap(model -> Optional.ofNullable(open(inquiry, model)).stream())
                            .min(Quote.CHEAPEST_FIRST)
                            .orElse(null)
                    : null;
            return byMethod == null
                    ? ofSize.stream()
                            .findFirst()
                            .map(model -> Nearest.insteadOf(model, inquiry))
                            .orElse(null)
                    : byMethod;
        }
        Quote instead = Nearest.unlessSound(inquiry, List.of(cheapest));
        return instead == null ? cheapest : instead;
    }

    /** Returns what costs many times less than the start, which was named or is at a named provider; null if nothing does. */
    @Nullable Quote instead(Inquiry inquiry) {
        boolean gpuSaid = inquiry.filled().has(SlotName.GPU) || inquiry.filled().has(SlotName.PROVIDER);
        return quote == null || (quote.gpuNeed() != null && gpuSaid)
                ? null
                : Nearest.unlessSound(inquiry, List.of(quote));
    }

    /**
     * Returns the cheapest quote of a model that can be started and stays open, with a price for running it if there is one:
     * on rented GPUs if on no others, or if the dearest of those cost less than every seller.
     */
    private static @Nullable Quote open(Inquiry inquiry, Model model) {
        return atSeller(inquiry, model)
                .map(seller -> onRentedGpus(inquiry, model)
                        .filter(rented -> !isRun(seller)
                                || rented.ranking()
                                                .high()
                                                .compareTo(seller.ranking().low())
                                        < 0)
                        .orElse(seller))
                .orElse(null);
    }

    private static Optional<Quote> atSeller(Inquiry inquiry, Model model) {
        Selection selection = new Selection(inquiry);
        LocalDate end = Plans.horizonOf(inquiry).end();
        return Quoting.of(inquiry).quotes(model).quotes().stream()
                .filter(selection::canStart)
                .filter(quote -> inquiry.engine().offers().staysOpen(quote.offer(), end))
                .min(Quote.CHEAPEST_FIRST);
    }

    /**
     * Returns the other way to train and run the model that was named: the cheapest seller beside rented GPUs, or those beside
     * a seller that they may undercut; null if a seller or GPUs were said, or there is no other.
     */
    @Nullable Quote beside(Inquiry inquiry) {
        boolean placeSaid = inquiry.filled().has(SlotName.GPU)
                || inquiry.filled().has(SlotName.IN_EU)
                || inquiry.filled().has(SlotName.PROVIDER);
        if (quote == null || named == null || closed != null || placeSaid) {
            return null;
        }
        Model model = quote.offer().model();
        return quote.gpuNeed() != null
                ? atSeller(inquiry, model).orElse(null)
                : onRentedGpus(inquiry, model)
                        .filter(rented ->
                                rented.ranking().low().compareTo(quote.ranking().low()) < 0)
                        .orElse(null);
    }

    /** Returns the cheapest of all within the limits that were said; at any provider if the one that was said has none. */
    private static @Nullable Quote cheapest(Inquiry inquiry) {
        return RecommendAnswer.ranked(inquiry).stream().findFirst().orElse(null);
    }

    /** Returns the inquiry about any model, at the provider that was said if it has one to start with. */
    static Inquiry withoutModels(Inquiry inquiry) {
        Slots slots = inquiry.filled()
                .without(SlotName.MODELS)
                .without(SlotName.SIZE_B)
                .without(SlotName.UNTUNED)
                .without(SlotName.METHOD);
        Inquiry anyModel = with(inquiry, slots);
        return RecommendAnswer.ranked(anyModel).isEmpty()
                        && ListedOffers.first(anyModel).isEmpty()
                ? with(
                        inquiry,
                        EuPlace.within(
                                slots.without(SlotName.PROVIDER).without(SlotName.PROVIDERS),
                                inquiry.request().intent(),
                                inquiry.engine()))
                : anyModel;
    }

    /** Rented GPUs and a seller are compared by one model: a smaller one on the GPUs would decide nothing. */
    static Inquiry byOneModel(Inquiry inquiry) {
        List<ProviderId> providers = inquiry.filled().value(SlotName.PROVIDERS);
        return providers != null && providers.contains(ProviderId.SELF_HOSTED) && new Selection(inquiry).isOpenChoice()
                ? onEitherSide(inquiry)
                        .map(model -> inquiry.with(SlotName.MODELS, List.of(model.id())))
                        .orElse(inquiry)
                : inquiry;
    }

    /**
     * Returns the model to start with at the seller that was said beside rented GPUs, or at any: only a model whose weights
     * can be downloaded runs on either side.
     */
    static Optional<Model> onEitherSide(Inquiry inquiry) {
        Slots slots = inquiry.filled();
        List<ProviderId> said = slots.value(SlotName.PROVIDERS);
        Slots sellers = slots.without(SlotName.PROVIDERS)
                .without(SlotName.PROVIDER)
                .without(SlotName.GPU)
                .without(SlotName.DEPLOYMENT);
        Slots there = said == null
                ? sellers
                : said.stream()
                        .filter(provider -> !provider.equals(ProviderId.SELF_HOSTED))
                        .findFirst()
                        .map(provider -> sellers.with(SlotName.PROVIDER, Slot.of(provider, Origin.SAID)))
                        .orElse(sellers);
        return RecommendAnswer.ranked(with(inquiry, there)).stream()
                .map(quote -> quote.offer().model())
                .filter(Model::open)
                .findFirst();
    }

    private static Inquiry with(Inquiry inquiry, Slots slots) {
        return new Inquiry(inquiry.interpretation(), inquiry.request(), slots, inquiry.running(), inquiry.engine());
    }

    /** Returns the job on the asker's own GPUs: the model that was named, else the guide's. */
    static Unpriceable.@Nullable OwnHardware onOwnHardware(Inquiry inquiry) {
        if (!Boolean.TRUE.equals(inquiry.filled().value(SlotName.OWN_HARDWARE))) {
            return null;
        }
        return new Selection(inquiry)
                .first()
                .or(() -> inquiry.engine().prices().catalog().model(USUAL_ON_OWN_GPUS))
                .flatMap(model -> ownHardware(inquiry, model))
                .orElse(null);
    }

    private static Optional<Unpriceable.OwnHardware> ownHardware(Inquiry inquiry, Model model) {
        Method method = inquiry.filled().value(SlotName.METHOD);
        return inquiry.engine().offers().onGpus(model, ProviderId.SELF_HOSTED).stream()
                .filter(offer -> offer.method() == (method == null ? Method.LORA : method))
                .map(offer -> inquiry.engine().price(offer, Plans.of(inquiry)))
                .filter(Unpriceable.OwnHardware.class::isInstance)
                .map(Unpriceable.OwnHardware.class::cast)
                .findFirst();
    }
}
