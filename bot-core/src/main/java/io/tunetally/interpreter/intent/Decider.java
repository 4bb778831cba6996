package io.tunetally.interpreter.intent;

import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.money.QuotedSums;
import io.tunetally.interpreter.quantity.Budgets;
import io.tunetally.interpreter.sentence.MigrationWord;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.sentence.SpeechAct;
import io.tunetally.interpreter.talk.AskedComparison;
import io.tunetally.interpreter.talk.ChoiceProof;
import io.tunetally.interpreter.talk.CommandWord;
import io.tunetally.interpreter.talk.LearnersQuestion;
import io.tunetally.interpreter.talk.Proof;
import io.tunetally.interpreter.talk.TechnicalTalk;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.weight.Scores;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.lazy.Lazy;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.topic.Topic;
import io.tunetally.topic.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a message is a request and for what: by one set of weights for a first message, by another in a
 * conversation. Others decide which names and numbers of prose are meant, how its number of examples follows from these, and which
 * topic a question in free words is about.
 */
public final class Decider {
    /** The label of a message that changes the request of the conversation and asks for nothing else. */
    public static final String EDIT = "EDIT";

    /** How much more the score of a topic counts than that of a question for an explanation. */
    private static final int TOPIC_COUNTS = 2;

    /** A question that is less clearly for an explanation, in thousandths, may be about anything. */
    private static final int UNCLEAR = 200;

    /** A question about tuning that is clearer than this, in thousandths, is for an explanation, whatever its topic. */
    private static final int SURE = 1500;

    /**
     * By how much less likely than none, in thousandths, a question is still answered. Of 4,071 messages that the weights had not seen, 21
     * were answered rightly by both doubts, 11 with another intent, and 3 that wanted no answer got one.
     */
    private static final int DOUBT = 200;

    /** The same for a question that names a price, tuning, a method or a model. */
    private static final int DOUBT_OF_OURS = 400;

    /** A remark of this many words or more asks for something only where its words speak clearly for it. */
    private static final int LEAST_OF_REMARK = 14;

    /** How much likelier than none, in thousandths, a request is in a remark without a question mark. */
    private static final int CLEAR_REQUEST = 550;

    /** A question for an explanation that is less above one for a price, in thousandths, may be one for a price. */
    private static final int CLEAR_MARGIN = 1000;

    /** A topic whose score is higher, in thousandths, is clearly the one that is asked for. */
    private static final int CLEAR_TOPIC = 500;

    /** How much the likeliest topic is above the second, in thousandths, where the words speak for one of them and not for its kind. */
    private static final int LEAST_MARGIN = 150;

    /** What a question for a reason or a meaning may name without a choice of it: {@code why does Azure bill by the hour}. */
    private static final Set<SlotName<?>> ASKED_ABOUT = Set.of(
            SlotName.PROVIDER,
            SlotName.METHOD,
            SlotName.METHODS,
            SlotName.OBJECTIVE,
            SlotName.DEPLOYMENT,
            SlotName.GPU,
            SlotName.CRITERIA,
            SlotName.PRICED_UNIT);

    private static final Decision EDITS = new Decision(true, Intent.NONE, false);

    private static final Decision COMPARES = Decision.of(Intent.COMPARE);

    /** The first words of a message, among which is what it asks for. */
    private static final int OPENING = 4;

    private final Weights first;
    private final Supplier<Weights> inConversation;
    private final Supplier<Weights> names;
    private final Weights numbers;
    private final Supplier<Weights> traffic;
    private final Supplier<Weights> derivations;
    private final Supplier<Weights> sums;
    private final Supplier<Weights> topics;

