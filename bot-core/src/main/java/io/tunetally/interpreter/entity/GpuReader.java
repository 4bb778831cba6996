package io.tunetally.interpreter.entity;

import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.gpu.AskersGpu;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Family;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.run.ReportedRuns;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.sentence.SoldModels;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the GPU of a job: {@code on 2 x h100}, {@code my own 4090}. Others that a message names are not meant. */
final class GpuReader {
    /** The most words between {@code instead of} and the GPU. */
    private static final int REACH_OF_ALTERNATIVE = 5;

    /** The most words between a GPU and what is said of it. */
    private static final int CLAUSE_REACH = 10;

    /** The most words between a GPU and the hours on it. */
    private static final int REACH_OF_HOURS = 4;

    /** The most words between a GPU and the provider that has it. */
    private static final int REACH_OF_SELLER = 3;

    private final ParseState state;
    private @Nullable Boolean isReport;
    private final GpuOwnership ownership;
    private final GpuCount counts;
    private @Nullable Boolean trainerNamed;
    private @Nullable Boolean selfHosted;
    private @Nullable Boolean openModel;
    private @Nullable Boolean hosted;
    private @Nullable Boolean billed;
    private @Nullable Boolean sizeNamed;
    private @Nullable Boolean postOnGpus;
    private @Nullable Boolean costAsked;

    GpuReader(ParseState state) {
        this.state = state;
        ownership = new GpuOwnership(state);
        counts = new GpuCount(state);
    }

    /** Returns the index of a GPU that is the asker's own, or -1. */
    int own() {
        if (isHosted()) {
            return -1;
        }
        for (int i = 0; i < state.size(); i++) {
            if (isGpu(i)
                    && ownership.isOwn(i)
                    && !isOfProvider(i)
                    && !isReplaced(i)
                    && !AskersGpu.isLeftForSeller(state, i)
                    && (asksForCost()
                            || asksBesideReport(i)
                            || isForAJob()
                            || isTrained()
                            || goesOn()
                            || (isBilled() && SelfHosting.isMeant(state))
                            || ownership.isReferredTo(i))) {
                return i;
            }
        }
        return -1;
    }

    /** {@code an h100 on lambda instead of my 4090}. */
    private boolean isReplaced(int gpu) {
        if (Exclusion.isExcluded(state, GpuOwnership.nameEnd(state, gpu))) {
            return true;
        }
        for (int i = gpu - 1; i >= Math.max(state.clause(gpu).first(), gpu - REACH_OF_ALTERNATIVE); i--) {
            if (state.isAt(i, Cue.INSTEAD_OF)) {
                return true;
            }
        }
        return false;
    }

    /** {@code h100s are booked out, use an a100}: beside another one, a GPU that cannot be had. */
    private boolean isBookedOut(int gpu) {
        int end = Math.min(state.clause(gpu).end(), gpu + REACH_OF_ALTERNATIVE);
        for (int i = gpu + 1; i < end && !state.isGpuAt(i); i++) {
            if (state.hasTyped(i, Trait.BOOKED_OUT)) {
                return true;
            }
        }
        return false;
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
        boolean chosen = gpus.stream().anyMatch(this::isOfPost);
        // "LoRA on 1x A100. Maia took a few days on two A100s": of GPUs in several sentences those of a report are not
        // planned.
        boolean scattered = gpus.stream().map(state::sentence).distinct().count() > 1;
        for (int i : gpus) {
            boolean past = planned && state.sentence(i).isOfPastHardware();
            boolean reported = (scattered && ReportedRuns.isOfOthers(state, state.sentence(i)))
                    || (gpus.size() > 1 && ReportedRuns.isBeforeContrast(state, i));
            boolean out = (gpus.size() > 1 && isBookedOut(i)) || isRemembered(i, gpus);
            boolean other = chosen && !isOfPost(i) && !state.sentence(i).asks();
            if (chosen && isOfPost(i)) {
                gpu(i);
            } else if (other
                    || past
                    || reported
                    || out
                    || (asked && !state.sentence(i).asks() && !isBilled())
                    || isReplaced(i)) {
                // "we have a 3090 here. What would an H100 on Modal cost": the question chooses.
                state.ignore(i);
            } else {
                gpu(i);
            }
        }
        if (isBilled()) {
            if (!state.slots.has(SlotName.GPUS)) {
                counts.readUnnamed();
            }
        }
        new GpuMachines(state).read();
        if (!state.slots.has(SlotName.GPU) && !isSelfHosted() && !isBilled()) {
            withoutPrice();
        }
        if (!state.slots.has(SlotName.GPU) && !isBilled()) {
            withoutHours();
        }
    }

