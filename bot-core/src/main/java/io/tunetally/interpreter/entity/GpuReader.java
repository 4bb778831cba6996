package io.tunetally.interpreter.entity;

import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the GPU of a job and how many there are: {@code on 2 x h100}, {@code my own 4090}. */
final class GpuReader {
    /** The most words between a count and its GPU. */
    private static final int COUNT_REACH = 5;

    /** The most tokens between a GPU and the flag for their number. */
    private static final int REACH_OF_FLAG = 12;

    /** The most words between a GPU and what is said of it. */
    private static final int CLAUSE_REACH = 10;

    private final ParseState state;
    private @Nullable Integer lastReference;
    private @Nullable Boolean trainerNamed;
    private @Nullable Boolean selfHosted;
    private @Nullable Boolean openModel;
    private @Nullable Boolean hosted;
    private @Nullable Boolean billed;

    GpuReader(ParseState state) {
        this.state = state;
    }

    /** Returns the index of a GPU that is the asker's own, or -1. */
    int own() {
        if (isHosted()) {
            return -1;
        }
        for (int i = 0; i < state.size(); i++) {
            if (isGpu(i)
                    && isOwn(i)
                    && !isReplaced(i)
                    && (asksForCost() || isForAJob() || goesOn() || isReferredTo(i))) {
                return i;
            }
        }
        return -1;
    }

    /** {@code our two h100s}; {@code the trust has bought 4 L40S. What does a training cost there?}. */
    private boolean isOwn(int gpu) {
        return SelfHosting.isOwn(state, gpu) || (lastReference() > gpu && (isPossessed(gpu) || isPlaced(gpu)));
    }

    /** {@code we host ourselves: 4 H100 are in Casablanca since March}. */
    private boolean isPlaced(int gpu) {
        int is = nameEnd(gpu) + 1;
        return (SelfHosting.isSaid(state) || state.any(token -> token.is(Trait.REFLEXIVE)))
                && state.isAt(is, Trait.FORM_OF_BE)
                && (state.isAt(is + 1, Cue.IN) || state.hasTyped(is + 1, Trait.LOCATIVE))
                && !state.isAt(is + 2, Category.PROVIDERS);
    }

    /** {@code ... delivered last week. What does a training cost there?}: a later sentence asks about the GPU. */
    private boolean isReferredTo(int gpu) {
        return lastReference() > state.sentence(gpu).end() && state.has(Category.INTENTS);
    }

    /** Returns the index of the last word that refers to a place or to things: {@code there}, {@code on those}; -1 if none does. */
    private int lastReference() {
        if (lastReference == null) {
            lastReference = -1;
            for (int i = 0; i < state.size(); i++) {
                boolean led = state.isAt(i - 1, Cue.ON) || state.isAt(i - 1, Cue.OF) || state.isAt(i - 1, Cue.IN);
                boolean thing = state.isAt(i, Cue.THEM) || state.isAt(i, Cue.ALL) || state.hasTyped(i, Trait.PRONOUN);
                boolean refers = (led && thing) || state.hasTyped(i, Trait.THERE) || state.hasTyped(i, Trait.REFLEXIVE);
                lastReference = refers ? Integer.valueOf(i) : lastReference;
            }
        }
        return lastReference;
    }

