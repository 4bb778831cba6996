package io.tunetally.answer;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.ModelsOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.AppliedRate;
import io.tunetally.engine.Offer;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers with every trainable model, its providers, methods, and whether a new customer can start; or with GPUs by the hour. */
final class ModelsAnswer {
    Outcome answer(Inquiry inquiry) {
        if (GpuPricesAnswer.isAbout(inquiry)) {
            return GpuPricesAnswer.of(inquiry);
        }
        Selection selection = new Selection(inquiry);
        List<Model> named = selection.named();
        List<Model> trainable = objectives(inquiry).stream()
                .flatMap(objective -> inquiry.engine().offers().trainableModels(objective).stream())
                .distinct()
                .toList();
        Set<Model> models = named.isEmpty()
                ? trainable.stream()
                        .filter(selection::isOfSizeAsked)
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : named.stream()
                        .flatMap(model -> ofName(model, trainable).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        ProviderId asked = inquiry.filled().value(SlotName.PROVIDER);
        List<ModelsOutcome.Row> available = available(inquiry, selection, models, asked);
        boolean open =
                asked == null || available.isEmpty() || available.stream().anyMatch(ModelsOutcome.Row::isOpen);
        return new ModelsOutcome(
                inquiry,
                available,
                open ? List.of() : elsewhere(inquiry, selection, available),
                NextQuestions.withDetails(inquiry).compareAll().recommend().list());
    }

    /** Returns the offers of other sellers that are open to new customers, for the models of a closed one. */
    private static List<ModelsOutcome.Row> elsewhere(
            Inquiry inquiry, Selection selection, List<ModelsOutcome.Row> closed) {
        Set<Model> models =
                closed.stream().map(ModelsOutcome.Row::model).collect(Collectors.toCollection(LinkedHashSet::new));
        return available(inquiry, selection, models, null).stream()
                .filter(ModelsOutcome.Row::isOpen)
                .toList();
    }

    private static List<ModelsOutcome.Row> available(
            Inquiry inquiry, Selection selection, Set<Model> models, @Nullable ProviderId provider) {
        List<ModelsOutcome.Row> available = new ArrayList<>();
        for (Model model : models) {
            objectives(inquiry).stream()
                    .map(objective -> available(inquiry, selection, model, objective, provider))
                    .filter(rows -> !rows.isEmpty())
                    .findFirst()
                    .ifPresent(available::addAll);
        }
        return available;
    }

    /** Returns a model, or all models of a family: {@code list the qwen models}. */
    private static List<Model> ofName(Model named, List<Model> trainable) {
        List<Model> family = trainable.contains(named) ? List.of() : Selection.ofFamily(named, trainable);
        return family.isEmpty() ? List.of(named) : family;
    }

    /** Includes models that only one objective can train, unless an objective was requested. */
    private static List<Objective> objectives(Inquiry inquiry) {
        Objective asked = inquiry.filled().value(SlotName.OBJECTIVE);
        return asked == null ? List.of(Objective.values()) : List.of(asked);
    }

    private static List<ModelsOutcome.Row> available(
            Inquiry inquiry, Selection selection, Model model, Objective objective, @Nullable ProviderId provider) {
        Map<ProviderId, List<Offer>> byProvider = new LinkedHashMap<>();
        for (Offer offer :
                inquiry.engine().offers().of(model, objective, inquiry.filled().value(SlotName.DEPLOYMENT))) {
            if (isByMethodAsked(inquiry, offer)
                    && (inquiry.engine().offers().isListed(offer, objective) || isNamed(inquiry, selection))) {
                byProvider
                        .computeIfAbsent(offer.provider().id(), _ -> new ArrayList<>())
                        .add(offer);
            }
        }
        return of(provider, byProvider).stream()
                .map(offers -> availability(inquiry, selection, objective, offers))
                .toList();
    }

    private static boolean isByMethodAsked(Inquiry inquiry, Offer offer) {
        Method asked = inquiry.filled().value(SlotName.METHOD);
        return asked == null || asked == offer.method();
    }

    /** Shows an offer that is not on its provider's list only if it was asked for. */
    private static boolean isNamed(Inquiry inquiry, Selection selection) {
        return inquiry.filled().has(SlotName.PROVIDER) && !selection.named().isEmpty();
    }

    private static Collection<List<Offer>> of(@Nullable ProviderId provider, Map<ProviderId, List<Offer>> byProvider) {
        return provider == null
                ? byProvider.values()
                : List.of(byProvider.getOrDefault(provider, List.of())).stream()
                        .filter(offers -> !offers.isEmpty())
                        .toList();
    }

    private static ModelsOutcome.Row availability(
            Inquiry inquiry, Selection selection, Objective objective, List<Offer> offers) {
        Offer first = offers.getFirst();
        Set<Method> methods = EnumSet.noneOf(Method.class);
        offers.forEach(offer -> methods.add(offer.method()));
        return new ModelsOutcome.Row(
                first.model(),
                first,
                methods,
                perMillionTokens(inquiry, objective, first),
                inquiry.engine().offers().isListed(first, objective),
                selection.closedBy(first).map(Outcome.PassedOver::reason).orElse(null));
    }

    private static @Nullable Band perMillionTokens(Inquiry inquiry, Objective objective, Offer offer) {
        return inquiry.engine()
                .prices()
                .training(offer, objective)
                .map(AppliedRate::price)
                .map(price -> price.price())
                .orElse(null);
    }
}
