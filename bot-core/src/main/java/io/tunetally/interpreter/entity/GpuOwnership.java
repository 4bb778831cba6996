package io.tunetally.interpreter.entity;

import io.tunetally.interpreter.gpu.AskersGpu;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import org.jspecify.annotations.Nullable;

/** Finds out whether a GPU is the asker's own: {@code our two h100s}, {@code the trust has bought 4 L40S}. */
final class GpuOwnership {
    /** The most words between an owner and the GPU. */
    private static final int REACH_OF_OWNER = 10;

    /** The most words between the word for having it and the GPU. */
    private static final int REACH_OF_HOLDER = 5;

    /** A sentence that is no longer says nothing but whose a GPU is. */
    private static final int SHORT = 8;

    private final ParseState state;
    private @Nullable Integer lastReference;

    GpuOwnership(ParseState state) {
        this.state = state;
    }

    /** {@code our two h100s}; {@code the trust has bought 4 L40S. What does a training cost there?}. */
    boolean isOwn(int gpu) {
        return SelfHosting.isOwn(state, gpu)
                || isOwned(gpu)
                || isInOwnMachine(gpu)
                || isCalledOurs(gpu)
                || isOwnCard(gpu)
                || AskersGpu.isToTrainOn(state, gpu)
                || AskersGpu.isOfMachineCalledOwn(state, gpu)
                || (lastReference() > gpu && (isPossessed(gpu) || isPlaced(gpu)));
    }

    /** {@code on our company server with 2 A100}: the machine is said to be the asker's. */
    private boolean isInOwnMachine(int gpu) {
        int first = Math.max(state.clause(gpu).first(), gpu - REACH_OF_OWNER);
        for (int i = gpu - 1; state.hasTypedAnywhere(Trait.GPU_MACHINE) && i >= first; i--) {
            if (state.isAt(i, Category.PROVIDERS) || state.hasTyped(i, Trait.RENTS) || isOther(i)) {
                return false;
            }
            if (state.hasTyped(i, Trait.GPU_MACHINE)) {
                // "an old server of ours with two 3090s"
                if (state.hasTyped(i + 1, Trait.PART_OF) && state.hasTyped(i + 2, Trait.ASKERS_OWN)) {
                    return true;
                }
                int owner = state.hasTyped(i - 1, Trait.OWNED) ? i - 1 : i - 2;
                boolean led = state.isAt(owner - 1, Cue.ON) || state.isAt(owner - 1, Cue.IN);
                return led && state.hasTyped(owner, Trait.OWNED);
            }
        }
        return false;
    }

    /** {@code a single H100 from the university HPC (ours, no invoice)}, {@code one L40S in the yard, own property}. */
    private boolean isCalledOurs(int gpu) {
        int end = Math.min(state.sentence(gpu).end(), gpu + REACH_OF_OWNER);
        boolean ours = false;
        for (int i = gpu + 1; state.hasTypedAnywhere(Trait.ASKERS_OWN) && i < end && !ours; i++) {
            if (isOther(i) || state.isGpuAt(i)) {
                return false;
            }
            ours = state.hasTyped(i, Trait.ASKERS_OWN) && isSaidOf(i);
        }
        for (int i = state.sentence(gpu).first(); ours && i < gpu; i++) {
            ours = !isOther(i);
        }
        return ours;
    }

    /** The word before the {@code ours} of {@code (ours)}, {@code , it is ours}, {@code and belongs to us}. */
    private boolean isSaidOf(int ours) {
        return state.isSymbolAt(ours - 1, '(')
                || state.isSymbolAt(ours - 1, ',')
                || state.isAt(ours - 1, Cue.PERSON)
                || state.isAt(ours - 1, Cue.AND)
                || state.isAt(ours - 1, Trait.FORM_OF_BE)
                || state.hasTyped(ours - 1, Trait.PRONOUN)
                || state.hasTyped(ours - 1, Trait.RELATIVE);
    }

    /** Returns the end of the sentence of a GPU, or of the next that goes on with it: {@code It is my own card}. */
    private int endOf(int gpu) {
        int end = state.sentence(gpu).end();
        int next = end + 1;
        boolean goesOn = state.hasTyped(next, Trait.PRONOUN)
                && !state.sentence(next).asks()
                && state.sentence(next).end() - next <= SHORT;
        return goesOn ? state.sentence(next).end() : end;
    }