    /** {@code the trust has bought a server with 4 L40S}, but not {@code the vendor has 8 H100} and not {@code they rent 8 H100}. */
    private boolean isPossessed(int gpu) {
        boolean owned = false;
        for (int i = gpu - 1; i >= Math.max(state.clause(gpu).first(), gpu - CLAUSE_REACH); i--) {
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

    /** {@code an h100 on lambda instead of my 4090}. */
    private boolean isReplaced(int gpu) {
        if (Exclusion.isExcluded(state, nameEnd(gpu))) {
            return true;
        }
        for (int i = gpu - 1; i >= Math.max(state.clause(gpu).first(), gpu - COUNT_REACH); i--) {
            if (state.isAt(i, Cue.INSTEAD_OF)) {
                return true;
            }
        }
        return false;
    }

    /** The {@code s} of {@code h100s} is a token of its own. */
    private int nameEnd(int gpu) {
        return state.isAt(gpu + 1, Cue.IS) && !state.token(gpu + 1).spaced ? gpu + 1 : gpu;
    }

    /** Fills the slots of the GPU and their number if the text is about training on it. */
    void read() {
        boolean asked = false;
        List<Integer> gpus = new ArrayList<>(0);
        for (int i = 0; i < state.size(); i++) {
            if (isGpu(i)) {
                gpus.add(i);
                asked |= state.sentence(i).asks();
            }
        }
        boolean planned = gpus.stream().anyMatch(gpu -> !state.sentence(gpu).isOfPastHardware());
        for (int i : gpus) {
            boolean past = planned && state.sentence(i).isOfPastHardware();
            if (past || (asked && !state.sentence(i).asks() && !isBilled()) || isReplaced(i)) {
                // "we have a 3090 here. What would an H100 on Modal cost": the question chooses.
                state.token(i).use = Token.Use.KNOWN_NON_SLOT;
            } else {
                gpu(i);
            }
        }
        if (isBilled()) {
            if (!state.slots.has(SlotName.GPUS)) {
                countOfUnnamed();
            }
            new GpuMachines(state).read();
        }
        if (!state.slots.has(SlotName.GPU) && !isSelfHosted() && !isBilled()) {
            withoutPrice();
        }
    }

    /** {@code 8 GPUs for 14 hours at $3.20 an hour}, {@code on h100, 8 gpus}, {@code 26 hours on 16 of them}. */
    private void countOfUnnamed() {
        for (int i = 0; i < state.size(); i++) {
            boolean counted = state.hasTyped(i + 1, Trait.GPU) && !state.isAt(i + 1, Measure.HOUR);
            boolean ofThem = state.isAt(i + 1, Cue.OF) && state.isAt(i + 2, Cue.THEM);
            if (state.isGpuCount(i) && (counted || ofThem)) {
                SlotFiller.settle(state, SlotName.GPUS, state.token(i).numeral(), Origin.SAID, i);
                state.use(i, i + 1, Token.Use.CONNECTIVE);
                state.token(i).use = Token.Use.SLOT;
                return;
            }
        }
    }

    /** {@code h100 is $4/hr, cost llama 8b lora}: the price of a GPU that is not the one to train on. */
    private void withoutPrice() {
        state.candidates.all().stream()
                .filter(candidate ->
                        candidate.slot() == SlotName.GPU_HOUR_USD && !state.candidates.isSettled(candidate.token()))
                .map(SlotCandidates.Candidate::token)
                .toList()
                .forEach(number -> {
                    state.candidates.withdraw(number);
                    state.token(number).use = Token.Use.KNOWN_NON_SLOT;
                });
    }

    private boolean isGpu(int i) {
        Token token = state.token(i);
        return token.isNumber() ? isGpuNumber(i, token) : token.is(Category.GPUS);
    }

    /** Some GPUs are named by a number, which is one only behind words that lead to a GPU. */
    private boolean isGpuNumber(int i, Token token) {
        return token.use == Token.Use.KNOWN_NON_SLOT
                && state.compiledLexicon.isGpuNumber(state.typed(i, i))
                && !state.isAt(i + 1, Category.UNITS)
                && (state.isAt(i - 1, Cue.ON)
                        || state.isAt(i - 1, Cue.ARTICLE)
                        || state.isTimesSign(i - 1)
                        || state.isAt(i - 1, Category.NUMBERS)
                        || state.isAt(i + 1, Cue.PER)
                        || isLedByCount(i - 1)
                        || isNamed(i)
                        || isOwn(i)
                        || isBilled()
                        || isSelfHosted());
    }

    /** {@code on a single 4090}. */
    private boolean isLedByCount(int count) {
        boolean listed = state.terse && state.isBreakAt(count - 1);
        return state.isGpuCount(count)
                && (listed || state.isAt(count - 1, Cue.ON) || state.isAt(count - 1, Cue.ARTICLE));
    }

    /** {@code --gpu 4090}, {@code gpu=3090}. */
    private boolean isNamed(int gpu) {
        boolean assigned = state.isSymbolAt(gpu - 1, '=') || state.isSymbolAt(gpu - 1, ':');
        return state.terse && state.isAt(assigned ? gpu - 2 : gpu - 1, Trait.GPU);
    }

    private boolean isSelfHosted() {
        if (selfHosted == null) {
            selfHosted = SelfHosting.isSaid(state) || (isAsked() && (SelfHosting.isMeant(state) || namesGpuProvider()));
        }
        return selfHosted;
    }

    /** {@code took 14 hours on 8 H100 at $3.20 an hour}: the cost is that of the hours, unless a trainer is named. */
    private boolean isBilled() {
        if (billed == null) {
            billed = state.isGpuBill() && !namesTrainer();
        }
        return billed;
    }

    private boolean isAsked() {
        return state.terse || state.asks() || state.remembered.has(SlotName.GPU) || goesOn();
    }

    /** {@code my box is too small, what would a hosted LoRA cost}: the GPU is not the one to train on. */
    private boolean isHosted() {
        if (hosted == null) {
            hosted = state.any(token -> token.is(Trait.HOSTED));
        }
        return hosted;
    }

    private boolean asksForCost() {
        return (state.has(Category.INTENTS) || !state.advice().isEmpty()) && !isReport();
    }

    /**
     * {@code llama 8b on my own 4090, 1k examples}: a model and a size make a job, without a word for its cost, and so do a model and a
     * method, or a model in a command: {@code llama 70b on 8xH100}.
     */
    private boolean isForAJob() {
        return !state.mentions.isEmpty()
                && (state.terse
                        || state.slots.has(SlotName.METHOD)
                        || !state.candidates.all().isEmpty())
                && !isReport();
    }

    /** {@code it took 5 hours}, but not {@code H100s that we already own}. */
    private boolean isReport() {
        for (int i = 0; state.has(Cue.REPORT) && i < state.size(); i++) {
            if (state.isAt(i, Cue.REPORT) && !state.hasTyped(i, Trait.BUYS) && !state.hasTyped(i + 1, Trait.BUYS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code what about our own H100s}: the job is remembered. */
    private boolean goesOn() {
        return state.remembered.has(SlotName.MODELS) && !state.has(Cue.REPORT);
    }

    private void gpu(int i) {
        Token token = state.token(i);
        if (!isMeant(i)) {
            token.use = Token.Use.KNOWN_NON_SLOT;
            return;
        }
        if (!state.slots.has(SlotName.GPU)) {
            String gpu = token.lexeme == null ? state.typed(i, i) : token.lexeme.value();
            state.slots.put(SlotName.GPU, new Slot<>(gpu, null, Origin.SAID, state.span(i, i), false));
            count(i);
        }
        token.use = Token.Use.SLOT;
    }

    private boolean isMeant(int i) {
        if (isSelfHosted() || isBilled()) {
            return true;
        }
        boolean own = isOwn(i);
        return (asksForCost()
                        || (own && (goesOn() || isReferredTo(i)))
                        || ((own || state.terse || (isAsked() && isOnIt(i))) && isForAJob())
                        || (isPlanned(i) && (!state.candidates.all().isEmpty() || state.slots.has(SlotName.METHOD))))
                && !isHosted()
                && (own
                        || isHad(i)
                        || (!state.advice().isEmpty() && !namesTrainer())
                        || state.candidates.has(SlotName.TOKENS_PER_SECOND)
                        || state.candidates.has(SlotName.TOKENS_PER_SECOND_PER_GPU)
                        || state.isAt(countOf(i) - 1, Measure.OTHER)
                        || state.isAt(i - 1, Measure.OTHER)
                        || isNamed(i)
                        || state.isAt(i + 1, Measure.CAPACITY)
                        || (state.terse && (state.isGpuCount(countOf(i)) || isMultiplied(i)))
                        || (!namesTrainer()
                                && (isPlanned(i) || isOnIt(i) || isCounted(i) || (state.terse && isOfOpenModel()))));
    }

    private boolean isOnIt(int i) {
        for (int k = i - 1; k >= Math.max(0, i - 3); k--) {
            if (state.isAt(k, Cue.ON) || state.isAt(k, Measure.OTHER)) {
                return true;
            }
        }
        return false;
    }

    /** {@code the cluster has 2 A100s for us}, in a post of several sentences about a training, but not {@code the last run on a 3090 died}. */
    private boolean isPlanned(int i) {
        boolean post = state.sentence(0).end() < state.size() - 1;
        if (!post || state.terse || state.asks() || state.mentions.isEmpty() || !state.speaksOfTuning()) {
            return false;
        }
        boolean had = isHad(i);
        int first = Math.max(state.clause(i).first(), i - CLAUSE_REACH);
        int last = Math.min(state.clause(i).end(), i + CLAUSE_REACH);
        for (int k = first; k < last; k++) {
            if (state.hasTyped(k, Trait.PAST_RUN)) {
                return false;
            }
        }
        return had || (isCountedOrNamed(i) && namesGpuProvider());
    }

    /** {@code the cluster has 2 A100s}, {@code nebius gave us 16 H100s}. */
    private boolean isHad(int gpu) {
        for (int i = gpu - 1; i >= Math.max(state.clause(gpu).first(), gpu - COUNT_REACH); i--) {
            if (state.hasTyped(i, Trait.POSSESSES)) {
                return !state.asks() && !state.terse;
            }
        }
        return false;
    }

    /** {@code one H100 on RunPod}, {@code GPU: an L40S from Lambda}, beside a provider that rents GPUs. */
    private boolean isCountedOrNamed(int gpu) {
        return state.isGpuCount(countOf(gpu))
                || state.isAt(gpu - 1, Category.NUMBERS)
                || state.isAt(gpu - 1, Cue.ARTICLE)
                || isOnIt(gpu)
                || (state.isSymbolAt(gpu - 1, ':') && state.hasTyped(gpu - 2, Trait.GPU_MEMORY));
    }

    /** {@code 2 x h100}, {@code one MI300X}, {@code H200 x8}, unless the message asks for nothing. */
    private boolean isCounted(int i) {
        return (state.isTimesSign(i - 1) || state.isGpuCount(i - 1) || isMultiplied(i)) && isAsked();
    }

    /** {@code H200 x8}, {@code A100 x 2}. */
    private boolean isMultiplied(int gpu) {
        return state.isTimesSign(gpu + 1) && state.isGpuCount(gpu + 2);
    }

    /** The {@code 2} of {@code 2 x h100}. */
    private void count(int i) {
        int assigned = assignedCount(i);
        int behind = assigned >= 0 ? assigned : countBehind(i);
        int number = behind >= 0 ? behind : countOf(i);
        Token token = state.at(number);
        if (token != null && state.isGpuCount(number) && token.use != Token.Use.SLOT) {
            SlotFiller.settle(state, SlotName.GPUS, token.numeral(), Origin.SAID, number);
            token.use = Token.Use.SLOT;
        } else if (isPair(i)) {
            SlotFiller.settle(state, SlotName.GPUS, Numeral.of(BigDecimal.TWO), Origin.SAID, i);
        } else if (isOne(i - 1)) {
            // "just one 4090"; "make it an L40S" in a conversation about several.
            SlotFiller.settle(state, SlotName.GPUS, Numeral.of(BigDecimal.ONE), Origin.SAID, i);
        }
    }

    /** Returns the index of the eight of {@code our own H100s, eight of them}, or -1. */
    private int countBehind(int gpu) {
        for (int i = gpu + 1; i <= gpu + COUNT_REACH; i++) {
            if (state.isGpuCount(i) && state.isAt(i + 1, Cue.OF) && state.isAt(i + 2, Cue.THEM)) {
                return i;
            }
        }
        return -1;
    }

    /** {@code a pair of H200}. */
    private boolean isPair(int gpu) {
        return state.hasTyped(gpu - 1, Trait.PART_OF) && state.hasTyped(gpu - 2, Trait.PAIR);
    }

    private boolean isOne(int before) {
        Token token = state.at(before);
        boolean one = token != null
                && token.is(Category.NUMBERS)
                && token.lexeme != null
                && token.lexeme.value().equals("1");
        return one || (state.isAt(before, Cue.ARTICLE) && state.remembered.has(SlotName.GPUS));
    }

    /** Returns the index of the 2 of {@code --gpu 4090 --num-gpus 2}, {@code gpu=a100 gpu_count=2}, or -1. */
    private int assignedCount(int gpu) {
        int end = Math.min(state.size(), gpu + REACH_OF_FLAG);
        for (int i = Math.max(1, gpu - REACH_OF_FLAG); state.terse && i < end; i++) {
            int name = state.isSymbolAt(i - 1, '=') || state.isSymbolAt(i - 1, ':') ? i - 2 : i - 1;
            boolean flag = name < i - 1 || state.isSymbolAt(name - 1, '-');
            if (i != gpu
                    && state.isGpuCount(i)
                    && flag
                    && (state.isAt(name, Trait.GPU_COUNT) || state.hasTyped(name, Trait.GPU_COUNT))) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the index of the count of a GPU, if it has one: {@code 2 x h100}, {@code four of our own A100s}. */
    private int countOf(int i) {
        if (state.isTimesSign(i - 1)) {
            return i - 2;
        }
        if (state.isTimesSign(i + 1) && state.isGpuCount(i + 2) && !state.isUnitAt(i + 3)) {
            return i + 2;
        }
        int at = i - 1;
        while (at > i - COUNT_REACH && isBetweenCountAndGpu(at)) {
            at--;
        }
        return state.isCountAt(at) ? at : i - 1;
    }

    private boolean isBetweenCountAndGpu(int at) {
        Token token = state.at(at);
        return token != null
                && !token.isNumber()
                && (token.is(Trait.PART_OF)
                        || token.is(Cue.PERSON)
                        || token.is(Cue.SELF_HOST)
                        || token.kind == Token.Kind.WORD
                        || state.hasTyped(at, Trait.OWNER));
    }

    private boolean isOfOpenModel() {
        if (openModel == null) {
            openModel = mentionsOpenModel();
        }
        return openModel;
    }

    private boolean mentionsOpenModel() {
        for (Mention mention : state.mentions) {
            ModelId id = mention.id();
            if (id != null
                    && state.compiledLexicon
                            .catalog()
                            .model(id)
                            .filter(Model::open)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** True if a chosen provider rents GPUs, or the GPUs are the asker's own. */
    private boolean namesGpuProvider() {
        Slot<ProviderId> one = state.slots.get(SlotName.PROVIDER);
        Slot<List<ProviderId>> several = state.slots.get(SlotName.PROVIDERS);
        return (one != null && isGpuProvider(one.value()))
                || (several != null && several.value().stream().anyMatch(this::isGpuProvider));
    }

    private boolean isGpuProvider(ProviderId id) {
        return id.equals(ProviderId.SELF_HOSTED)
                || state.compiledLexicon.offers().rents(id);
    }

    /** True if a named provider trains the model, so that a GPU beside it means something else. */
    private boolean namesTrainer() {
        if (trainerNamed == null) {
            trainerNamed = state.has(Category.PROVIDERS)
                    && state.any(token -> token.is(Category.PROVIDERS)
                            && token.lexeme != null
                            && state.compiledLexicon.offers().trains(new ProviderId(token.lexeme.value())));
        }
        return trainerNamed;
    }
}
