package io.tunetally.interpreter.entity;

import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.MigrationWord;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Finds the models of today that a tuned one would replace, and which are paid untuned: {@code a tuned llama 70b, currently
 * gpt-4.1}, {@code keep using gpt-4.1}, {@code tuned nano instead of gpt-4.1}. Beside them another model has to be said to
 * be tuned: {@code gpt-4o instead of mistral} is a choice between two tuned ones.
 */
public final class Incumbent {
    /** The most words between a model and the word that says what it is. */
    private static final int REACH = 4;
    /** The most words between a model and the word that says it is tuned: {@code fine-tune our own small llama}. */
    private static final int REACH_OF_TUNING = 3;
    /** The most words between a model and the one that follows it: {@code replace gpt-4.1 for our support mails by a tuned model}. */
    private static final int REACH_OF_SUCCESSOR = 6;

    private static final Trait.Bits LEADS =
            Trait.Bits.of(EnumSet.of(Trait.KEPT, Trait.INCUMBENT, Trait.SWAPS, Trait.THAN));

    private final ParseState state;

    private Incumbent(ParseState state) {
        this.state = state;
    }

    /** Returns the mentions of today's models; none unless another model is said to be tuned. */
    public static List<Mention> of(ParseState state) {
        Incumbent reader = new Incumbent(state);
        if (reader.isNamedInPayback()) {
            return state.mentions;
        }
        if (!reader.speaksOfTuning() || MigrationWord.isNamed(state)) {
            return List.of();
        }
        List<Mention> today = new ArrayList<>(0);
        boolean tuned = state.mentions.size() == 1 && reader.isReplacedByTuned(state.mentions.getFirst());
        for (Mention mention : state.mentions) {
            boolean isTuned = !state.isBackground(mention.first()) && reader.isTuned(mention);
            tuned |= isTuned;
            if (!isTuned && mention.id() != null && reader.isOfToday(mention)) {
                today.add(mention);
            }
        }
        return tuned ? today : List.of();
    }

    /** {@code cheaper than gpt-4o}, {@code today we use gpt-4o}: in a question about savings no other model has to be tuned. */
    static boolean isOpposed(ParseState state, Mention mention) {
        for (int i = mention.first() - 1; i >= Math.max(0, mention.first() - REACH) && !state.isBreakAt(i); i--) {
            if (state.isAt(i, Category.TUNING)) {
                return false;
            }
            if (state.hasTyped(i, Trait.OPPOSES) || state.hasTyped(i, Trait.INCUMBENT)) {
                return true;
            }
        }
        return false;
    }

    /** {@code it would be in place of gpt-4o} in a conversation about a payback: what the tuned model is paid back against. */
    private boolean isNamedInPayback() {
        List<ModelId> before = state.remembered.value(SlotName.MODELS);
        if (before == null || !state.isPaybackRemembered() || state.mentions.size() != 1) {
            return false;
        }
        Mention mention = state.mentions.getFirst();
        return mention.id() != null
                && !before.contains(mention.id())
                && !before.contains(SlotName.ALL_MODELS)
                && state.isAt(mention.first() - 1, Cue.INSTEAD_OF);
    }

    /** In a question for a payback a model that is trained is a tuned one. */
    private boolean speaksOfTuning() {
        return state.has(Category.TUNING)
                || (state.has(Intent.BREAKEVEN)
                        && (state.has(Cue.TRAINING) || state.hasTypedAnywhere(Trait.TOLD_TUNING)));
    }

    /** {@code a tuned llama 70b}, {@code fine-tune the mini}, {@code our gpt-4o fine-tune}. */
    private boolean isTuned(Mention mention) {
        if (state.isAt(mention.last() + 1, Category.TUNING) || (state.has(Intent.BREAKEVEN) && isTrained(mention))) {
            return true;
        }
        int first = Math.max(0, mention.first() - REACH_OF_TUNING);
        for (int i = mention.first() - 1; i >= first && !state.isBreakAt(i) && !isLink(i); i--) {
            if (state.isAt(i, Category.TUNING)) {
                return true;
            }
        }
        return false;
    }

