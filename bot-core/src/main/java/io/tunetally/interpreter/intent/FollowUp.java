package io.tunetally.interpreter.intent;

import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.run.BilledTokens;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Criterion;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.SlotTrait;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges a message into the remembered request: given values replace, others are inherited, models can be added or dropped. */
public final class FollowUp {
    private static final BigDecimal ALWAYS = TimeUnit.MONTH.hours(BigDecimal.ONE);

    private final ParseState state;
    private final Slots remembered;
    private final Slots.Builder merged;
    private final boolean examines;
    private @Nullable Boolean appends;

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
        return new FollowUp(state, state.isOtherStage() ? state.remembered : remembered, examines).merge();
    }

    /** A request for a price ends an earlier question about a budget. */
    public static Slots withoutRememberedBudget(Slots slots) {
        Slot<BigDecimal> budget = slots.get(SlotName.BUDGET_USD);
        return budget != null && budget.origin() == Origin.REMEMBERED ? slots.without(SlotName.BUDGET_USD) : slots;
    }

    private Slots merge() {
        Slots read = state.slots.build();
        ValueArithmetic arithmetic = new ValueArithmetic(state, remembered);
        if (state.mayEdit()) {
            arithmetic.read();
            new OpenCounts(state, remembered).read();
        }
        MovedCounts moved = new MovedCounts(state, remembered);
        moved.read();
        new OpenNumbers(state, remembered).read();
        DerivedEdits.read(state, read, arithmetic.moreOrLess());
        moved.saidAgain();
        List<ModelId> sold = new SellerEdits(state).left();
        List<SlotName<?>> withdrawn = new Withdrawals(state, remembered).read();
        remembered.names().forEach(this::inherit);
        withdrawn.forEach(merged::remove);
        withoutBatch();
        aroundTheClock();
        TargetEdits targets = new TargetEdits(state, remembered);
        targets.read();
        Slots said = state.slots.build();
        dropContradicted(said);
        if (examines) {
            state.withoutProblems(this::isOneCompared);
        }
        state.problems().forEach(this::dropUnsettled);
        said.names().forEach(name -> take(said, name));
        criteria(said);
        withoutModels(said);
        targets.merge(merged, said, appends());
        models(said, sold);
        billed(said);
        new ProviderEdits(state, remembered, merged).apply(said);
        return BilledTokens.ofNewJob(remembered, said, merged.build());
    }

    /** {@code gpt-4o} after {@code we spent $3,200 last month, when does tuning pay back}: the first model that is named is what the bill pays for. */
    private void billed(Slots said) {
        Slot<List<ModelId>> models = said.get(SlotName.MODELS);
        boolean open = remembered.has(SlotName.MONTHLY_BILL_USD)
                && !remembered.has(SlotName.MODELS)
                && !remembered.has(SlotName.UNTUNED);
        if (open && models != null && models.value().size() == 1 && !said.has(SlotName.UNTUNED)) {
            merged.put(SlotName.UNTUNED, models);
        }
    }

    /** {@code but the tone matters too}: a reason is one more, unless the message takes the other back. */
    private void criteria(Slots said) {
        List<Criterion> before = remembered.value(SlotName.CRITERIA);
        Slot<List<Criterion>> now = said.get(SlotName.CRITERIA);
        boolean replaces = state.has(Cue.INSTEAD) || state.has(Cue.CORRECTION);
        if (before != null && now != null && !replaces) {
            Set<Criterion> all = EnumSet.copyOf(before);
            all.addAll(now.value());
            merged.put(SlotName.CRITERIA, Slot.said(List.copyOf(all), now.span()));
        }
    }

    /** {@code and no qwen}: what was out before stays out. */
    private void withoutModels(Slots said) {
        Slot<List<ModelId>> before = merged.get(SlotName.WITHOUT_MODELS);
        List<ModelId> earlier = remembered.value(SlotName.WITHOUT_MODELS);
        if (before != null && earlier != null && said.has(SlotName.WITHOUT_MODELS)) {
            Set<ModelId> all = new LinkedHashSet<>(earlier);
            all.addAll(before.value());
            merged.put(SlotName.WITHOUT_MODELS, Slot.said(List.copyOf(all), before.span()));
        }
    }

    /** {@code no batch discount}: takes the remembered one back. */
    private void withoutBatch() {
        Boolean batch = state.slots.build().value(SlotName.BATCH);
        if (Boolean.FALSE.equals(batch) && remembered.has(SlotName.BATCH)) {
            state.slots.remove(SlotName.BATCH);
            merged.remove(SlotName.BATCH);
        }
    }

    /** {@code no, all day}: the hours of a whole month limit nothing. */
    private void aroundTheClock() {
        BigDecimal hours = state.slots.build().value(SlotName.MONTHLY_HOURS);
        if (hours != null && hours.compareTo(ALWAYS) == 0) {
            state.slots.remove(SlotName.MONTHLY_HOURS);
            merged.remove(SlotName.MONTHLY_HOURS);
        }
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
        replaces(said, SlotName.TOKENS_PER_SECOND, SlotName.TOKENS_PER_SECOND_PER_GPU);
        replaces(said, SlotName.TOKENS_PER_SECOND_PER_GPU, SlotName.TOKENS_PER_SECOND);
        replaces(said, SlotName.DAYS, SlotName.MONTHS, SlotName.HOSTING_HOURS);
        replaces(said, SlotName.MONTHS, SlotName.DAYS, SlotName.HOSTING_HOURS);
        replaces(said, SlotName.HOSTING_HOURS, SlotName.DAYS, SlotName.MONTHS, SlotName.MONTHLY_HOURS);
        replaces(said, SlotName.MONTHLY_HOURS, SlotName.HOSTING_HOURS);
        dropHourOfOtherGpu(said);
        replaces(said, SlotName.PROVIDER, SlotName.PROVIDERS, SlotName.OWN_HARDWARE);
        replaces(said, SlotName.PROVIDERS, SlotName.PROVIDER, SlotName.OWN_HARDWARE);
        if (isBillOfOther(said)) {
            replaces(said, SlotName.MODELS, SlotName.SIZE_B);
        } else if (!appends()) {
            replaces(said, SlotName.MODELS, SlotName.SIZE_B, SlotName.UNTUNED);
        }
        List<ModelId> chosen = said.value(SlotName.MODELS);
        if (chosen != null && !chosen.contains(SlotName.ALL_MODELS)) {
            replaces(said, SlotName.MODELS, SlotName.MOST_SIZE_B, SlotName.WITHOUT_MODELS, SlotName.OPEN_ONLY);
        }
        if (said.has(SlotName.OPEN_ONLY) && !said.has(SlotName.MODELS)) {
            keepOpen();
        }
        replaces(said, SlotName.MODELS, SlotName.MOST_MODELS);
        replaces(said, SlotName.MOST_SIZE_B, SlotName.MODELS, SlotName.SIZE_B);
        replaces(said, SlotName.SIZE_B, SlotName.MODELS, SlotName.MOST_SIZE_B);
    }

    /**
     * {@code same on h200 from nebius} after {@code 2x h100 at $2.10/h}: another GPU, or one of another seller, has its own price;
     * {@code that's on lambda} says where the price is from.
     */
    private void dropHourOfOtherGpu(Slots said) {
        String gpu = said.value(SlotName.GPU);
        String before = remembered.value(SlotName.GPU);
        ProviderId seller = said.value(SlotName.PROVIDER);
        boolean other = gpu != null && before != null && !gpu.equals(before);
        boolean elsewhere = seller != null
                && !state.has(Cue.IS)
                && !seller.equals(remembered.value(SlotName.PROVIDER))
                && state.compiledLexicon.offers().rents(seller);
        boolean keeps = said.has(SlotName.GPU_HOUR_USD) || state.has(Cue.CORRECTION) || samePrice();
        if ((other || elsewhere) && !keeps) {
            merged.remove(SlotName.GPU_HOUR_USD);
        }
    }

    /** {@code an a100 at the same price}, {@code at that rate}. */
    private boolean samePrice() {
        for (int i = 1; i < state.size(); i++) {
            boolean led = state.isAt(i - 1, Cue.SAME) || state.hasTyped(i - 1, Trait.THIS_PERIOD);
            if (led && (state.hasTyped(i, Trait.PRICE_NOUN) || state.hasTyped(i, Trait.HOURLY_PRICE))) {
                return true;
            }
        }
        return false;
    }

    /** {@code only open models}: of those before, the open ones are left; without any, all are asked about. */
    private void keepOpen() {
        Slot<List<ModelId>> before = remembered.get(SlotName.MODELS);
        List<ModelId> open = before == null
                ? List.of()
                : before.value().stream().filter(this::isOpen).toList();
        merged.remove(SlotName.MODELS);
        if (before != null && !open.isEmpty()) {
            merged.put(SlotName.MODELS, new Slot<>(open, null, Origin.REMEMBERED, null, before.approximate()));
        }
    }

    /** {@code only open models} for the target: the model that a migration leaves stays. */
    public static Slots withModelLeft(Slots merged, Request before) {
        Slot<List<ModelId>> left = before.slots().get(SlotName.MODELS);
        boolean dropped =
                before.intent() == Intent.MIGRATE && merged.has(SlotName.OPEN_ONLY) && !merged.has(SlotName.MODELS);
        return left == null || !dropped
                ? merged
                : merged.with(SlotName.MODELS, new Slot<>(left.value(), null, Origin.REMEMBERED, null, false));
    }

    private boolean isOpen(ModelId id) {
        return state.compiledLexicon.catalog().model(id).filter(Model::open).isPresent();
    }

    /** {@code then llama 70b} after a bill for another model: the bill stays that model's, which tuning would replace. */
    private boolean isBillOfOther(Slots said) {
        return remembered.has(SlotName.MONTHLY_BILL_USD)
                && remembered.has(SlotName.UNTUNED)
                && said.has(SlotName.MODELS)
                && !said.has(SlotName.MONTHLY_BILL_USD)
                && !appends();
    }

    /** The cheapest in place of what a bill pays for need not be the model that was set against it before. */
    public static Slots withoutOthersThanBilled(Slots slots) {
        Slot<List<ModelId>> models = slots.get(SlotName.MODELS);
        Slot<List<ModelId>> billed = slots.get(SlotName.UNTUNED);
        return models == null
                        || billed == null
                        || models.origin() != Origin.REMEMBERED
                        || !slots.has(SlotName.MONTHLY_BILL_USD)
                ? slots
                : slots.with(SlotName.MODELS, billed);
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
            case Problem.ForeignCurrency money -> {
                if (money.amount() != null) {
                    merged.remove(money.slot());
                }
            }
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

    private void models(Slots said, List<ModelId> sold) {
        List<ModelId> before = remembered.value(SlotName.MODELS);
        Slot<List<ModelId>> now = said.get(SlotName.MODELS);
        ModelEdits edits = new ModelEdits(state, remembered);
        if (examines && now != null && (before == null || before.contains(SlotName.ALL_MODELS))) {
            merged.remove(SlotName.MODELS);
            inherit(SlotName.MODELS);
            return;
        }
        if (before == null) {
            return;
        }
        List<ModelId> billed = remembered.value(SlotName.UNTUNED);
        if (now != null && billed != null && isBillOfOther(said)) {
            List<ModelId> both = new ArrayList<>(billed);
            now.value().stream().filter(id -> !both.contains(id)).forEach(both::add);
            merged.put(SlotName.MODELS, Slot.said(List.copyOf(both), now.span()));
            dropUnofferedMethod(now.value());
            return;
        }
        List<ModelId> left = new ArrayList<>(edits.left(before));
        left.retainAll(sold);
        if (!left.equals(before) && (now == null || before.containsAll(now.value()))) {
            keep(SlotName.MODELS, left);
        } else if (now != null && !left.equals(before) && !left.isEmpty()) {
            // One of several gives way to another: "4o out, 4.1 in".
            List<ModelId> both = ListEdits.replaced(before, left, now.value());
            merged.put(SlotName.MODELS, Slot.said(both, now.span()));
        } else if (now != null && appends() && !before.contains(SlotName.ALL_MODELS)) {
            List<ModelId> both = new ArrayList<>(before);
            now.value().stream().filter(id -> !both.contains(id)).forEach(both::add);
            merged.put(SlotName.MODELS, Slot.said(List.copyOf(both), now.span()));
        } else if (now != null && !before.containsAll(now.value())) {
            dropUnofferedMethod(now.value());
        }
    }

    private void keep(SlotName<List<ModelId>> name, List<ModelId> left) {
        if (!left.isEmpty()) {
            merged.put(name, new Slot<>(List.copyOf(left), null, Origin.REMEMBERED, null, false));
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
                && trainedBefore(provider.value())
                && models.stream()
                        .noneMatch(id -> state.compiledLexicon.offers().trains(provider.value(), id, size()))) {
            forgo(SlotName.PROVIDER, true);
        }
    }

    /** False for a provider without a price for training, which stays for what else it sells. */
    private boolean trainedBefore(ProviderId provider) {
        List<ModelId> before = remembered.value(SlotName.MODELS);
        return before == null
                || before.stream().anyMatch(id -> state.compiledLexicon.offers().trains(provider, id, size()));
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

    private boolean appends() {
        if (appends == null) {
            appends = examines || saysSo();
        }
        return appends;
    }

    /** True if words of the message add a model to those before. */
    private boolean saysSo() {
        boolean leads = state.isAt(0, Cue.VERSUS) || state.hasTyped(0, Trait.OPPOSES);
        boolean compares = state.has(Cue.VERSUS) || state.any(FollowUp::isComparison);
        return leads
                || isBesideThat()
                || isOpposedToThat()
                || isAllOf()
                || isOpposed()
                || adds(state)
                || isRaised()
                || (compares && state.mentions.size() == 1)
                || isAgainstIncumbent()
                || isOneMore()
                || isCheaper();
    }

    /** {@code is gpt-4.1-nano cheaper}, {@code would the 8b be dearer}: than the model of the conversation. */
    private boolean isCheaper() {
        boolean one = state.mentions.size() == 1 && state.hasQuestionMark() && remembered.has(SlotName.MODELS);
        boolean cheaper = one && state.any(token -> token.intent() == Intent.COMPARE && token.is(Trait.CHEAPER));
        return cheaper && !state.has(Cue.INSTEAD) && !state.has(Cue.INSTEAD_OF);
    }

    /** {@code like you had it, plus gpt-4o}, {@code same as before plus llama 8b}. */
    private boolean isRaised() {
        return state.mentions.size() == 1
                && state.hasTyped(state.mentions.getFirst().first() - 1, Trait.RAISES);
    }

    /** {@code how does that look next to gpt-4.1}. */
    private boolean isOpposed() {
        return state.mentions.stream()
                .map(Mention::first)
                .anyMatch(first ->
                        first > 0 && state.hasTyped(first - 1, Trait.OPPOSES) && !state.isOfMention(first - 2));
    }

    /** {@code and qwen3 8b}: beside several models that are compared. */
    private boolean isOneMore() {
        List<ModelId> before = remembered.value(SlotName.MODELS);
        return before != null
                && before.size() > 1
                && state.mentions.size() == 1
                && state.isAt(0, Cue.AND)
                && state.mentions.getFirst().first() == 1;
    }

    /** {@code and ministral 3b and qwen3 4b, all three next to each other}: with the models of before they are so many. */
    private boolean isAllOf() {
        List<ModelId> before = remembered.value(SlotName.MODELS);
        Slot<List<ModelId>> now = state.slots.get(SlotName.MODELS);
        int together =
                before == null || now == null ? 0 : before.size() + now.value().size();
        for (int i = 1; together > 0 && i < state.size(); i++) {
            if (state.isNumberAt(i)
                    && state.isAt(i - 1, Cue.ALL)
                    && state.token(i).numeral().value().compareTo(BigDecimal.valueOf(together)) == 0) {
                return true;
            }
        }
        return false;
    }

    /** {@code compared with it}, {@code how does gpt-4.1 stack up against that}, {@code put nova lite next to these two}. */
    private boolean isOpposedToThat() {
        for (int i = 0; i < state.size() - 1; i++) {
            int end = state.isNumberAt(i + 2) || state.hasTyped(i + 2, Trait.ONE_OF_THEM) ? i + 3 : i + 2;
            boolean that = state.hasTyped(i + 1, Trait.PRONOUN) || state.isAt(i + 1, Cue.THEM);
            boolean ends = state.isBreakAt(end) || state.isAt(end, Category.COURTESIES);
            if (state.hasTyped(i, Trait.OPPOSES) && that && ends) {
                return true;
            }
        }
        return false;
    }

    /** {@code that or Llama 4 Scout}, {@code this one cheaper or gemini}, {@code this one and llama 8b together}. */
    private boolean isBesideThat() {
        return state.mentions.stream().anyMatch(mention -> {
            int join = mention.first() - 1;
            int that = join - 1;
            while (state.hasTyped(that, Trait.ONE_OF_THEM) || state.hasTyped(that, Trait.CHEAPER)) {
                that--;
            }
            boolean together = state.isAt(join, Cue.AND) && state.hasTyped(mention.last() + 1, Trait.ALSO_ADVERB);
            return state.hasTyped(that, Trait.PRONOUN) && (state.isAt(join, Cue.OR) || together);
        });
    }

    /** {@code is it cheaper than gpt-4o}: the one model of the message is what the others are compared with. */
    private boolean isAgainstIncumbent() {
        return state.mentions.size() == 1 && state.slots.has(SlotName.UNTUNED);
    }

    /** {@code + phi4}, {@code llama too}; the "too" of "too big" adds nothing. */
    static boolean adds(ParseState state) {
        if (state.isSymbolAt(0, '+') && state.token(0).spaced) {
            return true;
        }
        if (state.hasTypedAnywhere(Trait.THROWS_IN)
                && state.mentions.stream().anyMatch(mention -> Exclusion.isThrownIn(state, mention.last()))) {
            return true;
        }
        for (int i = 0; state.has(Cue.ADD) && i < state.size(); i++) {
            boolean ends = state.isBreakAt(i + 1) || state.isAt(i + 1, Category.COURTESIES);
            // "If llama 8b does it too": it takes the place of the other.
            boolean does = state.isAt(i, Trait.TRAILS)
                    && (state.hasTyped(i - 1, Trait.DOES_JOB)
                            || (state.hasTyped(i - 1, Trait.PRONOUN) && state.hasTyped(i - 2, Trait.DOES_JOB)));
            if (state.isAt(i, Cue.ADD) && !does && (!state.isAt(i, Trait.TRAILS) || ends)) {
                return true;
            }
        }
        return false;
    }

    static boolean isComparison(Token token) {
        return token.lexeme != null && token.lexeme.intent() == Intent.COMPARE && token.is(Trait.COMPARES);
    }
}