    /**
     * Creates a decider.
     *
     * @param first weighs messages that begin a conversation
     * @param inConversation weighs those that go on with one
     * @param names weighs the names of a message, before the others
     * @param numbers weighs its numbers, before what it asks for
     * @param traffic weighs how the requests of a day follow from the numbers
     * @param derivations weighs how the number of examples follows from the numbers
     * @param sums weighs what its sums of money are
     * @param topics weighs the topics of a message that asks for an explanation
     */
    public Decider(
            Weights first,
            Weights inConversation,
            Weights names,
            Weights numbers,
            Weights traffic,
            Weights derivations,
            Weights sums,
            Weights topics) {
        this(
                first,
                () -> inConversation,
                () -> names,
                numbers,
                () -> traffic,
                () -> derivations,
                () -> sums,
                () -> topics);
    }

    private Decider(
            Weights first,
            Supplier<Weights> inConversation,
            Supplier<Weights> names,
            Weights numbers,
            Supplier<Weights> traffic,
            Supplier<Weights> derivations,
            Supplier<Weights> sums,
            Supplier<Weights> topics) {
        this.first = first;
        this.inConversation = inConversation;
        this.names = names;
        this.numbers = numbers;
        this.traffic = traffic;
        this.derivations = derivations;
        this.sums = sums;
        this.topics = topics;
    }

    /** Returns the decider with the trained weights; the files are read once, those that few messages need when one does. */
    public static Decider builtIn() {
        return BuiltIn.DECIDER;
    }

