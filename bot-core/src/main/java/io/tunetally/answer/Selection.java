package io.tunetally.answer;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Offers;
import io.tunetally.engine.Quote;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The models that a request is about: named, all, or those of about a size that was said without a name. */
final class Selection {
    private final Inquiry inquiry;
    private final Offers offers;
    private @Nullable List<Model> named;
    private @Nullable List<Model> closedAtProviderAsked;

    Selection(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.offers = inquiry.engine().offers();
    }

    /**
     * Returns the named models in order; empty for none or "all". A size that no listed model has is a model of its own,
     * priced by size.
     */
    List<Model> named() {
        if (named == null) {
            named = findNamed();
        }
        return named;
    }

    private List<Model> findNamed() {
        BigDecimal size = size();
        if (size != null && choice().isEmpty()) {
            String billions = size.toPlainString();
            return List.of(
                    new Model(new ModelId("size " + billions + "b"), billions + "B model", size, true, List.of()));
        }
        List<ModelId> said = said();
        return said.contains(SlotName.ALL_MODELS)
                ? List.of()
                : said.stream().map(this::model).toList();
    }

    /** Returns the model that is meant untuned, at the first seller that prices requests to it. */
    Optional<Offer> untuned() {
        List<ModelId> untuned = inquiry.filled().value(SlotName.UNTUNED);
        return untuned == null ? Optional.empty() : offers.untuned(model(untuned.getFirst()));
    }

    /**
     * Returns the named models; for "all" every priced one that writes text; without any, those of them that a new customer
     * can start today. A size limits them to those of about that size.
     */
    List<Model> asked() {
        List<Model> named = named();
        if (!named.isEmpty()) {
            return named;
        }
        List<Model> closed = closedAtProviderAsked();
        if (!closed.isEmpty()) {
            return closed;
        }
        boolean isAnyStartable =
                isOpenChoice() && size() == null && !inquiry.filled().has(SlotName.DEPLOYMENT);
        List<Model> choice = isAnyStartable ? offers.startableModels(objective()) : choice();
        List<Model> texts = choice.stream().filter(model -> !model.classifier()).toList();
        List<Model> all = texts.stream().anyMatch(this::isAtProviderAsked) ? texts : ofClassifiersSeller(choice, texts);
        return isOpenChoice() && !isAnyStartable
                ? inDeploymentAsked(all.stream().filter(this::canStart).toList())
                : all;
    }

    /** Returns the models that can be started in the deployment that was said, if any can, else all of them. */
    private List<Model> inDeploymentAsked(List<Model> models) {
        List<Model> there = models.stream()
                .filter(model ->
                        offersOf(model).stream().anyMatch(offer -> isInDeploymentAsked(offer) && canStart(offer)))
                .toList();
        return there.isEmpty() ? models : there;
    }

    /** True if an offer is in the deployment that was said; paying by the token is no deployment of its own. */
    boolean isInDeploymentAsked(Offer offer) {
        Deployment asked = inquiry.filled().value(SlotName.DEPLOYMENT);
        return asked == null || asked == Deployment.SERVERLESS || offer.deployment() == asked;
    }

    /** Returns the classifiers of the provider that was said where it trains nothing else, else the models that write text. */
    private List<Model> ofClassifiersSeller(List<Model> choice, List<Model> texts) {
        List<Model> classifiers = inquiry.filled().has(SlotName.PROVIDER)
                ? choice.stream()
                        .filter(Model::classifier)
                        .filter(this::isAtProviderAsked)
                        .toList()
                : List.of();
        return classifiers.isEmpty() ? texts : classifiers;
    }

    /**
     * Returns what the provider that was said trains for its customers, if a new one can start nothing there and no model
     * was named; else none. A recommendation names nothing that is closed.
     */
    private List<Model> closedAtProviderAsked() {
        if (closedAtProviderAsked == null) {
            closedAtProviderAsked = findClosedAtProviderAsked();
        }
        return closedAtProviderAsked;
    }

    private List<Model> findClosedAtProviderAsked() {
        ProviderId asked = inquiry.filled().value(SlotName.PROVIDER);
        List<Model> all = asked == null
                        || !isOpenChoice()
                        || inquiry.request().intent() == Intent.RECOMMEND
                        || offers.isOnGpus(asked)
                ? List.of()
                : offers.trainableModels(objective());
        if (asked == null || all.stream().anyMatch(this::isAtProviderAsked)) {
            return List.of();
        }
        List<Model> there = all.stream()
                .filter(model -> !model.classifier() && !offersOf(model, asked).isEmpty())
                .toList();
        List<Model> open = there.stream()
                .filter(model -> !offersOf(model, asked).stream().allMatch(this::isShutDown))
                .toList();
        return open.isEmpty() ? there : open;
    }

    private List<Offer> offersOf(Model model, ProviderId provider) {
        return offersOf(model).stream()
                .filter(offer -> offer.provider().id().equals(provider))
                .toList();
    }

