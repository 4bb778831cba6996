package io.tunetally.answer.advice;

import io.tunetally.answer.advice.SellerTerms.Billing;
import io.tunetally.catalog.BillingRule;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Serving;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Offers;
import io.tunetally.engine.Prices;
import io.tunetally.engine.ServingLines;
import io.tunetally.engine.rule.ValidationTokens;
import io.tunetally.units.Band;
import io.tunetally.units.UnitPrice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up the terms of one seller: those of the offers that a new customer can start, or of all if there are none. */
public final class TermsOfSeller {
    private final CostEngine engine;
    private final Offers offers;
    private final Prices prices;
    private final ProviderId seller;
    private final List<Sold> sold;

    /** An offer for an objective. */
    private record Sold(Offer offer, Objective objective) {}

    /**
     * Creates the look-up.
     *
     * @param named the models that were named, empty for all that the seller trains
     */
    public TermsOfSeller(CostEngine engine, ProviderId seller, List<Model> named) {
        this.engine = engine;
        this.offers = engine.offers();
        this.prices = engine.prices();
        this.seller = seller;
        List<Sold> listed = listed(named);
        List<Sold> startable = listed.stream().filter(this::canStart).toList();
        this.sold = startable.isEmpty() ? listed : startable;
    }

    private List<Sold> listed(List<Model> named) {
        Map<Offer, Sold> listed = new LinkedHashMap<>();
        for (Objective objective : Objective.values()) {
            for (Model model : named.isEmpty() ? prices.catalog().models() : named) {
                deployments()
                        .flatMap(deployment -> offers.of(model, objective, deployment.orElse(null)).stream())
                        .filter(offer -> offer.provider().id().equals(seller) && offers.isListed(offer, objective))
                        .forEach(offer -> listed.putIfAbsent(offer, new Sold(offer, objective)));
                withoutPrice(model, objective).forEach(each -> listed.putIfAbsent(each.offer(), each));
            }
        }
        return List.copyOf(listed.values());
    }

    /** Returns what the seller trains at a price that no source states: how it runs may be known. */
    private Stream<Sold> withoutPrice(Model model, Objective objective) {
        return prices.catalog().provider(seller).stream()
                .filter(_ -> offers.of(model, objective, null).stream()
                        .noneMatch(offer -> offer.provider().id().equals(seller)))
                .flatMap(provider -> prices.catalog().availability(seller).stream()
                        .filter(fact -> fact.effective().holdsOn(prices.asOf())
                                && fact.models().contains(model.id())
                                && fact.objectives().contains(objective))
                        .flatMap(fact -> fact.methods().stream())
                        .distinct()
                        .map(method -> new Sold(new Offer(model, provider, method, null), objective)));
    }

    /** Returns the usual deployment of each seller, which is none, and all others. */
    private static Stream<Optional<Deployment>> deployments() {
        return Stream.concat(
                Stream.of(Optional.empty()), Stream.of(Deployment.values()).map(Optional::of));
    }

    private boolean canStart(Sold each) {
        return offers.canStart(each.offer(), each.objective());
    }

    /** True if the seller trains what was asked about, but not for a new customer. */
    public boolean isClosed() {
        return !sold.isEmpty() && sold.stream().noneMatch(this::canStart);
    }

    /** Returns how tuned models run there, the cheapest first. */
    public SellerTerms running() {
        return orElsewhere(() -> new SellerTerms.Running(sold.stream()
                .map(this::run)
                .sorted(Comparator.comparing(SellerTerms.Run::hour, Band.LEAST_AT_MOST)
                        .thenComparing(TermsOfSeller::outputPrice, Band.LEAST_AT_MOST))
                .toList()));
    }

    private SellerTerms.Run run(Sold each) {
        List<LineItem> lines = engine.oneRequestADay(each.offer(), each.objective());
        return new SellerTerms.Run(each.offer(), lines, billing(each), isHandedOut(each));
    }

    private Billing billing(Sold each) {
        if (engine.isRunPriced(each.offer(), each.objective())) {
            return engine.standingMonth(each.offer(), each.objective()).isZero() ? Billing.BY_TOKEN : Billing.BY_HOUR;
        }
        return offers.serving(each.offer(), each.objective())
                        .filter(ServingLines::isElsewhere)
                        .isPresent()
                ? Billing.NOT_RUN
                : Billing.UNKNOWN;
    }

    private static Band outputPrice(SellerTerms.Run run) {
        return run.price(LineItem.Kind.OUTPUT).map(UnitPrice::price).orElse(Band.ZERO);
    }

    public SellerTerms weights() {
        return orElsewhere(() -> new SellerTerms.Weights(
                models(this::isHandedOut),
                sold.stream().anyMatch(each -> each.offer().model().open())));
    }

    private boolean isHandedOut(Sold each) {
        return offers.serving(each.offer(), each.objective())
                .filter(ways -> ways.contains(Serving.DOWNLOAD))
                .isPresent();
    }

    private List<Model> models(Predicate<Sold> which) {
        return sold.stream()
                .filter(which)
                .map(each -> each.offer().model())
                .distinct()
                .toList();
    }

    public SellerTerms storage() {
        return orElsewhere(() -> {
            List<UnitPrice> fees = new ArrayList<>(sold.stream()
                    .flatMap(each -> prices.listed(Meter.STORAGE_MONTH, each.offer(), each.objective()).stream())
                    .map(Rate::price)
                    .distinct()
                    .toList());
            prices.current(Meter.CHECKPOINT_GB_MONTH).stream()
                    .filter(rate -> rate.provider().equals(seller))
                    .map(Rate::price)
                    .findFirst()
                    .ifPresent(fees::add);
            return new SellerTerms.Storage(fees);
        });
    }

    public SellerTerms minimum() {
        return orElsewhere(() -> {
            Map<Band, List<Model>> charges = new LinkedHashMap<>();
            for (Model model : models(_ -> true)) {
                sold.stream()
                        .filter(each -> each.offer().model().equals(model))
                        .flatMap(each -> prices.listed(Meter.MINIMUM_JOB, each.offer(), each.objective()).stream())
                        .findFirst()
                        .ifPresent(rate -> charges.computeIfAbsent(rate.price().price(), _ -> new ArrayList<>())
                                .add(model));
            }
            Map<Band, List<Model>> mostFirst = new LinkedHashMap<>();
            charges.entrySet().stream()
                    .sorted(Comparator.comparingInt(each -> -each.getValue().size()))
                    .forEach(each -> mostFirst.put(each.getKey(), each.getValue()));
            return new SellerTerms.Minimum(mostFirst);
        });
    }

    public SellerTerms validation() {
        return orElsewhere(() -> new SellerTerms.Validation(
                ValidationTokens.of(prices.rule(BillingRule.Name.VALIDATION_TOKENS, seller))));
    }

    /** Returns the terms of a seller that trains what was asked about, else what it has instead. */
    private SellerTerms orElsewhere(Supplier<SellerTerms> terms) {
        SellerTerms rented = rented();
        return !sold.isEmpty() ? terms.get() : rented == null ? new SellerTerms.NotTrained() : rented;
    }

    private @Nullable SellerTerms rented() {
        return prices.gpuHours()
                .filter(rate -> rate.provider().equals(seller))
                .min(Comparator.comparing(rate -> rate.price().price(), Band.LEAST_AT_MOST))
                .flatMap(rate -> Gpu.ofVariant(rate.variant()).map(gpu -> new SellerTerms.Rented(gpu, rate)))
                .orElse(null);
    }
}