    /** The first of {@code h100s are booked out, use an a100} in a conversation about H100s: another takes its place. */
    private boolean isRemembered(int gpu, List<Integer> gpus) {
        String before = state.mayEdit() ? state.remembered.value(SlotName.GPU) : null;
        return before != null
                && before.equals(name(gpu))
                && gpus.stream().anyMatch(other -> !before.equals(name(other)));
    }

    private @Nullable String gpuName() {
        Slot<String> gpu = state.slots.get(SlotName.GPU);
        return gpu == null ? null : gpu.value();
    }

    private String name(int gpu) {
        Token token = state.token(gpu);
        return token.lexeme == null ? state.typed(gpu, gpu) : token.lexeme.value();
    }

    /** {@code h100 is $4/hr, cost llama 8b lora}: the price of a GPU that is not the one to train on. */
    private void withoutPrice() {
        if (!state.candidates.has(SlotName.GPU_HOUR_USD)) {
            return;
        }
        state.candidates.all().stream()
                .filter(candidate ->
                        candidate.slot() == SlotName.GPU_HOUR_USD && !state.candidates.isSettled(candidate.token()))
                .map(SlotCandidates.Candidate::token)
                .toList()
                .forEach(number -> {
                    state.withdraw(number);
                });
    }

    private boolean isGpu(int i) {
        Token token = state.token(i);
        if (state.isBackground(i)) {
            return false;
        }
        return token.isNumber() ? isGpuNumber(i, token) : token.is(Category.GPUS);
    }

    /** Some GPUs are named by a number, which is one only behind words that lead to a GPU. */
    private boolean isGpuNumber(int i, Token token) {
        return token.use == Token.Use.KNOWN_NON_SLOT
                && state.compiledLexicon.isGpuNumber(state.typed(i, i))
                && (!state.isAt(i + 1, Category.UNITS) || state.isGpuOfCards(i))
                && (state.isAt(i - 1, Cue.ON)
                        || state.isGpuOfEdit(i)
                        || state.isGpuOfCards(i)
                        || state.isAt(i - 1, Cue.ARTICLE)
                        || state.isTimesSign(i - 1)
                        || state.isAt(i - 1, Category.NUMBERS)
                        || state.isAt(i + 1, Cue.PER)
                        || isLedByCount(i - 1)
                        || (state.terse && state.isBreakAt(i - 1) && state.candidates.has(SlotName.TRAINING_HOURS))
                        || isNamed(i)
                        || isOfCommand()
                        || ownership.isOwn(i)
                        || isBilled()
                        || isOfPost(i)
                        || isSelfHosted());
    }

    /** {@code mistral 7b qlora 3090 2k ex}: a count has its unit beside it. */
    private boolean isOfCommand() {
        return state.terse && !state.mentions.isEmpty() && state.slots.has(SlotName.METHOD);
    }

    /** {@code on a single 4090}. */
    private boolean isLedByCount(int count) {
        boolean listed = state.terse && state.isBreakAt(count - 1);
        if (state.text.isTranslated() && state.isItemAt(count)) {
            // "4张4090"
            return state.isGpuCount(count - 1);
        }
        return state.isGpuCount(count)
                && (listed || state.isAt(count - 1, Cue.ON) || state.isAt(count - 1, Cue.ARTICLE));
    }

    /** {@code --gpu 4090}, {@code gpu=3090}. */
    private boolean isNamed(int gpu) {
        boolean assigned = state.isAssignmentAt(gpu - 1);
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
        return state.terse
                || state.asks()
                || state.candidates.has(SlotName.MONTHLY_HOURS)
                || state.remembered.has(SlotName.GPU)
                || goesOn();
    }

    /** {@code my box is too small, what would a hosted LoRA cost}: the GPU is not the one to train on. */
    private boolean isHosted() {
        if (hosted == null) {
            hosted = state.any(token -> token.is(Trait.HOSTED));
        }
        return hosted;
    }

    private boolean isAdviceAsked() {
        return !state.advice().isEmpty() || !state.weighed().isEmpty();
    }

    private boolean asksForCost() {
        if (costAsked == null) {
            costAsked =
                    (state.has(Category.INTENTS) || isAdviceAsked() || SelfHosting.asksForHours(state)) && !isReport();
        }
        return costAsked;
    }

