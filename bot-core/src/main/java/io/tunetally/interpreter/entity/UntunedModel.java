package io.tunetally.interpreter.entity;

import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.text.TextSpan;
import java.util.List;

/**
 * Finds the one model whose price without tuning is asked for: {@code gpt-oss 20b without fine tuning}, {@code gpt-oss 20b
 * untuned vs tuned}, and in a conversation {@code what does the base model cost}.
 */
final class UntunedModel {
    /** The words between a negation and the tuning. */
    private static final int REACH = 2;

    /** The most words of {@code out of the box}. */
    private static final int LONGEST_PHRASE = 4;

    private final ParseState state;

    private UntunedModel(ParseState state) {
        this.state = state;
    }

    static boolean isAsked(ParseState state, Mention mention) {
        UntunedModel reader = new UntunedModel(state);
        if (reader.isMarkedInCommand(mention)) {
            return true;
        }
        // "The English ones we will not train on": a part of the data.
        return !state.weighsTuning()
                && !state.candidates.isStated(SlotName.EXAMPLES)
                && !reader.plansTuning(mention)
                && !reader.pricesTuning(mention)
                && !reader.isChosen(mention)
                && (reader.isMarked(mention)
                        || (!reader.isOtherMarked(mention) && (reader.saysUntuned() || reader.asksTodaysBill())));
    }

    /** Fills the slot with the one model of the conversation. */
    static void ofConversation(ParseState state) {
        List<ModelId> before = state.remembered.value(SlotName.MODELS);
        UntunedModel reader = new UntunedModel(state);
        if (before != null
                && before.size() == 1
                && !before.contains(SlotName.ALL_MODELS)
                && !state.weighsTuning()
                && reader.saysUntuned()) {
            state.slots.put(SlotName.UNTUNED, Slot.of(before, Origin.SAID));
        }
    }

    /** {@code plain llama 8b gets 71 %. Next is LoRA with 24k examples}: the untuned model is what it is measured against. */
    private boolean plansTuning(Mention mention) {
        return !state.terse
                && (state.slots.has(SlotName.METHOD) || state.candidates.has(SlotName.EPOCHS))
                && (state.candidates.has(SlotName.EXAMPLES) || state.candidates.has(SlotName.TOTAL_TOKENS))
                && !state.candidates.has(SlotName.REQUESTS_PER_DAY)
                && !state.has(Cue.VERSUS)
                && !state.sentence(mention.first()).asks();
    }