    /**
     * Decides what a message asks for.
     *
     * @param goesOn whether a conversation has a request that it may change
     */
    public Decision decide(ParseState state, boolean goesOn) {
        if (isInTime(state, goesOn)) {
            return Decision.of(Intent.ESTIMATE);
        }
        if (goesOn && RunningWord.meansMonthly(state)) {
            return Decision.of(Intent.TCO);
        }
        if (goesOn && ChoiceProof.lacks(state)) {
            return Decision.of(Intent.NONE);
        }
        if (goesOn && QuotedSums.isRemembered(state) && QuotedSums.isJudged(state)) {
            return EDITS;
        }
        if (state.slots.has(SlotName.OTHER_COST)) {
            Decision compares = besideOtherCost(state, goesOn);
            if (compares != null) {
                return compares;
            }
        }
        if (asksToJudge(state, goesOn)) {
            return Decision.of(Intent.ESTIMATE);
        }
        if (Budgets.asksHowLongSumLasts(state)) {
            return Decision.of(Intent.BUDGET);
        }
        boolean savingSaid =
                state.slots.has(SlotName.MONTHLY_SAVING_USD) || state.slots.has(SlotName.SAVING_PER_REQUEST_USD);
        if (savingSaid || (goesOn && asksForPayback(state))) {
            return Decision.of(Intent.BREAKEVEN);
        }
        if (goesOn
                && (state.slots.has(SlotName.COST_SPLIT)
                        || state.statesChange()
                        || countsGpus(state)
                        || Withdrawals.leavesGpus(state)
                        || ModelEdits.replaces(state)
                        || MigrationWord.movesJob(state))) {
            return EDITS;
        }
        if (goesOn
                && state.has(Intent.MIGRATE)
                && state.slots.has(SlotName.TARGET_PROVIDER)
                && state.slots.build().names().size() == 1) {
            // "Move it to together", who does not train the remembered model.
            return Decision.of(Intent.MIGRATE);
        }
        if (CommandWord.intent(state) == Intent.NONE
                && (Budgets.asksWhetherSumSuffices(state) || setsBothLimits(state, goesOn))) {
            return Decision.of(Intent.BUDGET);
        }
        if (goesOn && (remarksPrice(state) || confirmsFigure(state))) {
            return Decision.of(Intent.NONE);
        }
        if (goesOn && Budgets.isSumOfReply(state)) {
            return Decision.of(Intent.BUDGET);
        }
        if (goesOn && asksLearnersQuestion(state)) {
            return Decision.of(Intent.EXPLAIN);
        }
        if (CommandWord.intent(state) == Intent.NONE && RunningWord.asksOnceAndMonthly(state)) {
            return Decision.of(Intent.TCO);
        }
        PatternDecision patterns = new PatternDecision(state, goesOn);
        Decision matched = patterns.decision();
        if (matched != null) {
            return matched;
        }
        if (goesOn && AskedComparison.is(state)) {
            return COMPARES;
        }
        if ((goesOn && (ImpliedEdit.isForColleague(state) || ClearEdit.isAside(state)))
                || (!goesOn && asksForSpelling(state))) {
            return Decision.of(Intent.NONE);
        }
        if (goesOn && (ModelEdits.onlyDrops(state) || ClearEdit.swapsDeployment(state))) {
            return EDITS;
        }
        if (goesOn && (Proof.lacks(state) || Proof.lacksForValues(state))) {
            return Decision.of(Intent.NONE);
        }
        if (state.text.isTranslated()
                && !goesOn
                && DomainScore.weight(state) == 0
                && !LearnersQuestion.isToBot(state)
                && !LearnersQuestion.mayBe(state)) {
            return Decision.of(Intent.NONE);
        }
        if (patterns.asksForSaving()) {
            return Decision.of(Intent.BREAKEVEN);
        }
        Intent said = CommandWord.intent(state);
        Intent command = said == Intent.NONE && !goesOn && isModelAndSize(state) ? Intent.ESTIMATE : said;
        if (command != Intent.NONE) {
            return Decision.of(command);
        }
        if (!goesOn && asksForLargest(state)) {
            return Decision.of(Intent.RECOMMEND);
        }
        if (!goesOn && isBill(state)) {
            return Decision.of(Intent.ESTIMATE);
        }
        if (!goesOn && MigrationWord.isAskedFor(state)) {
            return Decision.of(Intent.MIGRATE);
        }
        Decision weighed = weigh(state, goesOn);
        if (goesOn && weighed.intent() == Intent.NONE && RunningWord.asksByTheMonth(state)) {
            return Decision.of(Intent.TCO);
        }
        if (!goesOn && !weighed.asks()) {
            boolean priced = ClearEdit.asksAboutEpochs(state) || SelfHosting.asksForHours(state);
            Intent named = priced ? Intent.ESTIMATE : namedIntent(state);
            return named == Intent.NONE ? weighed : Decision.of(named);
        }
        if (weighed.intent() == Intent.EXPLAIN) {
            boolean compares = !goesOn && LearnersQuestion.comparesWays(state);
            return compares
                    ? COMPARES
                    : !goesOn && LearnersQuestion.asksForModels(state) ? Decision.of(Intent.MODELS) : weighed;
        }
        if (goesOn && weighed.asks() && ClearEdit.givesReason(state)) {
            return EDITS;
        }
        Intent advice = patterns.advice();
        // "payback time if we do 25,000 a day": the requests are those of a payback, whatever its reasons.
        boolean paysBack = weighed.intent() == Intent.BREAKEVEN && !goesOn && !state.has(Intent.WORTHIT);
        if (advice != Intent.NONE && !paysBack && (weighed.asks() || patterns.namesAdvice())) {
            return Decision.of(advice);
        }
        if (weighed.intent() == Intent.MODELS && state.mentions.size() > 1 && state.has(Intent.COMPARE)) {
            // "is llama 8b cheaper than mistral 7b": a list of both would leave the question open.
            return Decision.of(Intent.COMPARE);
        }
        // "gpt-4.1-mini or nano, which should I take": without a word for it nothing is left for another model.
        boolean leaves = weighed.intent() == Intent.MIGRATE && !state.has(Intent.MIGRATE);
        if ((weighed.intent() == Intent.COMPARE || leaves) && patterns.asksForChoice()) {
            return Decision.of(Intent.RECOMMEND);
        }
        if (weighed.intent() == Intent.RECOMMEND && patterns.asksForPrices()) {
            return COMPARES;
        }
        if (weighed.intent() == Intent.MIGRATE && !goesOn && MigrationWord.endsUndertaking(state)) {
            return Decision.of(Intent.ESTIMATE);
        }
        if (weighed.intent() == Intent.COMPARE && !goesOn && pricesOneOfSeveral(state)) {
            return Decision.of(Intent.ESTIMATE);
        }
        if (weighed.intent() == Intent.RECOMMEND && !goesOn && state.slots.has(SlotName.PROVIDERS)) {
            // "who is cheapest: vertex, azure or bedrock": the choice is among those that are named.
            return Decision.of(Intent.COMPARE);
        }
        if (weighed.intent() == Intent.TIPPINGPOINTS) {
            boolean buys = state.hasTypedAnywhere(Trait.FITS_SUM) || state.hasTypedAnywhere(Trait.ASKS_COUNT);
            boolean one = state.candidates.money().size() == 1 && state.slots.has(SlotName.BUDGET_USD);
            if (goesOn && buys && one) {
                // "The budget is $75, does this fit under it?", "how many could we do if the most I can spend is 25
                // dollars"
                return Decision.of(Intent.BUDGET);
            }
            return goesOn && asksForChange(state) ? EDITS : asksForOther(state) ? COMPARES : patterns.examining();
        }
        return weighed;
    }

