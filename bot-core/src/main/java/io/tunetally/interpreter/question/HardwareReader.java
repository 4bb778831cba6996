package io.tunetally.interpreter.question;

import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Method;
import io.tunetally.interpreter.intent.RunningWord;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.sentence.TunedModels;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.topic.TopicMatcher;
import io.tunetally.topic.Topics;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a message asks which GPU a training or a running model needs, or whether it fits one: {@code how
 * much vram to fine-tune a 13b}, {@code can I run llama 70b on a single 4090}. A price, a number of examples or a case makes it another request.
 */
final class HardwareReader {
    private static final int REACH = 3;

    /** A question about hardware alone is one short sentence; in a longer message it is an aside. */
    private static final int MOST_TOKENS = 14;

    /** The same where it asks whether a model fits: {@code does a 70B fit on one H200, or is two the minimum for LoRA}. */
    private static final int MOST_TOKENS_OF_FIT = 18;

    /** The same where it describes a GPU of the asker's own. */
    private static final int MOST_TOKENS_OF_OWN = 24;

    private static final Set<SlotName<?>> LENGTHS = Set.of(SlotName.TOKENS_PER_EXAMPLE, SlotName.SEQUENCE_LENGTH);

    private static final List<SlotName<?>> SAID = List.of(
            SlotName.MODELS,
            SlotName.SIZE_B,
            SlotName.METHOD,
            SlotName.QUANTIZED,
            SlotName.TOKENS_PER_EXAMPLE,
            SlotName.SEQUENCE_LENGTH);

    private final ParseState state;
    private final List<TopicMatcher.Match> topics;
    private @Nullable Boolean fit;

    /**
     * Creates a reader.
     *
     * @param topics the topics that the message names
     */
    HardwareReader(ParseState state, List<TopicMatcher.Match> topics) {
        this.state = state;
        this.topics = topics;
    }

    /** Returns the topic with the model, the method and the GPU; null if nothing like it is asked. */
    @Nullable Slots asked() {
        boolean time = isNamed(Topics.TIME) || state.slots.has(SlotName.DEADLINE_HOURS);
        int gpu = time ? -1 : gpu();
        boolean unpriced = isWithoutPrice(gpu);
        if (time || !isShortQuestion(unpriced) || !isAboutNothingElse()) {
            return null;
        }
        boolean sized =
                !state.mentions.isEmpty() || state.slots.has(SlotName.MODELS) || state.slots.has(SlotName.SIZE_B);
        boolean which = asksWhich();
        // "And which GPU would I need?", of the model that the conversation is about.
        sized |= which && isNeeded(true) && state.remembered.has(SlotName.MODELS);
        if (!which && state.has(Intent.WORTHIT)) {
            return null;
        }
        int memory = gpu >= 0 ? -1 : memory();
        boolean fits = (gpu >= 0 || memory >= 0) && (sized || unpriced) && asksWhetherItFits() && !isStatement();
        boolean job = (sized || unpriced || state.has(Category.METHODS))
                && (state.isAboutTraining() || serves() || asksForFit() || isNeeded(which));
        return (job && (which || fits)) || isNamed() ? slots(gpu, memory) : null;
    }

    /** {@code which gpu do I need for llama 8b}: for its training, where nothing else is said. */
    private boolean isNeeded(boolean which) {
        return which && (state.hasTypedAnywhere(Trait.DEMANDS) || state.any(token -> token.is(Trait.DEMAND)));
    }

    /** {@code which gpu to serve llama 70b}: the model runs and is not trained. */
    private boolean serves() {
        return isNamed(Topics.SERVING)
                || (!TunedModels.areTrained(state) && (RunningWord.isIn(state) || runsOnUnpriced()));
    }

    /** A GPU that no price book has can only be asked about: {@code can I run it on our PC, it has an RTX 3060 with 12 GB}. */
    private boolean isWithoutPrice(int gpu) {
        return gpu >= 0 && Gpu.named(gpuAt(gpu)).isEmpty();
    }

    private String gpuAt(int index) {
        Lexeme name = state.token(index).lexeme;
        return name == null ? state.typed(index, index) : name.value();
    }

    /** {@code can I run it on an RTX 3060}, but not {@code can I train or run it}. */
    private boolean runsOnUnpriced() {
        return !state.isAboutTraining() && state.hasTypedAnywhere(Trait.RUNS_MODEL) && isWithoutPrice(gpu());
    }

