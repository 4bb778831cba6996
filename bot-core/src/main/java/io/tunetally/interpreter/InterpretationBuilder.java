package io.tunetally.interpreter;

import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.entity.CriterionReader;
import io.tunetally.interpreter.entity.Incumbent;
import io.tunetally.interpreter.intent.Decider;
import io.tunetally.interpreter.intent.Decision;
import io.tunetally.interpreter.intent.DomainScore;
import io.tunetally.interpreter.intent.FollowUp;
import io.tunetally.interpreter.intent.FollowUpIntent;
import io.tunetally.interpreter.intent.ImpliedEdit;
import io.tunetally.interpreter.intent.RunningWord;
import io.tunetally.interpreter.intent.TargetEdits;
import io.tunetally.interpreter.intent.WeighedGpus;
import io.tunetally.interpreter.intent.Withdrawals;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.money.MoneyQuantities;
import io.tunetally.interpreter.money.QuotedSums;
import io.tunetally.interpreter.quantity.Budgets;
import io.tunetally.interpreter.question.BudgetQuestion;
import io.tunetally.interpreter.question.CostSplitReader;
import io.tunetally.interpreter.question.GpuPriceReader;
import io.tunetally.interpreter.question.RepeatedQuestion;
import io.tunetally.interpreter.question.TopicReader;
import io.tunetally.interpreter.run.Reruns;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.sentence.SpeechAct;
import io.tunetally.interpreter.talk.AskedAnew;
import io.tunetally.interpreter.talk.Remarks;
import io.tunetally.interpreter.talk.ReportedRun;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Address;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.SlotTrait;
import io.tunetally.request.Slots;
import io.tunetally.text.TextSpan;
import io.tunetally.topic.Topic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Combines all readings: intent, gate, memory, checks, the question and the canonical text. */
final class InterpretationBuilder {
    /** The intents whose answer is a price, of a unit if one is named. */
    private static final Set<Intent> ASKS_FOR_PRICE =
            EnumSet.of(Intent.ESTIMATE, Intent.COMPARE, Intent.TCO, Intent.RECOMMEND);

    /** A message of so few words is said to the bot: {@code now on together again}. */
    private static final int MOST_WORDS_OF_FRAGMENT = 4;

    /** A job of such a size has a price that a sum is compared with. */
    private static final List<SlotName<?>> JOB_SIZES =
            List.of(SlotName.EXAMPLES, SlotName.TOTAL_TOKENS, SlotName.BILLED_TOKENS);

    private final ParseState state;
    /** The fewest figures of a job that is told as a whole. */
    private static final int FIGURES_OF_JOB = 2;

    private final Decider decider;
    private final Address address;
    private final @Nullable Request remembered;
    /** Whether the conversation is about what would change the answer to the remembered request. */
    private final boolean examined;
    /** Whether the price of a job like a reported run is asked for. */
    private final boolean reported;

    InterpretationBuilder(ParseState state, Decider decider, Address address, @Nullable Request remembered) {
        this.state = state;
        this.decider = decider;
        this.address = address;
        this.remembered = remembered == null ? null : remembered.subject();
        examined = remembered instanceof Request.TippingPoints;
        reported = remembered == null && ReportedRun.isAskedAbout(state, address);
    }

