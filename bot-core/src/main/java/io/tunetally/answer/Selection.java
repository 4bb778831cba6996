package io.tunetally.answer;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Offers;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which models a request is about. */
final class Selection {
    private final Inquiry inquiry;
    private final Offers offers;

    Selection(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.offers = inquiry.engine().offers();
    }

    /** The models named, in the order said; empty where none or "all" was said. */
    List<Model> named() {
        List<ModelId> said = said();
        return said.contains(SlotName.ALL_MODELS)
                ? List.of()
                : said.stream().map(this::model).toList();
    }

    /** The models named; for "all" every priced one; with none named those a new customer can start today. */
    List<Model> asked() {
        List<Model> named = named();
        if (!named.isEmpty()) {
            return named;
        }
        List<Model> all = offers.trainableModels(objective());
        return isOpenChoice() ? all.stream().filter(this::canStart).toList() : all;
    }

    /** Whether neither a model nor "all" was said, so that the choice is ours. */
    boolean isOpenChoice() {
        return said().isEmpty();
    }

    /** With none named: the models left out because a new customer cannot start them, and what stands against it. */
    List<Outcome.PassedOver> closed() {
        List<Outcome.PassedOver> closed = new ArrayList<>();
        if (isOpenChoice()) {
            offers.trainableModels(objective()).stream()
                    .filter(model -> !canStart(model))
                    .forEach(model -> firstOffer(model).flatMap(this::closedBy).ifPresent(closed::add));
        }
        return closed;
    }

    /** The end that stands against starting an offer today: the gravest one that holds, of several the earliest. */
    Optional<Outcome.PassedOver> closedBy(Offer offer) {
        return offers.lifecycle(offer)
                .filter(event -> event.kind() != LifecycleEvent.Kind.DEPRECATED && event.holdsOn(inquiry.asOf()))
                .max(Comparator.comparing(LifecycleEvent::kind)
                        .thenComparing(LifecycleEvent::date, Comparator.nullsFirst(Comparator.reverseOrder())))
                .map(event -> new Outcome.PassedOver(offer, event));
    }

    Objective objective() {
        Objective objective = inquiry.filled().value(SlotName.OBJECTIVE);
        return objective == null ? Objective.SFT : objective;
    }

    private boolean canStart(Model model) {
        return offersOf(model).stream().anyMatch(offers::canStart);
    }

    private Optional<Offer> firstOffer(Model model) {
        return offersOf(model).stream().findFirst();
    }

    private List<Offer> offersOf(Model model) {
        return offers.of(model, objective(), inquiry.filled().value(SlotName.DEPLOYMENT));
    }

    private List<ModelId> said() {
        List<ModelId> said = inquiry.filled().value(SlotName.MODELS);
        return said == null ? List.of() : said;
    }

    /** A model no price book knows keeps the name it was given; with a size it is an open model of that size. */
    private Model model(ModelId id) {
        return inquiry.engine()
                .prices()
                .catalog()
                .model(id)
                .orElseGet(() -> Model.unlisted(id, inquiry.filled().value(SlotName.SIZE_B)));
    }
}
