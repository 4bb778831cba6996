package io.tunetally.interpreter.entity;

import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Family;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Replacements;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills the model slots from the mentions; ambiguity, unpriced names and sizes become problems or other slots. */
public final class ModelSlot {
    private static final int SUGGESTIONS = 3;
    /** The most words between a bill and what it is for. */
    private static final int REACH_OF_PRODUCT = 3;
    /** The maximum number of models in one request; for more there is {@code all}. */
    private static final int MOST_MODELS = 16;

    private final ParseState state;
    /** The models of today that a tuned one would replace. */
    private List<Mention> today = List.of();

    private ModelSlot(ParseState state) {
        this.state = state;
    }

    public static void fill(ParseState state) {
        ModelSlot reader = new ModelSlot(state);
        reader.fill();
        reader.settleBill();
        MigrationTargets.settle(state);
    }

    private void fill() {
        if (!state.mentions.isEmpty() && state.mayEdit()) {
            new NameParts(state, this::unpriced).giveUp();
        }
        today = Incumbent.of(state);
        MigrationTargets targets = MigrationTargets.of(state);
        if (!targets.mentions().isEmpty()) {
            state.slots.put(SlotName.TARGETS, Slot.said(targets.ids(), span(targets.mentions())));
        }
        List<Mention> taken = new ArrayList<>();
        List<Mention> asked = AskedModels.of(state, targets, today).stream()
                .map(this::ofConversation)
                .toList();
        Teacher.fill(state, asked);
        Set<ModelId> ids = asked.size() > 1 ? new HashSet<>() : Set.of();
        Mention firstBeyond = null;
        boolean impossible = false;
        for (Mention mention : asked) {
            if (mention.id() == null) {
                ambiguous(mention);
            } else if (isGuess(mention)) {
                impossible = true;
                state.add(new Problem.AmbiguousModel(
                        typed(mention), nearest(mention), state.span(mention.first(), mention.last())));
            } else if (!isPossible(mention)) {
                impossible = true;
            } else if (asked.size() == 1) {
                taken = new ArrayList<>(asked);
            } else if (ids.size() < MOST_MODELS && ids.add(mention.id())) {
                taken.add(mention);
            } else if (!ids.contains(mention.id()) && firstBeyond == null) {
                firstBeyond = mention;
            }
        }
        if (firstBeyond != null) {
            state.add(new Problem.TooMany(
                    "model",
                    SlotName.MODELS,
                    MOST_MODELS,
                    typed(firstBeyond),
                    state.span(firstBeyond.first(), firstBeyond.last())));
        }
        if (taken.size() == 1 && UntunedModel.isOnlyTried(state, taken.getFirst())) {
            return;
        }
        if (taken.isEmpty()) {
            if (!impossible) {
                new NameParts(state, this::unpriced).fill();
            }
            if (asked.isEmpty() && targets.mentions().isEmpty()) {
                without();
                UntunedModel.ofConversation(state);
            }
            return;
        }
        state.slots.put(SlotName.MODELS, Slot.said(ids(taken), span(taken)));
        sizes(taken);
        untuned(taken);
    }

    /** {@code only the Gemma}: the name of a family is the one model of it that the conversation is about. */
    private Mention ofConversation(Mention mention) {
        Family family = mention.family();
        List<ModelId> before = state.remembered.value(SlotName.MODELS);
        if (before == null || family == null || !mention.bareFamily()) {
            return mention;
        }
        ModelId sibling = family.tier() ? sibling(mention) : null;
        if (sibling != null && family.candidates().contains(sibling)) {
            return mention.meaning(sibling);
        }
        if (!(family.open() || before.size() > 1 || isChosen(mention.first() - 1))) {
            return mention;
        }
        List<ModelId> known = before.stream()
                .filter(id -> family.equals(state.compiledLexicon.familyOf(id)) || family.includes(id))
                .toList();
        return known.size() == 1 ? mention.meaning(known.getFirst()) : mention;
    }

