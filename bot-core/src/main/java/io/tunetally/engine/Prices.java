package io.tunetally.engine;

import io.tunetally.catalog.BillingRule;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import io.tunetally.engine.rule.ContextSize;
import io.tunetally.engine.rule.LoraDiscount;
import io.tunetally.engine.rule.TunedInferenceMultiplier;
import io.tunetally.engine.rule.ValidationTokens;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up one figure at a time: the first edition, in order, that has it on the day wins. */
public final class Prices {
    /** The variant of the plain offer. */
    private static final String PLAIN = "";

    private final Catalog catalog;
    private final LocalDate asOf;
    private final String variant;

    /** Cached, as one answer needs each several times. */
    private final Map<Meter, List<Rate>> current = new ConcurrentHashMap<>();

    private final Map<Meter, List<ContextSize>> contextSizes = new ConcurrentHashMap<>();
    private volatile @Nullable Long usualContext;

    /** The most look-ups of unlisted models that are remembered: people may type any number of names and sizes. */
    private static final int MOST_OF_UNLISTED = 10_000;

    /** The look-ups of listed models, made once: the price books limit their number. */
    private final Map<Lookup, Optional<?>> lookups;

    /** The latest look-ups of other models, such as one of a typed size. */
    private final Map<Lookup, Optional<?>> ofUnlisted = new ConcurrentHashMap<>();

    /** The facts of an offer that are not the rate of a meter. */
    enum Fact {
        TERMS,
        TRAINING,
        EDITIONS,
        ON_GPUS,
        SERVING,
        ENDS,
        LISTED,
        STARTABLE,
        STANDING_MONTH,
        RUNNING,
        RUN_PRICED
    }

    /**
     * A look-up.
     *
     * @param what a {@link Meter} or a {@link Fact}
     */
    record Lookup(Enum<?> what, String variant, Offer offer, Objective objective) {
        /** Hashes and compares what tells look-ups apart: an offer contains long lists. */
        @Override
        public int hashCode() {
            int hash = 31 * what.hashCode() + variant.hashCode();
            hash = 31 * hash + offer.model().id().hashCode();
            hash = 31 * hash + offer.provider().id().hashCode();
            hash = 31 * hash + offer.method().hashCode();
            hash = 31 * hash + Objects.hashCode(offer.deployment());
            return 31 * hash + objective.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object object) {
            return object instanceof Lookup other
                    && what == other.what
                    && offer.method() == other.offer.method()
                    && offer.deployment() == other.offer.deployment()
                    && objective == other.objective
                    && offer.model().id().equals(other.offer.model().id())
                    && Objects.equals(
                            offer.model().billionParameters(),
                            other.offer.model().billionParameters())
                    && offer.provider().id().equals(other.offer.provider().id())
                    && variant.equals(other.variant);
        }
    }

    public Prices(Catalog catalog, LocalDate asOf) {
        this(catalog, asOf, PLAIN, new ConcurrentHashMap<>());
    }

    private Prices(Catalog catalog, LocalDate asOf, String variant, Map<Lookup, Optional<?>> lookups) {
        this.catalog = catalog;
        this.asOf = asOf;
        this.variant = variant;
        this.lookups = lookups;
    }

    /**
     * Looks up a fact of an offer once; the kind of the fact decides its type.
     *
     * @param owner of the function, given to it so that a look-up that is known makes no lambda
     */
    @SuppressWarnings("unchecked")
    <O, T> Optional<T> remembered(Lookup key, O owner, BiFunction<O, Lookup, Optional<T>> lookup) {
        Optional<?> found = lookups.get(key);
        if (found == null) {
            found = ofUnlisted.get(key);
        }
        if (found == null) {
            found = lookup.apply(owner, key);
            remember(key, found);
        }
        return (Optional<T>) found;
    }

    /** Returns the look-up of a fact whose prices may be those of the preferred variant. */
    Lookup of(Fact fact, Offer offer, Objective objective) {
        return new Lookup(fact, variant, offer, objective);
    }

    private void remember(Lookup key, Optional<?> found) {
        if (isListed(key.offer().model())) {
            lookups.put(key, found);
            return;
        }
        if (ofUnlisted.size() >= MOST_OF_UNLISTED) {
            ofUnlisted.clear();
        }
        ofUnlisted.put(key, found);
    }

    /** True for a model of the price books, false for one of a typed size or name. */
    boolean isListed(Model model) {
        return catalog.model(model.id()).isPresent();
    }

    /** Returns the same prices, those of a variant before the plain ones, e.g. of a region or a commitment. */
    public Prices preferring(String preferred) {
        return new Prices(catalog, asOf, preferred, lookups);
    }