    /** {@code Our two H200s arrived last week. What would the training cost?}: what is told of the GPU is no run. */
    private boolean asksBesideReport(int gpu) {
        Sentence sentence = state.sentence(gpu);
        boolean told = namesModel()
                && !state.terse
                && !sentence.asks()
                && !sentence.isOfPastHardware()
                && !state.has(Measure.HOUR)
                && state.has(Category.INTENTS);
        boolean asks = false;
        for (int i = 0; told && i < state.size(); i++) {
            boolean there = i >= sentence.first() && i < sentence.end();
            boolean word = !state.isNumberAt(i);
            boolean rented = SelfHosting.namesSeller(state, i)
                    || (word && (state.hasTyped(i, Trait.RENTS) || state.hasTyped(i, Trait.SOMEWHERE)));
            boolean unfit = word && state.hasTyped(i, Trait.UNFIT) && !state.hasTyped(i + 1, Trait.RENTS);
            // "bought, not leased"
            if ((there && unfit) || (rented && !state.isAt(i - 1, Cue.NOT))) {
                return false;
            }
            asks |= state.isAt(i, Category.INTENTS) && state.sentence(i).asks();
        }
        return asks;
    }

    /**
     * {@code llama 8b on my own 4090, 1k examples}: a model and a size make a job, without a word for its cost, and so do a model and a
     * method, a model in a command, {@code llama 70b on 8xH100}, a time to train in, or rollouts. {@code 70b} alone is a model.
     */
    private boolean isForAJob() {
        boolean reinforced = state.candidates.has(SlotName.ROLLOUTS);
        return (reinforced || namesModel())
                && (state.terse
                        || state.slots.has(SlotName.METHOD)
                        || state.slots.has(SlotName.DEADLINE_HOURS)
                        || !state.candidates.all().isEmpty())
                && !isReport();
    }

    /** {@code train llama 8b on our A100}: on a GPU of one's own a model and a word for training make a job. */
    private boolean isTrained() {
        return namesModel() && state.isAboutTraining() && !isReport();
    }

    /** {@code it took 5 hours}, but not {@code H100s that we already own}. */
    private boolean isReport() {
        if (isReport == null) {
            isReport = findsReport();
        }
        return isReport;
    }

