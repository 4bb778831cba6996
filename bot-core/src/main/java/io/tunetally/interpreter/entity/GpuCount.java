package io.tunetally.interpreter.entity;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/** Reads how many GPUs a job has: {@code 2 x h100}, {@code our own H100s, eight of them}, {@code --num-gpus 2}. */
final class GpuCount {
    /** The most words between a count and its GPU. */
    private static final int REACH = 5;

    /** The most words between a GPU and a number of them that are trained on. */
    private static final int REACH_OF_THEM = 30;

    /** The most tokens between a GPU and the flag for their number. */
    private static final int REACH_OF_FLAG = 12;

    /** The same of a setting, one of several lines. */
    private static final int REACH_OF_SETTING = 30;

    private final ParseState state;

    /** How many GPUs a list numbers; -1 if unknown. */
    private int numbered = -1;

    GpuCount(ParseState state) {
        this.state = state;
    }

    /** The {@code 2} of {@code 2 x h100}. */
    void read(int gpu) {
        int assigned = assignedCount(gpu);
        int behind = assigned >= 0 ? assigned : countBehind(gpu);
        int number = behind >= 0 ? behind : of(gpu);
        Token token = state.at(number);
        // The 4 of "4 80GB H100s" may have been read as a number of examples.
        boolean ofMemory = isMemory(gpu - 2);
        if (token != null && state.isGpuCount(number) && (ofMemory || token.use != Token.Use.SLOT)) {
            state.candidates.withdraw(number);
            SlotFiller.settle(state, SlotName.GPUS, token.numeral(), Origin.SAID, number);
            token.use = Token.Use.SLOT;
            // The weights of numbers must not read it once more.
            state.candidates.settle(number);
        } else if (isOnePiece(gpu)) {
            SlotFiller.settle(state, SlotName.GPUS, Numeral.of(BigDecimal.ONE), Origin.SAID, gpu);
        } else if (numbered() > 1) {
            SlotFiller.settle(state, SlotName.GPUS, Numeral.of(BigDecimal.valueOf(numbered())), Origin.SAID, gpu);
        } else if (isPair(gpu) || isBoth(gpu)) {
            SlotFiller.settle(state, SlotName.GPUS, Numeral.of(BigDecimal.TWO), Origin.SAID, gpu);
        } else if (isOne(gpu - 1) || isOneOf(gpu) || isOneLikeIt(gpu) || isSpare(gpu) || isInOneMachine(gpu)) {
            // "just one 4090"; "make it an L40S" in a conversation about several.
            SlotFiller.settle(state, SlotName.GPUS, Numeral.of(BigDecimal.ONE), Origin.SAID, gpu);
        }
    }

    /** {@code 8 GPUs for 14 hours at $3.20 an hour}, {@code on h100, 8 gpus}, {@code 26 hours on 16 of them}. */
    void readUnnamed() {
        for (int i = 0; i < state.size(); i++) {
            boolean counted = state.hasTyped(i + 1, Trait.GPU) && !state.isAt(i + 1, Measure.HOUR);
            boolean ofThem = state.isOfThemAt(i + 1) && state.candidates.slotOf(i) == null;
            if (state.isGpuCount(i) && (counted || ofThem)) {
                SlotFiller.settle(state, SlotName.GPUS, state.token(i).numeral(), Origin.SAID, i);
                state.use(i, i + 1, Token.Use.CONNECTIVE);
                state.token(i).use = Token.Use.SLOT;
                return;
            }
        }
    }

    /** Returns the index of the count of a GPU, if it has one: {@code 2 x h100}, {@code four of our own A100s}. */
    int of(int gpu) {
        if (state.isTimesSign(gpu - 1)) {
            return gpu - 2;
        }
        // "gpu:a100:4", as Slurm writes it
        if (state.isSymbolAt(gpu - 1, ':') && state.isSymbolAt(gpu + 1, ':') && state.isGpuCount(gpu + 2)) {
            return gpu + 2;
        }
        if (state.isTimesSign(gpu + 1) && state.isGpuCount(gpu + 2) && !state.isUnitAt(gpu + 3)) {
            return gpu + 2;
        }
        int at = isMemory(gpu - 2) ? gpu - 3 : gpu - 1;
        while (at > gpu - REACH && isBetweenCountAndGpu(at)) {
            at--;
        }
        // "2x NVIDIA H100"
        int count = state.isTimesSign(at) ? at - 1 : at;
        return state.isCountAt(count) || (count < at && state.isGpuCount(count)) ? count : gpu - 1;
    }