    /** {@code 1k for training and 200 a month for running: is that realistic}: what both sums are set against is asked for. */
    private static boolean setsBothLimits(ParseState state, boolean goesOn) {
        return !goesOn
                && state.slots.has(SlotName.BUDGET_USD)
                && state.slots.has(SlotName.MONTHLY_LIMIT_USD)
                && state.asks();
    }

    /** {@code 2,000 requests a day, when does it break even}: the traffic is that of the payback, unless a time of running is said. */
    private static boolean asksForPayback(ParseState state) {
        return (state.asks() || state.hasQuestionMark())
                && state.slots.has(SlotName.REQUESTS_PER_DAY)
                && !state.slots.has(SlotName.MONTHS)
                && !state.has(Intent.TCO)
                && state.has(Intent.BREAKEVEN)
                && state.any(
                        token -> token.intent() == Intent.BREAKEVEN && token.lexeme != null && !token.lexeme.weak());
    }

    /** {@code our competitor is on gemini pro; what would flash cost us}: of the models that are named only one is asked about. */
    private static boolean pricesOneOfSeveral(ParseState state) {
        Slots said = state.slots.build();
        List<ModelId> models = said.value(SlotName.MODELS);
        return state.mentions.size() > 1
                && models != null
                && models.size() == 1
                && !models.contains(SlotName.ALL_MODELS)
                && state.has(Intent.ESTIMATE)
                && !state.has(Intent.COMPARE)
                && !state.has(Cue.VERSUS)
                && !said.has(SlotName.UNTUNED)
                && !said.has(SlotName.PROVIDERS)
                && !said.has(SlotName.METHODS)
                && !said.has(SlotName.TARGETS);
    }

    /** {@code is it fine-tune with a hyphen?}: how our words are written is no question of ours. */
    private static boolean asksForSpelling(ParseState state) {
        return state.hasTypedAnywhere(Trait.SPELLS)
                && state.mentions.isEmpty()
                && state.candidates.all().isEmpty();
    }

    /** {@code took 11 hours on 8 H100 at $1.49 per gpu-hour, what did it cost}: hours and their price need no word for tuning. */
    private static boolean isBill(ParseState state) {
        Slots said = state.slots.build();
        return said.has(SlotName.TRAINING_HOURS)
                && said.has(SlotName.GPU_HOUR_USD)
                && (state.asks() || state.has(Intent.ESTIMATE) || state.isGpuBill())
                && !state.has(Intent.BUDGET)
                && !said.has(SlotName.REQUESTS_PER_DAY);
    }

    /** {@code the biggest model for $100}, but not {@code the biggest one in the litter}. */
    private static boolean asksForLargest(ParseState state) {
        return state.slots.has(SlotName.LARGEST)
                && state.mentions.isEmpty()
                && (state.terse
                        || DomainScore.weight(state) > 0
                        || state.any(token -> token.is(Cue.LARGEST) && token.is(Trait.ASKS_FOR_MODEL)));
    }

