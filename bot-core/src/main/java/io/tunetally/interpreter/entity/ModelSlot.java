package io.tunetally.interpreter.entity;

import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Family;
import io.tunetally.interpreter.lexicon.Sense;
import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.sentence.Draft;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.Places;
import io.tunetally.interpreter.sentence.Rare;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Limits;
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

/** Fills the slots of models from what was named; several fits, unpriced names and sizes become problems or slots of their own. */
public final class ModelSlot {
    private static final int SUGGESTIONS = 3;
    /** Models that one request names at most; for more there is {@code all}. */
    private static final int MOST_MODELS = 16;
    /** In a conversation a size in so short a sentence takes the place of the one remembered: {@code the 70b I meant}. */
    private static final int SHORT = 8;

    private final Draft draft;
    /** Sizes that stand for no model. */
    private Places unnamed = Places.NONE;

    private ModelSlot(Draft draft) {
        this.draft = draft;
    }

    public static void fill(Draft draft) {
        new ModelSlot(draft).fill();
    }

    private void fill() {
        List<Mention> taken = List.of();
        Set<ModelId> ids = draft.mentions.size() > 1 ? new HashSet<>() : Set.of();
        boolean told = tellsOfOthers();
        Mention firstBeyond = null;
        boolean impossible = false;
        for (Mention mention : draft.mentions) {
            if (draft.isTakenBack(mention.first()) || (told && draft.isReported(mention.first()))) {
                continue;
            }
            if (mention.id() == null) {
                ambiguous(mention);
            } else if (!isPossible(mention)) {
                impossible = true;
            } else if (draft.mentions.size() == 1) {
                taken = draft.mentions;
            } else if (ids.size() < MOST_MODELS && ids.add(mention.id())) {
                taken = Rare.with(taken, mention);
            } else if (!ids.contains(mention.id()) && firstBeyond == null) {
                firstBeyond = mention;
            }
        }
        if (firstBeyond != null) {
            draft.add(new Problem.TooMany(
                    "model",
                    SlotName.MODELS,
                    MOST_MODELS,
                    typed(firstBeyond),
                    draft.span(firstBeyond.first(), firstBeyond.last())));
        }
        if (taken.isEmpty()) {
            if (!impossible) {
                bareSizeOrAll();
            }
            return;
        }
        draft.slots.put(SlotName.MODELS, new Slot<>(ids(taken), null, Origin.SAID, span(taken), false));
        sizes(taken);
        untuned(taken);
    }

    /** Whether a model can have the size that its name says ({@code qwen -32b} cannot); where it cannot, that is noted as a problem. */
    private boolean isPossible(Mention mention) {
        BigDecimal size = mention.billionParameters();
        boolean listed = draft.vocabulary
                .catalog()
                .model(Objects.requireNonNull(mention.id()))
                .isPresent();
        if (size == null || listed || Limits.of(SlotName.SIZE_B).allow(size)) {
            return true;
        }
        SlotFiller.settle(
                draft, SlotName.SIZE_B, Numeral.of(size), Origin.SAID, draft.span(mention.first(), mention.last()));
        return false;
    }

    /** {@code we fine-tuned gpt-4o in March; now we want gpt-4o-mini}: what was done is not what is asked. */
    private boolean tellsOfOthers() {
        boolean asked = false;
        for (int i = 0; draft.has(Cue.REPORT) && i < draft.mentions.size(); i++) {
            asked |= !draft.isReported(draft.mentions.get(i).first());
        }
        return asked;
    }

    private static List<ModelId> ids(List<Mention> mentions) {
        ModelId first = mentions.getFirst().id();
        return mentions.size() == 1 && first != null
                ? List.of(first)
                : mentions.stream().map(Mention::id).filter(Objects::nonNull).toList();
    }

    /** {@code base gpt-4o}, {@code plain gpt-4o}: the model as it is. */
    private void untuned(List<Mention> mentions) {
        List<Mention> untuned = List.of();
        for (Mention mention : mentions) {
            if (isMeantAsItIs(mention)) {
                untuned = Rare.with(untuned, mention);
            }
        }
        if (!untuned.isEmpty() && untuned.size() < mentions.size()) {
            for (Mention mention : untuned) {
                draft.token(mention.first() - 1).use = Token.Use.SLOT;
            }
            TextSpan span = draft.span(
                    untuned.getFirst().first() - 1, untuned.getFirst().last());
            draft.slots.put(SlotName.UNTUNED, new Slot<>(ids(untuned), null, Origin.SAID, span, false));
        }
    }

    // "base" goes on with a model's name behind it and stands for the untuned model before it.
    private boolean isMeantAsItIs(Mention mention) {
        int before = mention.first() - 1;
        Token token = draft.at(before);
        return token != null && (token.is(Cue.UNTUNED) || draft.isTyped(before, "base"));
    }

