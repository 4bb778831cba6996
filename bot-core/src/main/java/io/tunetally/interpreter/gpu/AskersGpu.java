package io.tunetally.interpreter.gpu;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SoldModels;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import java.util.stream.IntStream;

/** Tells whether a GPU of a post belongs to the asker: {@code the 4090 is mine}, {@code got a 3090 off ebay}, {@code I have one A100}. */
public final class AskersGpu {
    /** The most words between the verb of having and the GPU. */
    private static final int REACH = 8;

    /** The same where it is in a machine: {@code we have a shared SLURM cluster with 2 nodes of 4x A100}. */
    private static final int REACH_OF_MACHINE = 13;

    /** The most words between the word that calls a machine the asker's and its GPUs. */
    private static final int REACH_OF_CALLED = 4;

    private AskersGpu() {}

    /** True if the asker has the GPU at an index, and nothing says that it cannot do the job. */
    public static boolean isOne(ParseState state, int gpu) {
        return !isUnfit(state, gpu)
                && (SelfHosting.isOwn(state, gpu)
                        || isMine(state, gpu)
                        || isHad(state, gpu)
                        || isCountedByTranslation(state, gpu)
                        || isOnPremises(state, gpu));
    }

    /**
     * True of a GPU that the asker has to train on: {@code two A6000 we already own}, {@code I have a 4090}; false of {@code we have 4x
     * a100 rented till friday}, {@code we got 8 H100s at nebius}.
     */
    public static boolean isToTrainOn(ParseState state, int gpu) {
        return isHadItself(state, gpu) && !isUnfit(state, gpu) && !isLent(state, gpu) && !asksForSeller(state);
    }

    /** {@code I have a used 4090}, but not {@code I have $20 for mistral on a 4090}, {@code the rows we have, or a 4090}. */
    private static boolean isHadItself(ParseState state, int gpu) {
        int verb = gpu - 1;
        int first = Math.max(state.sentence(gpu).first(), gpu - REACH);
        while (verb >= first && !isHaving(state, verb)) {
            boolean between = state.isGpuCount(verb)
                    || state.isSymbolAt(verb, ':')
                    || (state.isNumberAt(verb) && state.hasTyped(verb + 1, Trait.GIGABYTE))
                    || (!state.isNumberAt(verb) && !state.isBreakAt(verb) && !isObject(state, verb));
            if (!between) {
                return false;
            }
            verb--;
        }
        return verb >= first && isHad(state, gpu);
    }

    private static boolean isHaving(ParseState state, int i) {
        return !state.isNumberAt(i) && (state.hasTyped(i, Trait.BUYS) || state.hasTyped(i, Trait.OWNS));
    }

    /** What is had in place of the GPU, or the word that leads from there to it. */
    private static boolean isObject(ParseState state, int i) {
        return state.isOfMention(i)
                || state.isItemAt(i)
                || state.isAt(i, Cue.ON)
                || state.isAt(i, Cue.FOR)
                || state.isAt(i, Cue.OR)
                || state.isAt(i, Cue.NOT);
    }