    /** {@code we pay an agency $4,900 a month, would a tuned gpt-oss 20b be cheaper?}: the cost of running is set beside it. */
    private static @Nullable Decision besideOtherCost(ParseState state, boolean goesOn) {
        if (goesOn) {
            return state.isRunningRemembered() ? EDITS : Decision.of(Intent.TCO);
        }
        boolean asks = state.asks() || state.hasQuestionMark();
        boolean other = state.has(Intent.WORTHIT) || state.has(Intent.BREAKEVEN) || state.has(Intent.MIGRATE);
        return !asks || other ? null : Decision.of(state.mentions.isEmpty() ? Intent.RECOMMEND : Intent.TCO);
    }

    /** {@code they quoted $9,000 for tuning llama 8b, fair?}: the price of the job judges the sum, unless a command asks for more. */
    private static boolean asksToJudge(ParseState state, boolean goesOn) {
        boolean ofJob = goesOn
                || !state.mentions.isEmpty()
                || (state.has(Category.TUNING) && state.slots.has(SlotName.EXAMPLES));
        return QuotedSums.isJudged(state)
                && ofJob
                && (state.terse || state.asks() || state.hasQuestionMark())
                && CommandWord.intent(state) == Intent.NONE;
    }

    /** {@code how long with 8?}: another number of the remembered GPUs, and nothing else. */
    private static boolean countsGpus(ParseState state) {
        Slots said = state.slots.build();
        return state.remembered.has(SlotName.GPU)
                && said.has(SlotName.GPUS)
                && said.names().size() == 1
                && !state.has(Cue.REPORT);
    }

    /** {@code can we fine-tune llama 8b within 8 hours on our A100}: the time asks for the training, whatever its verb. */
    private static boolean isInTime(ParseState state, boolean goesOn) {
        return state.slots.has(SlotName.DEADLINE_HOURS)
                && (goesOn
                        || (!state.mentions.isEmpty() && (!state.has(Category.INTENTS) || state.has(Intent.ESTIMATE))));
    }

    /** {@code would the nano be cheaper}: about a model that the answer has not compared. */
    private static boolean asksForOther(ParseState state) {
        List<ModelId> before = state.remembered.value(SlotName.MODELS);
        List<ModelId> now = state.slots.build().value(SlotName.MODELS);
        return before != null
                && now != null
                && state.has(Intent.COMPARE)
                && !before.contains(SlotName.ALL_MODELS)
                && !before.containsAll(now);
    }

    /** {@code how does the amount change when 10% are held back}: the change is said, and its price asked. */
    private static boolean asksForChange(ParseState state) {
        return state.hasTyped(0, Trait.ASKS_HOW) && (ClearEdit.replacesNumber(state) || ClearEdit.reckons(state));
    }

    /** Returns the decision that a message edits the request of its conversation. */
    public Decision edit() {
        return EDITS;
    }

    /** {@code thanks, that's what I had in my spreadsheet too, roughly 3k}: a figure that agrees with the answer changes nothing. */
    private static boolean confirmsFigure(ParseState state) {
        boolean told = !state.asks() && !state.hasQuestionMark() && !state.hasTypedAnywhere(Trait.TODAY);
        for (int i = 1; told && i + 2 < state.size(); i++) {
            boolean own = state.hasTyped(i, Trait.ASKS_WHAT) && state.isAt(i + 1, Cue.PERSON);
            boolean past = state.hasTyped(i + 2, Trait.PAST_VERB) || state.hasTyped(i + 2, Trait.EXPECTS);
            if (own && past && (state.isAt(i - 1, Cue.IS) || state.hasTyped(i - 1, Trait.THIS_PERIOD))) {
                return true;
            }
        }
        return false;
    }

