package io.tunetally.interpreter.entity;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Objective;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.run.RetrainInterval;
import io.tunetally.interpreter.sentence.Clause;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads choices made by a word: method, objective, provider, deployment, edition and switches. */
public final class ChoiceReader {
    /** The most words from a loss of data to the law that is the reason. */
    private static final int REACH_OF_LOSS = 6;

    /** In a conversation about traffic, a clause this short that names batches means batch mode. */
    private static final int SHORT = 8;

    /** The months of a commitment, by the id of the variant. */
    private static final Map<String, Long> COMMITMENTS = Map.of("six_month", 6L);

    /** The most signs between a setting and its value: {@code "packing": false}. */
    private static final int SIGNS_BEFORE_VALUE = 3;

    /** The most words from a deployment to the one that gives way to it. */
    private static final int REACH_OF_OTHER = 4;

    /** The most words between batch mode and all that it is for. */
    private static final int REACH_OF_ALL = 5;

    private static final Long DAYS_OF_WEEK = 7L;
    private static final Long MONTHS_OF_QUARTER = 3L;

    private final ParseState state;
    private @Nullable Boolean dataProtection;
    private @Nullable Boolean severalDeployments;
    private final MethodChoice methods;
    private final ProviderChoice providers;
    private final RetrainInterval retraining;

    private ChoiceReader(ParseState state) {
        this.state = state;
        methods = new MethodChoice(state);
        providers = new ProviderChoice(state);
        retraining = new RetrainInterval(state);
    }

