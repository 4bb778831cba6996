package io.tunetally.answer;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Offers;
import io.tunetally.engine.Plan;
import io.tunetally.engine.Priced;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Unpriceable;
import io.tunetally.engine.Warning;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Quotes a model: one per provider and method offered, or those requested. */
final class Quoting {
    private final Inquiry inquiry;
    private final Selection selection;
    private final Plan plan;
    private final Map<Offer, Priced> priced;
    private final Map<Model, Result> results = new HashMap<>();
    private final List<ProviderId> providersAsked;
    private final List<Method> methodsAsked;
    private final List<ProviderId> gpuProviders;

    private Quoting(Inquiry inquiry, QuotesOfAnswer quotes) {
        this.inquiry = inquiry;
        this.selection = new Selection(inquiry);
        this.plan = Plans.of(inquiry);
        this.priced = quotes.of(inquiry.engine(), plan);
        this.providersAsked = listOf(inquiry.filled(), SlotName.PROVIDER, SlotName.PROVIDERS);
        this.methodsAsked = listOf(inquiry.filled(), SlotName.METHOD, SlotName.METHODS);
        this.gpuProviders = gpuProviders();
    }

    private List<ProviderId> gpuProviders() {
        List<ProviderId> asked = providersAsked.stream()
                .filter(inquiry.engine().offers()::isOnGpus)
                .toList();
        return inquiry.filled().has(SlotName.GPU) && asked.isEmpty() ? List.of(ProviderId.SELF_HOSTED) : asked;
    }

    static Quoting of(Inquiry inquiry) {
        QuotesOfAnswer quotes = QuotesOfAnswer.current();
        return quotes.of(inquiry, first -> new Quoting(first, quotes));
    }

    /** The quotes, and the reasons of offers without one. */
    record Result(List<Quote> quotes, List<Unpriceable> unpriceable) {
        Result {
            quotes = List.copyOf(quotes);
            unpriceable = List.copyOf(unpriceable);
        }
    }

    Plan plan() {
        return plan;
    }

    /**
     * Returns every requested offer of a model. A price that several providers have appears once, with a provider where a
     * new customer can start if there is one.
     */
    Result quotes(Model model) {
        Result known = results.get(model);
        if (known == null) {
            known = quoted(model);
            results.put(model, known);
        }
        return known;
    }

    private Result quoted(Model model) {
        List<Quote> quotes = new ArrayList<>();
        List<Unpriceable> unpriceable = new ArrayList<>();
        List<PriceTag> seen = new ArrayList<>();
        List<Wanted> offered = wanted(model);
        for (Wanted wanted : selection.isOfStartable() ? offered : startableFirst(offered)) {
            switch (priced(wanted.offer())) {
                case Quote quote -> {
                    PriceTag tag = PriceTag.of(quote);
                    if (!seen.contains(tag) || providersAreCompared()) {
                        seen.add(tag);
                        quotes.add(quote.warnedOf(wanted.warnings()));
                    }
                }
                case Unpriceable reason -> unpriceable.add(reason);
            }
        }
        return new Result(quotes, unpriceable);
    }

    private List<Wanted> startableFirst(List<Wanted> wanted) {
        List<Wanted> sorted = new ArrayList<>(wanted.size());
        List<Wanted> closed = new ArrayList<>();
        for (Wanted one : wanted) {
            (selection.canStart(one.offer()) ? sorted : closed).add(one);
        }
        sorted.addAll(closed);
        return sorted;
    }

    /** Returns the requested offers. */
    List<Offer> offers(Model model) {
        return wanted(model).stream().map(Wanted::offer).toList();
    }

    /** Returns the offers that exactly match the request, including those that a new customer cannot start. */
    List<Offer> fitting(Model model) {
        List<Offer> onOffer = onOffer(model);
        return providersAsked.isEmpty() && methodsAsked.isEmpty()
                ? onOffer
                : onOffer.stream()
                        .filter(this::isAtProviderAsked)
                        .filter(this::isByMethodAsked)
                        .toList();
    }

