package io.tunetally.answer;

import io.tunetally.answer.outcome.ExplainOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Offers;
import io.tunetally.engine.Quote;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The offers of a method, for the question whether a provider has it, of a seller, for the question who that is, of a
 * model, for the question when it ends, and those that run by the token.
 */
final class MethodOffers {
    private MethodOffers() {}

    static ExplainOutcome.Offering of(Inquiry inquiry, Slots said) {
        Selection selection = new Selection(inquiry);
        Offers offers = inquiry.engine().offers();
        Objective objective = selection.objective();
        Method method = said.value(SlotName.METHOD);
        ProviderId provider = said.value(SlotName.PROVIDER);
        List<Model> named = selection.named();
        List<Offer> listed = new ArrayList<>();
        for (Model model : named.isEmpty() ? offers.trainableModels(objective) : named) {
            offers.of(model, objective, null).stream()
                    .filter(offer -> method == null || offer.method() == method)
                    .filter(offer -> offers.isListed(offer, objective))
                    .forEach(listed::add);
        }
        List<Offer> there =
                listed.stream().filter(offer -> isAt(offer, provider)).toList();
        List<Model> models = there.stream()
                .filter(selection::canStart)
                .map(Offer::model)
                .distinct()
                .toList();
        List<Provider> sellers = listed.stream()
                .filter(selection::canStart)
                .map(Offer::provider)
                .distinct()
                .toList();
        return new ExplainOutcome.Offering(
                provider,
                named.isEmpty() ? null : named.getFirst(),
                method,
                said.value(SlotName.OBJECTIVE),
                provider == null
                        ? null
                        : inquiry.engine().prices().catalog().provider(provider).orElse(null),
                models,
                models.isEmpty() && !there.isEmpty(),
                sellers);
    }

    /** Returns a seller that was named, by what it sells; only its offers if the price books do not have it. */
    static ExplainOutcome.Finding seller(Inquiry inquiry, Slots said) {
        ExplainOutcome.Offering offering = of(inquiry, said);
        Provider provider = offering.known();
        return provider == null
                ? offering
                : new ExplainOutcome.Seller(
                        provider,
                        offering.models(),
                        offering.closed(),
                        GpuPricesAnswer.cheapest(inquiry, provider).orElse(null));
    }

    /** Returns the announced ends of a model that was named, at the seller that was named or at all; null without a model. */
    static ExplainOutcome.@Nullable Ends ends(Inquiry inquiry, Slots said) {
        Selection selection = new Selection(inquiry);
        Model model = selection.named().stream().findFirst().orElse(null);
        if (model == null) {
            return null;
        }
        ProviderId seller = said.value(SlotName.PROVIDER);
        Offers offers = inquiry.engine().offers();
        LocalDate today = inquiry.asOf();
        List<LifecycleEvent> all = offers.of(model, selection.objective(), null).stream()
                .filter(offer -> isAt(offer, seller))
                .flatMap(offers::lifecycle)
                .filter(event -> event.kind() != LifecycleEvent.Kind.DEPRECATED)
                .distinct()
                .toList();
        List<LifecycleEvent> ahead =
                all.stream().filter(event -> !event.holdsOn(today)).toList();
        return new ExplainOutcome.Ends(
                model,
                seller == null
                        ? null
                        : inquiry.engine().prices().catalog().provider(seller).orElse(null),
                ahead.isEmpty() && !all.isEmpty() ? List.of(all.getLast()) : ahead);
    }

    /**
     * Returns the sellers that run a tuned model by the token, of those a new customer can start with, each with its cheapest
     * offer; of the nearest such model if none does for the one that was named.
     */
    static ExplainOutcome.ByTheToken byTheToken(Inquiry inquiry, Slots said) {
        Selection selection = new Selection(inquiry);
        Quoting quoting = Quoting.of(inquiry);
        boolean any = selection.isOpenChoice() && !said.has(SlotName.SIZE_B);
        List<Model> models = any ? inquiry.engine().offers().startableModels(selection.objective()) : selection.asked();
        List<Quote> byTheToken = models.stream()
                .flatMap(model -> quoting.quotes(model).quotes().stream())
                .filter(quote -> isByTheToken(inquiry, quote))
                .sorted(Quote.CHEAPEST_FIRST)
                .toList();
        Map<ProviderId, Quote> cheapest = new LinkedHashMap<>();
        byTheToken.stream()
                .filter(selection::canStart)
                .forEach(quote -> cheapest.putIfAbsent(quote.offer().provider().id(), quote));
        List<Provider> closed = byTheToken.stream()
                .filter(quote -> !selection.canStart(quote) && !quote.shutDown())
                .map(quote -> quote.offer().provider())
                .distinct()
                .toList();
        Model named = selection.named().stream().findFirst().orElse(null);
        List<Quote> quotes = named != null && cheapest.isEmpty()
                ? nearestByTheToken(named, inquiry)
                : List.copyOf(cheapest.values());
        return new ExplainOutcome.ByTheToken(named, said.value(SlotName.SIZE_B), quotes, cheapest.isEmpty(), closed);
    }

    private static List<Quote> nearestByTheToken(Model model, Inquiry inquiry) {
        Quote nearest = Nearest.insteadOf(model, inquiry);
        return nearest != null && isByTheToken(inquiry, nearest) ? List.of(nearest) : List.of();
    }

    private static boolean isByTheToken(Inquiry inquiry, Quote quote) {
        return quote.unpriced().isEmpty()
                && quote.gpuNeed() == null
                && inquiry.engine()
                        .standingMonth(quote.offer(), quote.objective())
                        .isZero();
    }

    private static boolean isAt(Offer offer, @Nullable ProviderId provider) {
        return provider == null || offer.provider().id().equals(provider);
    }
}