    /** {@code rented till friday}, {@code at nebius}, {@code booked solid until may}. */
    private static boolean isLent(ParseState state, int gpu) {
        Sentence sentence = state.sentence(gpu);
        for (int i = sentence.first(); i < sentence.end(); i++) {
            boolean word = !state.isNumberAt(i);
            if (state.isAt(i, Cue.SELF_HOST)
                    || (word && (state.hasTyped(i, Trait.RENTS) || state.hasTyped(i, Trait.BOOKED_OUT)))
                    || SelfHosting.namesSeller(state, i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code We have two 3090s in the cellar. What would it cost at Together?}: the question chooses the seller. */
    public static boolean isLeftForSeller(ParseState state, int gpu) {
        return !state.sentence(gpu).asks()
                && !state.has(Intent.COMPARE)
                && !state.has(Cue.OR)
                && !state.has(Cue.VERSUS)
                && IntStream.range(0, state.size()).anyMatch(i -> isAskedSeller(state, i));
    }

    /** The seller of {@code What would it cost at Together?}, but not the word of {@code what do they cost together}. */
    private static boolean isAskedSeller(ParseState state, int i) {
        Token token = state.token(i);
        return SelfHosting.namesSeller(state, i)
                && state.sentence(i).asks()
                && token.lexeme != null
                && (!token.lexeme.weak() || state.isAt(i - 1, Cue.ON) || state.hasTyped(i - 1, Trait.LOCATIVE))
                && !state.isAt(i - 1, Cue.INSTEAD_OF);
    }

    /**
     * {@code We have two 3090s in the cellar. What would it cost at Together?}, {@code Cost to have it tuned somewhere?}, but not {@code Is
     * it cheaper at home or at Together?}
     */
    private static boolean asksForSeller(ParseState state) {
        boolean atHome = IntStream.range(0, state.size())
                .anyMatch(i -> state.sentence(i).asks()
                        && !state.isNumberAt(i)
                        && (state.token(i).is(Trait.OWN_PLACE) || state.hasTyped(i, Trait.OWN_PLACE)));
        if (atHome) {
            return false;
        }
        return IntStream.range(0, state.size())
                .anyMatch(i -> state.sentence(i).asks()
                        && (SelfHosting.namesSeller(state, i)
                                || (!state.isNumberAt(i)
                                        && (state.hasTyped(i, Trait.RENTS) || state.hasTyped(i, Trait.SOMEWHERE)))));
    }

    /**
     * The {@code 4 x A100 80GB.} that a translation leaves of {@code 研究室にA100 80GBが4枚あります。}: its words for having are not known.
     */
    private static boolean isCountedByTranslation(ParseState state, int gpu) {
        return state.text.isTranslated()
                && state.isTimesSign(gpu - 1)
                && state.isGpuCount(gpu - 2)
                && !state.sentence(gpu).asks()
                && !state.has(Cue.REPORT)
                && !state.hasTypedAnywhere(Trait.OTHER_PARTY)
                && !state.mentions.isEmpty()
                && !SoldModels.areOnlyClosed(state, state.mentions);
    }

    /** {@code on-prem 4x A100, tune a 70B}: the only kind of GPU that a message names, which trains on one's own. */
    private static boolean isOnPremises(ParseState state, int gpu) {
        return SelfHosting.isOnOwn(state)
                && IntStream.range(0, state.size())
                        .allMatch(i -> !state.isGpuAt(i) || state.typed(i, i).equals(state.typed(gpu, gpu)));
    }

    /** True of the only thing that a sentence names, which says that it cannot do the job: {@code I don't have a 3090}. */
    public static boolean isMissing(ParseState state, int gpu) {
        Sentence sentence = state.sentence(gpu);
        boolean model = state.mentions.stream()
                .anyMatch(mention -> mention.first() >= sentence.first() && mention.first() < sentence.end());
        return !model
                && !sentence.asks()
                && isUnfit(state, gpu)
                && (SelfHosting.isOwn(state, gpu) || isHad(state, gpu));
    }

    /**
     * {@code is 2 days enough to tune llama 70b on 8 h100?}: in the only sentence of a message, which asks, some GPUs are those of the
     * job, unless it tells of a run, of other people or of another model.
     */
    public static boolean isOfOnlyQuestion(ParseState state, int gpu) {
        Sentence sentence = state.sentence(gpu);
        boolean only = sentence.first() == 0 && sentence.end() >= state.size() - 1 && sentence.asks();
        return only
                && (isCounted(state, gpu) || isOneOfKind(state, gpu))
                && state.mentions.size() < 2
                && !state.has(Cue.REPORT)
                && !state.has(Cue.INSTEAD_OF)
                && !state.hasTypedAnywhere(Trait.OTHER_PARTY)
                && !state.hasTypedAnywhere(Trait.ACQUAINTANCE)
                && !isUnfit(state, gpu);
    }

    /** {@code on 8 H100}, {@code 2 nodes of 8xH100}. */
    private static boolean isCounted(ParseState state, int gpu) {
        int count = state.isTimesSign(gpu - 1) ? gpu - 2 : gpu - 1;
        return state.isGpuCount(count) && (state.isAt(count - 1, Cue.ON) || state.isAt(count - 1, Trait.PART_OF));
    }

    /** {@code is 5 hours enough on an A100} */
    private static boolean isOneOfKind(ParseState state, int gpu) {
        return state.isAt(gpu - 1, Cue.ARTICLE) && state.isAt(gpu - 2, Cue.ON);
    }

    /** {@code my 3060 can't}, {@code I don't have a 3090}. */
    private static boolean isUnfit(ParseState state, int gpu) {
        Sentence sentence = state.sentence(gpu);
        for (int i = sentence.first(); i < sentence.end(); i++) {
            // "bought, not leased"
            if (state.hasTyped(i, Trait.UNFIT) && !state.hasTyped(i + 1, Trait.RENTS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code 1x 4090, mine}, {@code the rig is mine, 2x 4090}. */
    private static boolean isMine(ParseState state, int gpu) {
        if (isOfMachineCalledOwn(state, gpu)) {
            return true;
        }
        for (int i = gpu + 1; i < state.sentence(gpu).end() && i <= gpu + REACH; i++) {
            if (state.hasTyped(i, Trait.ASKERS_OWN)) {
                return true;
            }
        }
        return false;
    }

    /** {@code the rig is mine, 2x 4090}. */
    public static boolean isOfMachineCalledOwn(ParseState state, int gpu) {
        boolean own = false;
        int first = Math.max(state.sentence(gpu).first(), gpu - REACH_OF_CALLED);
        for (int i = gpu - 1; i >= first; i--) {
            own |= state.hasTyped(i, Trait.ASKERS_OWN)
                    && (state.isAt(i - 1, Trait.FORM_OF_BE) || state.isAt(i - 1, Cue.IS));
        }
        return own;
    }

    /** {@code what I have: one A100}, {@code bought: two used 3090s}, but not {@code they have 8 H100}. */
    private static boolean isHad(ParseState state, int gpu) {
        int first = state.sentence(gpu).first();
        boolean had = false;
        boolean machine = false;
        for (int i = gpu - 1; i >= first && i >= gpu - (machine ? REACH_OF_MACHINE : REACH); i--) {
            if (state.hasTyped(i, Trait.OTHER_PARTY)
                    || state.hasTyped(i, Trait.ACQUAINTANCE)
                    || state.isAt(i, Category.PROVIDERS)
                    || state.isAt(i, Category.GPUS)) {
                return false;
            }
            machine |= state.hasTyped(i, Trait.GPU_MACHINE);
            boolean asker = i == first
                    || state.hasTyped(i, Trait.ASKER)
                    || state.hasTyped(i - 1, Trait.ASKER)
                    || state.hasTyped(i - 2, Trait.ASKER)
                    || (machine && state.hasTyped(i - 2, Trait.OWNER));
            had |= asker && (state.hasTyped(i, Trait.BUYS) || state.hasTyped(i, Trait.OWNS));
        }
        return had;
    }
}
