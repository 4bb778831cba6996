package io.tunetally.interpreter.entity;

import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Family;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.sentence.LazyLists;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Fills the model slots from the mentions; ambiguity, unpriced names and sizes become problems or other slots. */
public final class ModelSlot {
    private static final int SUGGESTIONS = 3;
    /** The maximum number of models in one request; for more there is {@code all}. */
    private static final int MOST_MODELS = 16;
    /** In a conversation, a size in a sentence this short replaces the remembered one: {@code the 70b I meant}. */
    private static final int SHORT = 8;

    private final ParseState state;
    /** Sizes without a model. */
    private List<Integer> unnamed = List.of();

    private ModelSlot(ParseState state) {
        this.state = state;
    }

    public static void fill(ParseState state) {
        new ModelSlot(state).fill();
        MigrationTargets.settle(state);
    }

    private void fill() {
        MigrationTargets targets = MigrationTargets.of(state);
        if (!targets.mentions().isEmpty()) {
            state.slots.put(
                    SlotName.TARGETS, new Slot<>(targets.ids(), null, Origin.SAID, span(targets.mentions()), false));
        }
        List<Mention> taken = List.of();
        Set<ModelId> ids = state.mentions.size() > 1 ? new HashSet<>() : Set.of();
        boolean told = tellsOfOthers();
        Mention firstBeyond = null;
        boolean impossible = false;
        for (Mention mention : state.mentions) {
            if (targets.mentions().contains(mention)
                    || state.isTakenBack(mention.first())
                    || (told && state.isReported(mention.first()))) {
                continue;
            }
            if (mention.id() == null) {
                ambiguous(mention);
            } else if (!isPossible(mention)) {
                impossible = true;
            } else if (state.mentions.size() == 1) {
                taken = state.mentions;
            } else if (ids.size() < MOST_MODELS && ids.add(mention.id())) {
                taken = LazyLists.with(taken, mention);
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
        if (taken.isEmpty()) {
            if (!impossible) {
                bareSizeOrAll();
            }
            return;
        }
        state.slots.put(SlotName.MODELS, new Slot<>(ids(taken), null, Origin.SAID, span(taken), false));
        sizes(taken);
        untuned(taken);
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

    /** {@code we fine-tuned gpt-4o in March; now we want gpt-4o-mini}: past work is not the request. */
    private boolean tellsOfOthers() {
        boolean asked = false;
        for (int i = 0; state.has(Cue.REPORT) && i < state.mentions.size(); i++) {
            asked |= !state.isReported(state.mentions.get(i).first());
        }
        return asked;
    }

    private static List<ModelId> ids(List<Mention> mentions) {
        ModelId first = mentions.getFirst().id();
        return mentions.size() == 1 && first != null
                ? List.of(first)
                : mentions.stream().map(Mention::id).filter(Objects::nonNull).toList();
    }

    /** {@code base gpt-4o}, {@code plain gpt-4o}: the untuned model. */
    private void untuned(List<Mention> mentions) {
        List<Mention> untuned = List.of();
        for (Mention mention : mentions) {
            if (isMeantAsItIs(mention)) {
                untuned = LazyLists.with(untuned, mention);
            }
        }
        if (!untuned.isEmpty() && untuned.size() < mentions.size()) {
            for (Mention mention : untuned) {
                state.token(mention.first() - 1).use = Token.Use.SLOT;
            }
            TextSpan span = state.span(
                    untuned.getFirst().first() - 1, untuned.getFirst().last());
            state.slots.put(SlotName.UNTUNED, new Slot<>(ids(untuned), null, Origin.SAID, span, false));
        }
    }

    // "base" after a model's name extends it; before a name it means the untuned model.
    private boolean isMeantAsItIs(Mention mention) {
        int before = mention.first() - 1;
        Token token = state.at(before);
        return token != null && (token.is(Cue.UNTUNED) || token.is(Trait.UNTUNED_PREFIX));
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

    private void bareSizeOrAll() {
        List<Integer> sizes = List.of();
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            if (state.isSize(i) && token.use == Token.Use.NOTHING) {
                if (isBareSize(i, token)) {
                    sizes = LazyLists.with(sizes, i);
                }
            } else if (token.is(Cue.ALL) && sizes.isEmpty() && !state.slots.has(SlotName.MODELS)) {
                all(i);
            }
        }
        if (!sizes.isEmpty()) {
            standards(sizes);
        }
        // Beside a size with a model, a size without one is a model without a price.
        for (int i = 0; i < unnamed.size(); i++) {
            int place = unnamed.get(i);
            Numeral size = Numeral.of(state.token(place).numeral().value());
            if (!sizes.isEmpty()) {
                unpriced(new Mention(place, place, null, List.of(), size.value(), null, "", false));
            } else if (i == 0) {
                SlotFiller.settle(state, SlotName.SIZE_B, size, Origin.SAID, place);
            } else {
                state.token(place).use = Token.Use.KNOWN_NON_SLOT;
            }
        }
    }

    private void all(int i) {
        if ((state.has(Category.INTENTS) && state.terse) || state.isAt(i - 1, Category.INTENTS)) {
            state.token(i).use = Token.Use.SLOT;
            state.slots.put(
                    SlotName.MODELS,
                    new Slot<>(List.of(SlotName.ALL_MODELS), null, Origin.SAID, state.span(i, i), false));
        }
    }

    /** True if a size means a model ({@code 8b}); in a command, a size without a model fills its own slot. */
    private boolean isBareSize(int i, Token token) {
        boolean goesOn = !state.remembered.isEmpty() && (state.clause(i).isTerse() || state.size() <= SHORT);
        boolean command = state.terse || goesOn || (state.has(Category.INTENTS) && isModelNoun(i + 1));
        if (!command) {
            token.use = Token.Use.KNOWN_NON_SLOT;
            return false;
        }
        token.use = Token.Use.SLOT;
        ModelId id = state.isAt(i - 1, Cue.SIZE) ? null : state.compiledLexicon.standardOf(state.typed(i, i));
        if (id == null) {
            unnamed = LazyLists.with(unnamed, i);
        } else if (state.isTakenBack(i)) {
            state.mentions.add(new Mention(i, i, id, List.of(), null, null, "", false));
            id = null;
        }
        return id != null;
    }

    private boolean isModelNoun(int index) {
        Token noun = state.at(index);
        return noun != null && noun.is(Trait.MODEL_NOUN);
    }

    /** Fills the model slot with the models of sizes, each once. */
    private void standards(List<Integer> sizes) {
        Slot<List<ModelId>> before = state.slots.get(SlotName.MODELS);
        Set<ModelId> ids = new LinkedHashSet<>(before == null ? List.of() : before.value());
        for (int place : sizes) {
            ids.add(Objects.requireNonNull(state.compiledLexicon.standardOf(state.typed(place, place))));
        }
        TextSpan span = state.spanOfList(sizes.getFirst(), sizes.getFirst(), sizes.getLast());
        state.slots.put(SlotName.MODELS, new Slot<>(List.copyOf(ids), null, Origin.SAID, span, false));
    }
}