    Interpretation interpretation() {
        // "scratch that, 4 of them" corrects what the conversation is about, as does "never mind payback, what is the
        // training alone".
        boolean corrects = remembered != null && (state.any(Token::isNumber) || Withdrawals.areIn(state));
        if (state.has(Cue.RESET)
                && state.mentions.isEmpty()
                && state.candidates.all().isEmpty()
                && !corrects) {
            return nothing();
        }
        if (address == Address.OVERHEARD || state.language != null) {
            return notARequest();
        }
        if (remembered != null && Remarks.are(state)) {
            return nothing();
        }
        if (remembered != null && (RepeatedQuestion.is(state) || BudgetQuestion.isAsked(state))) {
            return request(remembered.intent(), remembered.slots().from(Origin.REMEMBERED));
        }
        if (isQuestionMark() || isPlea()) {
            return help();
        }
        if (WeighedGpus.areAskedFor(state, remembered != null)) {
            return asked(Decision.of(Intent.BREAKEVEN));
        }
        if (WeighedGpus.areOwnOrRented(state)) {
            WeighedGpus.fillOwn(state);
            return asked(Decision.of(Intent.COMPARE));
        }
        if (WeighedGpus.isCheapestAsked(state)) {
            return asked(WeighedGpus.cheapest(state));
        }
        if (remembered != null && state.slots.has(SlotName.ASKS_WHY)) {
            return asked(decider.edit());
        }
        TopicReader topics = new TopicReader(state, decider, remembered != null);
        Slots topic = isUnitPrice() ? topics.terms() : topics.asked();
        boolean judges = judgesSumOfJob();
        if (topic != null && !isPointedAtJob() && !judges && !asksForPriceToo(topic)) {
            return of(Interpretation.Status.READY, Intent.EXPLAIN, topic, null);
        }
        Slots gpuPrice = new GpuPriceReader(state).asked();
        if (gpuPrice != null) {
            return of(Interpretation.Status.READY, Intent.MODELS, reported ? ofJob(gpuPrice) : gpuPrice, null);
        }
        Slots rented = new GpuPriceReader(state).rented();
        if (rented != null) {
            return of(Interpretation.Status.READY, Intent.ESTIMATE, rented, null);
        }
        Decision decision = decider.decide(state, remembered != null);
        if ((!decision.asks() || decision.intent() == Intent.HELP) && MoneyQuantities.isForeignBudget(state)) {
            return asked(Decision.of(Intent.BUDGET));
        }
        if (address == Address.ADDRESSED && remembered != null && ImpliedEdit.mayBeIn(state)) {
            state.impliesEdit();
        }
        if (!decision.asks()) {
            if (address == Address.POINTED_AT) {
                return asked(Decision.of(Intent.ESTIMATE));
            }
            boolean edits = state.isImpliedEdit() || CostSplitReader.lacksCount(state) || Reruns.areSaid(state);
            Decision anew = edits ? decider.edit() : ofWholeJob();
            return anew.asks() ? asked(anew) : notARequest();
        }
        boolean explains = decision.intent() == Intent.HELP || decision.intent() == Intent.EXPLAIN;
        if (explains && (isPointedAtJob() || judges)) {
            return asked(Decision.of(Intent.ESTIMATE));
        }
        return switch (decision.intent()) {
            case HELP -> explained(topics.matched());
            // "a budget of 2,000 euros, what can we train?" is no question about currencies.
            case EXPLAIN ->
                state.isForeignMoney()
                        ? asked(Decision.of(Intent.BUDGET))
                        : isUnitPrice() || isOfClosedWeights()
                                ? asked(Decision.of(Intent.ESTIMATE))
                                : explained(topics.inFreeWords());
            default -> asked(decision);
        };
    }

    /** {@code client B: 800 requests/day on qwen3 8b, 400 in 150 out}: a job with its model and its figures is asked for in a conversation as at its beginning. */
    private Decision ofWholeJob() {
        boolean whole = address == Address.ADDRESSED
                && remembered != null
                && !state.mentions.isEmpty()
                && state.candidates.all().stream()
                                .map(SlotCandidates.Candidate::slot)
                                .distinct()
                                .count()
                        >= FIGURES_OF_JOB;
        Decision first = whole ? decider.decide(state, false) : Decision.of(Intent.NONE);
        return first.intent() == Intent.ESTIMATE || first.intent() == Intent.TCO ? first : Decision.of(Intent.NONE);
    }

    /** {@code lora on 12k rows, is 5 hours normal}: who chooses an estimate for it wants the price of the job, not an explanation. */
    private boolean isPointedAtJob() {
        return address == Address.POINTED_AT
                && (!state.mentions.isEmpty() || !state.candidates.all().isEmpty() || state.slots.has(SlotName.METHOD));
    }

    /** {@code hourly rate for hosting on fireworks}, {@code what's that an epoch}: a price of a named seller, model or answer is no topic. */
    private boolean isUnitPrice() {
        boolean ofAnswer = remembered != null && state.hasTypedAnywhere(Trait.PRONOUN);
        return state.slots.has(SlotName.PRICED_UNIT)
                && (ofAnswer || !state.mentions.isEmpty() || state.slots.has(SlotName.PROVIDER));
    }

    /** {@code can I train gpt-4.1 on our own GPUs}: it asks for a job that cannot be had, and for no word. */
    private boolean isOfClosedWeights() {
        return ProviderId.SELF_HOSTED.equals(state.slots.build().value(SlotName.PROVIDER))
                && !state.mentions.isEmpty()
                && state.mentions.stream()
                        .map(Mention::id)
                        .allMatch(id -> id != null
                                && state.compiledLexicon
                                        .catalog()
                                        .model(id)
                                        .filter(model -> !model.open())
                                        .isPresent());
    }

