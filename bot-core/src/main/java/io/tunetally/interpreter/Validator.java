package io.tunetally.interpreter;

import io.tunetally.catalog.Method;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.ModelAvailability;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.text.TextSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks values against each other: model, method and provider, and contradicting counts. The values stay unchanged. */
final class Validator {
    private final ParseState state;
    private final Slots slots;
    private final ModelAvailability offers;

    private Validator(ParseState state, Slots slots) {
        this.state = state;
        this.slots = slots;
        offers = state.compiledLexicon.offers();
    }

    static void check(ParseState state, Slots slots) {
        Validator validator = new Validator(state, slots);
        validator.provider();
        validator.method();
        validator.tokens();
    }

    private void provider() {
        Slot<ProviderId> slot = slots.get(SlotName.PROVIDER);
        if (slot == null || slot.span() == null) {
            return;
        }
        List<ModelId> models = models();
        if (!offers.knows(slot.value())) {
            problem("provider", slot, "", known());
        } else if (isPriced(models) && models.stream().noneMatch(id -> trains(slot.value(), id))) {
            problem("provider", slot, models.getFirst().value(), known());
        }
    }

    private boolean trains(ProviderId provider, ModelId id) {
        return id.equals(SlotName.ALL_MODELS) || offers.trains(provider, id, slots.value(SlotName.SIZE_B));
    }

    /** If no provider prices a model, the provider is not the fault. */
    private boolean isPriced(List<ModelId> models) {
        return !models.isEmpty()
                && (slots.has(SlotName.SIZE_B)
                        || models.stream()
                                .anyMatch(id -> state.compiledLexicon
                                        .catalog()
                                        .model(id)
                                        .isPresent()));
    }

    private List<String> known() {
        List<ModelId> models = models();
        return state.compiledLexicon.catalog().providers().stream()
                .map(Provider::id)
                .filter(offers::trains)
                .filter(id -> models.isEmpty() || models.stream().anyMatch(model -> trains(id, model)))
                .map(ProviderId::value)
                .toList();
    }

    private void method() {
        Slot<Method> method = slots.get(SlotName.METHOD);
        if (method == null || method.value() != Method.LORA || method.span() == null) {
            return;
        }
        ProviderId provider = slots.value(SlotName.PROVIDER);
        List<ModelId> models = models();
        boolean providerRefuses = models.isEmpty() && provider != null && !offers.lora(SlotName.ALL_MODELS, provider);
        boolean offered = models.isEmpty();
        for (int i = 0; i < models.size(); i++) {
            offered |= offers.lora(models.get(i), provider);
        }
        if (providerRefuses || !offered) {
            problem("method", method, models.isEmpty() ? "" : models.getFirst().value(), List.of("full"));
        }
    }

    private List<ModelId> models() {
        List<ModelId> models = slots.value(SlotName.MODELS);
        return models == null ? List.of() : models;
    }

    private void problem(String kind, Slot<?> slot, String model, List<String> suggestions) {
        TextSpan span = slot.span();
        if (span != null) {
            String typed = state.text.original().substring(span.start(), span.end());
            state.add(new Problem.NotOffered(kind, typed, model, suggestions, span));
        }
    }

    /** Checks examples and tokens per example against a total that is not their product. */
    private void tokens() {
        Slot<Long> examples = slots.get(SlotName.EXAMPLES);
        Slot<Long> each = slots.get(SlotName.TOKENS_PER_EXAMPLE);
        Slot<Long> total = slots.get(SlotName.TOTAL_TOKENS);
        if (examples == null || each == null || total == null) {
            return;
        }
        boolean approximate = examples.approximate() || each.approximate() || total.approximate();
        boolean ranged = examples.high() != null || each.high() != null || total.high() != null;
        double product = (double) examples.value() * each.value();
        double tolerance = approximate ? 0.25 : 0.01;
        if (!ranged && Math.abs(product - total.value()) > tolerance * total.value()) {
            contradict(List.of(examples, each, total));
        }
    }

    private void contradict(List<Slot<Long>> three) {
        List<TextSpan> spans = three.stream().map(Validator::spanOf).toList();
        TextSpan last = spans.getLast();
        String typed = state.text.original().substring(last.start(), last.end());
        state.add(new Problem.Conflict(
                List.of(SlotName.EXAMPLES, SlotName.TOKENS_PER_EXAMPLE, SlotName.TOTAL_TOKENS), typed, spans, last));
    }

    private static TextSpan spanOf(Slot<?> slot) {
        @Nullable TextSpan span = slot.span();
        return span == null ? new TextSpan(0, 0) : span;
    }
}