    /** {@code hm, cheaper than our entry fees}: said of the answer, and no question. */
    private static boolean remarksPrice(ParseState state) {
        int first = 0;
        boolean sighs = state.size() > 1 && state.token(0).kind == Token.Kind.WORD && state.isBreakAt(1);
        first = sighs ? 1 : first;
        while (first < state.size()
                && (SpeechAct.isCourteous(state.token(first))
                        || state.isAt(first, Cue.IS)
                        || state.hasTyped(first, Trait.PRONOUN))) {
            first++;
        }
        return state.hasTyped(first, Trait.CHEAPER)
                && state.hasTyped(first + 1, Trait.THAN)
                && state.mentions.isEmpty()
                && !state.hasQuestionMark()
                && !state.has(Cue.QUESTION);
    }

    /** Decides by weights alone. */
    private Decision weigh(ParseState state, boolean goesOn) {
        Scores scores = weights(goesOn).score((words, sink) -> MessageFeatures.read(state, words, sink));
        String label = goesOn ? scores.best() : answerable(state, scores);
        if (label.equals(Intent.EXPLAIN.word())) {
            return explains(state, goesOn, scores);
        }
        if (!goesOn && isTalk(state, label)) {
            return Decision.of(Intent.NONE);
        }
        boolean none = label.equals(Intent.NONE.word());
        boolean open = none || label.equals(Intent.HELP.word());
        if (open && LearnersQuestion.asksForReason(state) && isLikely(topics(state))) {
            return Decision.of(Intent.EXPLAIN);
        }
        return none && goesOn && ClearEdit.isIn(state) ? EDITS : decision(label);
    }

    /** Decides a message whose words are most likely a question for an explanation, by the topic of it. */
    private Decision explains(ParseState state, boolean goesOn, Scores scores) {
        Scores topics = topics(state);
        if (!goesOn && isTalk(state, Intent.EXPLAIN.word()) && !isClearlyOfJob(state, topics)) {
            return Decision.of(Intent.NONE);
        }
        if (!goesOn && asksForPriceOfJob(state, scores, topics)) {
            return Decision.of(Intent.ESTIMATE);
        }
        boolean ours = isOfOurTopics(state, scores, topics) && !isUnitOfJob(state, topics);
        if (ours || LearnersQuestion.asksForReason(state)) {
            return Decision.of(Intent.EXPLAIN);
        }
        // "What is a carburettor" is about no topic of ours; "what did you pay in the end" asks for a price in such
        // words.
        String other = scores.bestBut(Intent.EXPLAIN.word());
        return isTalk(state, other) || !isOurs(state) ? Decision.of(Intent.NONE) : decision(other);
    }

    /**
     * Returns the likeliest label; of a message with a question mark also one that is hardly less likely than none, because a question to
     * the bot wants an answer. A longer remark without one is only what it clearly is.
     */
    private static String answerable(ParseState state, Scores scores) {
        String best = scores.best();
        String none = Intent.NONE.word();
        if (!state.hasQuestionMark()) {
            boolean remark = !state.terse && state.size() >= LEAST_OF_REMARK;
            return remark && scores.of(best) - scores.of(none) < CLEAR_REQUEST ? none : best;
        }
        if (!best.equals(none) || !state.any(Decider::isSaid)) {
            return best;
        }
        String other = scores.bestBut(best);
        int most = isOurs(state) ? DOUBT_OF_OURS : DOUBT;
        return scores.margin() < most && !other.equals(Intent.HELP.word()) ? other : best;
    }

    /** True of a word or a number; {@code ...?} says nothing. */
    private static boolean isSaid(Token token) {
        return token.kind != Token.Kind.SYMBOL && token.kind != Token.Kind.BREAK;
    }

    /** True if it names a price, tuning, a method or a model. */
    private static boolean isOurs(ParseState state) {
        return state.speaksOfTuning() || state.has(Intent.ESTIMATE);
    }

    private static Decision decision(String label) {
        return label.equals(EDIT) ? EDITS : Decision.of(Intent.valueOf(label.toUpperCase(Locale.ROOT)));
    }