    private Interpretation explained(@Nullable Slots topic) {
        return topic == null ? help() : of(Interpretation.Status.READY, Intent.EXPLAIN, topic, null);
    }

    /** Reasons decide nothing in a question about a price; the words of canonical text stay. */
    private Slots ofIntent(Intent intent, Slots said) {
        boolean advice = intent == Intent.WORTHIT || intent == Intent.RECOMMEND;
        return advice || state.has(Category.CRITERIA) ? said : said.without(SlotName.CRITERIA);
    }

    private boolean isQuestionMark() {
        return state.size() == 1 && state.hasQuestionMark();
    }

    /** {@code help me}, {@code please help me}. */
    private boolean isPlea() {
        return state.any(token -> token.is(Trait.PLEADS)) && !state.any(token -> !SpeechAct.isCourteous(token));
    }

    /** True for "reset" with a few words around it, but not for "how do I reset my password". */
    static boolean forgets(ParseState state) {
        boolean other =
                state.any(token -> token.kind == Token.Kind.WORD || token.isNumber() || token.is(Category.MODELS));
        return state.has(Cue.RESET) && !other;
    }

    /** {@code for how many hours does the training run, and what is to pay for it}: with the price a figure of the job is told as well. */
    private boolean asksForPriceToo(Slots topic) {
        String id = topic.value(SlotName.TOPIC);
        Topic asked = id == null ? null : state.compiledLexicon.topics().topic(id);
        return asked != null
                && asked.isOfJob()
                && remembered == null
                && state.has(Intent.ESTIMATE)
                && decider.decide(state, false).intent() == Intent.ESTIMATE;
    }

    /** {@code billed: 18.4M training tokens of gpt-4.1-mini = $92. Is that correct, and why is there hosting?}: the sum is judged, and no lesson given. */
    private boolean judgesSumOfJob() {
        return remembered == null
                && !state.mentions.isEmpty()
                && QuotedSums.isJudged(state)
                && JOB_SIZES.stream().anyMatch(state.slots::has);
    }

    private Interpretation nothing() {
        return of(Interpretation.Status.NOT_A_REQUEST, Intent.NONE, Slots.NONE, null);
    }

    private Interpretation help() {
        return of(Interpretation.Status.HELP, Intent.HELP, Slots.NONE, null);
    }

    private Interpretation notARequest() {
        if (!DomainScore.isOnTopic(state)) {
            return nothing();
        }
        // That a model is meant as it is, or has to be in the EU, belongs to a question of its price; a bill names what
        // it pays for.
        Slots read = state.slots.build().without(SlotName.IN_EU);
        Slots job = reported ? ofJob(read) : read;
        Slots slots = job.has(SlotName.MONTHLY_BILL_USD) ? job : job.without(SlotName.UNTUNED);
        Validator.check(state, slots);
        return of(Interpretation.Status.NOT_A_REQUEST, Intent.NONE, slots, null);
    }

