package io.tunetally.interpreter;

import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fills the slots of models from what was named; several fits, unpriced names and sizes become problems or slots of their own. */
final class ModelSlot {
    private static final int SUGGESTIONS = 3;
    /** In a conversation a size in so short a sentence takes the place of the one remembered: {@code the 70b I meant}. */
    private static final int SHORT = 8;

    private final Draft draft;

    private ModelSlot(Draft draft) {
        this.draft = draft;
    }

    static void fill(Draft draft) {
        new ModelSlot(draft).fill();
    }

    private void fill() {
        List<Mention> taken = List.of();
        boolean told = tellsOfOthers();
        for (Mention mention : draft.mentions) {
            if (draft.isTakenBack(mention.first()) || (told && draft.isReported(mention.first()))) {
                continue;
            }
            if (mention.id() == null) {
                ambiguous(mention);
            } else if (draft.mentions.size() == 1) {
                taken = draft.mentions;
            } else if (isNew(mention.id(), taken)) {
                taken = Rare.with(taken, mention);
            }
        }
        if (taken.isEmpty()) {
            bareSizeOrAll();
            return;
        }
        draft.slots.put(SlotName.MODELS, new Slot<>(ids(taken), null, Origin.SAID, span(taken), false));
        sizes(taken);
        untuned(taken);
    }

    /** {@code we fine-tuned gpt-4o in March; now we want gpt-4o-mini}: what was done is not what is asked. */
    private boolean tellsOfOthers() {
        boolean asked = false;
        for (int i = 0; draft.has(Cue.REPORT) && i < draft.mentions.size(); i++) {
            asked |= !draft.isReported(draft.mentions.get(i).first());
        }
        return asked;
    }

    private static boolean isNew(ModelId id, List<Mention> taken) {
        return taken.isEmpty() || taken.stream().noneMatch(mention -> id.equals(mention.id()));
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
                draft.tokens[mention.first() - 1].use = Token.Use.SLOT;
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
            BigDecimal said = mention.billionParameters();
            if (said != null) {
                boolean several = size != null && size.compareTo(said) != 0;
                size = several ? null : said;
                sized = several ? null : mention;
            }
            if (mention.id() != null
                    && draft.vocabulary.catalog().model(mention.id()).isEmpty()) {
                unpriced(mention);
            }
        }
        if (size != null && sized != null) {
            TextSpan span = draft.span(sized.first(), sized.last());
            draft.slots.put(SlotName.SIZE_B, new Slot<>(SlotFiller.plain(size), null, Origin.SAID, span, false));
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
        return draft.text.typed(draft.tokens[mention.first()].start, draft.tokens[mention.last()].end);
    }

    private void bareSizeOrAll() {
        for (int i = 0; i < draft.size(); i++) {
            Token token = draft.tokens[i];
            if (draft.isSize(i) && token.use == Token.Use.NOTHING) {
                bareSize(i, token);
            } else if (token.is(Cue.ALL) && !draft.slots.has(SlotName.MODELS)) {
                all(i);
            }
        }
    }

    private void all(int i) {
        if ((draft.has(Sense.INTENTS) && draft.terse) || draft.isAt(i - 1, Sense.INTENTS)) {
            draft.tokens[i].use = Token.Use.SLOT;
            draft.slots.put(
                    SlotName.MODELS,
                    new Slot<>(List.of(SlotName.ALL_MODELS), null, Origin.SAID, draft.span(i, i), false));
        }
    }

    private int firstSize = -1;

    private void bareSize(int i, Token token) {
        boolean goesOn = !draft.remembered.isEmpty() && (draft.isTerseClause(i) || draft.size() <= SHORT);
        boolean command = draft.terse || goesOn;
        if (!command || draft.slots.has(SlotName.SIZE_B)) {
            token.use = Token.Use.KNOWN_NON_SLOT;
            return;
        }
        boolean sizeOnly = draft.isAt(i - 1, Cue.SIZE);
        @Nullable ModelId id = sizeOnly ? null : draft.vocabulary.standardOf(draft.typed(i, i));
        token.use = Token.Use.SLOT;
        if (id != null && draft.isTakenBack(i)) {
            draft.mentions.add(new Mention(i, i, id, List.of(), null, null, "", false));
            return;
        }
        firstSize = firstSize < 0 ? i : firstSize;
        TextSpan span = draft.span(i, i);
        if (id != null) {
            Slot<List<ModelId>> before = draft.slots.get(SlotName.MODELS);
            List<ModelId> ids = new ArrayList<>(before == null ? List.of() : before.value());
            ids.add(id);
            TextSpan whole = before == null || before.span() == null ? span : draft.spanOfList(firstSize, firstSize, i);
            draft.slots.put(SlotName.MODELS, new Slot<>(List.copyOf(ids), null, Origin.SAID, whole, false));
        } else {
            BigDecimal size = SlotFiller.plain(token.numeral().value());
            draft.slots.put(SlotName.SIZE_B, new Slot<>(size, null, Origin.SAID, span, false));
        }
    }
}