    private TextSpan span(List<Mention> mentions) {
        Mention first = mentions.getFirst();
        return draft.spanOfList(first.first(), first.last(), mentions.getLast().last());
    }

    private void sizes(List<Mention> mentions) {
        BigDecimal size = null;
        Mention sized = null;
        for (Mention mention : mentions) {
            boolean listed = mention.id() != null
                    && draft.vocabulary.catalog().model(mention.id()).isPresent();
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
                    draft, SlotName.SIZE_B, Numeral.of(size), Origin.SAID, draft.span(sized.first(), sized.last()));
        }
    }

    private void ambiguous(Mention mention) {
        List<String> names = mention.candidates().stream().map(ModelId::value).toList();
        draft.add(new Problem.AmbiguousModel(typed(mention), names, draft.span(mention.first(), mention.last())));
    }

    /** Of a model that is sold by its size nothing is missing once a provider is said. */
    private void unpriced(Mention mention) {
        boolean sized = mention.billionParameters() != null
                && mention.family() != null
                && mention.family().open();
        if (sized && draft.slots.has(SlotName.PROVIDER)) {
            return;
        }
        draft.add(new Problem.UnpricedModel(
                typed(mention), nearest(mention), draft.span(mention.first(), mention.last())));
    }

    private List<String> nearest(Mention mention) {
        BigDecimal size = mention.billionParameters();
        if (size != null) {
            return draft.vocabulary.catalog().models().stream()
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
        return draft.text.typed(draft.token(mention.first()).start, draft.token(mention.last()).end);
    }

    private void bareSizeOrAll() {
        Places sizes = Places.NONE;
        for (int i = 0; i < draft.size(); i++) {
            Token token = draft.token(i);
            if (draft.isSize(i) && token.use == Token.Use.NOTHING) {
                sizes = isBareSize(i, token) ? sizes.with(i) : sizes;
            } else if (token.is(Cue.ALL) && sizes.isEmpty() && !draft.slots.has(SlotName.MODELS)) {
                all(i);
            }
        }
        if (!sizes.isEmpty()) {
            standards(sizes);
        }
        // Beside a size that stands for a model one that stands for none is a model without a price.
        for (int i = 0; i < unnamed.size(); i++) {
            int place = unnamed.get(i);
            Numeral size = Numeral.of(draft.token(place).numeral().value());
            if (!sizes.isEmpty()) {
                unpriced(new Mention(place, place, null, List.of(), size.value(), null, "", false));
            } else if (i == 0) {
                SlotFiller.settle(draft, SlotName.SIZE_B, size, Origin.SAID, place);
            } else {
                draft.token(place).use = Token.Use.KNOWN_NON_SLOT;
            }
        }
    }

    private void all(int i) {
        if ((draft.has(Sense.INTENTS) && draft.terse) || draft.isAt(i - 1, Sense.INTENTS)) {
            draft.token(i).use = Token.Use.SLOT;
            draft.slots.put(
                    SlotName.MODELS,
                    new Slot<>(List.of(SlotName.ALL_MODELS), null, Origin.SAID, draft.span(i, i), false));
        }
    }

    /** Whether a size stands for a model ({@code 8b}); one that stands for none, and of which the message is a command, fills its own slot. */
    private boolean isBareSize(int i, Token token) {
        boolean goesOn = !draft.remembered.isEmpty() && (draft.clause(i).isTerse() || draft.size() <= SHORT);
        boolean command = draft.terse || goesOn;
        if (!command) {
            token.use = Token.Use.KNOWN_NON_SLOT;
            return false;
        }
        token.use = Token.Use.SLOT;
        ModelId id = draft.isAt(i - 1, Cue.SIZE) ? null : draft.vocabulary.standardOf(draft.typed(i, i));
        if (id == null) {
            unnamed = unnamed.with(i);
        } else if (draft.isTakenBack(i)) {
            draft.mentions.add(new Mention(i, i, id, List.of(), null, null, "", false));
            id = null;
        }
        return id != null;
    }

    /** Fills the slot of models with those that sizes stand for, each once. */
    private void standards(Places sizes) {
        Slot<List<ModelId>> before = draft.slots.get(SlotName.MODELS);
        Set<ModelId> ids = new LinkedHashSet<>(before == null ? List.of() : before.value());
        for (int i = 0; i < sizes.size(); i++) {
            int place = sizes.get(i);
            ids.add(Objects.requireNonNull(draft.vocabulary.standardOf(draft.typed(place, place))));
        }
        TextSpan span = draft.spanOfList(sizes.first(), sizes.first(), sizes.last());
        draft.slots.put(SlotName.MODELS, new Slot<>(List.copyOf(ids), null, Origin.SAID, span, false));
    }
}