    /**
     * {@code and why is output dearer than input}: in a conversation a question for a reason or a meaning asks what it would ask without
     * one, unless it names a value that it changes.
     */
    private boolean asksLearnersQuestion(ParseState state) {
        List<SlotName<?>> said = state.slots.build().names();
        boolean told = !ASKED_ABOUT.containsAll(said) || !state.mentions.isEmpty() || ClearEdit.isIn(state);
        if (told || !LearnersQuestion.isWorded(state)) {
            return false;
        }
        Scores scores = first.score((words, sink) -> MessageFeatures.read(state, words, sink));
        return scores.best().equals(Intent.EXPLAIN.word())
                && !isTalk(state, Intent.EXPLAIN.word())
                && isOfOurTopics(state, scores, topics(state));
    }

    /** {@code how do I call the tuned model}: for those who know the tool, and not for us. */
    private static boolean isTalk(ParseState state, String label) {
        boolean named = DomainScore.weight(state) > 0 || !state.mentions.isEmpty();
        return TechnicalTalk.asksToOperate(state)
                || (label.equals(Intent.EXPLAIN.word())
                        && (TechnicalTalk.asksWhatWentWrong(state) || LearnersQuestion.isOfRailway(state)))
                || (label.equals(Intent.HELP.word()) && TechnicalTalk.isNotToBot(state, named));
    }

    /**
     * {@code fully loaded cost of tuning gpt-4.1 nano: 2k examples}, {@code cheapest way to get a tuned 70b}: a word for the price or the
     * choice that opens a message about tuning, with a model and what it is tuned on, or with its size.
     */
    private static Intent namedIntent(ParseState state) {
        if (!state.speaksOfTuning() || state.has(Cue.REPORT)) {
            return Intent.NONE;
        }
        if (state.slots.has(SlotName.MONTHS) && state.slots.has(SlotName.GPU_HOUR_USD) && !state.mentions.isEmpty()) {
            // "12 months of qwen3 14b on our own L40S, 400W at 0.18 per kWh"
            return Intent.TCO;
        }
        boolean ofData = !state.mentions.isEmpty() && state.slots.has(SlotName.EXAMPLES);
        for (int i = 0; i < Math.min(OPENING, state.size()); i++) {
            Intent intent = state.token(i).intent();
            if (intent == Intent.ESTIMATE && ofData && state.isAt(i + 1, Cue.OF) && !state.has(Cue.IS)) {
                return Intent.ESTIMATE;
            }
            if (intent == Intent.RECOMMEND && state.slots.has(SlotName.SIZE_B) && state.hasTyped(i, Trait.CHEAPEST)) {
                return Intent.RECOMMEND;
            }
        }
        return Intent.NONE;
    }

    private static boolean isLikely(Scores topics) {
        return topics.of(topics.best()) > 0 || topics.margin() >= LEAST_MARGIN;
    }

    /** {@code gpt-4o 1k examples 2 epochs}: a command without a verb, so there is nothing to weigh. */
    private static boolean isModelAndSize(ParseState state) {
        return state.terse
                && (!state.mentions.isEmpty() || state.slots.has(SlotName.METHOD))
                && (isOfSteps(state) || (!state.candidates.all().isEmpty() && !state.has(Category.KNOBS)))
                && !state.hasQuestionMark()
                && !state.has(Cue.REPORT)
                && !state.has(Category.INTENTS)
                && !RunningWord.isIn(state);
    }

    /** {@code max_steps=2000 batch_size=4}: pasted settings that make a job. */
    private static boolean isOfSteps(ParseState state) {
        return state.any(token -> token.is(Trait.JOB_STEPS))
                && (state.slots.has(SlotName.EXAMPLES) || state.slots.has(SlotName.BILLED_TOKENS));
    }

