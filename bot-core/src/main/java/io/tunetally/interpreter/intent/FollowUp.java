package io.tunetally.interpreter.intent;

import io.tunetally.catalog.Method;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Family;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.quantity.MoneyQuantities;
import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.SlotTrait;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges a message into the remembered request: given values replace, others are inherited, models can be added or dropped. */
public final class FollowUp {
    /** A number in a longer clause belongs to the clause's own topic. */
    private static final int MOST_AROUND_A_NUMBER = 6;

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
        arithmetic();
        bareNumber();
        remembered.names().forEach(this::inherit);
        Slots said = state.slots.build();
        dropContradicted(said);
        if (examines) {
            state.withoutProblems(this::isOneCompared);
        }
        state.problems().forEach(this::dropUnsettled);
        said.names().forEach(name -> take(said, name));
        models(said);
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
        if (!dropped.isEmpty() && now == null) {
            List<ModelId> rest = new ArrayList<>(before);
            rest.removeAll(dropped);
            if (!rest.isEmpty()) {
                merged.put(SlotName.MODELS, new Slot<>(List.copyOf(rest), null, Origin.REMEMBERED, null, false));
            }
        } else if (now != null && appends() && !before.contains(SlotName.ALL_MODELS)) {
            List<ModelId> both = new ArrayList<>(before);
            now.value().stream().filter(id -> !both.contains(id)).forEach(both::add);
            merged.put(SlotName.MODELS, new Slot<>(List.copyOf(both), null, Origin.SAID, now.span(), false));
        } else if (now != null) {
            dropUnofferedMethod(now.value());
        }
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
            if (state.isTakenBack(mention.first())) {
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
                        .filter(id -> family != null && family.equals(state.compiledLexicon.familyOf(id)))
                        .toList();
    }

    boolean appends() {
        if (examines) {
            return true;
        }
        Token first = state.at(0);
        boolean leads = first != null && (first.is(Cue.VERSUS) || first.is(Cue.ADD));
        boolean compares = state.has(Cue.VERSUS) || state.any(FollowUp::isComparison);
        return leads || state.has(Cue.ADD) || (compares && state.mentions.size() == 1);
    }

    private static boolean isComparison(Token token) {
        return token.lexeme != null && token.lexeme.intent() == Intent.COMPARE && token.is(Trait.COMPARES);
    }

    private void arithmetic() {
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            BigDecimal factor = factor(i, token);
            SlotName<?> slot = factor == null ? null : slotAfter(i);
            if (factor != null && slot != null && !state.slots.has(slot)) {
                scale(slot, factor, i);
            }
        }
    }

    private @Nullable BigDecimal factor(int i, Token token) {
        if (token.is(Cue.DOUBLE)) {
            return BigDecimal.TWO;
        }
        if (token.is(Cue.TRIPLE)) {
            return BigDecimal.valueOf(3);
        }
        if (token.is(Cue.HALF)) {
            return new BigDecimal("0.5");
        }
        return isMultiple(state, i) ? token.numeral().value() : null;
    }

    /** True if a remembered value is multiplied: {@code 10x the data}. */
    static boolean multiplies(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            if (isMultiple(state, i) && new FollowUp(state, state.remembered, false).slotAfter(i) != null) {
                return true;
            }
        }
        return false;
    }

    /** The {@code 10} of {@code 10x the data}. */
    private static boolean isMultiple(ParseState state, int i) {
        Token token = state.token(i);
        return token.isNumber()
                && token.use == Token.Use.NOTHING
                && !token.numeral().isRange()
                && (state.isSymbolAt(i + 1, 'x') || state.isAt(i + 1, Measure.TIMES));
    }

    private @Nullable SlotName<?> slotAfter(int i) {
        for (int k = i + 1; k < Math.min(state.size(), i + 5); k++) {
            if (MoneyQuantities.isBudgetWord(state.token(k))) {
                return SlotName.BUDGET_USD;
            }
            if (state.isAt(k, Category.TOPICS)) {
                return slotOf(state.token(k));
            }
            Measure measure = state.measureAt(k);
            if (measure != null && measure != Measure.TIMES) {
                return slotOf(measure);
            }
        }
        return null;
    }

    /** {@code double the data}, {@code 3x the traffic}. */
    private @Nullable SlotName<?> slotOf(Token topic) {
        if (topic.is(Trait.TRAINING_DATA)) {
            return remembered.has(SlotName.TOTAL_TOKENS) ? SlotName.TOTAL_TOKENS : SlotName.EXAMPLES;
        }
        return topic.is(Trait.TRAFFIC) ? SlotName.REQUESTS_PER_DAY : null;
    }

    private @Nullable SlotName<?> slotOf(Measure measure) {
        return switch (measure) {
            case EXAMPLE, ITEM -> SlotName.EXAMPLES;
            case EPOCH -> SlotName.EPOCHS;
            case TOKEN -> remembered.has(SlotName.TOTAL_TOKENS) ? SlotName.TOTAL_TOKENS : SlotName.TOKENS_PER_EXAMPLE;
            case REQUEST -> SlotName.REQUESTS_PER_DAY;
            case MONTH -> SlotName.MONTHS;
            case RUN -> SlotName.RUNS;
            default -> null;
        };
    }

    private void scale(SlotName<?> name, BigDecimal factor, int token) {
        Slot<?> slot = remembered.get(name);
        BigDecimal before = slot == null ? null : number(slot.value());
        if (slot == null || before == null) {
            return;
        }
        Numeral after = Numeral.of(before.multiply(factor));
        BigDecimal high = number(slot.high());
        SlotFiller.settle(
                state, name, high == null ? after : after.to(Numeral.of(high.multiply(factor))), Origin.DERIVED, token);
        state.token(token).use = Token.Use.SLOT;
    }

    /** A number without a unit replaces the only remembered value of its magnitude. */
    private void bareNumber() {
        int open = openNumber(state);
        if (open < 0) {
            return;
        }
        Numeral numeral = Amounts.counted(state.token(open).numeral());
        SlotName<?> slot = likeliest(numeral.value());
        if (slot != null) {
            SlotFiller.settle(state, slot, numeral, Origin.SAID, open);
            state.token(open).use = Token.Use.SLOT;
        }
    }

    /** Returns the index of the only unused number, in a clause of hardly more than it; else -1. */
    static int openNumber(ParseState state) {
        int open = -1;
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            boolean free = token.isNumber() && token.use == Token.Use.NOTHING && !isMultiple(state, i);
            if (free && token.numeral().suffix() != 'b') {
                if (open >= 0) {
                    return -1;
                }
                open = i;
            }
        }
        return open >= 0 && state.clause(open).end() - state.clause(open).first() <= MOST_AROUND_A_NUMBER ? open : -1;
    }

    private @Nullable SlotName<?> likeliest(BigDecimal value) {
        SlotName<?> found = null;
        for (SlotName<?> name : remembered.names()) {
            BigDecimal number = number(remembered.value(name));
            if (name.is(SlotTrait.REPLACEABLE) && number != null && alike(number, value)) {
                if (found != null) {
                    return null;
                }
                found = name;
            }
        }
        return found;
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        return switch (value) {
            case Long count -> BigDecimal.valueOf(count);
            case BigDecimal amount -> amount;
            case null, default -> null;
        };
    }

    private static boolean alike(BigDecimal a, BigDecimal b) {
        int digitsA = a.precision() - a.scale();
        int digitsB = b.precision() - b.scale();
        boolean smallA = digitsA <= 2;
        boolean smallB = digitsB <= 2;
        return smallA == smallB && Math.abs(digitsA - digitsB) <= 2;
    }
}