    private Interpretation asked(Decision given) {
        Request before = remembered;
        Intent anew = before == null ? null : AskedAnew.of(state, given.intent(), before.intent());
        Decision decided = anew == null ? given : Decision.of(anew);
        boolean priced = decided.intent() == Intent.ESTIMATE;
        boolean runs = priced && ((before != null && RunningWord.isOfThat(state)) || areUnitsByTheMonth());
        boolean remarks = before == null && decided.intent() == Intent.BUDGET && Budgets.areRemarks(state);
        Decision decision =
                runs ? Decision.of(Intent.TCO) : remarks ? Decision.of(Intent.ESTIMATE) : fromUntuned(decided);
        Intent said = decision.intent();
        if (said == Intent.WORTHIT) {
            CriterionReader.readAdvice(state);
        }
        Budgets.settle(state, said);
        if (said == Intent.BUDGET && Budgets.asksHowLongSumLasts(state)) {
            state.slots.put(SlotName.ASKS_HOW_LONG, Slot.of(true, Origin.SAID));
        }
        if (said == Intent.BREAKEVEN
                && state.advice().contains(Intent.BREAKEVEN)
                && !state.hasTypedAnywhere(Trait.ASKS_WHEN)) {
            state.slots.put(SlotName.ASKS_SAVING, Slot.of(true, Origin.SAID));
        }
        if (said == Intent.BREAKEVEN) {
            WeighedGpus.fill(state);
        }
        if (before == null || (said == Intent.MODELS && !decision.examines())) {
            // In a conversation a list of models is a separate request: the conversation's request stays remembered.
            return alone(decision);
        }
        boolean examinesBefore = decision.examines() && said == Intent.NONE;
        Slots merged = FollowUp.withModelLeft(FollowUp.merge(state, before.slots(), examinesBefore), before);
        if (said == Intent.NONE && !examinesBefore && isUnchanged(merged, before.slots()) && saysNothingNew()) {
            return notARequest();
        }
        boolean compared = said == Intent.ESTIMATE || said == Intent.COMPARE;
        Slots slots = compared
                ? FollowUp.withoutRememberedBudget(merged)
                : said == Intent.RECOMMEND ? FollowUp.withoutOthersThanBilled(merged) : merged;
        Intent intent = asksForTotal(before)
                ? FollowUpIntent.byShape(Intent.TCO, slots)
                : isAnotherCommand() ? FollowUpIntent.byShape(said, slots) : FollowUpIntent.after(said, before, slots);
        // "150 pounds, what can I get": a sum in another currency fills no slot that would make it a budget.
        boolean foreign = intent == Intent.ESTIMATE && state.isForeignMoney() && state.has(Cue.ABILITY);
        boolean moves = intent == Intent.TCO && state.slots.has(SlotName.TARGETS);
        Slots meant = moves ? TargetEdits.taken(slots) : slots;
        return answered(decision, foreign ? Intent.BUDGET : intent, meant);
    }

    /** {@code what do I pay monthly for 10 provisioned units}: units that are rented by the time run the model. */
    private boolean areUnitsByTheMonth() {
        return state.slots.has(SlotName.UNITS)
                && state.slots.has(SlotName.DEPLOYMENT)
                && !state.slots.has(SlotName.EXAMPLES)
                && state.has(Measure.MONTH)
                && !state.slots.has(SlotName.MONTHS);
    }

    /** A model of today that is paid untuned is set against a tuned one: nothing of it is retrained. */
    private Decision fromUntuned(Decision decided) {
        if (decided.intent() != Intent.MIGRATE || Incumbent.of(state).isEmpty()) {
            return decided;
        }
        return Decision.of(state.mentions.size() > 1 ? Intent.TCO : Intent.WORTHIT);
    }

    /** {@code same matter, but I need the total outlay over 24 months}: after a payback the sum of some months is another question. */
    private boolean asksForTotal(Request before) {
        boolean weighed = before.intent() == Intent.BREAKEVEN || before.intent() == Intent.WORTHIT;
        boolean priced =
                state.hasTypedAnywhere(Trait.PRICE_NOUN) || state.has(Intent.ESTIMATE) || state.has(Intent.TCO);
        return weighed
                && state.slots.has(SlotName.MONTHS)
                && !state.has(Intent.BREAKEVEN)
                && !state.has(Intent.WORTHIT)
                && (state.has(Cue.TOTAL) ? priced || state.has(Cue.OVER) : priced && state.asks());
    }

    /** {@code tco instead}: a question in the place of the one before, not a detail of it. */
    private boolean isAnotherCommand() {
        Token first = state.at(0);
        return first != null && first.is(Trait.COMMAND) && state.isAt(1, Cue.INSTEAD);
    }

    /**
     * {@code make it 10x}, but ten times what: the old answer must not look as if the change had been made. Nor does a remark answer
     * once more that names a choice of the request: {@code our DPO margin went to 11 by step 300}.
     */
    private boolean saysNothingNew() {
        Slots said = state.slots.build();
        boolean remarks = !state.terse
                && state.size() > MOST_WORDS_OF_FRAGMENT
                && !state.asks()
                && !state.hasQuestionMark()
                && said.names().stream().allMatch(name -> said.number(name) == null);
        return state.problems().isEmpty() && (said.isEmpty() || remarks);
    }

    private static boolean isUnchanged(Slots merged, Slots before) {
        // What was asked for one answer alone, such as its details, is not taken back by a message without it.
        List<SlotName<?>> kept =
                before.names().stream().filter(name -> !name.is(SlotTrait.ONCE)).toList();
        return List.copyOf(merged.names()).equals(kept)
                && merged.names().stream().allMatch(name -> Objects.equals(merged.value(name), before.value(name)));
    }

