package io.tunetally.interpreter.intent;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.util.List;

/**
 * Reads whether a question weighs GPUs by the hour against a price by the token, {@code rent a GPU or pay by the token}, or GPUs of
 * one's own against rented ones.
 */
public final class WeighedGpus {
    /** The sizes of a training, which is billed once whichever way its model is run. */
    private static final List<SlotName<?>> TRAINING =
            List.of(SlotName.EXAMPLES, SlotName.TOTAL_TOKENS, SlotName.BILLED_TOKENS, SlotName.EPOCHS);

    private WeighedGpus() {}

    /** True if patterns of the lexicon say so of one model, or of the model of the conversation. */
    public static boolean areAskedFor(ParseState state, boolean goesOn) {
        return state.mentions.size() < 2
                && !state.hasTyped(0, Trait.COMMAND)
                && (goesOn || !state.mentions.isEmpty() || state.slots.has(SlotName.REQUESTS_PER_DAY))
                && !state.slots.has(SlotName.OWN_HARDWARE)
                && (!state.slots.has(SlotName.PROVIDERS) || state.slots.has(SlotName.REQUESTS_PER_DAY))
                && !isOfTraining(state)
                && !asksForTotal(state)
                && !state.has(Intent.TIPPINGPOINTS)
                && !Withdrawals.leavesGpus(state)
                && !ClearEdit.choosesDeployment(state)
                && !ClearEdit.swapsDeployment(state)
                && areWeighed(state);
    }

    /** True if GPUs of one's own are weighed against rented ones, and no seller beside them: {@code should we own GPUs or rent}. */
    public static boolean areOwnOrRented(ParseState state) {
        boolean compares = state.has(Intent.COMPARE) || state.has(Cue.OR) || state.has(Cue.VERSUS);
        return compares
                && ownsGpus(state)
                && isSaid(state, Trait.RENTS)
                && (isSaid(state, Trait.GPU) || SelfHosting.isSaid(state) || SelfHosting.namesGpu(state))
                && !state.slots.has(SlotName.PROVIDERS)
                && !state.hasTyped(0, Trait.COMMAND);
    }

    /** {@code buy our own cards}, {@code on prem}, but not {@code from our own noses}. */
    private static boolean ownsGpus(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            Token next = state.at(i + 1);
            boolean other = next != null
                    && next.kind == Token.Kind.WORD
                    && !state.hasTyped(i + 1, Trait.GPU)
                    && !state.hasTyped(i + 1, Trait.GPU_MACHINE)
                    && !state.hasTyped(i + 1, Trait.RENTS);
            boolean own = state.hasTyped(i, Trait.OWNS_GPUS) || state.token(i).is(Trait.OWNS_GPUS);
            if (own && !other) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSaid(ParseState state, Trait trait) {
        return state.hasTypedAnywhere(trait) || state.any(token -> token.is(trait));
    }

    /** True of {@code the cheapest gpu to serve a tuned 8b}: what it costs a month, or to train, says which it is. */
    public static boolean isCheapestAsked(ParseState state) {
        boolean sized = !state.mentions.isEmpty() || state.slots.has(SlotName.SIZE_B);
        for (int i = 1; sized && state.hasTypedAnywhere(Trait.GPU) && i < state.size(); i++) {
            boolean cheapest = state.token(i - 1).intent() == Intent.RECOMMEND && !state.hasTyped(i - 1, Trait.BEST);
            if (cheapest && state.hasTyped(i, Trait.GPU)) {
                return !state.slots.has(SlotName.PROVIDERS) && !state.slots.has(SlotName.GPU);
            }
        }
        return false;
    }

    /** Returns what such a question asks for, and fills the place of the GPUs. */
    public static Decision cheapest(ParseState state) {
        state.slots.put(SlotName.PROVIDER, Slot.of(ProviderId.SELF_HOSTED, Origin.SAID));
        return Decision.of(RunningWord.isIn(state) ? Intent.TCO : Intent.ESTIMATE);
    }

    /** Fills the place of such GPUs. */
    public static void fillOwn(ParseState state) {
        state.slots.put(SlotName.PROVIDER, Slot.of(ProviderId.SELF_HOSTED, Origin.SAID));
        state.slots.put(SlotName.OWN_HARDWARE, Slot.of(true, Origin.SAID));
    }

    private static boolean isOfTraining(ParseState state) {
        return !state.slots.has(SlotName.REQUESTS_PER_DAY) && TRAINING.stream().anyMatch(state.slots::has);
    }

    /** {@code dedicated or serverless, one year, which total is lower}: the total of a time that is said, not when it pays. */
    private static boolean asksForTotal(ParseState state) {
        return state.slots.has(SlotName.MONTHS) && (state.has(Cue.TOTAL) || state.has(Intent.TCO));
    }

    private static boolean areWeighed(ParseState state) {
        return state.weighed().contains(Deployment.DEDICATED);
    }

    /** True of {@code a card}, {@code GPUs}, but not of {@code 2,000 cards} or {@code how many cards}, which are the data. */
    private static boolean namesGpus(ParseState state) {
        for (int i = 0; state.hasTypedAnywhere(Trait.GPU) && i < state.size(); i++) {
            if (state.hasTyped(i, Trait.GPU)
                    && !state.candidates.isOf(SlotName.EXAMPLES, i - 1)
                    && !state.hasTyped(i - 1, Trait.ASKS_COUNT)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Fills the deployment whose fee has to pay off, unless a place is said: {@code when is dedicated cheaper}; or the GPUs that are
     * rented for it: {@code when does renting a GPU beat the price per token}.
     */
    public static void fill(ParseState state) {
        boolean weighed = areWeighed(state);
        if ((!weighed && (state.slots.has(SlotName.DEPLOYMENT) || state.slots.has(SlotName.PROVIDER)))
                || ProviderId.SELF_HOSTED.equals(state.slots.build().value(SlotName.PROVIDER))
                || state.slots.has(SlotName.PROVIDERS)
                || state.slots.has(SlotName.GPU)
                || state.slots.has(SlotName.OWN_HARDWARE)) {
            return;
        }
        if (weighed || namesDedicated(state)) {
            state.slots.put(SlotName.DEPLOYMENT, Slot.of(Deployment.DEDICATED, Origin.DERIVED));
        } else if (namesGpus(state) || SelfHosting.isRented(state)) {
            state.slots.put(SlotName.PROVIDER, Slot.of(ProviderId.SELF_HOSTED, Origin.DERIVED));
        }
    }

    private static boolean namesDedicated(ParseState state) {
        return state.any(token ->
                token.lexeme != null && token.is(Category.DEPLOYMENTS) && token.lexeme.code() == Deployment.DEDICATED);
    }
}
