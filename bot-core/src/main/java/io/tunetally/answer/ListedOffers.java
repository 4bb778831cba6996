package io.tunetally.answer;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.Availability;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Serving;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Offers;
import io.tunetally.request.SlotName;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Offers on the sellers' lists that can be started, are served by the token and have no published price for training. */
final class ListedOffers {
    private ListedOffers() {}

    /** Returns the first of the provider that was said, or of all for the objective that was said. */
    static Optional<Offer> first(Inquiry inquiry) {
        ProviderId asked = inquiry.filled().value(SlotName.PROVIDER);
        Selection selection = new Selection(inquiry);
        Objective objective = selection.objective();
        if (asked == null && objective == Objective.SFT) {
            return Optional.empty();
        }
        Catalog catalog = inquiry.engine().prices().catalog();
        Offers offers = inquiry.engine().offers();
        LocalDate end = Plans.horizonOf(inquiry).end();
        return catalog.providers().stream()
                .filter(provider -> asked == null || provider.id().equals(asked))
                .flatMap(provider -> listed(catalog, provider, objective, inquiry.asOf()))
                .filter(offer -> selection.isOfSizeAsked(offer.model()))
                .filter(offer -> offers.canStart(offer, objective) && offers.staysOpen(offer, end))
                .filter(offer -> !isPriced(offers, offer, objective))
                .findFirst();
    }

    private static boolean isPriced(Offers offers, Offer offer, Objective objective) {
        return offers.of(offer.model(), objective, null).stream()
                .anyMatch(priced -> priced.provider().equals(offer.provider()));
    }

    private static Stream<Offer> listed(Catalog catalog, Provider provider, Objective objective, LocalDate day) {
        return catalog.availability(provider.id()).stream()
                .filter(fact ->
                        fact.effective().holdsOn(day) && fact.objectives().contains(objective))
                .filter(ListedOffers::isServedByTheToken)
                .flatMap(fact -> catalog.models().stream()
                        .filter(model -> fact.models().contains(model.id()))
                        .map(model -> new Offer(model, provider, method(fact), null)));
    }

    private static boolean isServedByTheToken(Availability fact) {
        Set<Serving> serving = fact.serving();
        return serving != null && serving.contains(Serving.SERVERLESS);
    }

    private static Method method(Availability fact) {
        return fact.methods().contains(Method.LORA)
                ? Method.LORA
                : List.copyOf(fact.methods()).stream()
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
    }
}