    /** False if every offer of a model costs more than an amount, which is found out without pricing them. */
    boolean mayCost(Model model, Money most) {
        for (Offer offer : startable(model)) {
            if (inquiry.engine().least(offer, plan).compareTo(most) <= 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns the quote of an offer, if it has a price. */
    Optional<Quote> quote(Offer offer) {
        return priced(offer) instanceof Quote quote ? Optional.of(quote) : Optional.empty();
    }

    /** An unknown GPU must not be silently priced as another one. */
    private Priced priced(Offer offer) {
        String gpu = inquiry.filled().value(SlotName.GPU);
        return gpu != null
                        && Gpu.named(gpu).isEmpty()
                        && inquiry.engine().offers().isOnGpus(offer.provider().id())
                ? new Unpriceable.UnknownGpu(gpu)
                : price(offer);
    }

    private Priced price(Offer offer) {
        Priced known = priced.get(offer);
        if (known == null) {
            known = inquiry.engine().price(offer, plan);
            priced.put(offer, known);
        }
        return known;
    }

    /** An offer to price, and the warnings if it is not the requested one. */
    private record Wanted(Offer offer, List<Warning> warnings) {}

    private record PriceTag(Method method, Band training, Band monthly) {
        static PriceTag of(Quote quote) {
            return new PriceTag(quote.offer().method(), quote.training(), quote.monthly());
        }

        @Override
        public boolean equals(@Nullable Object object) {
            return object instanceof PriceTag other
                    && method == other.method
                    && training.equals(other.training)
                    && monthly.equals(other.monthly);
        }

        @Override
        public int hashCode() {
            return training.hashCode();
        }
    }

    private List<Wanted> wanted(Model model) {
        List<Offer> all = startable(model);
        List<Offer> atProvider = providersAsked.isEmpty()
                ? all
                : all.stream().filter(this::isAtProviderAsked).toList();
        // A named model is priced elsewhere if the provider does not train it; one of many is left out.
        boolean elsewhere = atProvider.isEmpty() && !selection.named().isEmpty();
        Warning notThere = elsewhere ? providerWarning() : null;
        List<Offer> candidates = elsewhere ? all : atProvider;
        List<Offer> byMethod = methodsAsked.isEmpty()
                ? candidates
                : candidates.stream().filter(this::isByMethodAsked).toList();
        List<Wanted> wanted = new ArrayList<>(candidates.size());
        for (Offer offer : byMethod.isEmpty() ? candidates : byMethod) {
            wanted.add(wanted(offer, notThere, byMethod.isEmpty()));
        }
        return wanted;
    }

    private Wanted wanted(Offer offer, @Nullable Warning notThere, boolean byAnotherMethod) {
        List<Warning> warnings = new ArrayList<>();
        Warning method = byAnotherMethod ? methodWarning(offer) : null;
        if (notThere != null) {
            warnings.add(notThere);
        }
        if (method != null) {
            warnings.add(method);
        }
        warnings.addAll(deploymentWarnings(offer));
        warnings.addAll(variantWarnings(offer));
        return new Wanted(offer, warnings);
    }

    /** Returns the providers' offers; own and rented GPUs are included only if requested. */
    private List<Offer> onOffer(Model model) {
        Offers offers = inquiry.engine().offers();
        List<Offer> listed =
                offers.of(model, selection.objective(), inquiry.filled().value(SlotName.DEPLOYMENT));
        if (gpuProviders.isEmpty()) {
            return listed;
        }
        List<Offer> onOffer = new ArrayList<>(listed);
        boolean gpuSaid = inquiry.filled().has(SlotName.GPU);
        List<Offer> onGpus = gpuProviders.stream()
                .flatMap(provider -> offers.onGpus(model, provider).stream())
                .toList();
        onOffer.addAll(gpuSaid ? 0 : onOffer.size(), onGpus);
        return onOffer;
    }

    /**
     * Without a named model, returns only offers that a new customer can start, if there are any, of these those in the deployment
     * that was said; a named one is priced even if closed.
     */
    private List<Offer> startable(Model model) {
        if (!selection.isOfStartable()) {
            return onOffer(model);
        }
        List<Offer> startable = gpuProviders.isEmpty()
                ? inquiry.engine()
                        .offers()
                        .startable(
                                model, selection.objective(), inquiry.filled().value(SlotName.DEPLOYMENT))
                : onOffer(model).stream().filter(selection::canStart).toList();
        if (!inquiry.filled().has(SlotName.DEPLOYMENT)) {
            return startable;
        }
        List<Offer> asDeployed =
                startable.stream().filter(selection::isInDeploymentAsked).toList();
        return asDeployed.isEmpty() ? startable : asDeployed;
    }

    private boolean isAtProviderAsked(Offer offer) {
        return providersAsked.isEmpty()
                || providersAsked.contains(offer.provider().id());
    }

    private boolean isByMethodAsked(Offer offer) {
        return methodsAsked.isEmpty() || methodsAsked.contains(offer.method());
    }

    private boolean providersAreCompared() {
        return inquiry.filled().has(SlotName.PROVIDERS) || inquiry.filled().has(SlotName.PROVIDER);
    }

    private @Nullable Warning methodWarning(Offer offer) {
        Method asked = inquiry.filled().value(SlotName.METHOD);
        return asked == null ? null : new Warning.MethodNotOffered(offer.provider(), asked);
    }

    private List<Warning> deploymentWarnings(Offer offer) {
        Deployment asked = inquiry.filled().value(SlotName.DEPLOYMENT);
        if (asked == null || asked == Deployment.SERVERLESS || asked == offer.deployment()) {
            return List.of();
        }
        return offer.provider().id().equals(ProviderId.SELF_HOSTED)
                ? List.of()
                : List.of(new Warning.DeploymentNotOffered(asked));
    }

    private List<Warning> variantWarnings(Offer offer) {
        String asked = inquiry.filled().value(SlotName.VARIANT);
        return asked == null || inquiry.engine().prices().hasVariant(offer, selection.objective())
                ? List.of()
                : List.of(new Warning.VariantNotOffered(offer.provider(), asked));
    }

    private @Nullable Warning providerWarning() {
        ProviderId asked = inquiry.filled().value(SlotName.PROVIDER);
        if (asked == null) {
            return null;
        }
        Provider provider = inquiry.engine()
                .prices()
                .catalog()
                .provider(asked)
                .orElseGet(() -> new Provider(asked, asked.value(), List.of(), false, null));
        return new Warning.ProviderNotOffered(provider);
    }

    private static <T> List<T> listOf(Slots slots, SlotName<T> single, SlotName<List<T>> several) {
        T one = slots.value(single);
        List<T> many = slots.value(several);
        if (many != null) {
            return many;
        }
        return one == null ? List.of() : List.of(one);
    }
}
