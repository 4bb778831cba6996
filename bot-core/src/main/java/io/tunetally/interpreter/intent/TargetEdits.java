package io.tunetally.interpreter.intent;

import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.talk.AskedAnew;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The targets of a remembered migration that a message changes: {@code to: 4.1-nano}, {@code targets: 4.1 mini, nova lite},
 * {@code we'd rather land on llama 8b}, {@code the other way round}.
 */
public final class TargetEdits {
    /** The distance between a model and the word that says whether it is left or moved to. */
    private static final int REACH = 4;

    private final ParseState state;
    private final Slots remembered;

    TargetEdits(ParseState state, Slots remembered) {
        this.state = state;
        this.remembered = remembered;
    }

    /** Makes the models of a message the targets if it says so, or if the conversation has targets and nothing is said to be left. */
    void read() {
        Slot<List<ModelId>> said = state.slots.get(SlotName.MODELS);
        boolean migrates = state.isMigrating() && !state.has(Intent.MIGRATE) && !AskedAnew.leavesMigration(state);
        if (said == null || !migrates || state.slots.has(SlotName.TARGETS) || !state.mayEdit()) {
            return;
        }
        boolean targets = remembered.has(SlotName.TARGETS) ? isOfTargets() : isOfOpenTarget(said.value());
        if (isNamed(Trait.TARGET) || isCalledTarget() || targets) {
            state.slots.remove(SlotName.MODELS);
            state.slots.put(SlotName.TARGETS, said);
        }
    }

    private boolean isOfTargets() {
        return (!isNamed(Trait.SOURCE) && !isOfToday() && !takesSourceBack() && !state.hasQuestionMark())
                || state.has(Cue.TO);
    }

    /** {@code to qwen3-8b}, {@code what about llama 70b}: the target that the migration has left open, unless another source is meant. */
    private boolean isOfOpenTarget(List<ModelId> said) {
        List<ModelId> sources = remembered.value(SlotName.MODELS);
        if (sources == null
                || said.contains(SlotName.ALL_MODELS)
                || said.stream().anyMatch(sources::contains)) {
            return false;
        }
        boolean moved = state.mentions.stream().anyMatch(mention -> state.isAt(mention.first() - 1, Cue.TO));
        boolean another = isNamed(Trait.SOURCE) || isOfToday() || isForAnother() || state.has(Cue.CORRECTION);
        return moved || !(another || takesSourceBack());
    }

    /** {@code same for gpt-4.1}. */
    private boolean isForAnother() {
        return state.has(Cue.SAME)
                && state.mentions.stream()
                        .map(Mention::first)
                        .anyMatch(first -> state.isAt(first - 1, Cue.FOR)
                                || state.isAt(first - 2, Cue.FOR)
                                || (first > 0 && state.hasTyped(first - 1, Trait.SAME_FOR)));
    }

    /** {@code we're on 4o today}. */
    private boolean isOfToday() {
        for (Mention mention : state.mentions) {
            int next = mention.last() + 1;
            if (next < state.size() && state.hasTyped(next, Trait.INCUMBENT)) {
                return true;
            }
        }
        return false;
    }

    /** {@code it's gpt-4o, not 3.5}, where 3.5 is what the migration leaves. */
    private boolean takesSourceBack() {
        List<ModelId> sources = remembered.value(SlotName.MODELS);
        return sources != null && dropped().stream().anyMatch(sources::contains);
    }

    /** {@code take gpt-4.1-mini as the target}. */
    private boolean isCalledTarget() {
        int last = state.mentions.stream().mapToInt(Mention::last).max().orElse(-1);
        for (int i = last + 1; last >= 0 && i < Math.min(state.size(), last + REACH); i++) {
            if (state.hasTyped(i, Trait.TARGET)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(Trait role) {
        int first = state.mentions.stream().mapToInt(Mention::first).min().orElse(0);
        for (int i = Math.max(0, first - REACH); i < first; i++) {
            if (state.hasTyped(i, role)) {
                return true;
            }
        }
        return false;
    }

    /** Returns slots about the targets alone: {@code what if we move to qwen3-8b on thinking machines instead}, where the cost of running is asked. */
    public static Slots taken(Slots slots) {
        Slot<List<ModelId>> targets = slots.get(SlotName.TARGETS);
        if (targets == null) {
            return slots;
        }
        Slots taken = slots.without(SlotName.TARGETS)
                .without(SlotName.TARGET_PROVIDER)
                .without(SlotName.PROVIDER)
                .without(SlotName.UNTUNED)
                .with(SlotName.MODELS, targets);
        Slot<ProviderId> seller = slots.get(SlotName.TARGET_PROVIDER);
        return seller == null ? taken : taken.with(SlotName.PROVIDER, seller);
    }

    /**
     * Merges the targets.
     *
     * @param appends whether new ones are added to those before
     */
    void merge(Slots.Builder merged, Slots said, boolean appends) {
        List<ModelId> before = remembered.value(SlotName.TARGETS);
        if (before == null) {
            return;
        }
        Slot<List<ModelId>> now = said.get(SlotName.TARGETS);
        List<ModelId> left = new ArrayList<>(before);
        left.removeAll(dropped());
        if (reverses()) {
            reverse(merged, before);
        } else if (now == null && left.size() < before.size() && !left.isEmpty()) {
            merged.put(SlotName.TARGETS, new Slot<>(List.copyOf(left), null, Origin.REMEMBERED, null, false));
        } else if (now != null && left.size() < before.size()) {
            List<ModelId> both = ListEdits.replaced(before, left, now.value());
            merged.put(SlotName.TARGETS, Slot.said(both, now.span()));
        } else if (now != null && appends) {
            now.value().stream().filter(id -> !left.contains(id)).forEach(left::add);
            merged.put(SlotName.TARGETS, Slot.said(List.copyOf(left), now.span()));
        }
    }

    private List<ModelId> dropped() {
        List<ModelId> dropped = new ArrayList<>(0);
        for (Mention mention : state.mentions) {
            boolean out = Exclusion.isTakenBack(state, mention.first()) || Exclusion.isExcluded(state, mention.last());
            if (out && mention.id() != null) {
                dropped.add(mention.id());
            }
        }
        return dropped;
    }

    private boolean reverses() {
        return isReversed(state);
    }

    /** True if a message turns a remembered migration round. */
    static boolean isReversed(ParseState state) {
        if (!state.remembered.has(SlotName.TARGETS) || !state.mentions.isEmpty() || !state.mayEdit()) {
            return false;
        }
        for (int i = 0; i < state.size(); i++) {
            if (state.hasTyped(i, Trait.REVERSES)) {
                return true;
            }
        }
        return false;
    }

    private void reverse(Slots.Builder merged, List<ModelId> targets) {
        List<ModelId> sources = remembered.value(SlotName.MODELS);
        if (sources != null) {
            put(merged, SlotName.MODELS, targets);
            put(merged, SlotName.TARGETS, sources);
        }
    }

    private static void put(Slots.Builder merged, SlotName<List<ModelId>> name, @Nullable List<ModelId> ids) {
        if (ids != null) {
            merged.put(name, new Slot<>(List.copyOf(ids), null, Origin.DERIVED, null, false));
        }
    }
}