    private boolean isShutDown(Offer offer) {
        return closedBy(offer)
                .filter(closed -> closed.reason().kind() == LifecycleEvent.Kind.SHUT_DOWN)
                .isPresent();
    }

    /** True if only offers that a new customer can start are priced: no model was named, and the provider has such offers. */
    boolean isOfStartable() {
        return isOpenChoice() && closedAtProviderAsked().isEmpty();
    }

    /** True if neither a model nor "all" was given, so that the bot chooses. */
    boolean isOpenChoice() {
        return said().isEmpty() && named().isEmpty();
    }

    /** Returns the model to take where one is enough: the first that was named, or of the size that was said. */
    Optional<Model> first() {
        return named().stream()
                .findFirst()
                .or(() -> size() == null ? Optional.empty() : asked().stream().findFirst());
    }

    /** Returns the first model of the size that was said, which need not be open to new customers; empty without a size. */
    Optional<Model> ofSize() {
        BigDecimal size = size();
        return size == null
                ? Optional.empty()
                : offers.trainableModels(objective()).stream()
                        .filter(offers.ofAbout(size))
                        .min(Comparator.comparing(model -> distance(model, size)));
    }

    private static BigDecimal distance(Model model, BigDecimal size) {
        BigDecimal its = model.billionParameters();
        return its == null ? size : its.subtract(size).abs();
    }

    /** Returns the models whose ids begin with the name of a family. */
    static List<Model> ofFamily(Model family, List<Model> models) {
        return models.stream()
                .filter(model -> model.id().value().startsWith(family.id().value()))
                .toList();
    }

    /** Returns the models whose family has the same name: the {@code gpt} of {@code gpt-5-mini} and {@code gpt-4.1}. */
    static List<Model> ofSameFamily(Model model, List<Model> models) {
        String family = familyName(model);
        return models.stream().filter(other -> familyName(other).equals(family)).toList();
    }

    private static String familyName(Model model) {
        String id = model.id().value();
        return id.substring(0, (int) id.chars().takeWhile(Character::isLetter).count());
    }

    /** True unless a size was said that the model does not have. */
    boolean isOfSizeAsked(Model model) {
        BigDecimal size = size();
        return size == null || offers.ofAbout(size).test(model);
    }

    /** Returns the models left out because a new customer cannot start them, with the reason, if no model was named. */
    List<Outcome.PassedOver> closed() {
        List<Outcome.PassedOver> closed = new ArrayList<>();
        if (isOpenChoice()) {
            choice().stream()
                    .filter(model -> !canStart(model))
                    .forEach(model -> firstOffer(model).flatMap(this::closedBy).ifPresent(closed::add));
        }
        return closed;
    }

    /** Returns the end of life that prevents starting an offer today: the most severe one in effect, the earliest of several. */
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

    /** True if the provider lists an offer for the requested objective, and a new customer can start it on the day. */
    boolean canStart(Offer offer) {
        return offers.canStart(offer, objective());
    }

    boolean canStart(Quote quote) {
        return quote.startable();
    }

    /** True if a model is meant as it is, without tuning. */
    boolean isUntuned(Model model) {
        List<ModelId> untuned = inquiry.filled().value(SlotName.UNTUNED);
        return untuned != null && untuned.contains(model.id());
    }

    /** Returns the models to choose from: all, or those of the size that was said that the provider that was said trains. */
    private List<Model> choice() {
        List<Model> all = offers.trainableModels(objective());
        BigDecimal size = size();
        return size == null
                ? all
                : all.stream()
                        .filter(offers.ofAbout(size))
                        .filter(this::isAtProviderAsked)
                        .toList();
    }

    /** Returns the size that stands for models; null if a named model has it. */
    private @Nullable BigDecimal size() {
        List<ModelId> said = said();
        return said.isEmpty() || said.contains(SlotName.ALL_MODELS)
                ? inquiry.filled().value(SlotName.SIZE_B)
                : null;
    }

    private boolean isAtProviderAsked(Model model) {
        ProviderId asked = inquiry.filled().value(SlotName.PROVIDER);
        return asked == null
                || offers.isOnGpus(asked)
                || offersOf(model).stream()
                        .anyMatch(offer -> offer.provider().id().equals(asked) && canStart(offer));
    }

    boolean canStart(Model model) {
        return !offers.startable(model, objective(), inquiry.filled().value(SlotName.DEPLOYMENT))
                .isEmpty();
    }

    Optional<Offer> firstOffer(Model model) {
        return offersOf(model).stream().findFirst();
    }

    private List<Offer> offersOf(Model model) {
        return offers.of(model, objective(), inquiry.filled().value(SlotName.DEPLOYMENT));
    }

    private List<ModelId> said() {
        List<ModelId> said = inquiry.filled().value(SlotName.MODELS);
        return said == null ? List.of() : said;
    }

    /** A model unknown to the price books keeps its given name; with a size it is an open model of that size. */
    private Model model(ModelId id) {
        return inquiry.engine()
                .prices()
                .catalog()
                .model(id)
                .orElseGet(() -> Model.unlisted(id, inquiry.filled().value(SlotName.SIZE_B)));
    }
}