    /** {@code llama 8b, trained on 1,400 quotes}, {@code if nano was trained on these}, {@code if we train nano}. */
    private boolean isTrained(Mention mention) {
        int verb = mention.last() + 1;
        if (state.isSymbolAt(verb, ',') || state.hasTyped(verb, Trait.FORM_OF_BE)) {
            verb++;
        }
        return state.hasTyped(verb, Trait.TOLD_TUNING) || state.isAt(mention.first() - 1, Cue.TRAINING);
    }

    private boolean isOfToday(Mention mention) {
        return isLedByToday(mention)
                || (state.has(Intent.BREAKEVEN) && UntunedModel.marks(state, mention))
                || state.hasTyped(mention.last() + 1, Trait.TODAY)
                || isSetAgainstTuned(mention)
                || (state.has(Intent.BREAKEVEN) && isToldBeforeTuned(mention))
                || (state.has(Intent.BREAKEVEN) && isPaidBackAgainst(mention));
    }

    /** {@code when does a tuned 4o-mini pay back vs gpt-4.1}: what pays back is measured by what is not tuned. */
    private boolean isPaidBackAgainst(Mention mention) {
        int first = Math.max(0, mention.first() - REACH);
        for (int i = mention.first() - 1; i >= first && !state.isBreakAt(i) && !isName(i); i--) {
            if (state.isAt(i, Cue.VERSUS) || state.hasTyped(i, Trait.OPPOSES)) {
                return true;
            }
        }
        return false;
    }

    /** {@code keep using gpt-4.1}, {@code instead of gpt-4.1}, {@code replace gpt-4.1 by}, but not {@code moving to gpt-4.1}. */
    private boolean isLedByToday(Mention mention) {
        if (state.isAt(mention.first() - 1, Cue.TO)) {
            return false;
        }
        int first = Math.max(0, mention.first() - REACH);
        for (int i = mention.first() - 1; i >= first && !state.isBreakAt(i) && !isName(i); i--) {
            if (state.isAt(i, Cue.INSTEAD_OF)
                    || state.isAt(i, Cue.FROM)
                    || state.token(i).intent() == Intent.MIGRATE
                    || state.typedAt(i).intersects(LEADS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code gpt-4.1 vs a tuned llama 8b}: the word belongs to the second alone. */
    private boolean isSetAgainstTuned(Mention mention) {
        int next = mention.last() + 1;
        if (!state.isAt(next, Cue.VERSUS) && !state.hasTyped(next, Trait.OPPOSES)) {
            return false;
        }
        int tuning = state.isAt(next + 1, Cue.ARTICLE) ? next + 2 : next + 1;
        return state.isAt(tuning, Category.TUNING) && isName(tuning + 1);
    }

    /** {@code gpt-4.1 on azure, 190k requests a month. Would a fine-tuned mini pay off?}: the first tells what is paid today. */
    private boolean isToldBeforeTuned(Mention mention) {
        Sentence told = state.sentence(mention.first());
        boolean tells = !state.terse && state.mentions.size() == 2 && !told.asks();
        for (int i = told.first(); i < told.end() && tells; i++) {
            tells = !state.isAt(i, Category.TUNING) && !state.isAt(i, Cue.TRAINING);
        }
        return tells
                && state.mentions.stream()
                        .filter(other -> other.first() >= told.end() && isTuned(other))
                        .anyMatch(other -> state.sentence(other.first()).asks());
    }

    /** {@code replace gpt-4.1 by a tuned model}: another model, whichever it is. */
    private boolean isReplacedByTuned(Mention mention) {
        int end = mention.last() + 1 + REACH_OF_SUCCESSOR;
        for (int i = mention.last() + 1; i < end && !state.isBreakAt(i); i++) {
            boolean leads = state.isAt(i, Cue.TO) || state.hasTyped(i, Trait.REPLACED_BY);
            if (leads && state.isAt(i + 1, Cue.ARTICLE) && state.isAt(i + 2, Category.TUNING)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLink(int i) {
        return isName(i) || state.isJoin(i) || state.isAt(i, Cue.INSTEAD_OF) || state.hasTyped(i, Trait.THAN);
    }

    private boolean isName(int i) {
        return state.isAt(i, Category.MODELS) || state.isAt(i, Category.FAMILIES);
    }
}
