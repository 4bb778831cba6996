package io.tunetally.interpreter.entity;

import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Clause;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.MigrationWord;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.Intent;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tells the models and providers to move to from those to leave: {@code move gpt-4o-mini to llama 8b on together}. */
final class MigrationTargets {
    private final ParseState state;
    private final boolean migrates;
    private final List<Mention> targets = new ArrayList<>(0);

    private MigrationTargets(ParseState state) {
        this.state = state;
        this.migrates = MigrationWord.isIn(state) && Incumbent.of(state).isEmpty();
    }

    /** Returns the targets among the mentions; none unless a word of migration is there. */
    static MigrationTargets of(ParseState state) {
        MigrationTargets found = new MigrationTargets(state);
        if (found.migrates) {
            state.mentions.stream()
                    .filter(mention -> mention.id() != null
                            && (found.isLedTo(mention.first()) || MigrationWord.isExchanged(state, mention)))
                    .forEach(found.targets::add);
            if (found.targets.isEmpty() && state.mentions.size() > 1) {
                found.ofOtherClauses(MigrationWord.place(state));
            }
        }
        return found;
    }

    /** {@code gpt-3.5 is going away, what would 4.1-nano cost}: one clause names what ends, another asks for its successor. */
    private void ofOtherClauses(int place) {
        if (place < 0 || state.mentions.stream().noneMatch(mention -> isInClauseOf(mention, place))) {
            return;
        }
        state.mentions.stream()
                .filter(mention -> mention.id() != null && !isInClauseOf(mention, place))
                .filter(mention -> isPriced(state.clause(mention.first())))
                .forEach(targets::add);
    }

    private boolean isInClauseOf(Mention mention, int place) {
        return state.clause(mention.first()).first() == state.clause(place).first();
    }

    private boolean isPriced(Clause clause) {
        for (int i = clause.first(); i < clause.end(); i++) {
            if (state.isAt(i, Category.INTENTS) && state.token(i).intent() != Intent.MIGRATE) {
                return true;
            }
        }
        return false;
    }

    /** True if a word of direction, or a list that such a word leads, stands before a token. */
    private boolean isLedTo(int first) {
        boolean listed = state.isJoin(first - 1)
                && !targets.isEmpty()
                && targets.getLast().last() == first - 2;
        int tuned = state.hasTyped(first - 1, Trait.TUNED) ? first - 1 : first;
        int before = state.isAt(tuned - 1, Cue.ARTICLE) ? tuned - 2 : tuned - 1;
        return listed || state.isAt(before, Cue.TO) || isReplacement(before);
    }

    /** {@code replace gpt-4o with llama 8b}. */
    private boolean isReplacement(int before) {
        return before >= 0 && state.hasTyped(before, Trait.REPLACED_BY);
    }

    List<Mention> mentions() {
        return targets;
    }

    /** True if a provider is the one to move to. */
    boolean includesProvider(int at) {
        boolean afterTarget = targets.stream().anyMatch(target -> target.last() < at);
        return migrates && (state.isAt(at - 1, Cue.TO) || (afterTarget && state.isAt(at - 1, Cue.ON)));
    }

    /** {@code a replacement for gpt-4o-mini that we can run ourselves}: own GPUs cannot be where such a model runs today. */
    boolean leavesSellerOfClosedWeights() {
        return migrates
                && !state.terse
                && state.mentions.stream()
                        .map(Mention::id)
                        .filter(Objects::nonNull)
                        .flatMap(id -> state.compiledLexicon.catalog().model(id).stream())
                        .anyMatch(model -> !model.open());
    }

    /** Makes the targets the subject where nothing to leave is named: {@code should we switch to llama 8b}; in {@code move our 8b to gpt-4.1-nano} it is. */
    static void settle(ParseState state) {
        boolean leaves = state.slots.has(SlotName.MODELS)
                || state.slots.has(SlotName.PROVIDER)
                || (state.slots.has(SlotName.SIZE_B) && state.slots.has(SlotName.TARGETS))
                || state.remembered.has(SlotName.MODELS);
        if (!leaves) {
            become(state, SlotName.TARGETS, SlotName.MODELS);
            become(state, SlotName.TARGET_PROVIDER, SlotName.PROVIDER);
        }
    }

    private static <T> void become(ParseState state, SlotName<T> from, SlotName<T> to) {
        Slot<T> slot = state.slots.get(from);
        if (slot != null) {
            state.slots.remove(from);
            state.slots.put(to, slot);
        }
    }

    /** Returns the ids of the targets. */
    List<ModelId> ids() {
        List<ModelId> ids = new ArrayList<>(targets.size());
        for (Mention target : targets) {
            ModelId id = target.id();
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }
}