    /** True if a figure of an offer has a price of the preferred variant, for running it if not for training. */
    public boolean hasVariant(Offer offer, Objective objective) {
        boolean runs = offer.deployment() == null
                && deploymentOfVariant(offer.model(), offer.provider().id()).isPresent();
        return runs
                || Stream.of(Meter.values())
                        .anyMatch(figure ->
                                listed(figure, variant, offer, objective).isPresent());
    }

    /** Returns the deployment in which a provider has a model's prices of the preferred variant; empty if it has none. */
    Optional<Deployment> deploymentOfVariant(Model model, ProviderId provider) {
        return variant.isEmpty()
                ? Optional.empty()
                : Stream.of(Meter.values())
                        .flatMap(figure -> current(figure).stream())
                        .filter(rate -> rate.provider().equals(provider)
                                && rate.variant().equals(variant))
                        .filter(rate -> isFor(rate.subject(), model))
                        .flatMap(rate -> Stream.ofNullable(rate.deployment()))
                        .findFirst();
    }

    public Catalog catalog() {
        return catalog;
    }

    String variant() {
        return variant;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** Returns the listed price of a figure for an offer. */
    public Optional<Rate> listed(Meter figure, Offer offer, Objective objective) {
        Optional<Rate> preferred = variant.isEmpty() ? Optional.empty() : listed(figure, variant, offer, objective);
        return preferred.isPresent() ? preferred : listed(figure, PLAIN, offer, objective);
    }

    /** Returns the listed price of a variant, e.g. of one GPU or one commitment. */
    public Optional<Rate> listed(Meter figure, String variant, Offer offer, Objective objective) {
        return remembered(
                new Lookup(figure, variant, offer, objective),
                this,
                (prices, key) -> prices.inBooks((Meter) key.what(), key));
    }

    private Optional<Rate> inBooks(Meter figure, Lookup wanted) {
        return catalog.books().stream()
                .flatMap(book -> inBook(book, figure, wanted.variant(), wanted.offer(), wanted.objective()).stream())
                .findFirst();
    }

    /** Returns the training price per token, from the first edition that lists it or has a rule for it. */
    public Optional<AppliedRate> training(Offer offer, Objective objective) {
        return remembered(
                of(Fact.TRAINING, offer, objective),
                this,
                (prices, key) -> prices.trainingByEdition(key.offer(), key.objective()).stream()
                        .findFirst());
    }

    /** Returns the minimum per job of a training price's own edition. A minimum that another edition reports only causes a warning. */
    public Optional<Rate> minimum(Offer offer, Objective objective, AppliedRate training) {
        return listed(Meter.MINIMUM_JOB, offer, objective)
                .filter(minimum -> minimum.provenance()
                        .edition()
                        .equals(training.provenance().edition()));
    }

    /** Returns the training price of each edition, in look-up order. */
    public List<AppliedRate> trainingByEdition(Offer offer, Objective objective) {
        return remembered(
                        of(Fact.EDITIONS, offer, objective),
                        this,
                        (prices, key) -> Optional.of(prices.editions(key.offer(), key.objective())))
                .orElse(List.of());
    }

    private List<AppliedRate> editions(Offer offer, Objective objective) {
        return catalog.books().stream()
                .flatMap(book -> trainingIn(book, offer, objective).stream())
                .toList();
    }

    /** Returns the price of running the tuned model: a listed price from any edition takes precedence over a rule on the base price. */
    public Optional<AppliedRate> tuned(Meter tuned, Meter base, Offer offer, Objective objective) {
        Optional<AppliedRate> listed = listed(tuned, offer, objective).map(AppliedRate::asListed);
        return listed.or(() -> listed(base, offer, objective)
                .flatMap(rate -> rule(
                                BillingRule.Name.TUNED_INFERENCE_MULTIPLIER,
                                offer.provider().id())
                        .map(rule -> new AppliedRate(rate, TunedInferenceMultiplier.of(rate.price(), rule), rule))));
    }

    /** Returns the first edition's rule with a name that applies to a provider. */
    public Optional<BillingRule> rule(BillingRule.Name name, ProviderId provider) {
        return catalog.books().stream()
                .flatMap(book -> ruleIn(book, name, provider).stream())
                .findFirst();
    }

    /** Returns the providers that are known to bill for validation tokens. */
    public List<Provider> billingValidation() {
        return catalog.providers().stream()
                .filter(provider -> ValidationTokens.of(rule(BillingRule.Name.VALIDATION_TOKENS, provider.id()))
                        .isBilled())
                .toList();
    }

    private Optional<AppliedRate> trainingIn(PriceBook book, Offer offer, Objective objective) {
        Optional<AppliedRate> listed =
                inBook(book, Meter.TRAINING, offer, objective).map(AppliedRate::asListed);
        if (listed.isPresent()
                || offer.method() != Method.LORA
                || !offer.provider().offersLora()) {
            return listed;
        }
        Offer full = new Offer(offer.model(), offer.provider(), Method.FULL, offer.deployment());
        return ruleIn(book, BillingRule.Name.LORA_DISCOUNT, offer.provider().id())
                .flatMap(rule -> inBook(book, Meter.TRAINING, full, objective)
                        .map(rate -> new AppliedRate(rate, LoraDiscount.of(rate.price(), rule), rule)));
    }

    private static Optional<BillingRule> ruleIn(PriceBook book, BillingRule.Name name, ProviderId provider) {
        return book.rules().stream()
                .filter(rule -> rule.name() == name)
                .filter(rule -> rule.providers().isEmpty() || rule.providers().contains(provider))
                .findFirst();
    }

    private Optional<Rate> inBook(PriceBook book, Meter figure, Offer offer, Objective objective) {
        Optional<Rate> preferred =
                variant.isEmpty() ? Optional.empty() : inBook(book, figure, variant, offer, objective);
        return preferred.or(() -> inBook(book, figure, PLAIN, offer, objective));
    }

    private Optional<Rate> inBook(PriceBook book, Meter figure, String variant, Offer offer, Objective objective) {
        return catalog.rates(book, figure, offer.provider().id()).stream()
                .filter(rate -> rate.variant().equals(variant))
                .filter(rate -> isFor(rate.subject(), offer.model()))
                .filter(rate -> rate.methods().isEmpty() || rate.methods().contains(offer.method()))
                .filter(rate -> rate.objectives().isEmpty() || rate.objectives().contains(objective))
                .filter(rate -> isFor(rate.deployment(), offer.deployment()))
                .filter(rate -> rate.effective().holdsOn(asOf))
                .min(Comparator.comparingInt(Prices::specificity));
    }

    /** True if a rate's scope includes a model. */
    public static boolean isFor(PriceScope priceScope, Model model) {
        return switch (priceScope) {
            case PriceScope.OfModel one -> one.model().equals(model.id());
            case PriceScope.OfSize size ->
                model.open() && model.billionParameters() != null && size.holds(model.billionParameters());
            case PriceScope.OfAny _ -> true;
        };
    }

    /** Without a chosen deployment, requests go to the provider's serverless endpoint, if it prices one. */
    private static boolean isFor(@Nullable Deployment priced, @Nullable Deployment offered) {
        return priced == null || priced == offered || (offered == null && priced == Deployment.SERVERLESS);
    }

    private static int specificity(Rate rate) {
        int priceScope = switch (rate.subject()) {
            case PriceScope.OfModel _ -> 0;
            case PriceScope.OfSize _ -> 2;
            case PriceScope.OfAny _ -> 4;
        };
        return rate.deployment() == null ? priceScope + 1 : priceScope;
    }

    /** Returns the rates of rented GPUs, without providers' prices for dedicated endpoints. */
    public Stream<Rate> gpuHours() {
        return current(Meter.GPU_HOUR).stream().filter(rate -> rate.deployment() != Deployment.DEDICATED);
    }

    /** Returns the context sizes with a price of their own for a figure on the day, the largest first. */
    List<ContextSize> contextSizes(Meter figure) {
        List<ContextSize> known = contextSizes.get(figure);
        return known == null ? contextSizes.computeIfAbsent(figure, _ -> ContextSize.among(current(figure))) : known;
    }

    /** True if no figure has a price of its own for contexts of so many tokens. */
    boolean isUsualContext(long tokens) {
        Long most = usualContext;
        if (most == null) {
            most = Stream.of(Meter.values())
                    .flatMap(figure -> contextSizes(figure).stream())
                    .map(ContextSize::tokens)
                    .min(Comparator.naturalOrder())
                    .orElse(Long.MAX_VALUE);
            usualContext = most;
        }
        return tokens <= most;
    }

    /** Returns every rate of a figure that is valid on the day, in look-up order. */
    public List<Rate> current(Meter figure) {
        return current.computeIfAbsent(
                figure,
                _ -> catalog.books().stream()
                        .flatMap(book -> catalog.rates(book, figure).stream())
                        .filter(rate -> rate.effective().holdsOn(asOf))
                        .toList());
    }
}