    public static void read(ParseState state) {
        ChoiceReader reader = new ChoiceReader(state);
        GpuReader gpus = new GpuReader(state);
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            if (state.isBackground(i) && !token.is(Category.PROVIDERS) && !state.isOfMention(i)) {
                state.ignore(i);
            } else if (token.lexeme != null && token.use == Token.Use.NOTHING) {
                reader.word(i, token, token.lexeme);
            } else if (token.kind == Token.Kind.WORD) {
                reader.edition(i);
                reader.retraining.readRefreshed(i);
            } else if (token.lexeme != null && token.is(Category.METHODS) && token.use == Token.Use.CONNECTIVE) {
                // "4 LoRA runs"
                reader.method(i, token.lexeme);
            } else if (token.lexeme != null && token.is(Category.DEPLOYMENTS) && token.use == Token.Use.CONNECTIVE) {
                // "2 dedicated replicas"
                reader.deployment(i, token.lexeme);
            }
        }
        reader.retraining.readRepeated();
        reader.retraining.readEdit();
        reader.retraining.readSeldom();
        reader.methods.fill();
        reader.providers.fill(gpus.own());
        gpus.read();
        reader.fillYear();
    }

    private void word(int i, Token token, Lexeme lexeme) {
        switch (lexeme.sense()) {
            case METHODS -> method(i, lexeme);
            case OBJECTIVES -> objective(i, lexeme);
            case PROVIDERS -> providers.named(i, lexeme);
            case OTHER_PROVIDERS -> providers.other(i);
            case DEPLOYMENTS -> {
                if (!isFeeOfOthers(i)) {
                    deployment(i, lexeme);
                }
            }
            case VARIANTS -> variant(i, lexeme);
            case EDITIONS -> state.say(SlotName.EDITION, lexeme.value(), i, i);
            case CUES -> flag(i, token);
            case UNITS -> batch(i, lexeme);
            case FAMILIES -> providers.publisher(i, lexeme);
            case GPUS, INTENTS, PERIODS, RATES, NUMBERS, MULTIPLIERS, MODELS, TIERS, NEUTRAL_TIERS -> {}
            case TUNING -> retraining.read(i);
            case PUBLISHERS, CURRENCIES, CRITERIA, TOPICS, KNOBS, LANGUAGES, COURTESIES -> {}
            case FUNCTIONS -> {
                providers.ourselves(i, lexeme);
                retraining.readRefreshed(i);
            }
        }
    }

    /** {@code the other has no hosting fee}: what is told of a seller or a model, and no wish. */
    private boolean isFeeOfOthers(int i) {
        return state.hasTyped(i, Trait.WITHOUT_FEE)
                && state.hasTyped(i - 1, Trait.CONTAINS)
                && !state.isAt(i - 2, Cue.PERSON);
    }

    /** {@code six month commitment}: the months that are paid for are those of use, unless others are said. */
    private void variant(int i, Lexeme lexeme) {
        state.say(SlotName.VARIANT, lexeme.value(), i, i);
        Long months = COMMITMENTS.get(lexeme.value());
        if (months != null && !state.candidates.has(SlotName.MONTHS) && !state.slots.has(SlotName.MONTHS)) {
            state.slots.put(SlotName.MONTHS, new Slot<>(months, null, Origin.DERIVED, state.span(i, i), false));
        }
    }

    /** {@code edition=guide}. */
    private void edition(int i) {
        boolean marked = state.isAssignmentAt(i - 1);
        int name = marked ? i - 2 : i - 1;
        boolean led = state.isAt(name, Category.TOPICS) && state.isAt(name, Trait.EDITION_NOUN);
        if (led && state.compiledLexicon.isEdition(state.typed(i, i))) {
            state.say(SlotName.EDITION, state.typed(i, i), i, i);
        }
    }

    // "full" is a method only if it describes nothing else: not in "the full dataset", "full precision".
    private void method(int i, Lexeme lexeme) {
        Token next = state.at(i + 1);
        boolean noun = next != null
                && ((next.kind == Token.Kind.WORD && !state.isOfMention(i + 1))
                        || (next.isNumber() && state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE))
                        || next.is(Category.TOPICS)
                        || next.is(Category.KNOBS)
                        || (next.is(Category.UNITS) && (!state.terse || isTime(next)))
                        || next.is(Cue.TOTAL)
                        || next.is(Trait.PART_OF));
        boolean everyday = lexeme.weak() && lexeme.code() == Method.FULL;
        boolean named = state.isAssignmentAt(i - 1);
        // "the queue is full", "the queue's full, what does llama 8b cost?"
        boolean predicate = ((state.isAt(i - 1, Trait.FORM_OF_BE) && (isThing(i - 2) || state.isOneAt(i - 2)))
                        || (isThing(i - 1) && state.isPossessive(i - 1)))
                && (!state.sentence(i).asks() || state.isAt(i + 1, Cue.TO) || state.isBreakAt(i + 1))
                && !state.isAt(i + 1, Category.OBJECTIVES)
                && !isOtherOfTwo(i);
        noun |= isOfPrice(i);
        boolean listed = state.isJoin(i - 1) || (state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE) && state.isJoin(i - 2));
        if ((everyday && (predicate || (noun && !named && !listed))) || isOfKnob(i) || state.isInFolder(i)) {
            return;
        }
        if (everyday && !listed && (isLargestOfItsKind(i + 1) || isMeasureOf(i) || isOfWholeThing(i))) {
            return;
        }
        if (!Exclusion.isExcluded(state, i)
                || (Exclusion.isTakenBack(state, i) && lexeme.code() == Method.LORA)
                || MethodChoice.isWeighed(state, i)) {
            methods.add(i);
        }
    }

    /** {@code the full cost of a training}, {@code what is the full price}, but not {@code llama 8b full, price}, {@code lora vs full cost}. */
    private boolean isOfPrice(int full) {
        boolean led = state.hasTyped(full - 1, Trait.DEFINITE_ARTICLE)
                || state.isAt(full - 1, Cue.ARTICLE)
                || state.isAt(full - 1, Cue.PERSON)
                || full == 0;
        return led
                && state.at(full + 1) != null
                && !state.isNumberAt(full + 1)
                && (state.hasTyped(full + 1, Trait.PRICE_NOUN)
                        || state.token(full + 1).intent() == Intent.ESTIMATE);
    }

    /** {@code one run is lora, the other is full}: two ways, of which only one has a name of its own. */
    private boolean isOtherOfTwo(int full) {
        boolean other = false;
        boolean named = false;
        for (int i = state.sentence(full).first(); i < state.sentence(full).end(); i++) {
            other |= state.hasTyped(i, Trait.OTHERS);
            named |= i != full && state.isAt(i, Category.METHODS) && !isWeak(state.token(i));
        }
        return other && named;
    }

    /** {@code the full gpt-4.1, not the mini}: the largest of models that are only tuned in full. */
    private boolean isLargestOfItsKind(int model) {
        return !state.terse
                && state.mentions.stream()
                        .anyMatch(mention -> mention.first() == model
                                && mention.family() != null
                                && !mention.family().open()
                                && !state.isAt(mention.last() + 1, Category.TUNING)
                                && !state.isAt(mention.last() + 1, Cue.TRAINING));
    }

    /** The {@code full} of {@code >135 GPU hours for the full model}, {@code the test run and the full one}, {@code zephyr-7b-sft-full}. */
    private boolean isOfWholeThing(int full) {
        boolean joined = state.isSymbolAt(full - 1, '-')
                && !state.token(full).spaced
                && state.isAt(full - 2, Category.OBJECTIVES)
                && !state.token(full - 1).spaced;
        boolean noun = state.hasTyped(full + 1, Trait.MODEL_NOUN) || state.hasTyped(full + 1, Trait.ONE_OF_THEM);
        int verb = full - 2;
        return joined
                || (!state.terse
                        && noun
                        && state.hasTyped(full - 1, Trait.DEFINITE_ARTICLE)
                        && !state.isAt(verb, Category.TUNING)
                        && !state.isAt(verb, Cue.TRAINING)
                        && !state.hasTyped(verb, Trait.TRAINS)
                        && !state.isAt(full + 2, Category.TUNING)
                        && !state.any(token -> token.is(Category.METHODS) && !isWeak(token)));
    }

    private boolean isThing(int i) {
        Token token = state.at(i);
        return token != null
                && (token.kind == Token.Kind.WORD
                        || token.is(Category.TOPICS)
                        || token.is(Category.FUNCTIONS)
                        || token.is(Category.UNITS))
                && !token.is(Trait.PRONOUN);
    }

    /** The {@code lora} of {@code lora_alpha is not the learning rate}, not of {@code lora_r: 16}. */
    private boolean isOfKnob(int method) {
        int knob = state.isSymbolAt(method + 1, '_') || state.isSymbolAt(method + 1, '-') ? method + 2 : method + 1;
        boolean marked = state.isAssignmentAt(knob + 1);
        // "qlora seed notes 3150": in a command the knob is followed by its value.
        boolean ofData = state.terse && knob == method + 1 && state.isItemAt(knob + 1);
        return state.isAt(knob, Category.KNOBS)
                && !marked
                && !ofData
                && !state.isNumberAt(knob + 1)
                && !state.sentence(method).asks();
    }

    private static boolean isTime(Token unit) {
        Measure measure = unit.measure();
        return measure != null && measure.isTime();
    }

    /** The DPO of "our DPO (data protection)" is a person. */
    private void objective(int i, Lexeme lexeme) {
        // "Drop dpo, plain sft for v1"
        boolean dropped = state.mayEdit() && Exclusion.isTakenBack(state, i);
        if (!dropped
                && !state.isBackground(i)
                && (!lexeme.is(Trait.ALSO_OFFICER) || !isAboutDataProtection())
                && (!lexeme.weak() || isOfJob())) {
            state.say(SlotName.OBJECTIVE, Objects.requireNonNull((Objective) lexeme.code()), i, i);
        }
    }

    /** {@code GRPO run for qwen3-8b, 8 rollouts each}: RL that is no job with rollouts is what others write about, or a stage of theirs. */
    private boolean isOfJob() {
        return state.terse || !state.remembered.isEmpty() || (state.candidates.has(SlotName.ROLLOUTS) && namesModel());
    }

    private boolean namesModel() {
        return !state.mentions.isEmpty()
                || IntStream.range(0, state.size()).anyMatch(i -> state.isNumberAt(i) && state.isSize(i));
    }

    private boolean isAboutDataProtection() {
        if (dataProtection == null) {
            dataProtection = state.any(token -> token.is(Trait.DATA_PROTECTION));
        }
        return dataProtection;
    }

    /** {@code yearly cost} names a horizon, and so does {@code the first month} where advice is asked for. */
    private void fillYear() {
        boolean total = state.has(Intent.TCO);
        fillShortTerm();
        for (int i = 0; i < state.size(); i++) {
            if (state.isAt(i, Trait.FIRST)
                    && state.isAt(i + 1, Measure.MONTH)
                    && !state.advice().isEmpty()) {
                state.say(SlotName.MONTHS, 1L, i, i + 1);
            }
            if (!total) {
                continue;
            }
            Lexeme lexeme = state.token(i).lexeme;
            boolean yearly = lexeme != null && lexeme.intent() == Intent.TCO && lexeme.is(Trait.YEARLY) && !isRate(i);
            if (yearly && !state.candidates.has(SlotName.MONTHS) && !state.slots.has(SlotName.MONTHS)) {
                state.slots.put(SlotName.MONTHS, new Slot<>(12L, null, Origin.DERIVED, state.span(i, i), false));
                state.token(i).use = Token.Use.SLOT;
            }
        }
    }

    /** {@code what does it cost per week}, {@code what do we pay a week}, {@code 2,000 requests a day per quarter}: what such a time costs. */
    private void fillShortTerm() {
        for (int i = 1; i + 1 < state.size(); i++) {
            boolean each = state.isAt(i, Cue.PER) || state.isAt(i, Cue.ARTICLE);
            boolean open = !state.candidates.has(SlotName.MONTHS) && !state.slots.has(SlotName.MONTHS);
            if (!each || !open || !state.isBreakAt(i + 2) || !isPriceOrDay(i - 1)) {
                continue;
            }
            if (state.timeAt(i + 1) == TimeUnit.WEEK) {
                state.say(SlotName.DAYS, DAYS_OF_WEEK, i, i + 1);
            } else if (state.isAt(i + 1, Measure.QUARTER)) {
                state.say(SlotName.MONTHS, MONTHS_OF_QUARTER, i, i + 1);
            }
        }
    }

    private boolean isPriceOrDay(int i) {
        Intent asked = state.token(i).intent();
        boolean price = asked == Intent.ESTIMATE
                || asked == Intent.TCO
                || (!state.isNumberAt(i) && state.hasTyped(i, Trait.PRICE_NOUN));
        return price || (state.isAt(i, Measure.DAY) && !state.isNumberAt(i - 1));
    }

    /** {@code 36,500 requests per year}, {@code $500 per year}; but {@code what do 40 a day cost per year}. */
    private boolean isRate(int period) {
        Measure before = state.measureAt(period - 1);
        boolean ofDay = before != null && before.isTime() && !state.isNumberAt(period - 2);
        return (state.isAt(period - 1, Category.UNITS) && !ofDay)
                || state.isAt(period - 1, Category.CURRENCIES)
                || state.isNumberAt(period - 1);
    }

    /** The full of {@code another drawer full}: what it fills is no model. */
    private boolean isMeasureOf(int full) {
        Token container = state.at(full - 1);
        boolean one = state.isAt(full - 2, Cue.ARTICLE) || state.hasTyped(full - 2, Trait.ANOTHER);
        return container != null
                && container.kind == Token.Kind.WORD
                && !state.isOfMention(full - 1)
                && one
                && (state.isBreakAt(full + 1) || state.isAt(full + 1, Trait.PART_OF));
    }

    private void deployment(int i, Lexeme lexeme) {
        boolean alone = state.isBreakAt(i - 1) && (state.isBreakAt(i + 1) || state.isSymbolAt(i + 1, ':'));
        // "global_step/max_steps"
        if (state.isSymbolAt(i + 1, '_')
                || isGivenUp(i)
                || (state.hasTyped(i + 1, Trait.SAYS_NO) && state.isBreakAt(i + 2))) {
            return;
        }
        // "Azure regional", "Azure (regional)", "a dedicated Fireworks deployment", "two dedicated replicas".
        int seller = state.isSymbolAt(i - 1, '(') ? i - 2 : i - 1;
        boolean ofProvider = state.isAt(seller, Category.PROVIDERS)
                || state.isAt(i + 1, Category.PROVIDERS)
                || state.isAt(i + 1, Measure.CAPACITY)
                || isOfEndpoint(i)
                || isOfOwnModel(i)
                || state.candidates.has(SlotName.MONTHLY_HOURS)
                || state.candidates.has(SlotName.UNITS);
        if (!lexeme.weak() || state.terse || alone || isStated(i) || changesDeployment(i) || ofProvider) {
            replaceFormer(i);
            state.say(SlotName.DEPLOYMENT, Objects.requireNonNull((Deployment) lexeme.code()), i, i);
        }
    }

    /** {@code Global if that matters}, {@code regional yes}, {@code global is fine}: a choice that is a clause of its own. */
    private boolean isStated(int i) {
        boolean stated = state.hasTyped(i + 1, Trait.SAYS_YES)
                || state.hasTyped(i + 1, Trait.CONDITION)
                || state.isAt(i + 1, Trait.FORM_OF_BE);
        return (stated && state.isBreakAt(i - 1) && state.has(Category.PROVIDERS)) || isRequired(i);
    }

    /** {@code on Azure, regional because of the clients}, {@code it must be regional}: of the seller that is named. */
    private boolean isRequired(int i) {
        boolean reason = state.isSymbolAt(i - 1, ',')
                && state.isAt(i - 2, Category.PROVIDERS)
                && state.hasTyped(i + 1, Trait.REASON_WORD);
        boolean must = state.isAt(i - 1, Trait.FORM_OF_BE)
                && state.hasTyped(i - 2, Trait.DEMANDS)
                && (state.isBreakAt(i + 1) || state.hasTyped(i + 1, Trait.REASON_WORD));
        return reason || (must && state.has(Category.PROVIDERS));
    }

    /** {@code a dedicated Llama 3.3 70B endpoint}, {@code a dedicated llama 8b on Together}. */
    private boolean isOfEndpoint(int deployment) {
        return state.mentions.stream()
                .anyMatch(model -> model.first() == deployment + 1
                        && (isAtSeller(model.last() + 1)
                                || state.isAt(model.last() + 1, Trait.REPLICA)
                                || state.hasTyped(model.last() + 1, Trait.REPLICA)));
    }

    /** {@code our dedicated llama 8b at 30k lines a day}: a model that answers requests. */
    private boolean isOfOwnModel(int deployment) {
        boolean owned = state.hasTyped(deployment - 1, Trait.OWNER) || state.isAt(deployment - 1, Cue.ARTICLE);
        return owned
                && state.candidates.has(SlotName.REQUESTS_PER_DAY)
                && state.mentions.stream().anyMatch(model -> model.first() == deployment + 1);
    }

    private boolean isAtSeller(int preposition) {
        boolean leads = state.isAt(preposition, Cue.ON)
                || state.isAt(preposition, Cue.IN)
                || state.isAt(preposition, Cue.FROM)
                || state.isAt(preposition, Trait.LOCATIVE);
        return leads && state.isAt(preposition + 1, Category.PROVIDERS);
    }

    /** The {@code regional} of {@code global rather than regional}, where the message or the conversation has another. */
    private boolean isGivenUp(int i) {
        return state.remembered.has(SlotName.DEPLOYMENT)
                ? Exclusion.isExcluded(state, i)
                : Exclusion.isTakenBack(state, i) && namesSeveral();
    }

    private boolean namesSeveral() {
        if (severalDeployments == null) {
            severalDeployments = Arrays.stream(state.all())
                            .filter(token -> token.is(Category.DEPLOYMENTS) && token.lexeme != null)
                            .map(token -> Objects.requireNonNull(token.lexeme).code())
                            .distinct()
                            .count()
                    > 1;
        }
        return severalDeployments;
    }

    /** {@code make it global}, {@code they insist on regional}: in a conversation about a deployment, or about what the pronoun stands for. */
    private boolean changesDeployment(int i) {
        boolean ends = state.isBreakAt(i + 1) || state.isAt(i + 1, Category.COURTESIES);
        if (isSetAgainst(i)) {
            return true;
        }
        if (state.remembered.has(SlotName.DEPLOYMENT)) {
            return ends
                    || state.isAt(i + 1, Cue.INSTEAD_OF)
                    || state.isAt(i + 1, Cue.INSTEAD)
                    || (state.hasTyped(i + 1, Trait.AUXILIARY) && state.hasTyped(i + 2, Trait.IS_ENOUGH));
        }
        return ends && i > 0 && state.mayEdit() && (state.hasTyped(i - 1, Trait.PRONOUN) || isDemanded(i));
    }

    /** {@code what about dedicated in place of serverless}, {@code dedicated, not serverless}: in a conversation one gives way to the other. */
    private boolean isSetAgainst(int i) {
        for (int k = i + 2; k <= i + REACH_OF_OTHER && state.mayEdit(); k++) {
            if (state.isAt(k, Category.DEPLOYMENTS) && Exclusion.isTakenBack(state, k)) {
                return true;
            }
        }
        return false;
    }

    private boolean isDemanded(int i) {
        for (int k = state.clause(i).first(); k < i; k++) {
            if (state.hasTyped(k, Trait.DEMANDS) || state.hasTyped(k, Trait.IS_NOW)) {
                return true;
            }
        }
        return false;
    }

    /** {@code the serverless endpoint is too slow. We'd like a dedicated one}: the deployment of an earlier sentence is left. */
    private void replaceFormer(int i) {
        Slot<Deployment> former = state.slots.get(SlotName.DEPLOYMENT);
        int start = state.sentence(i).first();
        boolean earlier = former != null
                && former.span() != null
                && former.span().end() <= state.span(start, start).start();
        if (earlier && !state.sentence(Math.max(0, start - 1)).asks()) {
            state.slots.remove(SlotName.DEPLOYMENT);
        }
    }

    private static boolean isWeak(Token token) {
        return token.lexeme != null && token.lexeme.weak();
    }

    private void flag(int i, Token token) {
        if (token.is(Cue.PACKED) || token.is(Cue.UNPACKED)) {
            state.say(
                    SlotName.PACKED,
                    token.is(Cue.PACKED) && !Exclusion.isTakenBack(state, i) && !isSwitchedOff(i),
                    i,
                    i);
        } else if (token.is(Cue.BATCH) && !state.isAt(i + 1, Cue.SIZE)) {
            // "does batch size 16 change the price": a setting of the training
            state.say(SlotName.BATCH, !Exclusion.isTakenBack(state, i), i, i);
        } else if (token.is(Cue.EXPLAIN)) {
            state.say(SlotName.EXPLAIN, true, i, i);
        } else if (token.is(Cue.EU) && !isReasonOfLoss(i) && (state.terse || !isWeak(token) || isPlaceOfOffer(i))) {
            state.say(SlotName.IN_EU, true, i, i);
        } else if (token.is(Cue.OPEN_ONLY) && !Exclusion.isTakenBack(state, i)) {
            state.say(SlotName.OPEN_ONLY, true, i, i);
        } else if (token.is(Cue.LARGEST) && state.mentions.isEmpty()) {
            state.say(SlotName.LARGEST, true, i, i);
        } else if (token.is(Cue.RETRAIN) || (token.is(Cue.TRAINING) && state.hasTyped(i, Trait.TRAINS_AGAIN))) {
            retraining.read(i);
        }
        if (token.is(Cue.TRAINING) && !state.slots.has(SlotName.RETRAIN_EVERY_DAYS)) {
            retraining.readTraining(i);
        }
    }

    /** {@code 15% must be deleted because of GDPR}: the law is why data are gone, and demands no place. */
    private boolean isReasonOfLoss(int law) {
        if (!state.token(law).is(Trait.DATA_PROTECTION)) {
            return false;
        }
        for (int i = law - 1; i >= Math.max(state.sentence(law).first(), law - REACH_OF_LOSS); i--) {
            if (!state.isNumberAt(i) && (state.hasTyped(i, Trait.LOSES) || state.hasTyped(i, Trait.GOES))) {
                return true;
            }
        }
        return false;
    }

    /** {@code Azure in Sweden}, {@code H100s in France}, {@code EU, no AWS}. */
    private boolean isPlaceOfOffer(int place) {
        return state.isAt(place - 1, Category.PROVIDERS)
                || state.isAt(place - 1, Category.GPUS)
                || (state.isBreakAt(place - 1) && (state.isBreakAt(place + 1) || state.isSymbolAt(place + 1, ':')));
    }

    /** {@code 1000 requests/day batch}, {@code with batch because nobody waits}: the word alone means batch mode if there are requests and no number counts batches. */
    private void batch(int i, Lexeme lexeme) {
        Clause clause = state.clause(i);
        boolean goesOn = state.remembered.has(SlotName.REQUESTS_PER_DAY) && clause.end() - clause.first() <= SHORT;
        boolean mode = (state.terse || goesOn || isOfAll(i) || state.isAt(i - 1, Trait.HAVING))
                && lexeme.is(Trait.BATCH_ALONE)
                && (!state.isCountAt(i - 1) || state.token(i - 1).use == Token.Use.SLOT)
                && (state.candidates.has(SlotName.REQUESTS_PER_DAY) || state.remembered.has(SlotName.REQUESTS_PER_DAY));
        if (mode) {
            state.say(SlotName.BATCH, !Exclusion.isTakenBack(state, i), i, i);
        }
    }

    /** {@code batch for all of it}, {@code the whole lot as batch}, {@code move everything to batch}. */
    private boolean isOfAll(int batch) {
        int last = Math.min(state.clause(batch).end(), batch + REACH_OF_ALL);
        for (int i = Math.max(state.clause(batch).first(), batch - REACH_OF_ALL); i < last; i++) {
            if (state.isAt(i, Cue.ALL) || state.hasTyped(i, Trait.TAKES_ALL) || state.hasTyped(i, Trait.TAKES_BOTH)) {
                return true;
            }
        }
        return false;
    }

    /** {@code packing=False}, {@code "packing": false}. */
    private boolean isSwitchedOff(int setting) {
        int value = setting + 1;
        while (value <= setting + SIGNS_BEFORE_VALUE
                && state.at(value) != null
                && state.token(value).kind == Token.Kind.SYMBOL) {
            value++;
        }
        return value > setting + 1 && state.at(value) != null && state.hasTyped(value, Trait.SWITCHED_OFF);
    }
}