    /** The {@code gpt-4.1-mini} of {@code and mini?} after {@code gpt-4.1-nano}. */
    private @Nullable ModelId sibling(Mention mention) {
        return new Siblings(state.compiledLexicon, state.remembered)
                .tiered(state.typed(mention.first(), mention.last()));
    }

    /** The words before the name of {@code only nova}, {@code take the gemini}. */
    private boolean isChosen(int before) {
        int verb = state.hasTyped(before, Trait.DEFINITE_ARTICLE) ? before - 1 : before;
        return state.hasTyped(verb, Trait.NARROWS) || state.hasTyped(verb, Trait.KEEPS);
    }

    /** {@code no qwen}, {@code anything but mistral}, {@code recommend all models, without qwen3-8b}: what is out where no model is chosen. */
    private void without() {
        List<ModelId> before = state.remembered.value(SlotName.MODELS);
        List<ModelId> now = state.slots.build().value(SlotName.MODELS);
        boolean all = now != null && now.contains(SlotName.ALL_MODELS);
        if (before != null && !before.contains(SlotName.ALL_MODELS) && !all) {
            return;
        }
        List<Mention> out = AskedModels.ruledOut(state).stream()
                .filter(mention -> !Replacements.isReplaced(state, mention.last()))
                .filter(mention -> !state.isAt(mention.first() - 1, Cue.INSTEAD_OF))
                .filter(mention -> mention.id() != null || mention.family() != null)
                .toList();
        if (!out.isEmpty()) {
            List<ModelId> ids = out.stream().map(ModelSlot::named).distinct().toList();
            state.slots.put(SlotName.WITHOUT_MODELS, Slot.said(ids, span(out)));
        }
    }

    /** A bare name is that of all models of its family. */
    private static ModelId named(Mention mention) {
        Family family = mention.family();
        ModelId id = mention.id();
        return id == null || (mention.bareFamily() && family != null)
                ? new ModelId(Objects.requireNonNull(family).name())
                : id;
    }

    /** {@code vllama 9b}: a name that only a repair of its spelling gives, and no model has, is asked back. */
    private boolean isGuess(Mention mention) {
        TextSpan span = state.span(mention.first(), mention.last());
        return mention.billionParameters() != null
                && !isListed(mention)
                && state.repairs().stream()
                        .anyMatch(repair -> repair.span().start() >= span.start()
                                && repair.span().end() <= span.end());
    }

    private boolean isListed(Mention mention) {
        return mention.id() != null
                && state.compiledLexicon.catalog().model(mention.id()).isPresent();
    }

    /** True if a model can have the size in its name ({@code qwen -32b} cannot); otherwise adds a problem. */
    private boolean isPossible(Mention mention) {
        BigDecimal size = mention.billionParameters();
        boolean listed = state.compiledLexicon
                .catalog()
                .model(Objects.requireNonNull(mention.id()))
                .isPresent();
        if (size == null || listed || SlotName.SIZE_B.limits().allow(size)) {
            return true;
        }
        SlotFiller.settle(
                state, SlotName.SIZE_B, Numeral.of(size), Origin.SAID, state.span(mention.first(), mention.last()));
        return false;
    }

    private static List<ModelId> ids(List<Mention> mentions) {
        ModelId first = mentions.getFirst().id();
        return mentions.size() == 1 && first != null
                ? List.of(first)
                : mentions.stream().map(Mention::id).filter(Objects::nonNull).toList();
    }

