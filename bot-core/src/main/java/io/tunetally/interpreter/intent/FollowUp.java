package io.tunetally.interpreter.intent;

import io.tunetally.catalog.Method;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Family;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.SlotTrait;
import io.tunetally.request.Slots;
import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges a message into the remembered request: given values replace, others are inherited, models can be added or dropped. */
public final class FollowUp {
    private final ParseState state;
    private final Slots remembered;
    private final Slots.Builder merged;
    private final boolean examines;

    private FollowUp(ParseState state, Slots remembered, boolean examines) {
        this.state = state;
        this.remembered = remembered;
        this.examines = examines;
        merged = Slots.builder();
    }

    /**
     * Returns the values of both.
     *
     * @param examines whether the message is about the remembered answer, so that a model in it is one of those compared
     */
    public static Slots merge(ParseState state, Slots remembered, boolean examines) {
        return new FollowUp(state, remembered, examines).merge();
    }

    /** A request for a price ends an earlier question about a budget. */
    public static Slots withoutRememberedBudget(Slots slots) {
        Slot<BigDecimal> budget = slots.get(SlotName.BUDGET_USD);
        return budget != null && budget.origin() == Origin.REMEMBERED ? slots.without(SlotName.BUDGET_USD) : slots;
    }

    private Slots merge() {
        new ValueArithmetic(state, remembered).read();
        new OpenNumbers(state, remembered).read();
        List<SlotName<?>> withdrawn = new Withdrawals(state, remembered).read();
        remembered.names().forEach(this::inherit);
        withdrawn.forEach(merged::remove);
        Slots said = state.slots.build();
        dropContradicted(said);
        if (examines) {
            state.withoutProblems(this::isOneCompared);
        }
        state.problems().forEach(this::dropUnsettled);
        said.names().forEach(name -> take(said, name));
        models(said);
        providers(said);
        methods(said);
        return merged.build();
    }

    private <T> void inherit(SlotName<T> name) {
        Slot<T> slot = remembered.get(name);
        // The full arithmetic applies to one request, not to the rest of the conversation.
        if (slot != null && !name.is(SlotTrait.ONCE)) {
            merged.put(name, new Slot<>(slot.value(), slot.high(), Origin.REMEMBERED, null, slot.approximate()));
        }
    }

    private <T> void take(Slots said, SlotName<T> name) {
        Slot<T> slot = said.get(name);
        if (slot != null) {
            merged.put(name, slot);
        }
    }

    /** Two ways to express the same thing: the newer one wins. */
    private void dropContradicted(Slots said) {
        replaces(said, SlotName.TOKENS_PER_EXAMPLE, SlotName.TOTAL_TOKENS, SlotName.BILLED_TOKENS);
        replaces(said, SlotName.TOTAL_TOKENS, SlotName.TOKENS_PER_EXAMPLE, SlotName.BILLED_TOKENS);
        replaces(said, SlotName.METHOD, SlotName.METHODS, SlotName.QUANTIZED);
        replaces(said, SlotName.METHODS, SlotName.METHOD, SlotName.QUANTIZED);
        replaces(said, SlotName.GPU, SlotName.GPUS);
        replaces(said, SlotName.TOKENS_PER_SECOND, SlotName.TOKENS_PER_SECOND_PER_GPU);
        replaces(said, SlotName.TOKENS_PER_SECOND_PER_GPU, SlotName.TOKENS_PER_SECOND);
        replaces(said, SlotName.PROVIDER, SlotName.PROVIDERS, SlotName.OWN_HARDWARE);
        replaces(said, SlotName.PROVIDERS, SlotName.PROVIDER, SlotName.OWN_HARDWARE);
        if (!appends()) {
            replaces(said, SlotName.MODELS, SlotName.SIZE_B, SlotName.UNTUNED);
        }
        replaces(said, SlotName.SIZE_B, SlotName.MODELS);
    }

