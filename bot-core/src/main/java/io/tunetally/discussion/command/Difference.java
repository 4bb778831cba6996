package io.tunetally.discussion.command;

import io.tunetally.conversation.Defaults;
import io.tunetally.discussion.Figures;
import io.tunetally.discussion.Plan;
import io.tunetally.discussion.Scenario;
import io.tunetally.request.Intent;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds why two scenarios cost different amounts: each difference is undone alone and the job priced again. */
final class Difference {
    /** The model and its seller are one choice. */
    private static final List<SlotName<?>> OFFER = List.of(
            SlotName.MODELS,
            SlotName.PROVIDER,
            SlotName.METHOD,
            SlotName.DEPLOYMENT,
            SlotName.VARIANT,
            SlotName.GPU,
            SlotName.GPUS,
            SlotName.SIZE_B,
            SlotName.QUANTIZED);

    private final Pricing pricing;
    private final Defaults defaults;

    Difference(Pricing pricing, Defaults defaults) {
        this.pricing = pricing;
        this.defaults = defaults;
    }

    /**
     * A difference.
     *
     * @param what of the examined scenario, {@code instead} of the other one
     * @param saved the amount that the examined one would cost less with it; negative if more
     */
    record Driver(String what, String instead, Money saved) {}

    /** Returns the differences, the one that moves the price most first. */
    List<Driver> drivers(Scenario examined, Scenario other) {
        Request own = pricing.request(examined.full());
        Request others = pricing.request(other.full());
        boolean total = examined.figures().total() != null && other.figures().total() != null;
        Money price = amount(examined.figures(), total);
        List<Driver> drivers = new ArrayList<>();
        if (!examined.figures().offer().equals(other.figures().offer())) {
            driver(
                            withOffer(other, own),
                            examined.figures().offer(),
                            other.figures().offer(),
                            price,
                            total)
                    .ifPresent(drivers::add);
        }
        for (SlotName<?> name : SlotName.all()) {
            String mine = Words.value(own.slots(), name, pricing::seller);
            String theirs = Words.value(others.slots(), name, pricing::seller);
            if (!OFFER.contains(name) && !mine.equals(theirs)) {
                Slots undone =
                        own.slots().toBuilder().replace(name, others.slots()).build();
                driver(Request.of(own.intent(), undone), isOrNot(name, mine), isOrNot(name, theirs), price, total)
                        .ifPresent(drivers::add);
            }
        }
        drivers.sort(
                Comparator.comparing((Driver driver) -> driver.saved().usd().abs())
                        .reversed());
        return drivers;
    }

    private static String isOrNot(SlotName<?> name, String value) {
        String none = name == SlotName.DISCOUNTS ? "no discount" : "not said";
        return value.isEmpty() ? none : value;
    }

    /** Returns a request with the offer of a scenario; that of a migration is its target, which its request does not name. */
    Request withOffer(Scenario scenario, Request request) {
        Request own = pricing.request(scenario.full());
        boolean migration = own.intent() == Intent.MIGRATE;
        Slots offer = migration ? Pricing.ofOffer(own, scenario.figures()).slots() : own.slots();
        Slots.Builder slots = request.slots().toBuilder();
        OFFER.forEach(name -> slots.replace(name, offer));
        return Request.of(request.intent() == Intent.MIGRATE ? Intent.TCO : request.intent(), slots.build());
    }

    private Optional<Driver> driver(Request undone, String what, String instead, Money price, boolean total) {
        return pricing.price(undone, defaults)
                .map(Plan::figures)
                .filter(figures -> !total || figures.total() != null)
                .map(figures -> new Driver(what, instead, price.minus(amount(figures, total))));
    }

    /** Returns the amount that is compared: the lower end. */
    static Money amount(Figures figures, boolean total) {
        Band headline = total ? figures.headline() : figures.training();
        return headline.low();
    }
}
