package io.tunetally.answer.advice;

import io.tunetally.catalog.Catalog;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