    /** {@code base gpt-4o}, {@code plain gpt-4o}: the untuned model. */
    private void untuned(List<Mention> mentions) {
        if (mentions.size() == 1 && state.slots.has(SlotName.TEACHER)) {
            // "Distill from 4.1 to nano": the student is tuned.
            return;
        }
        List<Mention> untuned = new ArrayList<>();
        for (Mention mention : mentions) {
            if (isMeantAsItIs(mention) || today.contains(mention)) {
                untuned.add(mention);
            }
        }
        boolean asksSaving = state.advice().contains(Intent.BREAKEVEN);
        // Canonical text marks the untuned model itself.
        if (asksSaving && untuned.isEmpty() && !state.terse) {
            mentions.stream()
                    .filter(mention -> Incumbent.isOpposed(state, mention))
                    .limit(1)
                    .forEach(untuned::add);
        }
        if (untuned.isEmpty() || untuned.size() == mentions.size()) {
            billed().filter(ids(mentions)::contains)
                    .ifPresent(id -> put(SlotName.UNTUNED, List.of(id), span(mentions)));
        }
        // Beside the model of an earlier job the one that is asked about is to be tuned, too.
        boolean alone =
                mentions.size() == 1 && state.mentions.stream().noneMatch(mention -> state.isPast(mention.first()));
        boolean one = alone && UntunedModel.isAsked(state, mentions.getFirst());
        if (one) {
            put(SlotName.UNTUNED, ids(mentions), span(mentions));
        } else if (!untuned.isEmpty()
                && (mentions.size() > 1 || asksSaving || !today.isEmpty() || isBesideOther(untuned.getFirst()))) {
            List<TextSpan> spans = untuned.stream()
                    .map(mention -> UntunedModel.read(state, mention))
                    .toList();
            put(SlotName.UNTUNED, ids(untuned), spans.getFirst());
        }
    }

    /** {@code when does that pay back vs untuned gpt-4.1}: another model than those of the conversation. */
    private boolean isBesideOther(Mention mention) {
        List<ModelId> before = state.remembered.value(SlotName.MODELS);
        return before != null
                && mention.id() != null
                && !before.contains(SlotName.ALL_MODELS)
                && !before.contains(mention.id());
    }

    private void put(SlotName<List<ModelId>> name, List<ModelId> ids, TextSpan span) {
        state.slots.put(name, Slot.said(ids, span));
    }

    // "base" after a model's name extends it; before a name it means the untuned model.
    private boolean isMeantAsItIs(Mention mention) {
        Token before = state.at(mention.first() - 1);
        return UntunedModel.marks(state, mention) || (before != null && before.is(Trait.UNTUNED_PREFIX));
    }

    /** {@code we spend $3,000 a month on gpt-4o}: the model that a bill of today is for is the nearest to it. */
    private Optional<ModelId> billed() {
        SlotCandidates.Candidate bill = bill();
        return bill == null
                ? Optional.empty()
                : state.mentions.stream()
                        .filter(mention -> (state.terse && state.mentions.size() == 1 && !isTuned(mention))
                                || isPaidFor(mention, bill.token()))
                        .min(Comparator.comparingInt(mention -> Math.abs(mention.first() - bill.token())))
                        .map(Mention::id);
    }

    private SlotCandidates.@Nullable Candidate bill() {
        return state.candidates.amounts(SlotName.MONTHLY_BILL_USD).findFirst().orElse(null);
    }

    private boolean isPaidFor(Mention mention, int amount) {
        return !state.terse && !isTuned(mention) && state.sentence(amount).equals(state.sentence(mention.first()));
    }

    private boolean isTuned(Mention mention) {
        int before = mention.first() - 1;
        return state.isAt(before, Category.TUNING) || state.isAt(before - 1, Category.TUNING);
    }

    /**
     * A bill for anything else is none; in a conversation it is that of its one model, and without any it waits for one.
     * Beside models that are to be tuned it is what these are measured against.
     */
    private void settleBill() {
        SlotCandidates.Candidate bill = bill();
        if (bill == null || state.slots.has(SlotName.UNTUNED)) {
            return;
        }
        List<ModelId> before = state.remembered.value(SlotName.MODELS);
        if (state.mentions.isEmpty() && before != null && before.size() == 1 && !before.contains(SlotName.ALL_MODELS)) {
            state.slots.put(SlotName.UNTUNED, Slot.of(before, Origin.SAID));
        } else if (state.mentions.size() == 1 && Incumbent.isOpposed(state, state.mentions.getFirst())) {
            put(SlotName.UNTUNED, ids(state.mentions), span(state.mentions));
        } else if (isForProduct(bill.token()) ? !state.mentions.isEmpty() : namesModelWithoutSlot()) {
            state.slots.remove(SlotName.MONTHLY_BILL_USD);
            state.ignore(bill.token());
        }
    }

