package io.tunetally.engine;

import io.tunetally.catalog.Availability;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Serving;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The offers available on a day: which provider trains a model, and with which methods. */
public final class Offers {
    /** Sorts by date, undated events last. */
    public static final Comparator<LifecycleEvent> EARLIEST_END_FIRST =
            Comparator.comparing(LifecycleEvent::date, Comparator.nullsLast(Comparator.naturalOrder()));

    private static final List<Meter> TRAINING = List.of(Meter.TRAINING, Meter.TRAINING_HOUR);

    /** The largest factor between two sizes that are about the same. */
    private static final BigDecimal ABOUT = new BigDecimal("1.25");

    private final Prices prices;

    private final Map<Objective, List<Model>> trainable = new ConcurrentHashMap<>();
    private final Map<Objective, List<Model>> startable = new ConcurrentHashMap<>();
    private final Map<Wanted, OfModel> ofListed = new ConcurrentHashMap<>();
    private final Map<ProviderId, Boolean> onGpus = new ConcurrentHashMap<>();

    private record OfModel(List<Offer> all, List<Offer> startable) {}

    private record Wanted(
            ModelId model, Objective objective, @Nullable Deployment deployment) {
        @Override
        public boolean equals(@Nullable Object object) {
            return object instanceof Wanted other
                    && objective == other.objective
                    && deployment == other.deployment
                    && model.equals(other.model);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * model.hashCode() + objective.hashCode()) + Objects.hashCode(deployment);
        }
    }

    public Offers(Prices prices) {
        this.prices = prices;
    }

    /**
     * Returns every offer of a model, one per provider and method: ordered by edition, with the listed price before a
     * price derived by a rule. Offers that are not on their provider's list are among them.
     *
     * @param deployment the requested deployment, null for each provider's usual one
     */
    public List<Offer> of(Model model, Objective objective, @Nullable Deployment deployment) {
        return ofModel(model, objective, deployment).all();
    }

    /** Returns those of the same offers that the provider lists, and with which a new customer can start a job on the day. */
    public List<Offer> startable(Model model, Objective objective, @Nullable Deployment deployment) {
        return ofModel(model, objective, deployment).startable();
    }

    private OfModel ofModel(Model model, Objective objective, @Nullable Deployment deployment) {
        Wanted wanted = new Wanted(model.id(), objective, deployment);
        OfModel known = ofListed.get(wanted);
        if (known != null) {
            return known;
        }
        List<Offer> all = priced(model, objective, deployment);
        OfModel offers = new OfModel(
                all, all.stream().filter(offer -> canStart(offer, objective)).toList());
        if (prices.isListed(model)) {
            ofListed.put(wanted, offers);
        }
        return offers;
    }

    private List<Offer> priced(Model model, Objective objective, @Nullable Deployment deployment) {
        Set<Offer> offers = new LinkedHashSet<>();
        List<Rate> rates = trainingRates(model, objective);
        for (Rate rate : rates) {
            Provider provider = provider(rate);
            Deployment chosen = deployment(model, rates, provider, deployment);
            if (rate.deployment() == null || rate.deployment() == chosen) {
                methods(rate, provider).forEach(method -> offers.add(new Offer(model, provider, method, chosen)));
            }
        }
        return offers.stream().filter(offer -> isPriced(offer, objective)).toList();
    }

    /** True if a model is trained on GPUs by the hour there: on own or rented ones, or those of one provider. */
    public boolean isOnGpus(ProviderId provider) {
        Boolean known = onGpus.get(provider);
        return known == null ? onGpus.computeIfAbsent(provider, this::hasGpus) : known;
    }

    private boolean hasGpus(ProviderId provider) {
        return provider.equals(ProviderId.SELF_HOSTED)
                || prices.gpuHours().anyMatch(rate -> rate.provider().equals(provider));
    }

    boolean isOnGpus(Offer offer) {
        return isOnGpus(offer.provider().id());
    }

    /** Returns a model on own or rented GPUs, with either method; empty if the price books have no such provider. */
    public List<Offer> onGpus(Model model, ProviderId gpuProvider) {
        return prices.catalog()
                .provider(gpuProvider)
                .filter(_ -> model.open() || gpuProvider.equals(ProviderId.SELF_HOSTED))
                .map(provider -> Stream.of(Method.LORA, Method.FULL)
                        .map(method -> new Offer(model, provider, method, null))
                        .toList())
                .orElse(List.of());
    }

    /** Returns an untuned model at the first provider that prices requests to it; no provider need train it. */
    public Optional<Offer> untuned(Model model) {
        return allUntuned(model).findFirst();
    }

    /** Returns an untuned model at every provider that prices requests to it. */
    public Stream<Offer> allUntuned(Model model) {
        return prices.current(Meter.BASE_INPUT).stream()
                .filter(rate -> Prices.isFor(rate.subject(), model))
                .map(rate -> new Offer(model, provider(rate), Method.FULL, rate.deployment()))
                .distinct();
    }

    /** Sorts by the day from which an offer's model no longer runs, one without such a day first. */
    public Comparator<Offer> latestEndFirst() {
        return Comparator.comparing(
                offer -> shutDownAfter(prices.asOf(), offer)
                        .map(LifecycleEvent::date)
                        .orElse(LocalDate.MAX),
                Comparator.reverseOrder());
    }

    /** True if the provider lists an offer, and a new customer can start a job on the day. */
    public boolean canStart(Offer offer, Objective objective) {
        return is(
                prices.of(Prices.Fact.STARTABLE, offer, objective),
                (offers, key) ->
                        Optional.of(offers.isListed(key.offer(), key.objective()) && offers.isOpen(key.offer())));
    }

    private boolean isOpen(Offer offer) {
        return lifecycle(offer)
                .noneMatch(event -> event.kind() != LifecycleEvent.Kind.DEPRECATED && event.holdsOn(prices.asOf()));
    }

    private boolean is(Prices.Lookup key, BiFunction<Offers, Prices.Lookup, Optional<Boolean>> lookup) {
        return prices.remembered(key, this, lookup).orElseThrow();
    }

    /**
     * True unless the provider's list of what it trains lacks an offer. A price of the model's own counts as listed; a
     * price by size does not, as it says nothing about which models there are.
     */
    public boolean isListed(Offer offer, Objective objective) {
        return is(
                prices.of(Prices.Fact.LISTED, offer, objective),
                (offers, key) -> Optional.of(offers.isOnList(key.offer(), key.objective())));
    }

    private boolean isOnList(Offer offer, Objective objective) {
        List<Availability> list = listOn(offer.provider());
        boolean named = list.stream()
                .anyMatch(fact -> fact.models().contains(offer.model().id()));
        return list.isEmpty()
                || facts(offer, objective).findAny().isPresent()
                || (!named && !isPricedBySize(offer, objective));
    }

    /** Returns the ways of running an offer's tuned model; empty if no source states them. */
    public Optional<Set<Serving>> serving(Offer offer, Objective objective) {
        return prices.remembered(
                new Prices.Lookup(Prices.Fact.SERVING, "", offer, objective),
                this,
                (offers, key) -> offers.stated(key.offer(), key.objective()));
    }

    private Optional<Set<Serving>> stated(Offer offer, Objective objective) {
        Set<Serving> ways = new LinkedHashSet<>();
        facts(offer, objective)
                .map(Availability::serving)
                .filter(Objects::nonNull)
                .forEach(ways::addAll);
        return ways.isEmpty() ? Optional.empty() : Optional.of(ways);
    }

    private Stream<Availability> facts(Offer offer, Objective objective) {
        return listOn(offer.provider()).stream()
                .filter(fact -> fact.includes(offer.model().id(), offer.method(), objective));
    }

    private List<Availability> listOn(Provider provider) {
        return prices.catalog().availability(provider.id()).stream()
                .filter(fact -> fact.effective().holdsOn(prices.asOf()))
                .toList();
    }

    private boolean isPricedBySize(Offer offer, Objective objective) {
        return prices.training(offer, objective)
                .map(AppliedRate::listed)
                .or(() -> prices.listed(Meter.TRAINING_HOUR, offer, objective))
                .filter(rate -> rate.subject() instanceof PriceScope.OfSize)
                .isPresent();
    }

    /** True if neither the base model nor one tuned from it is still running on the day. */
    boolean isShutDown(Offer offer) {
        for (LifecycleEvent event : endsOf(offer)) {
            if (event.kind() == LifecycleEvent.Kind.SHUT_DOWN && event.holdsOn(prices.asOf())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the end-of-life events of an offer, undated ones last. */
    public Stream<LifecycleEvent> lifecycle(Offer offer) {
        return endsOf(offer).stream();
    }

    List<LifecycleEvent> endsOf(Offer offer) {
        return prices.remembered(
                        new Prices.Lookup(Prices.Fact.ENDS, "", offer, Objective.SFT),
                        this,
                        (offers, key) -> Optional.of(offers.ends(key.offer())))
                .orElseThrow();
    }

    private List<LifecycleEvent> ends(Offer offer) {
        return prices.catalog().lifecycle().stream()
                .filter(event ->
                        event.concerns(offer.provider().id(), offer.model().id()))
                .sorted(EARLIEST_END_FIRST)
                .toList();
    }

    /** True if no end is announced without a date, and training and running go on until a day. */
    public boolean staysOpen(Offer offer, LocalDate until) {
        for (LifecycleEvent event : endsOf(offer)) {
            if (event.kind() != LifecycleEvent.Kind.CLOSED_TO_NEW_CUSTOMERS
                    && (event.date() == null || event.holdsOn(until))) {
                return false;
            }
        }
        return true;
    }

    /** Returns an offer's first shutdown after a day, from which the tuned model no longer runs. */
    public Optional<LifecycleEvent> shutDownAfter(LocalDate day, Offer offer) {
        for (LifecycleEvent event : endsOf(offer)) {
            LocalDate date = event.date();
            if (event.kind() == LifecycleEvent.Kind.SHUT_DOWN && date != null && date.isAfter(day)) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    /** Returns every model that at least one provider trains, in the order of the price books. */
    public List<Model> trainableModels(Objective objective) {
        return trainable.computeIfAbsent(
                objective,
                _ -> prices.catalog().models().stream()
                        .filter(model -> !trainingRates(model, objective).isEmpty())
                        .toList());
    }

    /** Returns the trainable models that a new customer can start on the day with at least one provider. */
    public List<Model> startableModels(Objective objective) {
        return startable.computeIfAbsent(
                objective,
                _ -> trainableModels(objective).stream()
                        .filter(model ->
                                of(model, objective, null).stream().anyMatch(offer -> canStart(offer, objective)))
                        .toList());
    }

    /** True if a new customer can start something at a provider. */
    public boolean takesNewJobs(ProviderId provider, Objective objective) {
        return startableModels(objective).stream()
                .flatMap(model -> of(model, objective, null).stream())
                .anyMatch(offer -> offer.provider().id().equals(provider) && canStart(offer, objective));
    }

    /** Selects models of about a size: a quarter larger or smaller, and in the same tiers wherever a price goes by size. */
    public Predicate<Model> ofAbout(BigDecimal billionParameters) {
        List<PriceScope.OfSize> tiers = TRAINING.stream()
                .flatMap(figure -> prices.current(figure).stream())
                .map(Rate::subject)
                .filter(PriceScope.OfSize.class::isInstance)
                .map(PriceScope.OfSize.class::cast)
                .filter(tier -> tier.holds(billionParameters))
                .toList();
        BigDecimal least = billionParameters.divide(ABOUT, MathContext.DECIMAL64);
        BigDecimal most = billionParameters.multiply(ABOUT);
        return model -> {
            BigDecimal size = model.billionParameters();
            return size != null
                    && size.compareTo(least) >= 0
                    && size.compareTo(most) <= 0
                    && tiers.stream().allMatch(tier -> tier.holds(size));
        };
    }

    private List<Rate> trainingRates(Model model, Objective objective) {
        return TRAINING.stream()
                .flatMap(figure -> prices.current(figure).stream())
                .filter(rate -> rate.variant().isEmpty())
                .filter(rate -> rate.objectives().isEmpty() || rate.objectives().contains(objective))
                .filter(rate -> Prices.isFor(rate.subject(), model))
                .toList();
    }

    private boolean isPriced(Offer offer, Objective objective) {
        return prices.training(offer, objective).isPresent()
                || prices.listed(Meter.TRAINING_HOUR, offer, objective).isPresent();
    }

    private static Set<Method> methods(Rate rate, Provider provider) {
        Set<Method> methods = new LinkedHashSet<>();
        for (Method method : Method.values()) {
            boolean listed = rate.methods().isEmpty()
                    ? method == Method.FULL
                    : rate.methods().contains(method);
            if (listed || (method == Method.LORA && provider.offersLora())) {
                methods.add(method);
            }
        }
        return methods;
    }

    /** Returns the requested deployment if the provider prices it, else global, else the first one it prices. */
    private @Nullable Deployment deployment(
            Model model, List<Rate> rates, Provider provider, @Nullable Deployment wanted) {
        List<Deployment> priced = rates.stream()
                .filter(rate -> rate.provider().equals(provider.id()))
                .map(Rate::deployment)
                .filter(Objects::nonNull)
                .toList();
        Optional<Deployment> ofVariant = prices.deploymentOfVariant(model, provider.id());
        if (wanted == null && ofVariant.filter(priced::contains).isPresent()) {
            return ofVariant.get();
        }
        if (wanted != null && (priced.contains(wanted) || (priced.isEmpty() && runs(model, provider, wanted)))) {
            return wanted;
        }
        if (priced.isEmpty()) {
            return null;
        }
        return priced.contains(Deployment.GLOBAL) ? Deployment.GLOBAL : priced.getFirst();
    }

    /** True if a provider with a single way to train prices running a model in this deployment. */
    private boolean runs(Model model, Provider provider, Deployment deployment) {
        return Stream.of(Meter.values())
                .flatMap(figure -> prices.current(figure).stream())
                .anyMatch(rate -> rate.provider().equals(provider.id())
                        && rate.deployment() == deployment
                        && Prices.isFor(rate.subject(), model));
    }

    private Provider provider(Rate rate) {
        return prices.catalog()
                .provider(rate.provider())
                .orElseThrow(() -> new IllegalStateException("a rate of an unknown provider: " + rate.provider()));
    }
}