    private Interpretation alone(Decision decision) {
        Slots said = withoutLeftOut(state.slots.build());
        Slots read = reported ? ofJob(said) : said;
        Slots slots = ofIntent(decision.intent(), moved(decision.intent(), read));
        boolean examinesNothing = decision.examines() && decision.intent() == Intent.NONE && slots.isEmpty();
        Intent asked = decision.intent() == Intent.NONE ? Intent.ESTIMATE : decision.intent();
        boolean oneMethod = decision.intent() == Intent.ESTIMATE && !state.terse && slots.has(SlotName.METHODS);
        Slots meant = oneMethod ? slots.without(SlotName.METHODS).without(SlotName.QUANTIZED) : slots;
        return examinesNothing ? ofWhat() : answered(decision, FollowUpIntent.byShape(asked, meant), meant);
    }

    /** Returns the slots without the values of a stretch that has no place in the request. */
    private Slots withoutLeftOut(Slots said) {
        ParseState.Stretch leftOut = state.leftOut();
        if (leftOut == null) {
            return said;
        }
        TextSpan stretch = state.span(leftOut.first(), leftOut.last());
        Slots kept = said;
        for (SlotName<?> name : said.names()) {
            Slot<?> slot = said.get(name);
            TextSpan span = slot == null ? null : slot.span();
            kept = span != null && span.isWithin(stretch) ? kept.without(name) : kept;
        }
        return kept;
    }

    /** Returns the slots of a reported run that are those of the job: neither its hardware nor its own GPUs as a seller. */
    private static Slots ofJob(Slots said) {
        Slots slots = ReportedRun.withoutHardware(said);
        return ProviderId.SELF_HOSTED.equals(slots.value(SlotName.PROVIDER)) ? slots.without(SlotName.PROVIDER) : slots;
    }

    /**
     * {@code gpt-4o today, nova-lite tomorrow, what does the move cost}: of several models in a migration the first is
     * left for the others, unless they are listed together.
     */
    private Slots moved(Intent intent, Slots slots) {
        Slot<List<ModelId>> models = slots.get(SlotName.MODELS);
        if (intent != Intent.MIGRATE
                || models == null
                || models.value().size() < 2
                || slots.has(SlotName.TARGETS)
                || areListed(state.mentions)) {
            return slots;
        }
        List<ModelId> ids = models.value();
        return slots.with(
                        SlotName.MODELS,
                        new Slot<>(List.of(ids.getFirst()), null, models.origin(), models.span(), false))
                .with(
                        SlotName.TARGETS,
                        new Slot<>(List.copyOf(ids.subList(1, ids.size())), null, models.origin(), null, false));
    }

    private boolean areListed(List<Mention> mentions) {
        return mentions.size() > 1
                && mentions.get(0).last() + 2 == mentions.get(1).first()
                && state.isJoin(mentions.get(0).last() + 1);
    }

    private Interpretation answered(Decision decision, Intent intent, Slots all) {
        // "Make that 3 thousand notes" keeps the question of what would change the answer.
        boolean examines = decision.examines() || (examined && decision.intent() == Intent.NONE);
        Slots slots = examines ? all : withoutIdleBill(intent, all);
        return examines
                ? request(Intent.TIPPINGPOINTS, slots.with(SlotName.ABOUT, Slot.of(subject(intent), Origin.SAID)))
                : request(intent, slots);
    }

    /** The price of a training, or a choice of a model, is no other for what is paid today without saying for which model. */
    private Slots withoutIdleBill(Intent intent, Slots slots) {
        if (!FollowUpIntent.isBillBesideTuned(slots)) {
            return slots;
        }
        SlotCandidates.Candidate bill =
                state.candidates.amounts(SlotName.MONTHLY_BILL_USD).findFirst().orElse(null);
        // Beside the price of running a sum of another matter is no bill: "their server bill was 3.4k last month".
        boolean told = bill != null && !state.terse && FollowUpIntent.pricesRunning(intent) && !isOfToday(bill.token());
        if (FollowUpIntent.weighsBill(intent) && !told) {
            return slots;
        }
        if (bill != null) {
            state.ignore(bill.token());
        }
        return slots.without(SlotName.MONTHLY_BILL_USD);
    }