    /**
     * {@code 1,000 of them not for training; the price of training gpt-4.1-mini}, {@code head office likes gpt-4o untuned. What does
     * tuning the mini cost}: the price of a tuning is asked for, so that what is not tuned is a part of the data or another model.
     */
    private boolean pricesTuning(Mention mention) {
        boolean job = !state.terse && !state.has(Cue.VERSUS) && !marks(state, mention);
        int end = 0;
        boolean priced = false;
        for (int i = 0; job && i < state.size(); i++) {
            if (i >= end) {
                end = Math.max(state.sentence(i).end(), i + 1);
                priced = asksForPrice(state.sentence(i));
            }
            boolean tunes = state.isAt(i, Category.TUNING) || state.isAt(i, Cue.TRAINING);
            if (state.hasTyped(i, Trait.PRICES_TRAINING) || (tunes && priced && !isDenied(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isDenied(int tuning) {
        boolean denied = false;
        for (int i = tuning - 1; i >= tuning - REACH - 1 && !denied && !state.isBreakAt(i); i--) {
            denied = state.isAt(i, Cue.NOT);
        }
        return denied;
    }

    private boolean asksForPrice(Sentence sentence) {
        boolean priced = false;
        for (int i = sentence.first(); i < sentence.end() && !priced; i++) {
            priced = state.token(i).intent() == Intent.ESTIMATE;
        }
        return priced;
    }

    /** {@code we run gpt-4.1 off the shelf. When does a tuned mini pay}: said of another model than the one that is asked about. */
    private boolean isOtherMarked(Mention mention) {
        return state.mentions.stream().anyMatch(other -> !other.equals(mention) && marks(state, other));
    }

    /** {@code just the mistral one now}: one of those that are compared. */
    private boolean isChosen(Mention mention) {
        List<ModelId> before = state.remembered.value(SlotName.MODELS);
        boolean led = state.hasTyped(mention.first() - 1, Trait.NARROWS)
                || state.hasTyped(mention.first() - 2, Trait.NARROWS);
        return led && before != null && before.size() > 1 && !marks(state, mention);
    }

    /** {@code break even base gpt-4o}, as a command says it. */
    private boolean isMarkedInCommand(Mention mention) {
        Token first = state.at(0);
        return state.terse
                && first != null
                && first.intent() == Intent.BREAKEVEN
                && first.is(Trait.COMMAND)
                && mention.first() == 2
                && state.mentions.size() == 1
                && state.isAt(1, Trait.UNTUNED_PREFIX);
    }

    /** {@code untuned gpt-oss 20b}, {@code gpt-oss 20b untuned}; in a command for running costs {@code base gpt-oss-20b}, too. */
    private boolean isMarked(Mention mention) {
        boolean base = state.terse && state.has(Intent.TCO) && state.isAt(mention.first() - 1, Trait.UNTUNED_PREFIX);
        return base || marks(state, mention);
    }

    /**
     * True if a word beside a model says that it is meant as it is: {@code untuned gpt-4.1}, {@code gpt-4.1 untuned}, {@code
     * gpt-4.1 without tuning}. The word between two models belongs to the second.
     */
    static boolean marks(ParseState state, Mention mention) {
        int after = mention.last() + 1;
        boolean ofNext = state.mentions.stream().anyMatch(other -> other.first() == after + 1);
        boolean without = state.isAt(after, Cue.NOT) && new UntunedModel(state).isTuningBehind(after);
        return state.isAt(mention.first() - 1, Cue.UNTUNED) || (isUntunedAt(state, after) && !ofNext) || without;
    }

    /** {@code we tried gpt-4o-mini without training. Which model should we train?}: what was tried is not the answer. */
    static boolean isOnlyTried(ParseState state, Mention mention) {
        boolean told = !state.terse
                && state.remembered.isEmpty()
                && (marks(state, mention) || new UntunedModel(state).saysUntuned())
                && !state.sentence(mention.first()).asks();
        for (int i = state.sentence(mention.first()).end(); told && i < state.size(); i++) {
            boolean which = state.isAt(i - 1, Cue.QUESTION) && state.hasTyped(i, Trait.MODEL_NOUN);
            if ((which || state.token(i).intent() == Intent.RECOMMEND)
                    && state.sentence(i).asks()) {
                return state.isReported(mention.first());
            }
        }
        return false;
    }

    private static boolean isUntunedAt(ParseState state, int i) {
        boolean word = state.isAt(i, Cue.UNTUNED) || (!state.isBreakAt(i) && state.hasTyped(i, Trait.UNTUNED_MODEL));
        return word || opensPhrase(state, i);
    }

    /** The {@code as it is} of {@code we use gpt-4o as it is}, whose words are tokens of their own. */
    private static boolean opensPhrase(ParseState state, int first) {
        int end = Math.min(state.size(), first + LONGEST_PHRASE);
        for (int last = first; last < end && !state.isBreakAt(last); last++) {
            if (state.compiledLexicon.is(Trait.UNTUNED_MODEL, state.typed(first, last))) {
                return true;
            }
        }
        return false;
    }

    /** Marks the words around a model that mean it untuned as read, and returns their span with the model's. */
    static TextSpan read(ParseState state, Mention mention) {
        int first = isRead(state, mention.first() - 1) ? mention.first() - 1 : mention.first();
        int last = isRead(state, mention.last() + 1) ? mention.last() + 1 : mention.last();
        return state.span(first, last);
    }

    private static boolean isRead(ParseState state, int place) {
        Token token = state.at(place);
        if (token == null || !(token.is(Cue.UNTUNED) || token.is(Trait.UNTUNED_PREFIX))) {
            return false;
        }
        token.use = Token.Use.SLOT;
        return true;
    }

    private boolean saysUntuned() {
        for (int i = 0; i < state.size(); i++) {
            boolean baseModel = state.hasTyped(i, Trait.UNTUNED_MODEL) && !state.isAt(i - 1, Cue.VERSUS);
            boolean without = state.isAt(i, Cue.NOT) && isTuningBehind(i);
            if (baseModel || without) {
                return true;
            }
        }
        return false;
    }

    /** {@code what do we pay today for gpt-4.1}: what is paid before any tuning. */
    private boolean asksTodaysBill() {
        boolean trains = state.has(Category.TUNING)
                || state.has(Cue.TRAINING)
                || state.candidates.has(SlotName.EXAMPLES)
                || state.candidates.has(SlotName.TOTAL_TOKENS);
        if (trains) {
            return false;
        }
        for (int i = 0; i < state.size(); i++) {
            if (state.hasTyped(i, Trait.TODAY) && asksForPayment(state.sentence(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean asksForPayment(Sentence sentence) {
        for (int i = sentence.first(); sentence.asks() && i < sentence.end(); i++) {
            if (state.hasTyped(i, Trait.ASKS_PAYMENT)) {
                return true;
            }
        }
        return false;
    }

    /** The {@code any tuning} of {@code without any tuning}; in {@code do not train on these} a part of the data is spared. */
    private boolean isTuningBehind(int negation) {
        for (int i = negation + 1; i <= negation + REACH && !state.isBreakAt(i); i++) {
            if (state.isAt(i, Category.TUNING) || state.isAt(i, Cue.TRAINING)) {
                int object = state.isAt(i + 1, Cue.ON) ? i + 2 : i + 1;
                return !state.isAt(object, Cue.THEM) && !isOfTestData(negation);
            }
        }
        return false;
    }

    /** {@code 10 percent of them is test data, not training}, {@code a quarter is for checking and not to train on}: what the part is not for. */
    private boolean isOfTestData(int negation) {
        int first = state.sentence(negation).first();
        for (int i = negation - 1; state.mayEdit() && i >= first; i--) {
            if (state.isAt(i, Cue.VALIDATION) || state.hasTyped(i, Trait.TESTS)) {
                return true;
            }
        }
        return false;
    }
}