    /** Of several models with a name, the one that the examined answer compares is meant. */
    private boolean isOneCompared(Problem problem) {
        List<ModelId> before = remembered.value(SlotName.MODELS);
        return problem instanceof Problem.AmbiguousModel ambiguous
                && (before == null
                        || before.contains(SlotName.ALL_MODELS)
                        || before.stream()
                                .anyMatch(id -> ambiguous.suggestions().contains(id.value())));
    }

    /** A given value that was rejected also invalidates the remembered one. */
    private void dropUnsettled(Problem problem) {
        switch (problem) {
            case Problem.OutOfRange range -> {
                // The size belongs to the remembered model, which stays.
                if (range.slot() != SlotName.SIZE_B) {
                    merged.remove(range.slot());
                }
            }
            case Problem.AmbiguousNumber number -> merged.remove(number.slot());
            case Problem.Conflict conflict -> conflict.slots().forEach(merged::remove);
            case Problem.AmbiguousModel _ -> {
                if (!appends()) {
                    merged.remove(SlotName.MODELS);
                }
            }
            case Problem.ForeignCurrency _ -> merged.remove(SlotName.BUDGET_USD);
            case Problem.UnknownWord _,
                    Problem.UnpricedModel _,
                    Problem.NotOffered _,
                    Problem.TooComplex _,
                    Problem.TooMany _ -> {}
        }
    }

    private void replaces(Slots said, SlotName<?> newer, SlotName<?>... older) {
        if (said.has(newer)) {
            for (SlotName<?> name : older) {
                if (!said.has(name)) {
                    boolean tokens = name == SlotName.TOKENS_PER_EXAMPLE || name == SlotName.TOTAL_TOKENS;
                    forgo(name, tokens && newer != SlotName.MODELS);
                }
            }
        }
    }

    private void models(Slots said) {
        List<ModelId> before = remembered.value(SlotName.MODELS);
        Slot<List<ModelId>> now = said.get(SlotName.MODELS);
        List<ModelId> dropped = dropped();
        if (examines && now != null && (before == null || before.contains(SlotName.ALL_MODELS))) {
            merged.remove(SlotName.MODELS);
            inherit(SlotName.MODELS);
            return;
        }
        if (before == null) {
            return;
        }
        List<ModelId> left = left(before, dropped);
        if (!left.equals(before) && (now == null || before.containsAll(now.value()))) {
            keep(SlotName.MODELS, left);
        } else if (now != null && isSwap() && now.value().stream().anyMatch(before::contains)) {
            List<ModelId> both = new ArrayList<>(before);
            both.removeAll(now.value());
            now.value().stream().filter(id -> !before.contains(id)).forEach(both::add);
            merged.put(SlotName.MODELS, new Slot<>(List.copyOf(both), null, Origin.SAID, now.span(), false));
        } else if (now != null && appends() && !before.contains(SlotName.ALL_MODELS)) {
            List<ModelId> both = new ArrayList<>(before);
            now.value().stream().filter(id -> !both.contains(id)).forEach(both::add);
            merged.put(SlotName.MODELS, new Slot<>(List.copyOf(both), null, Origin.SAID, now.span(), false));
        } else if (now != null) {
            dropUnofferedMethod(now.value());
        }
    }

    /** Returns the remembered models without those dropped, or only those kept. */
    private List<ModelId> left(List<ModelId> before, List<ModelId> dropped) {
        List<ModelId> rest = new ArrayList<>(ListEdits.left(state, before, this::billionParameters));
        rest.removeAll(dropped);
        List<ModelId> kept = rest.stream().filter(narrowed()::contains).toList();
        return kept.isEmpty() ? rest : kept;
    }

    private double billionParameters(ModelId id) {
        return state.compiledLexicon
                .catalog()
                .model(id)
                .map(model -> model.billionParameters())
                .map(BigDecimal::doubleValue)
                .orElse(Double.NaN);
    }