    private boolean isOfToday(int amount) {
        Sentence sentence = state.sentence(amount);
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.TODAY)) {
                return true;
            }
        }
        return false;
    }

    /** A list of models has no winner; a comparison of them has. */
    private static Intent subject(Intent intent) {
        return intent == Intent.MODELS ? Intent.COMPARE : intent;
    }

    /** Asks which answer is examined, as the conversation has none. */
    private Interpretation ofWhat() {
        return of(Interpretation.Status.QUESTION, Intent.TIPPINGPOINTS, Slots.NONE, ClarificationQuestion.ofWhat());
    }

    private Interpretation request(Intent intent, Slots slots) {
        Validator.check(state, slots);
        Slots used = usedBy(intent, slots);
        Interpretation.Question first = ClarificationQuestion.first(state.problems(), intent, used);
        Interpretation.Question question = first == null && isBillOfNoModel(intent, used)
                ? ClarificationQuestion.ofBill(intent, used, state.compiledLexicon.billedModels())
                : first;
        Interpretation.Status status = question == null ? Interpretation.Status.READY : Interpretation.Status.QUESTION;
        return of(status, intent, slots, question);
    }

    /**
     * {@code we spent $3,200 on OpenAI last month, when does tuning pay back}: the traffic behind the sum is not known without the model, and
     * a default in its place would be thousands of times off. The canonical text of what is known is a request, so that a conversation can go on
     * with it.
     */
    private boolean isBillOfNoModel(Intent intent, Slots slots) {
        return !state.terse
                && (intent == Intent.BREAKEVEN || intent == Intent.WORTHIT)
                && slots.has(SlotName.MONTHLY_BILL_USD)
                && !slots.has(SlotName.MODELS)
                && !slots.has(SlotName.UNTUNED)
                && !slots.has(SlotName.SIZE_B)
                && !slots.has(SlotName.REQUESTS_PER_DAY);
    }

    /**
     * Only a price can be that of a unit, and a sum buys training: no model stays untuned. A seller that is chosen says that the others are out,
     * unless a model moves away from one.
     */
    private static Slots usedBy(Intent intent, Slots all) {
        boolean chosen = intent != Intent.MIGRATE && all.has(SlotName.PROVIDER);
        Slots open = chosen ? all.without(SlotName.WITHOUT_PROVIDERS) : all;
        Slots slots = intent == Intent.BUDGET ? open.without(SlotName.UNTUNED) : open;
        return ASKS_FOR_PRICE.contains(intent)
                ? slots
                : slots.without(SlotName.PRICED_UNIT).without(SlotName.COST_SPLIT);
    }

    private Interpretation of(
            Interpretation.Status status, Intent intent, Slots all, Interpretation.@Nullable Question question) {
        Slots slots = usedBy(intent, all);
        boolean asks = status == Interpretation.Status.READY
                || status == Interpretation.Status.QUESTION
                || status == Interpretation.Status.HELP;
        List<TextSpan> ignored = UnusedText.ignored(state, slots);
        if (asks) {
            UnusedText.report(state);
        }
        return new Interpretation(
                status,
                intent,
                slots,
                intent == Intent.NONE && slots.isEmpty() ? List.of() : state.repairs(),
                slots.isEmpty() && !asks ? List.of() : state.problems(),
                question,
                ignored,
                asks ? doubts(intent, slots) : List.of(),
                asks ? UnusedQuantities.of(state) : List.of(),
                state.text.truncated(),
                List.copyOf(state.forgone()),
                state.language);
    }

    /** Returns the doubts about values that slots still have, and about models that were left out. */
    private List<Interpretation.Doubt> doubts(Intent intent, Slots slots) {
        List<Interpretation.Doubt> doubts = new ArrayList<>(0);
        for (Interpretation.Doubt doubt : state.doubts()) {
            if (doubt.slot() == null ? slots.has(SlotName.MODELS) : isOf(doubt, slots.get(doubt.slot()))) {
                doubts.add(doubt);
            }
        }
        for (Interpretation.Doubt aside : AsideDoubts.of(state, intent, slots)) {
            if (doubts.stream().noneMatch(doubt -> doubt.slot() == aside.slot())) {
                doubts.add(aside);
            }
        }
        return doubts;
    }

    /** True if a value stands where a doubt is, or follows by the arithmetic that is doubtful. */
    private static boolean isOf(Interpretation.Doubt doubt, @Nullable Slot<?> slot) {
        TextSpan span = slot == null ? null : slot.span();
        boolean there = span != null
                && span.start() <= doubt.span().start()
                && doubt.span().start() < span.end();
        return there || (slot != null && doubt.text().equals(slot.arithmetic()));
    }
}
