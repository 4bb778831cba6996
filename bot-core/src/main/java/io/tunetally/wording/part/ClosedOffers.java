package io.tunetally.wording.part;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.Provider;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Offers;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Many offers that cannot be started, in one line. Sellers of whom nothing can be started stand for all their models,
 * unless models were named: {@code OpenAI (all), Google (all), Mistral 7B and 9 more}.
 */
public final class ClosedOffers {
    /** The maximum number of sellers and models named in one line. */
    private static final int NAMED = 4;

    private ClosedOffers() {}

    public static String brief(Inquiry inquiry, List<Offer> closed) {
        Map<Provider, Set<String>> bySeller = new LinkedHashMap<>();
        closed.forEach(offer -> bySeller.computeIfAbsent(offer.provider(), _ -> new LinkedHashSet<>())
                .add(offer.model().name()));
        List<ModelId> said = inquiry.filled().value(SlotName.MODELS);
        boolean ofNamed = said != null && !said.contains(SlotName.ALL_MODELS);
        Set<Provider> open = ofNamed ? bySeller.keySet() : open(inquiry);
        List<Provider> allClosed = bySeller.entrySet().stream()
                .filter(seller -> seller.getValue().size() > 1 && !open.contains(seller.getKey()))
                .sorted(Comparator.comparingInt(seller -> -seller.getValue().size()))
                .limit(NAMED - 1)
                .map(Map.Entry::getKey)
                .toList();
        List<String> names = new ArrayList<>(
                allClosed.stream().map(seller -> seller.name() + " (all)").toList());
        closed.stream()
                .filter(offer -> !allClosed.contains(offer.provider()))
                .map(offer -> offer.model().name())
                .distinct()
                .forEach(names::add);
        int more = names.size() - NAMED;
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** Returns the sellers who train any model for a new customer. */
    private static Set<Provider> open(Inquiry inquiry) {
        Offers offers = inquiry.engine().offers();
        Objective said = inquiry.filled().value(SlotName.OBJECTIVE);
        Objective objective = said == null ? Objective.SFT : said;
        return offers.startableModels(objective).stream()
                .flatMap(model -> offers.of(model, objective, null).stream())
                .filter(offer -> offers.canStart(offer, objective))
                .map(Offer::provider)
                .collect(Collectors.toSet());
    }
}