    /** {@code only the mini}, {@code just the gpts}: those of a family that the conversation is about. */
    private List<ModelId> narrowed() {
        List<ModelId> narrowed = new ArrayList<>(0);
        for (Mention mention : state.mentions) {
            int at = mention.first() - 1;
            boolean led = false;
            for (int i = at; i >= Math.max(0, at - 2); i--) {
                led |= state.hasTyped(i, Trait.NARROWS);
            }
            if (led && mention.bareFamily()) {
                List<ModelId> meant = remembered(mention.family());
                if (!meant.isEmpty()) {
                    TextSpan span = state.span(mention.first(), mention.last());
                    state.withoutProblems(problem -> problem.span().equals(span));
                }
                narrowed.addAll(meant);
            }
        }
        return narrowed;
    }

    private void keep(SlotName<List<ModelId>> name, List<ModelId> left) {
        if (!left.isEmpty()) {
            merged.put(name, new Slot<>(List.copyOf(left), null, Origin.REMEMBERED, null, false));
        }
    }

    private boolean isSwap() {
        for (int i = 0; i < state.size(); i++) {
            if (state.hasTyped(i, Trait.SWAPS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code fireworks out}, {@code without openai}, {@code vs azure}. */
    private void providers(Slots said) {
        ProviderId one = remembered.value(SlotName.PROVIDER);
        List<ProviderId> several = remembered.value(SlotName.PROVIDERS);
        List<ProviderId> before = several != null ? several : one != null ? List.of(one) : List.of();
        ProviderId now = said.value(SlotName.PROVIDER);
        if (now != null && setsAgainst() && !before.isEmpty()) {
            List<ProviderId> both = new ArrayList<>(before);
            both.remove(now);
            both.add(now);
            providers(both, said.get(SlotName.PROVIDER));
        } else if (now == null && !said.has(SlotName.PROVIDERS) && !before.isEmpty()) {
            List<ProviderId> left = new ArrayList<>(
                    state.remembered.has(SlotName.MODELS) && hasSeveralModels()
                            ? before
                            : ListEdits.left(state, before, _ -> Double.NaN));
            left.removeAll(excludedProviders());
            if (left.size() < before.size()) {
                providers(left, null);
            }
        }
    }

    private boolean hasSeveralModels() {
        List<ModelId> models = remembered.value(SlotName.MODELS);
        return models != null && models.size() > 1;
    }

    private void providers(List<ProviderId> ids, @Nullable Slot<ProviderId> said) {
        merged.remove(SlotName.PROVIDER);
        merged.remove(SlotName.PROVIDERS);
        Origin origin = said == null ? Origin.REMEMBERED : Origin.SAID;
        TextSpan span = said == null ? null : said.span();
        if (ids.size() == 1) {
            merged.put(SlotName.PROVIDER, new Slot<>(ids.getFirst(), null, origin, span, false));
        } else if (!ids.isEmpty()) {
            merged.put(SlotName.PROVIDERS, new Slot<>(List.copyOf(ids), null, origin, span, false));
        }
    }

    private List<ProviderId> excludedProviders() {
        List<ProviderId> excluded = new ArrayList<>(0);
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            if (token.is(Category.PROVIDERS) && token.lexeme != null && Exclusion.isExcluded(state, i)) {
                excluded.add(new ProviderId(token.lexeme.value()));
                token.use = Token.Use.CONNECTIVE;
            }
        }
        return excluded;
    }

    /** {@code vs full}: a comparison with the method that the answer used. */
    private void methods(Slots said) {
        Slot<Method> now = said.get(SlotName.METHOD);
        if (now == null || !setsAgainst()) {
            return;
        }
        Method before = remembered.value(SlotName.METHOD);
        Method other = before != null ? before : now.value() == Method.FULL ? Method.LORA : Method.FULL;
        if (other != now.value()) {
            merged.remove(SlotName.METHOD);
            merged.put(
                    SlotName.METHODS, new Slot<>(List.of(other, now.value()), null, Origin.SAID, now.span(), false));
        }
    }

    /** True if all that the message says is compared with the answer before it. */
    private boolean setsAgainst() {
        boolean leads = state.isAt(0, Cue.VERSUS) || (state.size() > 0 && state.hasTyped(0, Trait.OPPOSES));
        return state.mentions.isEmpty() && (leads || state.any(FollowUp::isComparison));
    }

    /** A remembered method that the new model does not offer is dropped; only a given one is a problem. */
    private void dropUnofferedMethod(List<ModelId> models) {
        Slot<Method> method = merged.get(SlotName.METHOD);
        if (method != null
                && method.origin() == Origin.REMEMBERED
                && method.value() == Method.LORA
                && models.stream()
                        .allMatch(id -> !state.compiledLexicon.offers().lora(id, null))) {
            forgo(SlotName.METHOD, true);
            forgo(SlotName.QUANTIZED, false);
        }
        Slot<ProviderId> provider = merged.get(SlotName.PROVIDER);
        if (provider != null
                && provider.origin() == Origin.REMEMBERED
                && models.stream()
                        .noneMatch(id -> state.compiledLexicon.offers().trains(provider.value(), id, size()))) {
            forgo(SlotName.PROVIDER, true);
        }
    }

    /**
     * Drops a remembered value.
     *
     * @param told whether to report it; its replacement may already do so
     */
    private void forgo(SlotName<?> name, boolean told) {
        Slot<?> slot = merged.get(name);
        if (slot != null && told) {
            state.add(new Interpretation.Forgone(name, slot.value()));
        }
        merged.remove(name);
    }

    private @Nullable BigDecimal size() {
        Slot<BigDecimal> size = merged.get(SlotName.SIZE_B);
        return size == null ? null : size.value();
    }

    private List<ModelId> dropped() {
        List<ModelId> dropped = new ArrayList<>(0);
        for (Mention mention : state.mentions) {
            ModelId id = mention.id();
            if (state.isTakenBack(mention.first()) || Exclusion.isExcluded(state, mention.last())) {
                dropped.addAll(id == null || mention.bareFamily() ? remembered(mention.family()) : List.of(id));
            }
        }
        return dropped;
    }

    /** {@code without llama}: all of them. */
    private List<ModelId> remembered(@Nullable Family family) {
        List<ModelId> before = remembered.value(SlotName.MODELS);
        return before == null
                ? List.of()
                : before.stream()
                        .filter(id -> family != null && isOf(family, id))
                        .toList();
    }

    private boolean isOf(Family family, ModelId id) {
        return family.equals(state.compiledLexicon.familyOf(id))
                || family.candidates().contains(id)
                || (family.tier() && id.value().endsWith("-" + family.name()));
    }

    boolean appends() {
        if (examines) {
            return true;
        }
        Token first = state.at(0);
        boolean leads = first != null && (first.is(Cue.VERSUS) || state.hasTyped(0, Trait.OPPOSES));
        boolean compares = state.has(Cue.VERSUS) || state.any(FollowUp::isComparison);
        return leads || adds() || (compares && state.mentions.size() == 1);
    }

    /** The "too" of "too big" adds nothing. */
    private boolean adds() {
        for (int i = 0; state.has(Cue.ADD) && i < state.size(); i++) {
            if (state.isAt(i, Cue.ADD) && (!state.isAt(i, Trait.TRAILS) || state.isBreakAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** True if a remembered value is multiplied: {@code 10x the data}. */
    static boolean multiplies(ParseState state) {
        return ValueArithmetic.multiplies(state);
    }

    /** Returns the index of the only unused number, in a clause of hardly more than it; else -1. */
    static int openNumber(ParseState state) {
        return OpenNumbers.openNumber(state);
    }

    private static boolean isComparison(Token token) {
        return token.lexeme != null && token.lexeme.intent() == Intent.COMPARE && token.is(Trait.COMPARES);
    }
}
