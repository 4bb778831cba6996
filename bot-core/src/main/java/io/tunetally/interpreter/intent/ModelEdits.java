package io.tunetally.interpreter.intent;

import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.lexicon.Family;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.Intent;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The remembered models that a message keeps, drops or swaps. */
final class ModelEdits {
    private final ParseState state;
    private final Slots remembered;

    ModelEdits(ParseState state, Slots remembered) {
        this.state = state;
        this.remembered = remembered;
    }

    /** Returns the remembered models without those dropped, or only those kept. */
    List<ModelId> left(List<ModelId> before) {
        List<ModelId> rest = new ArrayList<>(ListEdits.left(state, before, this::billionParameters));
        rest.removeAll(dropped());
        List<ModelId> narrowed = narrowed();
        List<ModelId> kept = rest.stream().filter(narrowed::contains).toList();
        return kept.isEmpty() ? rest : kept;
    }

    /** True if a message drops one of several remembered models: {@code drop nova, it's out of scope}. */
    static boolean drops(ParseState state) {
        ModelEdits edits = new ModelEdits(state, state.remembered);
        List<ModelId> before = state.remembered.value(SlotName.MODELS);
        return before != null
                && before.size() > 1
                && state.mentions.stream()
                        .filter(edits::isDropped)
                        .anyMatch(mention -> edits.meant(mention).stream().anyMatch(before::contains));
    }

    /** True if a message does so and asks nothing else: {@code the bank refused gemini, take it out of the comparison}. */
    static boolean onlyDrops(ParseState state) {
        return state.mayEdit()
                && !state.isSymbolAt(state.size() - 1, '?')
                && !state.any(token -> token.intent() != null && token.intent() != Intent.COMPARE)
                && drops(state);
    }

    private boolean isDropped(Mention mention) {
        return Exclusion.isTakenBack(state, mention.first()) || Exclusion.isExcluded(state, mention.last());
    }

    private List<ModelId> meant(Mention mention) {
        ModelId id = mention.id();
        return id == null || mention.bareFamily() ? remembered(mention.family()) : List.of(asRemembered(id));
    }

    /** {@code mistral small} is the remembered {@code mistral-small}: a name without a price is kept as it is written. */
    private ModelId asRemembered(ModelId id) {
        List<ModelId> before = remembered.value(SlotName.MODELS);
        return before == null || before.contains(id)
                ? id
                : before.stream().filter(id::isSpelledLike).findFirst().orElse(id);
    }

    /** True if a message puts another model in the place of a remembered one that it finds unsuited: {@code gpt-4o is overkill, show me nano}. */
    static boolean replaces(ParseState state) {
        List<ModelId> before = state.remembered.value(SlotName.MODELS);
        List<ModelId> now = state.slots.build().value(SlotName.MODELS);
        return state.mayEdit()
                && before != null
                && now != null
                && before.stream().noneMatch(now::contains)
                && state.mentions.stream()
                        .anyMatch(mention -> Exclusion.isUnsuited(state, mention.last())
                                && mention.id() != null
                                && before.contains(mention.id()));
    }

    private double billionParameters(ModelId id) {
        return state.compiledLexicon
                .catalog()
                .model(id)
                .map(Model::comparableSize)
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

    private List<ModelId> dropped() {
        List<ModelId> dropped = new ArrayList<>(0);
        for (Mention mention : state.mentions) {
            if (isDropped(mention)) {
                List<ModelId> meant = meant(mention);
                reportUnlessOneOf(meant, mention);
                dropped.addAll(meant);
            }
        }
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i)
                    && (state.isSize(i) || !state.mentions.isEmpty())
                    && (Exclusion.isGivenUp(state, i) || Exclusion.goes(state, i))) {
                dropped.addAll(ofSize(i));
            }
        }
        return dropped;
    }

    /** {@code gemma 12b, not 27}: the one remembered model that has a size. */
    private List<ModelId> ofSize(int number) {
        List<ModelId> before = remembered.value(SlotName.MODELS);
        BigDecimal size = state.token(number).numeral().value();
        List<ModelId> sized = before == null
                ? List.of()
                : before.stream()
                        .filter(id -> id.value()
                                .contains("-" + size.stripTrailingZeros().toPlainString() + 'b'))
                        .toList();
        return sized.size() == 1 ? sized : List.of();
    }

    /** {@code without mistral}, where the conversation has none: the answer stays and says so. */
    private void reportUnlessOneOf(List<ModelId> meant, Mention mention) {
        List<ModelId> before = remembered.value(SlotName.MODELS);
        boolean known = before != null && meant.stream().anyMatch(before::contains);
        if (before != null && !known && !state.slots.has(SlotName.MODELS)) {
            String typed = state.typed(mention.first(), mention.last());
            state.add(new Problem.UnknownWord(typed, List.of(), state.span(mention.first(), mention.last())));
        }
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
                || family.includes(id)
                || id.value().startsWith(family.name() + "-");
    }
}