    /** {@code on a 4090. It is my own card}. */
    private boolean isOwnCard(int gpu) {
        int end = endOf(gpu);
        boolean own = false;
        for (int i = state.sentence(gpu).end() + 1; i < end; i++) {
            if (isOther(i) || state.isAt(i, Cue.NOT) || state.hasTyped(i, Trait.RENTS)) {
                return false;
            }
            boolean noun = state.hasTyped(i, Trait.GPU) || state.hasTyped(i, Trait.GPU_MACHINE);
            own |= state.hasTyped(i, Trait.ASKERS_OWN) || (noun && state.hasTyped(i - 1, Trait.OWNER));
        }
        return own;
    }

    private boolean isOther(int i) {
        return state.hasTyped(i, Trait.OTHER_PARTY) || state.hasTyped(i, Trait.ACQUAINTANCE);
    }

    /** {@code the survey owns a workstation with two 5090 cards}: who is named as their owner asks, if it is no other party. */
    private boolean isOwned(int gpu) {
        if (!state.hasTypedAnywhere(Trait.IS_OWNER_OF)) {
            return false;
        }
        boolean owned = false;
        for (int i = gpu - 1; i >= Math.max(state.clause(gpu).first(), gpu - REACH_OF_OWNER); i--) {
            if (state.isAt(i, Category.PROVIDERS)
                    || state.hasTyped(i, Trait.PROVIDER_NOUN)
                    || state.hasTyped(i, Trait.OTHER_PARTY)) {
                return false;
            }
            owned |= state.hasTyped(i, Trait.IS_OWNER_OF)
                    && (!state.hasTyped(i, Trait.OWNER) || state.isAt(i - 1, Cue.PERSON));
        }
        return owned;
    }

    /** {@code we host ourselves: 4 H100 are in Casablanca since March}. */
    private boolean isPlaced(int gpu) {
        int is = nameEnd(state, gpu) + 1;
        return (SelfHosting.isSaid(state) || state.any(token -> token.is(Trait.REFLEXIVE)))
                && state.isAt(is, Trait.FORM_OF_BE)
                && (state.isAt(is + 1, Cue.IN) || state.hasTyped(is + 1, Trait.LOCATIVE))
                && !state.isAt(is + 2, Category.PROVIDERS);
    }

    /** {@code ... delivered last week. What does a training cost there?}: a later sentence asks about the GPU. */
    boolean isReferredTo(int gpu) {
        return lastReference() > state.sentence(gpu).end() && state.has(Category.INTENTS);
    }

    /** Returns the index of the last word that refers to a place or to things: {@code there}, {@code on those}; -1 if none does. */
    private int lastReference() {
        if (lastReference == null) {
            lastReference = -1;
            for (int i = 0; i < state.size(); i++) {
                boolean led = state.isAt(i - 1, Cue.ON) || state.isAt(i - 1, Cue.OF) || state.isAt(i - 1, Cue.IN);
                boolean thing = state.isAt(i, Cue.THEM) || state.isAt(i, Cue.ALL) || state.hasTyped(i, Trait.PRONOUN);
                boolean card = state.hasTyped(i, Trait.GPU)
                        && state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE)
                        && state.isAt(i - 2, Cue.ON);
                boolean refers =
                        (led && thing) || card || state.hasTyped(i, Trait.THERE) || state.hasTyped(i, Trait.REFLEXIVE);
                lastReference = refers ? Integer.valueOf(i) : lastReference;
            }
        }
        return lastReference;
    }

    /** {@code the trust has bought a server with 4 L40S}, but not {@code the vendor has 8 H100} and not {@code they rent 8 H100}. */
    private boolean isPossessed(int gpu) {
        boolean owned = false;
        for (int i = gpu - 1; i >= Math.max(state.clause(gpu).first(), gpu - REACH_OF_OWNER); i--) {
            if (state.isAt(i, Category.PROVIDERS)
                    || state.isAt(i, Cue.SELF_HOST)
                    || state.hasTyped(i, Trait.PROVIDER_NOUN)
                    || state.hasTyped(i, Trait.OTHER_PARTY)) {
                return false;
            }
            owned |= state.hasTyped(i, Trait.OWNS);
        }
        return owned;
    }

    /** {@code the cluster has 2 A100s}, {@code nebius gave us 16 H100s}. */
    boolean isHad(int gpu) {
        for (int i = gpu - 1; i >= Math.max(state.clause(gpu).first(), gpu - REACH_OF_HOLDER); i--) {
            if (state.hasTyped(i, Trait.POSSESSES)) {
                return !state.asks() && !state.terse;
            }
        }
        return false;
    }

    /** The {@code s} of {@code h100s} is a token of its own. */
    static int nameEnd(ParseState state, int gpu) {
        return state.isAt(gpu + 1, Cue.IS) && !state.token(gpu + 1).spaced ? gpu + 1 : gpu;
    }
}