    /** True if its words speak for a topic, or hardly against one where it is clearly a question of a learner. */
    private static boolean isOfOurTopics(ParseState state, Scores intents, Scores topics) {
        int clear = intents.of(Intent.EXPLAIN.word()) - intents.of(Intent.NONE.word());
        int best = topics.of(topics.best());
        boolean sure = clear > SURE && (DomainScore.isAboutTuning(state) || DomainScore.weight(state) > 0);
        return sure
                || (clear > 0 && isClearlyOfJob(state, topics))
                || (isLikely(topics) && clear > UNCLEAR && clear + TOPIC_COUNTS * best > 0);
    }

    /** {@code Can we train on our own server? 12k letters, 900 tokens}: the unit of a number is nothing that is asked. */
    private static boolean isUnitOfJob(ParseState state, Scores topics) {
        boolean job = topics.best().equals(Topics.TOKEN) && state.slots.has(SlotName.TOKENS_PER_EXAMPLE);
        for (int i = 0; job && i < state.size(); i++) {
            job = !state.isAt(i, Measure.TOKEN) || state.isNumberAt(i - 1);
        }
        return job;
    }

    /** {@code train.sh on Qwen2.5-7B, how many hours}: a figure of a job is ours to tell, also where a file of the asker's is named. */
    private static boolean isClearlyOfJob(ParseState state, Scores topics) {
        return isOfJob(state, topics) && topics.of(topics.best()) > CLEAR_TOPIC;
    }

    private static boolean isOfJob(ParseState state, Scores topics) {
        Topic likeliest = state.compiledLexicon.topics().topic(topics.best());
        return likeliest != null && likeliest.isOfJob();
    }

    /** {@code 2M samples, 2 epochs, 8 A800, what does it cost?}: a price is asked in so many words, and the time or memory of the job is hardly. */
    private static boolean asksForPriceOfJob(ParseState state, Scores intents, Scores topics) {
        return state.has(Intent.ESTIMATE)
                && state.slots.has(SlotName.EXAMPLES)
                && intents.bestBut(Intent.EXPLAIN.word()).equals(Intent.ESTIMATE.word())
                && intents.margin() < CLEAR_MARGIN
                && isOfJob(state, topics)
                && topics.of(topics.best()) < 0;
    }

    /** Returns the id of the topic that a message asks to explain, likeliest by its words. */
    public String topic(ParseState state) {
        return topics(state).best();
    }

    private Scores topics(ParseState state) {
        return topics.get().score((words, sink) -> MessageFeatures.readWords(state, words, sink));
    }

    /** Returns the weights of the names of a message. */
    public Weights names() {
        return names.get();
    }

    /** Returns the weights of the numbers of a message. */
    public Weights numbers() {
        return numbers;
    }

    /** Returns the weights of the ways in which the requests of a day follow from the numbers of a message. */
    public Weights traffic() {
        return traffic.get();
    }

    /** Returns the weights of the ways in which the number of examples follows from the numbers of a message. */
    public Weights derivations() {
        return derivations.get();
    }

    /** Returns the weights of what the sums of money of a message are. */
    public Weights sums() {
        return sums.get();
    }

    /** Returns the features that decided, the strongest first. */
    public List<Weights.Contribution> explain(ParseState state, boolean goesOn, int most) {
        return weights(goesOn).explain((words, sink) -> MessageFeatures.read(state, words, sink), most);
    }

    private Weights weights(boolean goesOn) {
        return goesOn ? inConversation.get() : first;
    }

    private static final class BuiltIn {
        static final Decider DECIDER = new Decider(
                Weights.load(Weights.FIRST_MESSAGES),
                Lazy.of(() -> Weights.load(Weights.FOLLOW_UPS)),
                Lazy.of(() -> Weights.load(Weights.NAMES)),
                Weights.load(Weights.NUMBERS),
                Lazy.of(() -> Weights.load(Weights.TRAFFIC)),
                Lazy.of(() -> Weights.load(Weights.DERIVATIONS)),
                Lazy.of(() -> Weights.load(Weights.SUMS)),
                Lazy.of(() -> Weights.load(Weights.TOPICS)));
    }
}
