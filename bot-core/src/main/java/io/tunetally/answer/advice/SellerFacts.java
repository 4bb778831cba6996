package io.tunetally.answer.advice;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Serving;
import io.tunetally.catalog.Source;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Offers;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the price books of the day say of all sellers. */
public final class SellerFacts {
    private final CostEngine engine;
    private final Offers offers;
    private final Catalog catalog;

    public SellerFacts(CostEngine engine) {
        this.engine = engine;
        this.offers = engine.offers();
        this.catalog = engine.prices().catalog();
    }

    /** Returns the sellers that bill a minimum for each job, with the lowest and the highest of them. */
    public Map<Provider, Band> minimums() {
        Map<Provider, Band> minimums = new LinkedHashMap<>();
        engine.prices()
                .current(Meter.MINIMUM_JOB)
                .forEach(rate -> catalog.provider(rate.provider())
                        .ifPresent(provider ->
                                minimums.merge(provider, rate.price().price(), SellerFacts::both)));
        return minimums;
    }

    private static Band both(Band one, Band other) {
        return new Band(
                one.low().compareTo(other.low()) <= 0 ? one.low() : other.low(),
                one.high().compareTo(other.high()) >= 0 ? one.high() : other.high());
    }

    /** Returns the sellers that take a fee for storing a tuned model. */
    public List<Provider> storingForAFee() {
        return catalog.providers().stream()
                .filter(provider -> Stream.of(Meter.STORAGE_MONTH, Meter.CHECKPOINT_GB_MONTH)
                        .flatMap(meter -> engine.prices().current(meter).stream())
                        .anyMatch(rate -> rate.provider().equals(provider.id())))
                .toList();
    }

    /** Returns the sellers that train models, but none for a new customer. */
    public List<Provider> closed() {
        return sellers(this::isClosed).stream()
                .filter(provider -> Stream.of(Objective.values())
                        .noneMatch(objective -> offers.takesNewJobs(provider.id(), objective)))
                .toList();
    }

    /** Returns the sellers where a new customer can tune a model that then runs by the token, without a fee for its endpoint. */
    public List<Provider> runningByTheToken() {
        return sellers(offer -> offers.canStart(offer, Objective.SFT)
                && engine.isRunPriced(offer, Objective.SFT)
                && engine.standingMonth(offer, Objective.SFT).isZero());
    }

    /** Returns the sellers whose tuned weights can be downloaded, of one model at least. */
    public List<Provider> handingOutWeights() {
        return catalog.providers().stream()
                .filter(provider -> catalog.availability(provider.id()).stream()
                        .filter(fact -> fact.effective().holdsOn(engine.prices().asOf()))
                        .anyMatch(
                                fact -> fact.serving() != null && fact.serving().contains(Serving.DOWNLOAD)))
                .toList();
    }

    /**
     * Models of closed weights that a new customer can train at a seller.
     *
     * @param until the announced day from which it no longer can, null if none is
     */
    public record ClosedModels(Provider provider, @Nullable LocalDate until, List<Model> models) {
        public ClosedModels {
            models = List.copyOf(models);
        }
    }

    /** Returns the models of closed weights that a new customer can train today, by their seller and their end. */
    public List<ClosedModels> closedModels() {
        record Group(Provider provider, @Nullable LocalDate until) {}
        Map<Group, List<Model>> groups = new LinkedHashMap<>();
        for (Objective objective : Objective.values()) {
            for (Model model : offers.trainableModels(objective)) {
                offers.of(model, objective, null).stream()
                        .filter(offer -> !model.open() && offers.canStart(offer, objective))
                        .map(offer -> new Group(offer.provider(), lastDay(offer)))
                        .map(group -> groups.computeIfAbsent(group, _ -> new ArrayList<>()))
                        .filter(models -> !models.contains(model))
                        .forEach(models -> models.add(model));
            }
        }
        return groups.entrySet().stream()
                .map(group -> new ClosedModels(
                        group.getKey().provider(), group.getKey().until(), group.getValue()))
                .toList();
    }