    /** The 80 of {@code one rented 80GB A100}. */
    private boolean isMemory(int number) {
        return state.isNumberAt(number) && !state.isNumberAt(number + 1) && state.hasTyped(number + 1, Trait.GIGABYTE);
    }

    private boolean isBetweenCountAndGpu(int at) {
        Token token = state.at(at);
        return token != null
                && !token.isNumber()
                && (token.is(Trait.PART_OF)
                        || token.is(Cue.PERSON)
                        || token.is(Cue.THEM)
                        || token.is(Cue.SELF_HOST)
                        || token.kind == Token.Kind.WORD
                        || token.is(Trait.PUBLISHER)
                        || state.hasTyped(at, Trait.PIECES)
                        || isCounter(at)
                        || isWidth(at)
                        || state.hasTyped(at, Trait.PAST_RUN)
                        || state.hasTyped(at, Trait.RENTS)
                        || state.hasTyped(at, Trait.OWNER));
    }

    /** The {@code 张} of {@code 租一张4090}, which counts flat things. */
    private boolean isCounter(int at) {
        return state.isItemAt(at) && state.isGpuAt(at + 1);
    }

    /** The {@code -way} of {@code an 8-way H100 node}. */
    private boolean isWidth(int at) {
        int width = state.isSymbolAt(at, '-') ? at + 1 : at;
        return !state.isNumberAt(width)
                && state.hasTyped(width, Trait.WIDTH_OF_MACHINE)
                && (state.isSymbolAt(width - 1, '-') || state.isNumberAt(width - 1));
    }

    /** {@code H200 x8}, {@code A100 x 2}. */
    boolean isMultiplied(int gpu) {
        return state.isTimesSign(gpu + 1) && state.isGpuCount(gpu + 2);
    }

    /** Returns the index of the eight of {@code our own H100s, eight of them}, of the four of {@code own A100s (4)}, or -1. */
    private int countBehind(int gpu) {
        int bracketed = state.bracketedCountOf(gpu);
        if (bracketed >= 0) {
            return bracketed;
        }
        int end = Math.min(state.size(), gpu + REACH_OF_THEM);
        for (int i = gpu + 1; i < end; i++) {
            // "idle A100s at night. Can we train it on 8 of them", "3090s at $0.22/h, I'd take 4 of them"
            boolean near = i <= gpu + REACH || state.isAt(i - 1, Cue.ON) || state.hasTyped(i - 1, Trait.TAKES_SHARE);
            if (near && state.isGpuCount(i) && (state.isOfThemAt(i + 1) || isPieces(i + 1) || isQuantity(i - 1))) {
                return i;
            }
        }
        return listedBehind(gpu);
    }

    /** Returns the index of the 4 of {@code an H100 job: 4 cards, 7.5 hours}, {@code the A100 box, bought in 2023, four cards}, or -1. */
    private int listedBehind(int gpu) {
        int end = state.sentence(gpu).end();
        for (int i = gpu + 1; i < end && !state.isGpuAt(i); i++) {
            boolean opens = state.isBreakAt(i - 1) || state.isSymbolAt(i - 1, ':');
            if (opens && state.isGpuCount(i) && state.hasTyped(i + 1, Trait.GPU) && state.isBreakAt(i + 2)) {
                return i;
            }
        }
        return -1;
    }

    /** The {@code pieces} of {@code H200, 8 pieces}. */
    private boolean isPieces(int i) {
        return state.hasTyped(i, Trait.PIECES) && state.isBreakAt(i + 1);
    }

    /** The {@code qty} of {@code A100, qty 4}. */
    private boolean isQuantity(int i) {
        return !state.isNumberAt(i) && state.hasTyped(i, Trait.GPU_COUNT) && state.isSymbolAt(i - 1, ',');
    }

    /** Returns the index of the 2 of {@code --gpu 4090 --num-gpus 2}, {@code gpu=a100 gpu_count=2}, or -1. */
    private int assignedCount(int gpu) {
        boolean flags = state.hasTypedAnywhere(Trait.GPU_COUNT);
        int reach = state.terse ? REACH_OF_FLAG : REACH_OF_SETTING;
        int end = Math.min(state.size(), gpu + reach);
        for (int i = Math.max(1, gpu - reach); flags && i < end; i++) {
            int name = state.isAssignmentAt(i - 1) ? i - 2 : i - 1;
            boolean flag = name < i - 1 || (state.terse && state.isSymbolAt(name - 1, '-'));
            if (i != gpu
                    && state.isGpuCount(i)
                    && flag
                    && (state.isAt(name, Trait.GPU_COUNT) || state.hasTyped(name, Trait.GPU_COUNT))) {
                return i;
            }
        }
        return -1;
    }