    /** False of {@code the ChatGPT thing costs us $14 a month}, whose model is asked for. */
    private boolean namesModelWithoutSlot() {
        return !state.slots.has(SlotName.MODELS) && state.mentions.stream().anyMatch(mention -> mention.id() != null);
    }

    /** {@code we pay $99 a month for Zapier}, {@code $3,100/month for ads}: a name that is no model's or seller's is another product. */
    private boolean isForProduct(int amount) {
        for (int i = amount + 1; i <= amount + REACH_OF_PRODUCT && !state.isBreakAt(i); i++) {
            Token name = state.at(i + 1);
            if (state.isAt(i, Cue.FOR) && name != null) {
                return state.hasTyped(i + 1, Trait.OTHER_EXPENSE)
                        || (name.kind == Token.Kind.WORD
                                && Character.isUpperCase(
                                        state.text.typed(name.start, name.end).charAt(0)));
            }
        }
        return false;
    }

    private TextSpan span(List<Mention> mentions) {
        Mention first = mentions.getFirst();
        return state.spanOfList(first.first(), first.last(), mentions.getLast().last());
    }

    private void sizes(List<Mention> mentions) {
        BigDecimal size = null;
        Mention sized = null;
        for (Mention mention : mentions) {
            boolean listed = mention.id() != null
                    && state.compiledLexicon.catalog().model(mention.id()).isPresent();
            BigDecimal said = mention.billionParameters();
            if (said != null && !listed) {
                boolean several = size != null && size.compareTo(said) != 0;
                size = several ? null : said;
                sized = several ? null : mention;
            }
            if (!listed && mention.id() != null) {
                unpriced(mention);
            }
        }
        if (size != null && sized != null) {
            SlotFiller.settle(
                    state, SlotName.SIZE_B, Numeral.of(size), Origin.SAID, state.span(sized.first(), sized.last()));
        }
    }

    private void ambiguous(Mention mention) {
        List<String> names = mention.candidates().stream().map(ModelId::value).toList();
        state.add(new Problem.AmbiguousModel(typed(mention), names, state.span(mention.first(), mention.last())));
    }

    /** A model that is priced by size needs only a provider. */
    private void unpriced(Mention mention) {
        boolean sized = mention.billionParameters() != null
                && mention.family() != null
                && mention.family().open();
        if (sized && state.slots.has(SlotName.PROVIDER)) {
            return;
        }
        state.add(new Problem.UnpricedModel(
                typed(mention), nearest(mention), state.span(mention.first(), mention.last())));
    }

    private List<String> nearest(Mention mention) {
        BigDecimal size = mention.billionParameters();
        if (size != null) {
            return state.compiledLexicon.catalog().models().stream()
                    .filter(model -> model.billionParameters() != null)
                    .sorted(Comparator.comparing((Model model) -> distance(model, size))
                            .thenComparing(model -> model.id().value()))
                    .limit(SUGGESTIONS)
                    .map(model -> model.id().value())
                    .toList();
        }
        Family family = mention.family();
        return family == null
                ? List.of()
                : family.candidates().stream()
                        .map(ModelId::value)
                        .limit(SUGGESTIONS)
                        .toList();
    }

    private static BigDecimal distance(Model model, BigDecimal size) {
        BigDecimal billions = model.billionParameters();
        return billions == null ? BigDecimal.ZERO : billions.subtract(size).abs();
    }

    private String typed(Mention mention) {
        return state.text.typed(state.token(mention.first()).start, state.token(mention.last()).end);
    }
}