    /** Returns the first announced day from which a new customer can no longer train, or null. */
    private @Nullable LocalDate lastDay(Offer offer) {
        return offers.lifecycle(offer)
                .filter(event -> event.kind() != LifecycleEvent.Kind.DEPRECATED)
                .map(LifecycleEvent::date)
                .filter(Objects::nonNull)
                .filter(date -> date.isAfter(engine.prices().asOf()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * What a regional deployment costs beside the global one of a seller, as multiples.
     *
     * @param training of the price of training, over all models and regions
     * @param input of the price of what a tuned model reads
     */
    public record Regional(
            Provider provider, Ratios training, @Nullable Ratios input) {}

    /** The smallest and the largest multiple. */
    public record Ratios(BigDecimal least, BigDecimal most) {}

    /** Returns the sellers that train in a region of choice at another price than globally. */
    public List<Regional> regional() {
        List<Regional> regional = new ArrayList<>();
        for (Provider provider : catalog.providers()) {
            Ratios training = ratios(provider, Meter.TRAINING);
            if (training != null) {
                regional.add(new Regional(provider, training, ratios(provider, Meter.TUNED_INPUT)));
            }
        }
        return regional;
    }

    private @Nullable Ratios ratios(Provider provider, Meter meter) {
        List<Rate> rates = engine.prices().current(meter).stream()
                .filter(rate -> rate.provider().equals(provider.id()) && isOfStartable(provider, rate))
                .toList();
        List<BigDecimal> ratios = new ArrayList<>();
        for (Rate global : rates) {
            if (global.deployment() == Deployment.GLOBAL
                    && !global.price().price().isZero()) {
                rates.stream()
                        .filter(rate -> rate.deployment() == Deployment.REGIONAL
                                && rate.subject().equals(global.subject()))
                        .map(rate -> Exact.quotient(
                                rate.price().price().low().usd(),
                                global.price().price().low().usd()))
                        .forEach(ratios::add);
            }
        }
        return ratios.isEmpty() ? null : new Ratios(Collections.min(ratios), Collections.max(ratios));
    }

    /** True of the price of a model that can be started. */
    private boolean isOfStartable(Provider provider, Rate rate) {
        return offers.startableModels(Objective.SFT).stream()
                .filter(model -> rate.subject().names(model))
                .flatMap(model -> offers.of(model, Objective.SFT, null).stream())
                .anyMatch(offer -> offer.provider().equals(provider) && offers.canStart(offer, Objective.SFT));
    }

    /** The day from which a seller no longer runs models. */
    public record End(LocalDate date, Provider provider, List<Model> models) {
        public End {
            models = List.copyOf(models);
        }
    }

    /** Returns the shutdowns after today and until a day, the earliest first. */
    public List<End> endsUntil(LocalDate day) {
        List<End> ends = new ArrayList<>();
        for (LifecycleEvent event : catalog.lifecycle()) {
            LocalDate date = event.date();
            boolean ahead = event.kind() == LifecycleEvent.Kind.SHUT_DOWN
                    && date != null
                    && date.isAfter(engine.prices().asOf())
                    && !date.isAfter(day);
            if (date != null && ahead) {
                catalog.provider(event.provider())
                        .ifPresent(provider -> ends.add(new End(date, provider, models(event))));
            }
        }
        ends.sort(Comparator.comparing(End::date));
        return ends;
    }

    /** A source and the day it was last seen, null if it is undated. */
    public record Seen(Source source, @Nullable LocalDate on) {}

    /** Returns where a seller's prices come from, the source seen last first. */
    public List<Seen> sources(ProviderId seller) {
        Map<Source, Seen> seen = new LinkedHashMap<>();
        catalog.books().stream()
                .flatMap(book -> book.rates().stream())
                .filter(rate -> rate.provider().equals(seller))
                .map(Rate::provenance)
                .sorted(Comparator.comparing(Provenance::lastSeen, Comparator.nullsLast(Comparator.reverseOrder())))
                .forEach(from -> seen.putIfAbsent(
                        from.sources().getFirst(), new Seen(from.sources().getFirst(), from.lastSeen())));
        return List.copyOf(seen.values());
    }

    private List<Model> models(LifecycleEvent event) {
        return catalog.models().stream()
                .filter(model -> event.models().contains(model.id()))
                .toList();
    }

    private List<Provider> sellers(Predicate<Offer> sells) {
        return Stream.of(Objective.values())
                .flatMap(objective -> offers.trainableModels(objective).stream()
                        .flatMap(model -> offers.of(model, objective, null).stream()))
                .filter(offer -> !isOnGpus(offer.provider().id()) && sells.test(offer))
                .map(Offer::provider)
                .distinct()
                .toList();
    }

    private boolean isClosed(Offer offer) {
        return offers.lifecycle(offer)
                .anyMatch(event -> event.kind() != LifecycleEvent.Kind.DEPRECATED
                        && event.holdsOn(engine.prices().asOf()));
    }

    private boolean isOnGpus(ProviderId provider) {
        return offers.isOnGpus(provider);
    }
}