    private boolean isShortQuestion(boolean unpriced) {
        int most = unpriced ? MOST_TOKENS_OF_OWN : asksForFit() ? MOST_TOKENS_OF_FIT : MOST_TOKENS;
        return state.size() > 0
                && state.size() <= most
                && (state.sentence(0).end() >= state.size() - 1
                        || isOnlyModelBehind(state.sentence(0).end())
                        || isComparedBehind(state.sentence(0).end()))
                && (state.hasQuestionMark() || opensWithQuestion() || state.terse);
    }

    /** {@code can it run on an RTX 3060? qwen3 8b}. */
    private boolean isOnlyModelBehind(int end) {
        for (int i = end; i < state.size(); i++) {
            if (!state.isOfMention(i) && !state.isBreakAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** {@code mem for full ft 14b? vs qlora on 24gb}. */
    private boolean isComparedBehind(int end) {
        int next = state.isBreakAt(end) ? end + 1 : end;
        return state.isAt(next, Cue.VERSUS) && state.sentence(next).end() >= state.size() - 1;
    }

    private boolean opensWithQuestion() {
        return state.isAt(0, Cue.QUESTION)
                || state.isAt(0, Cue.IS)
                || state.isAt(0, Cue.ABILITY)
                || state.hasTyped(0, Trait.ASKS_FOR_MEMORY)
                || asksForFit()
                || isNamed();
    }

    /** {@code explain gpu-memory llama-3.3-70b}. */
    private boolean isNamed() {
        return isNamed(Topics.HARDWARE) || isNamed(Topics.SERVING);
    }

    private boolean isNamed(String topic) {
        return topics.stream().anyMatch(match -> match.topic().id().equals(topic));
    }

    private int gpu() {
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            boolean named = token.is(Category.GPUS) || (state.isGpuNumber(i) && !state.isAt(i + 1, Category.UNITS));
            if (named && !state.isOfMention(i)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the index of the {@code 24} of {@code one 24 GB card}, {@code 48 GB of vram}; -1 if no memory is said. */
    private int memory() {
        boolean fit = asksForFit() || state.hasTypedAnywhere(Trait.ASKS_FOR_MEMORY);
        boolean alone = fit && !state.hasTypedAnywhere(Trait.TEXT_DATA);
        return alone || state.hasTypedAnywhere(Trait.GPU) || state.hasTypedAnywhere(Trait.GPU_MEMORY)
                ? gigabytes()
                : -1;
    }

    private int gigabytes() {
        for (int i = 0; i < state.size() - 1; i++) {
            if (state.isCountAt(i) && state.hasTyped(i + 1, Trait.GIGABYTE)) {
                return i;
            }
        }
        return -1;
    }

    /** {@code which gpu}, {@code how much vram}, {@code how many gpus}. */
    private boolean asksWhich() {
        for (int i = 0; i < state.size(); i++) {
            if (state.hasTyped(i, Trait.ASKS_FOR_MEMORY)
                    || ((state.hasTyped(i, Trait.GPU_MEMORY) || state.hasTyped(i, Trait.GPU)) && isAskedFor(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isAskedFor(int noun) {
        for (int i = noun - 1; i >= Math.max(0, noun - REACH) && !state.isBreakAt(i); i--) {
            if (state.hasTyped(i, Trait.ASKS_WHICH) || state.isAt(i, Cue.ABILITY) || state.hasTyped(i, Trait.BEST)) {
                return true;
            }
        }
        return false;
    }

    private boolean asksWhetherItFits() {
        boolean opens = state.isAt(0, Cue.IS)
                || (state.isAt(0, Cue.QUESTION) && !state.hasTyped(0, Trait.ASKS_WHICH))
                || (state.isAt(0, Cue.ABILITY) && !state.isAt(0, Trait.ASKS_HOW_MANY));
        return asksForFit() || opens;
    }

    /** {@code phi-4 fits in 12 gb at 4 bit, I was surprised}: told, and not asked. */
    private boolean isStatement() {
        return state.hasTypedAnywhere(Trait.FITS_NOW)
                && !state.hasTypedAnywhere(Trait.WHETHER)
                && !state.hasQuestionMark()
                && !state.terse
                && !state.asks();
    }

    /** {@code fits on a 4090}, {@code will one 4090 do for it}. */
    private boolean asksForFit() {
        if (fit == null) {
            fit = state.hasTypedAnywhere(Trait.FITS_MEMORY) || doesFor();
        }
        return fit;
    }

    private boolean doesFor() {
        for (int i = 1; state.hasTypedAnywhere(Trait.DOES_FOR) && i < state.size(); i++) {
            if (state.hasTyped(i, Trait.DOES_FOR) && (state.isAt(i + 1, Cue.FOR) || state.isOfMention(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean isAboutNothingElse() {
        return state.candidates.money().isEmpty()
                && state.candidates.all().stream()
                        .allMatch(candidate -> candidate.slot() == SlotName.GPUS || isLengthBesideMemory(candidate))
                && !state.slots.has(SlotName.CRITERIA)
                && !state.any(HardwareReader::asksForPrice);
    }

    /** The 4096 of {@code how much memory for llama 8b with sequences of 4096 tokens}: the memory rule has no length, which the answer says. */
    private boolean isLengthBesideMemory(SlotCandidates.Candidate candidate) {
        return LENGTHS.contains(candidate.slot()) && state.hasTypedAnywhere(Trait.ASKS_FOR_MEMORY);
    }

    private static boolean asksForPrice(Token token) {
        Intent intent = token.intent();
        return intent != null
                && intent != Intent.HELP
                && intent != Intent.WORTHIT
                && !token.is(Cue.VERSUS)
                && !token.is(Trait.BEST)
                && !token.is(Trait.FITS_MEMORY);
    }

    private Slots slots(int gpu, int memory) {
        Slots said = state.slots.build();
        for (SlotName<?> name : said.names()) {
            said = SAID.contains(name) ? said : said.without(name);
        }
        Slots slots = said.with(SlotName.TOPIC, Slot.of(serves() ? Topics.SERVING : Topics.HARDWARE, Origin.SAID));
        slots = memory >= 0 ? withMemory(slots, memory) : withGpu(slots, gpu);
        state.use(0, state.size() - 1, Token.Use.CONNECTIVE);
        return ofBothMethods(slots);
    }

    /** {@code mem for full ft 14b vs qlora}: the answer for full fine-tuning has the memory of QLoRA, too. */
    private Slots ofBothMethods(Slots slots) {
        boolean both = slots.has(SlotName.QUANTIZED)
                && state.any(token ->
                        token.is(Category.METHODS) && token.lexeme != null && token.lexeme.code() == Method.FULL);
        return both
                ? slots.without(SlotName.QUANTIZED).with(SlotName.METHOD, Slot.of(Method.FULL, Origin.SAID))
                : slots;
    }

    /** Returns slots with the GPU of the message and its number, if one is named, or with the number of {@code 8 gpus}. */
    Slots withGpu(Slots slots) {
        int gpu = gpu();
        if (gpu >= 0) {
            return withGpu(slots, gpu);
        }
        Slots counted = slots;
        for (int i = 1; i < state.size() && !counted.has(SlotName.GPUS); i++) {
            counted = state.hasTyped(i, Trait.GPU) ? count(slots, i) : counted;
        }
        return counted;
    }

    /** A GPU without a name is known by its memory. */
    private Slots withMemory(Slots slots, int memory) {
        String gigabytes = state.token(memory).numeral().value().toPlainString() + "gb";
        Slot<String> gpu = Slot.said(gigabytes, state.span(memory, memory + 1));
        return count(slots.with(SlotName.GPU, gpu), memory);
    }

    private Slots withGpu(Slots slots, int gpu) {
        if (gpu < 0) {
            return slots;
        }
        int memory = isWithoutPrice(gpu) ? gigabytes() : -1;
        return memory >= 0
                ? withMemory(slots, memory)
                : count(slots.with(SlotName.GPU, Slot.said(gpuAt(gpu), state.span(gpu, gpu))), gpu);
    }

    /** The {@code 2} of {@code 2x 4090}, {@code two 4090s}. */
    private Slots count(Slots slots, int gpu) {
        int number = state.isTimesSign(gpu - 1) ? gpu - 2 : gpu - 1;
        if (!state.isCountAt(number) || state.isOfMention(number) || state.isSize(number)) {
            return slots;
        }
        BigDecimal count = state.token(number).numeral().value();
        return count.signum() <= 0 || !SlotName.GPUS.limits().allow(count)
                ? slots
                : slots.with(SlotName.GPUS, Slot.said(SlotName.GPUS.value(count), state.span(number, number)));
    }
}
