package io.tunetally.interpreter.sentence;

import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.util.function.Predicate;

/** Finds out whether a message is about training on GPUs, own or rented. */
public final class SelfHosting {
    private static final int REACH = 4;
    /** The most words between a GPU and the place where it stands. */
    private static final int REACH_OF_PLACE = 6;
    /** The most words between a GPU and the verb of owning it. */
    private static final int REACH_OF_BUYER = 5;

    /** The most words between a GPU and the time that a run took on it. */
    private static final int REACH_OF_TIME = 5;

    /** The most words between the word for a plan and the time that it takes. */
    private static final int REACH_OF_PLAN = 24;

    private SelfHosting() {}

    /** True if the message itself says so: {@code self-hosted}, {@code rent}. */
    public static boolean isSaid(ParseState state) {
        return isRented(state) || names(state, ProviderId.SELF_HOSTED::equals);
    }

    /** True of {@code rent}, {@code run it locally}, unless what is rented is another thing: {@code we rent out 23,000 homes}. */
    public static boolean isRented(ParseState state) {
        for (int i = 0; state.has(Cue.SELF_HOST) && i < state.size(); i++) {
            if (state.isAt(i, Cue.SELF_HOST) && !isLetOut(state, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetOut(ParseState state, int verb) {
        Token next = state.at(verb + 1);
        boolean thing = next != null
                && next.kind == Token.Kind.WORD
                && !state.hasTyped(verb + 1, Trait.GPU)
                && !state.hasTyped(verb + 1, Trait.GPU_MACHINE)
                && !state.hasTyped(verb + 1, Trait.MACHINE);
        return state.hasTyped(verb, Trait.RENTS) && (thing || state.isAt(verb + 1, Cue.OUT));
    }

    /** True if the message says so, names a provider that rents GPUs, or the conversation is about GPUs. */
    public static boolean isMeant(ParseState state) {
        return isSaid(state)
                || state.remembered.has(SlotName.GPU)
                || ProviderId.SELF_HOSTED.equals(state.remembered.value(SlotName.PROVIDER))
                || names(state, state.compiledLexicon.offers()::rents);
    }

    private static boolean names(ParseState state, Predicate<ProviderId> isOne) {
        return state.has(Category.PROVIDERS)
                && state.any(token -> token.is(Category.PROVIDERS)
                        && token.lexeme != null
                        && (!token.lexeme.weak()
                                || state.terse
                                || ProviderId.SELF_HOSTED.value().equals(token.lexeme.value()))
                        && isOne.test(new ProviderId(token.lexeme.value())));
    }

    /** True of the name of a seller of trainings or of GPUs at an index. */
    public static boolean namesSeller(ParseState state, int i) {
        Token token = state.at(i);
        return token != null
                && token.is(Category.PROVIDERS)
                && token.lexeme != null
                && !ProviderId.SELF_HOSTED.value().equals(token.lexeme.value());
    }

    /** True for the name of a provider that trains on its own GPUs and bills for the tokens. */
    static boolean isSeller(ParseState state, Token token) {
        if (!token.is(Category.PROVIDERS) || token.lexeme == null) {
            return false;
        }
        ProviderId id = new ProviderId(token.lexeme.value());
        return !id.equals(ProviderId.SELF_HOSTED)
                && state.compiledLexicon.offers().trains(id);
    }

    /** True if a GPU is named, by a word or a number. */
    public static boolean namesGpu(ParseState state) {
        if (state.has(Category.GPUS)) {
            return true;
        }
        for (int i = 0; i < state.size(); i++) {
            if (state.isGpuNumber(i)) {
                return true;
            }
        }
        return false;
    }

    /** True of a message that places the job on GPUs of one's own by the word for it: {@code on-prem}, {@code on our own servers}. */
    public static boolean isOnOwn(ParseState state) {
        return state.has(Category.PROVIDERS)
                && state.any(token -> token.is(Category.PROVIDERS)
                        && token.is(Trait.OWNER)
                        && token.lexeme != null
                        && ProviderId.SELF_HOSTED.value().equals(token.lexeme.value()));
    }

    /** True of a question for the data that GPUs can train in a time: {@code how many examples fit into 10 hours on an a100}. */
    public static boolean asksForData(ParseState state) {
        boolean gpus = state.hasTypedAnywhere(Trait.GPU)
                || namesGpu(state)
                || (state.mayEdit() && state.remembered.has(SlotName.GPU));
        boolean plans = gpus && !state.has(Measure.REQUEST) && !state.has(Cue.REPORT);
        for (int i = 0; plans && i < state.size(); i++) {
            if (state.hasTyped(i, Trait.ASKS_FOR_DATA)
                    || (state.hasTyped(i, Trait.ASKS_COUNT) && state.isItemAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** True of a question for the time that a job takes on GPUs: {@code how many hours would the finetune be on 2x A6000}. */
    public static boolean asksForHours(ParseState state) {
        boolean open =
                state.has(Measure.HOUR) && !state.has(Measure.REQUEST) && !state.has(Cue.REPORT) && namesGpu(state);
        for (int i = 0; open && i + 1 < state.size(); i++) {
            if (state.hasTyped(i, Trait.ASKS_COUNT) && state.isAt(i + 1, Measure.HOUR)) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@code 3 hours on the 4090 I own}, {@code | LoRA | 1x A100 | 30 mins |}: in a message that begins a conversation and asks nothing, a
     * GPU with the time that a run took on it is told.
     */
    public static boolean isOfToldTime(ParseState state, int gpu) {
        boolean asks = state.asks()
                || state.hasTypedAnywhere(Trait.ASKS_WHAT)
                || state.hasTypedAnywhere(Trait.ASKS_HOW_MUCH)
                || state.isGpuBill();
        if (state.terse || !state.remembered.isEmpty() || asks) {
            return false;
        }
        return isBehindTime(state, gpu) || isCellBeforeTime(state, gpu);
    }

    private static boolean isBehindTime(ParseState state, int gpu) {
        int on = gpu - 1;
        while (on > gpu - REACH_OF_TIME && !state.isAt(on, Cue.ON) && !state.isBreakAt(on)) {
            on--;
        }
        int unit = isTime(state, on - 1) ? on - 1 : on - 2;
        return state.isAt(on, Cue.ON) && isTime(state, unit) && state.isNumberAt(unit - 1) && !isPlanned(state, unit);
    }

    /** {@code will take 12 hours on our A100}, {@code the plan is 8 hours on two L40S}. */
    private static boolean isPlanned(ParseState state, int unit) {
        for (int i = Math.max(state.sentence(unit).first(), unit - REACH_OF_PLAN); i < unit; i++) {
            if (!state.isNumberAt(i) && (state.hasTyped(i, Trait.PLANS_RUN) || state.hasTyped(i, Trait.EXPECTS))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCellBeforeTime(ParseState state, int gpu) {
        int cell = gpu + 1;
        while (cell < gpu + REACH_OF_TIME && !state.isSymbolAt(cell, '|') && !state.isSymbolAt(cell, ':')) {
            cell++;
        }
        boolean bounded = state.isSymbolAt(cell, '|') || state.isSymbolAt(cell, ':');
        int number = state.isNumberAt(cell + 1) ? cell + 1 : cell + 2;
        return bounded && state.isNumberAt(number) && isTime(state, number + 1);
    }

    private static boolean isTime(ParseState state, int i) {
        return state.isAt(i, Measure.HOUR) || state.isAt(i, Measure.MINUTE) || state.isAt(i, Measure.DAY);
    }

    /** True if the GPU at an index is the asker's own: {@code my own 4090}, {@code our two h100s}. */
    public static boolean isOwn(ParseState state, int gpu) {
        for (int i = gpu - 1; i >= Math.max(0, gpu - REACH) && !endsList(state, i); i--) {
            if (state.hasTyped(i, Trait.OTHER_PARTY)) {
                return false;
            }
            if (state.hasTyped(i, Trait.OWNER)) {
                return !state.hasTyped(i + 1, Trait.OTHER_PARTY)
                        && !state.hasTyped(i + 1, Trait.PROVIDER_NOUN)
                        && !state.hasTyped(i - 1, Trait.POSSESSIVE_OF_OTHERS);
            }
        }
        return isAtOwnPlace(state, gpu)
                || isBought(state, gpu)
                || isCalledOwn(state, gpu)
                || isHadAlready(state, gpu)
                || (state.hasTypedAnywhere(Trait.STANDS_IDLE) && isIdle(state, gpu));
    }

    /** A break, but not the comma of {@code we buy our own, one 5090}. */
    private static boolean endsList(ParseState state, int i) {
        return state.isBreakAt(i) && !(state.isSymbolAt(i, ',') && state.hasTyped(i - 1, Trait.OWNS_GPUS));
    }

    /** {@code two L40S we already own}, {@code 4 x H100 that we bought}, {@code the 3090 I have}, {@code an A100 bought by our lab}. */
    private static boolean isBought(ParseState state, int gpu) {
        boolean asker = false;
        for (int i = gpu + 1; i <= gpu + REACH_OF_BUYER && state.at(i) != null && !state.isBreakAt(i); i++) {
            boolean by =
                    state.isAt(i + 1, Cue.ON) && (state.isAt(i + 2, Cue.PERSON) || state.hasTyped(i + 2, Trait.OWNER));
            boolean has = i <= gpu + 2 && state.hasTyped(i, Trait.ASKER) && state.hasTyped(i, Trait.OWNS);
            if (has || (state.hasTyped(i, Trait.BUYS) && (asker || by))) {
                return true;
            }
            asker |= state.isAt(i, Cue.PERSON);
        }
        return false;
    }

    /** {@code 4x A100 80GB already owned}, {@code two A6000 are already paid for}, {@code 8x H100, existing}. */
    private static boolean isHadAlready(ParseState state, int gpu) {
        int at = behindMemory(state, gpu);
        at = state.isSymbolAt(at, ',') || state.isSymbolAt(at, '(') ? at + 1 : at;
        at = state.isAt(at, Trait.FORM_OF_BE) ? at + 1 : at;
        boolean already = state.hasTyped(at, Trait.ALREADY);
        at = already ? at + 1 : at;
        boolean ends = state.isBreakAt(at + 1) || state.isSymbolAt(at + 1, ')');
        return state.hasTyped(at, Trait.IS_HAD) && (already || ends) && !isOfOthers(state, gpu);
    }

    /** True of the {@code already} and the {@code paid} of {@code already paid for}, which report no run. */
    public static boolean isOfHaving(ParseState state, int i) {
        return (state.hasTyped(i, Trait.ALREADY) && state.hasTyped(i + 1, Trait.IS_HAD))
                || (state.hasTyped(i, Trait.IS_HAD) && state.hasTyped(i - 1, Trait.ALREADY));
    }

    /** Returns the index behind the name of a GPU and its memory: {@code A100 80GB}, {@code RTX 3090 with 24 GB}. */
    private static int behindMemory(ParseState state, int gpu) {
        int number = state.isNumberAt(gpu + 1) || state.isBreakAt(gpu + 1) ? gpu + 1 : gpu + 2;
        return state.isNumberAt(number) && state.hasTyped(number + 1, Trait.GIGABYTE) ? number + 2 : gpu + 1;
    }

    /** {@code 2xH100 own, 70b lora}, {@code 3090 (mine)}, {@code 8xA100 80GB, our own racks, llama 70b}: said behind the GPU, in a clause of its own. */
    private static boolean isCalledOwn(ParseState state, int gpu) {
        int at = behindMemory(state, gpu);
        boolean apart = state.isSymbolAt(at, ',') || state.isSymbolAt(at, '(');
        at = apart ? at + 1 : at;
        boolean asker = state.isAt(at, Cue.PERSON) && state.hasTyped(at, Trait.OWNER);
        at = asker ? at + 1 : at;
        boolean own = state.hasTyped(at, Trait.ASKERS_OWN) || state.hasTyped(at, Trait.OWNS_GPUS);
        boolean noun = (asker || apart) && !state.isBreakAt(at + 1) && state.isBreakAt(at + 2);
        int next = noun ? at + 2 : at + 1;
        return own
                && (state.isBreakAt(next)
                        || state.isSymbolAt(next, ')')
                        || state.isNumberAt(next)
                        || state.isAt(next, Category.MODELS)
                        || state.isAt(next, Category.FAMILIES)
                        || state.isAt(next, Category.METHODS))
                && !isOfOthers(state, gpu);
    }

    /** {@code 4 A100 80GB idle on weekends}: what stands idle is there already. */
    private static boolean isIdle(ParseState state, int gpu) {
        for (int i = gpu + 1; i <= gpu + REACH_OF_PLACE && state.at(i) != null && !state.isBreakAt(i); i++) {
            if (state.hasTyped(i, Trait.STANDS_IDLE)) {
                return !isOfOthers(state, gpu);
            }
        }
        return false;
    }

    /** {@code a 3090 at home}, {@code 4 A100 of our own}, {@code one H100 of the university}. */
    private static boolean isAtOwnPlace(ParseState state, int gpu) {
        int behind = behindMemory(state, gpu);
        int end = Math.min(state.sentence(gpu).end() - 1, behind - 1 + REACH_OF_PLACE);
        for (int i = behind; i <= end; i++) {
            Token token = state.at(i);
            if (token == null || token.isNumber() || token.is(Category.GPUS) || token.kind == Token.Kind.BREAK) {
                return false;
            }
            if (token.is(Trait.OWN_PLACE) || state.hasTyped(i, Trait.OWN_PLACE)) {
                return (token.is(Category.PROVIDERS) || isLed(state, i)) && !isOfOthers(state, gpu);
            }
        }
        return false;
    }

    /** {@code our competitor has 8 H100 in the basement}. */
    private static boolean isOfOthers(ParseState state, int gpu) {
        for (int i = gpu - 1; i >= Math.max(0, gpu - REACH_OF_PLACE) && !state.isBreakAt(i); i--) {
            if (state.hasTyped(i, Trait.OTHER_PARTY)) {
                return true;
            }
        }
        return false;
    }

    /** {@code at home}, {@code in the basement}, {@code of our own}. */
    private static boolean isLed(ParseState state, int place) {
        // "in the back office", "in the Bergen office"
        boolean described = isDeterminer(state, place - 2) && !state.isNumberAt(place - 1);
        int noun = described ? place - 1 : place;
        int before = isDeterminer(state, noun - 1) ? noun - 2 : noun - 1;
        return state.isAt(before, Cue.IN) || state.isAt(before, Cue.OF) || state.hasTyped(before, Trait.LOCATIVE);
    }

    private static boolean isDeterminer(ParseState state, int i) {
        return state.isAt(i, Cue.ARTICLE) || state.isAt(i, Cue.PERSON) || state.hasTyped(i, Trait.DEFINITE_ARTICLE);
    }
}