    /** {@code a pair of H200}, {@code the A100 pair}. */
    private boolean isPair(int gpu) {
        return (state.hasTyped(gpu - 1, Trait.PART_OF) && state.hasTyped(gpu - 2, Trait.PAIR))
                || state.hasTyped(GpuOwnership.nameEnd(state, gpu) + 1, Trait.PAIR);
    }

    /** {@code RTX 4090, one piece}, {@code RTX 4090 own machine one piece}. */
    private boolean isOnePiece(int gpu) {
        // "RTX 3090, my own machine, one piece"
        int end = Math.min(state.sentence(gpu).end(), gpu + REACH + 2);
        for (int one = gpu + 1; one < end && !state.isNumberAt(one); one++) {
            if (state.isOneAt(one) && isPieces(one + 1)) {
                return true;
            }
        }
        return false;
    }

    /** {@code a spare A100}, {@code an idle L40S}: it is there, and it is one. */
    private boolean isSpare(int gpu) {
        return state.hasTyped(gpu - 1, Trait.SPARE)
                && state.isAt(gpu - 2, Cue.ARTICLE)
                && GpuOwnership.nameEnd(state, gpu) == gpu;
    }

    /** {@code one computer with a 4090 card}, {@code one of our PCs has a free 4090}. */
    private boolean isInOneMachine(int gpu) {
        int article = state.hasTyped(gpu - 1, Trait.SPARE) ? gpu - 2 : gpu - 1;
        int holds = article - 1;
        boolean held = state.isAt(article, Cue.ARTICLE) && state.hasTyped(holds, Trait.HOLDS_PART);
        boolean one = false;
        for (int i = holds - 1; held && i >= Math.max(0, holds - REACH) && !one && !state.isBreakAt(i); i--) {
            one = state.isOneAt(i) || state.hasTyped(i, Trait.ONE_OF);
        }
        return one;
    }

    /** Returns how many GPUs a list numbers: {@code GPU 0: H100, GPU 1: H100}; 0 if it does not. */
    private int numbered() {
        if (numbered < 0) {
            numbered = state.hasTypedAnywhere(Trait.GPU) ? findNumbered() : 0;
        }
        return numbered;
    }

    private int findNumbered() {
        int next = 0;
        for (int i = 0; i + 1 < state.size(); i++) {
            boolean named = state.hasTyped(i, Trait.GPU)
                    && state.isNumberAt(i + 1)
                    && state.token(i + 1).numeral().value().compareTo(BigDecimal.valueOf(next)) == 0;
            next += named ? 1 : 0;
        }
        return next;
    }

    /** {@code NVIDIA H100 80GB. Both cards are rented}. */
    private boolean isBoth(int gpu) {
        for (int i = gpu + 1; i < state.size() && state.hasTypedAnywhere(Trait.TAKES_BOTH); i++) {
            if (state.hasTyped(i, Trait.TAKES_BOTH) && !state.isNumberAt(i) && state.hasTyped(i + 1, Trait.GPU)) {
                return true;
            }
        }
        return false;
    }

    /** {@code one of the 4090s}, {@code one of our own RTX 4090 cards}. */
    boolean isOneOf(int gpu) {
        int at = gpu - 1;
        while (at > gpu - REACH && !state.hasTyped(at, Trait.ONE_OF) && isOfOwner(at)) {
            at--;
        }
        return state.hasTyped(at, Trait.ONE_OF) || state.hasTyped(gpu - 2, Trait.ONE_OF);
    }

    /** The {@code our own} of {@code one of our own 4090s}. */
    private boolean isOfOwner(int at) {
        return !state.isNumberAt(at)
                && (state.hasTyped(at, Trait.OWNER)
                        || state.isAt(at, Cue.PERSON)
                        || state.isAt(at, Cue.SELF_HOST)
                        || state.hasTyped(at, Trait.PUBLISHER));
    }

    /** {@code a friend has an L40S. What would I pay for one like that}, {@code on one such card}. */
    private boolean isOneLikeIt(int gpu) {
        for (int i = gpu + 1; state.hasTypedAnywhere(Trait.LIKE_IT) && i < state.size(); i++) {
            boolean one = state.isOneAt(i)
                    || (state.isNumberAt(i) && state.token(i).numeral().value().compareTo(BigDecimal.ONE) == 0);
            boolean it = state.hasTyped(i + 2, Trait.GPU) || state.hasTyped(i + 2, Trait.PRONOUN);
            if (one && it && state.hasTyped(i + 1, Trait.LIKE_IT)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOne(int before) {
        boolean one = state.isOneAt(before);
        return one || (state.isAt(before, Cue.ARTICLE) && state.remembered.has(SlotName.GPUS));
    }
}