    private boolean findsReport() {
        for (int i = 0; state.has(Cue.REPORT) && i < state.size(); i++) {
            if (state.isAt(i, Cue.REPORT)
                    && !state.hasTyped(i, Trait.BUYS)
                    && !state.hasTyped(i + 1, Trait.BUYS)
                    && !SelfHosting.isOfHaving(state, i)
                    && !ReportedRuns.isSupposed(state, i)
                    && !ReportedRuns.isOfOthers(state, state.sentence(i))) {
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
            state.slots.put(SlotName.GPU, Slot.said(name(i), state.span(i, i)));
            counts.read(i);
        } else if (!state.slots.has(SlotName.GPUS) && name(i).equals(gpuName())) {
            // "40 h on an A100 for the old one. Now 2 A100s": the count is said beside the second name.
            counts.read(i);
        }
        token.use = Token.Use.SLOT;
    }

    private boolean isMeant(int i) {
        if (isSelfHosted() || isBilled() || isOfPost(i)) {
            return true;
        }
        boolean own = ownership.isOwn(i);
        return (asksForCost()
                        || (own && (goesOn() || isTrained() || ownership.isReferredTo(i)))
                        || ((own || state.terse || (isAsked() && isOnIt(i)) || isCounted(i)) && isForAJob())
                        || isInstead(i)
                        || (isPlanned(i) && (!state.candidates.all().isEmpty() || state.slots.has(SlotName.METHOD))))
                && !isHosted()
                && (own
                        || ownership.isHad(i)
                        || (isAdviceAsked() && !namesTrainer())
                        || state.candidates.has(SlotName.TOKENS_PER_SECOND)
                        || state.candidates.has(SlotName.TOKENS_PER_SECOND_PER_GPU)
                        || state.isAt(counts.of(i) - 1, Measure.OTHER)
                        || state.isAt(i - 1, Measure.OTHER)
                        || isNamed(i)
                        || state.isAt(i + 1, Measure.CAPACITY)
                        || (state.terse && (state.isGpuCount(counts.of(i)) || counts.isMultiplied(i)))
                        || (!namesTrainer()
                                && (isPlanned(i)
                                        || isOnIt(i)
                                        || isInstead(i)
                                        || isCounted(i)
                                        || (state.terse && isOfOpenModel()))));
    }

    /** {@code It's LoRA over 11,500 news items, one A100. Ballpark?}: that of the job of a post that asks for its price. */
    private boolean isOfPost(int gpu) {
        boolean noun = state.isForeground(gpu) && state.sentence(gpu).asks() && !state.hasQuestionMark();
        if (noun || !state.isForeground(gpu) || state.sentence(gpu).isOfPastHardware()) {
            return false;
        }
        if (postOnGpus == null) {
            boolean post = state.sentence(0).end() < state.size() - 1;
            boolean asks = state.asks() || (asksForCost() && asksApart());
            postOnGpus = post && asks && !state.mentions.isEmpty() && !isHosted();
        }
        return postOnGpus && (!choosesTrainer() || isBesideSeller(gpu));
    }

    /** {@code one A100. Ballpark.}, but not {@code 14 h on 1xA100, carbon estimate 2.1 kg}: what asks stands in a sentence without a GPU. */
    private boolean asksApart() {
        for (int i = 0; i < state.size(); i++) {
            if (state.isAt(i, Category.INTENTS) && !ReportedRuns.namesGpu(state, state.sentence(i))) {
                return true;
            }
        }
        return false;
    }

    /** {@code use an A100}, {@code and if I do it on the A100 in our lab}: for the job of the conversation. */
    private boolean isInstead(int i) {
        // "if we do it on 2 A100s?" changes the job, "Does that run on a single A100 or do we need the big node?" asks
        // for no price.
        boolean supposed = state.isAt(0, Cue.AND) || state.hasTyped(0, Trait.IF);
        boolean edits = state.mayEdit() && (!state.hasQuestionMark() || supposed);
        return edits && goesOn() && (isOnIt(i) || state.isAt(i - 1, Cue.ARTICLE));
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
        if (state.terse || state.asks() || state.mentions.isEmpty() || !state.speaksOfTuning()) {
            return false;
        }
        boolean besideHours = isBesideHours(i);
        if (!post && !besideHours) {
            return false;
        }
        boolean had = post && ownership.isHad(i);
        int first = Math.max(state.clause(i).first(), i - CLAUSE_REACH);
        int last = Math.min(state.clause(i).end(), i + CLAUSE_REACH);
        boolean told = isOfToldRun(i);
        for (int k = first; k < last && !told; k++) {
            if (state.hasTyped(k, Trait.PAST_RUN)) {
                return false;
            }
        }
        return had || (isCountedOrNamed(i) && ((post && namesGpuProvider()) || besideHours || told));
    }

    /** {@code rerun on 2x h100 at lambda took 5 h}: of the only job of a post that asks nothing. */
    private boolean isOfToldRun(int gpu) {
        return state.mentions.size() == 1
                && namesGpuProvider()
                && state.candidates
                        .amounts(SlotName.TRAINING_HOURS)
                        .anyMatch(hours -> state.hasTyped(hours.token() - 1, Trait.TOOK)
                                && state.sentence(hours.token()).equals(state.sentence(gpu)));
    }

    /** {@code one RTX 4090, 5 hours}, {@code 8xH100, ETA 5h}. */
    private boolean isBesideHours(int gpu) {
        if (!state.candidates.has(SlotName.TRAINING_HOURS)) {
            return false;
        }
        int number = GpuOwnership.nameEnd(state, gpu) + 1;
        int end = number + REACH_OF_HOURS;
        while (number < end && !state.isNumberAt(number) && (number < end - 2 || !state.isBreakAt(number))) {
            number++;
        }
        return state.isNumberAt(number) && state.isAt(state.unitFinder.right(number), Measure.HOUR);
    }

    /** {@code one H100 on RunPod}, {@code GPU: an L40S from Lambda}, beside a provider that rents GPUs. */
    private boolean isCountedOrNamed(int gpu) {
        return state.isGpuCount(counts.of(gpu))
                || state.isTimesSign(gpu - 1)
                || state.isAt(gpu - 1, Category.NUMBERS)
                || state.isAt(gpu - 1, Cue.ARTICLE)
                || isOnIt(gpu)
                || (state.isSymbolAt(gpu - 1, ':') && state.hasTyped(gpu - 2, Trait.GPU_MEMORY));
    }

    /** {@code 2 x h100}, {@code one MI300X}, {@code one of their H100}, {@code H200 x8}, unless the message asks for nothing. */
    private boolean isCounted(int i) {
        boolean some = state.isGpuCount(counts.of(i)) || counts.isOneOf(i);
        return (some || state.isTimesSign(i - 1) || state.isGpuCount(i - 1) || counts.isMultiplied(i)) && isAsked();
    }

    private boolean isOfOpenModel() {
        if (openModel == null) {
            openModel = mentionsOpenModel();
        }
        return openModel;
    }

    /** {@code llama 70b}, {@code a 70b}. */
    private boolean namesModel() {
        return !state.mentions.isEmpty() || namesSize();
    }

    /** {@code serving a tuned 70b}: who says a size alone means an open model. */
    private boolean namesSize() {
        if (sizeNamed == null) {
            sizeNamed = false;
            for (int i = 0; i < state.size() && !sizeNamed; i++) {
                sizeNamed = state.isNumberAt(i) && state.isSize(i);
            }
        }
        return sizeNamed;
    }

    private boolean mentionsOpenModel() {
        if (state.mentions.isEmpty()) {
            return namesSize();
        }
        for (Mention mention : state.mentions) {
            ModelId id = mention.id();
            Family family = mention.family();
            boolean unlisted = family != null && family.open();
            if (id != null
                    && state.compiledLexicon
                            .catalog()
                            .model(id)
                            .map(Model::open)
                            .orElse(unlisted)) {
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

    /** True if a chosen provider trains the model. */
    private boolean choosesTrainer() {
        Slot<ProviderId> one = state.slots.get(SlotName.PROVIDER);
        Slot<List<ProviderId>> several = state.slots.get(SlotName.PROVIDERS);
        return several != null
                || (one != null
                        && !isGpuProvider(one.value())
                        && state.compiledLexicon.offers().trains(one.value()));
    }

    /** {@code llama 8b lora on ori, 2 epochs, 1x l40s}: a counted GPU in the sentence of the seller. */
    private boolean isBesideSeller(int gpu) {
        Sentence sentence = state.sentence(gpu);
        boolean seller = false;
        for (int i = sentence.first(); i < sentence.end(); i++) {
            seller |= state.isAt(i, Category.PROVIDERS) && !state.isBackground(i);
        }
        return seller
                && !state.slots.has(SlotName.PROVIDERS)
                && (state.isTimesSign(gpu - 1) || state.isOneAt(gpu - 1) || state.isGpuCount(gpu - 1));
    }

    /** The {@code vs} of {@code on our own H100 vs on Together}. */
    private boolean isOpposed(int i) {
        return state.isAt(i, Cue.VERSUS) || state.isAt(i, Cue.OR);
    }

    /** {@code Our GPU is an H100 from Prime Intellect}: what a seller provides is rented. */
    private boolean isOfProvider(int gpu) {
        int end = gpu + REACH_OF_SELLER;
        for (int i = gpu + 1; i <= end && !state.isBreakAt(i) && !isOpposed(i); i++) {
            if (state.isAt(i, Category.PROVIDERS)) {
                return !state.isAt(i, Trait.OWN_PLACE)
                        && (state.isAt(i - 1, Cue.FROM)
                                || state.isAt(i - 1, Cue.ON)
                                || state.isAt(i - 1, Cue.IN)
                                || state.hasTyped(i - 1, Trait.LOCATIVE));
            }
        }
        return false;
    }

    /**
     * {@code gpt-4o-mini, 3 epochs. The last one took 8 hours on a 3090}: who pays a seller for tokens has no hours to pay, those that
     * are said are of another job.
     */
    private void withoutHours() {
        if (!state.candidates.has(SlotName.TRAINING_HOURS)) {
            return;
        }
        Slot<Objective> objective = state.slots.get(SlotName.OBJECTIVE);
        boolean reinforced = objective != null && objective.value() == Objective.RFT;
        List<Mention> meant = state.mentions.stream()
                .filter(mention -> !state.isBackground(mention.first()))
                .toList();
        boolean closed = SoldModels.areOnlyClosed(state, meant);
        boolean conversation = state.terse || !state.remembered.isEmpty();
        boolean post = state.size() > 0 && state.sentence(0).end() < state.size() - 1;
        if (!post || reinforced || conversation || !(closed || choosesTrainer())) {
            return;
        }
        state.candidates.all().stream()
                .filter(each -> each.slot() == SlotName.TRAINING_HOURS && !each.replaced())
                .map(SlotCandidates.Candidate::token)
                .toList()
                .forEach(state::withdraw);
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
