package io.tunetally.interpreter.intent;

import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.money.MoneyQuantities;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.talk.AskedAnew;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.ArrayList;
import java.util.List;

/** Remembered values that a message takes back: {@code undo the 2 epochs}, {@code the provider doesn't matter}. */
public final class Withdrawals {
    /** The most words between a budget and its amount. */
    private static final int REACH = 8;

    /** The most words between a training and the word that leaves all else out. */
    private static final int REACH_OF_PRICE = 6;

    /** The most words from the verb that leaves a choice open to the choice. */
    private static final int REACH_OF_VERB = 3;

    /** What the cost of running is made of. */
    private static final List<SlotName<?>> RUNNING = List.of(
            SlotName.REQUESTS_PER_DAY,
            SlotName.MONTHS,
            SlotName.INPUT_TOKENS,
            SlotName.OUTPUT_TOKENS,
            SlotName.RETRAIN_EVERY_DAYS,
            SlotName.MONTHLY_LIMIT_USD);

    /** What a seller does not ask for. */
    private static final List<SlotName<?>> GPUS =
            List.of(SlotName.GPU, SlotName.GPUS, SlotName.GPU_HOUR_USD, SlotName.OWN_HARDWARE);

    private final ParseState state;
    private final Slots remembered;
    private final List<SlotName<?>> withdrawn = new ArrayList<>(0);

    Withdrawals(ParseState state, Slots remembered) {
        this.state = state;
        this.remembered = remembered;
    }

    /** Returns the slots to forget; a value in the words that take it back is none either. */
    List<SlotName<?>> read() {
        for (int i = 0; i < state.size(); i++) {
            List<SlotName<?>> named = named(i);
            if (named.stream().anyMatch(remembered::has) && isWithdrawn(i)) {
                state.token(i).use = Token.Use.CONNECTIVE;
                withdrawn.addAll(named);
                if (named.contains(SlotName.IN_EU)) {
                    state.slots.remove(SlotName.IN_EU);
                }
                unsay(named, i - 1);
                unsayInterval(i);
            }
        }
        if (rents(state)) {
            withdrawn.add(SlotName.OWN_HARDWARE);
        }
        if (AskedAnew.leavesMigration(state)) {
            withdrawn.add(SlotName.TARGETS);
        }
        return withdrawn;
    }

    /** {@code what would it cost to rent instead}, {@code and at $2 an hour}: the GPUs are no longer the asker's own. */
    static boolean rents(ParseState state) {
        boolean rented = state.hasTypedAnywhere(Trait.RENTS) || state.slots.has(SlotName.GPU_HOUR_USD);
        return rented && state.remembered.has(SlotName.OWN_HARDWARE) && !state.slots.has(SlotName.OWN_HARDWARE);
    }

    /** True if a message of a conversation takes a remembered value back. */
    public static boolean areIn(ParseState state) {
        return state.mayEdit() && new Withdrawals(state, state.remembered).isAny();
    }

    /** True if a message takes a remembered value back. */
    boolean isAny() {
        for (int i = 0; i < state.size(); i++) {
            if (named(i).stream().anyMatch(remembered::has) && isWithdrawn(i)) {
                return true;
            }
        }
        return false;
    }

    private List<SlotName<?>> named(int i) {
        Token token = state.token(i);
        if (token.isNumber()) {
            return List.of();
        }
        if (isSold() && (state.hasTyped(i, Trait.PROVIDER_NOUN) || state.hasTyped(i, Trait.ANYWHERE))) {
            return List.of(SlotName.PROVIDER, SlotName.PROVIDERS, SlotName.DEPLOYMENT);
        }
        if (isSellerReleased(i)) {
            return List.of(SlotName.PROVIDER, SlotName.PROVIDERS);
        }
        if (isGpuLeft(i)) {
            return GPUS;
        }
        if (isTrainingAlone(i)) {
            return RUNNING;
        }
        boolean operation = state.hasTyped(i, Trait.OPERATION)
                && (state.isBreakAt(i + 1) || state.isAt(i + 1, Category.COURTESIES));
        if (operation || token.is(Trait.TRAFFIC) || token.is(Measure.REQUEST)) {
            return RUNNING;
        }
        // "Knock 1 epoch off" leaves the others.
        boolean fewer = state.isNumberAt(i - 1) && state.hasTyped(i + 1, Trait.PARTICLE_AWAY);
        if (token.is(Measure.EPOCH) && !fewer) {
            return List.of(SlotName.EPOCHS);
        }
        if (state.hasTyped(i, Trait.ONE_TIME)) {
            return List.of(SlotName.RUNS);
        }
        // "Not 5000 examples, I only know the tokens": the data are said in another measure.
        boolean remeasured =
                state.isNumberAt(i - 1) && state.isItemAt(i) && state.candidates.has(SlotName.TOTAL_TOKENS);
        if (remeasured && state.remembersNumber(state.token(i - 1).numeral().value())) {
            return List.of(SlotName.EXAMPLES, SlotName.TOKENS_PER_EXAMPLE);
        }
        // "Quarterly instead of monthly" is said of a training again.
        if (token.is(Measure.MONTH) && !token.is(Category.PERIODS) && !state.isNumberAt(i - 1)) {
            return List.of(SlotName.MONTHS);
        }
        if (remembered.has(SlotName.GROWTH) && (state.hasTyped(i, Trait.GROWTH) || state.hasTyped(i, Trait.DECLINE))) {
            return List.of(SlotName.GROWTH);
        }
        if (token.is(Cue.EU)) {
            return List.of(SlotName.IN_EU);
        }
        if (state.hasTyped(i, Trait.DISCOUNT)) {
            return List.of(SlotName.DISCOUNTS);
        }
        // "Drop dpo, plain sft for v1"
        if (token.is(Category.OBJECTIVES) && isRememberedObjective(token)) {
            return List.of(SlotName.OBJECTIVE);
        }
        if (token.is(Cue.CACHED)) {
            return List.of(SlotName.CACHED_PERCENT);
        }
        if (state.hasTyped(i, Trait.TEACHER)) {
            return List.of(SlotName.TEACHER, SlotName.ANSWER_TOKENS);
        }
        if (token.is(Cue.RETRAIN)) {
            return List.of(SlotName.RETRAIN_EVERY_DAYS);
        }
        // In "not over 40" the number is the new budget.
        boolean budget = MoneyQuantities.isBudgetWord(token) && !isCounted(i);
        return budget ? List.of(SlotName.BUDGET_USD) : List.of();
    }

    /** True if a seller takes the place of the remembered GPUs: {@code together instead of our own GPU}, {@code fireworks rather than renting}. */
    static boolean leavesGpus(ParseState state) {
        Withdrawals withdrawals = new Withdrawals(state, state.remembered);
        for (int i = 0; state.mayEdit() && i < state.size(); i++) {
            if (withdrawals.isGpuLeft(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isGpuLeft(int noun) {
        boolean named = state.hasTyped(noun, Trait.GPU)
                || state.hasTyped(noun, Trait.RENTS)
                || state.hasTyped(noun, Trait.MACHINE)
                || state.isAt(noun, Category.GPUS)
                || isOwnPlace(noun);
        if (!named || !remembered.has(SlotName.GPU)) {
            return false;
        }
        ProviderId seller = state.slots.build().value(SlotName.PROVIDER);
        if (seller == null || seller.equals(ProviderId.SELF_HOSTED)) {
            return false;
        }
        int at = noun - 1;
        while (at > noun - REACH_OF_PRICE && isOfGpu(at)) {
            at--;
        }
        return state.isAt(at, Cue.NOT) || state.isAt(at, Cue.INSTEAD_OF);
    }

    /** {@code our own hardware}, {@code rented GPU}: a seller's place of its own in the lexicon. */
    private boolean isOwnPlace(int i) {
        Token token = state.token(i);
        return token.is(Category.PROVIDERS)
                && token.lexeme != null
                && token.lexeme.value().equals(ProviderId.SELF_HOSTED.value());
    }

    private boolean isOfGpu(int i) {
        return state.hasTyped(i, Trait.RENTS)
                || state.hasTyped(i, Trait.OWNED)
                || state.isAt(i, Cue.PERSON)
                || state.isAt(i, Cue.ARTICLE)
                || state.isAt(i, Cue.ON)
                || state.hasTyped(i, Trait.OWNS_GPUS)
                || state.hasTyped(i, Trait.OWNER)
                || state.isAt(i, Trait.DEFINITE_ARTICLE)
                || state.isAt(i, Category.FUNCTIONS);
    }

    /** {@code doesn't need to be fireworks, any seller will do}: the remembered seller is open again. */
    private boolean isSellerReleased(int i) {
        Token token = state.token(i);
        return token.is(Category.PROVIDERS)
                && token.lexeme != null
                && new ProviderId(token.lexeme.value()).equals(remembered.value(SlotName.PROVIDER))
                && Exclusion.isReleased(state, i);
    }

    private boolean isRememberedObjective(Token token) {
        return token.lexeme != null
                && token.lexeme.code() != null
                && token.lexeme.code().equals(remembered.value(SlotName.OBJECTIVE));
    }

    private boolean isSold() {
        return remembered.has(SlotName.PROVIDER)
                || remembered.has(SlotName.PROVIDERS)
                || remembered.has(SlotName.DEPLOYMENT);
    }

    /** {@code only the training}, {@code the training alone}, {@code how much of it is training}. */
    private boolean isTrainingAlone(int i) {
        boolean running = remembered.has(SlotName.REQUESTS_PER_DAY) || remembered.has(SlotName.MONTHS);
        boolean sized = state.candidates.has(SlotName.EXAMPLES)
                || state.candidates.all().stream().anyMatch(said -> RUNNING.contains(said.slot()));
        boolean named = running
                && !sized
                && (state.isAt(i, Cue.TRAINING)
                        || isCostOfTraining(i)
                        || (state.isAt(i, Category.TUNING) && state.hasTyped(i + 1, Trait.ALONE))
                        || (isTeaching(i) && isPriced(i)));
        if (!named || state.isAt(i, Cue.RETRAIN) || Exclusion.isTakenBack(state, i)) {
            return false;
        }
        boolean narrowed = state.hasTyped(beforePrice(i), Trait.NARROWS);
        int next = isPrice(i + 1) ? i + 2 : i + 1;
        boolean itself = state.hasTyped(next, Trait.BY) && state.hasTyped(next + 1, Trait.ALONE);
        boolean ownCost = state.isAt(next, Cue.ON) && state.hasTyped(next + 1, Trait.OWNER);
        boolean alone = state.hasTyped(next, Trait.ALONE) || itself || ownCost;
        boolean part = state.isAt(i - 1, Cue.IS) && state.isAt(i - 3, Trait.PART_OF);
        return narrowed || alone || part || isAskedFor(i);
    }

    /**
     * {@code what do I pay for training}, {@code how much is the training with llama 8b}, {@code what would the training come to}: nothing
     * else is asked about.
     */
    private boolean isAskedFor(int training) {
        if (!state.sentence(training).asks()) {
            return false;
        }
        int led = state.isAt(training - 1, Trait.DEFINITE_ARTICLE) ? training - 2 : training - 1;
        boolean leads = state.isAt(led, Cue.FOR) || state.isAt(led, Cue.IS);
        int price = state.isAt(training, Trait.FOR_TRAINING) ? training - 1 : leads ? led - 1 : -1;
        boolean ends = state.isBreakAt(training + 1) || isModelBehind(training);
        return (isPrice(price) && ends) || isSubjectOfPrice(training, led);
    }

    private boolean isModelBehind(int training) {
        int link = training + 1;
        boolean linked = state.isAt(link, Cue.ON) || state.isAt(link, Cue.OF) || state.isAt(link, Cue.FOR);
        return linked && state.isOfMention(link + 1);
    }

    /** {@code what would training cost}, {@code what will the training come to}, but not {@code what would running and training cost}. */
    private boolean isSubjectOfPrice(int training, int led) {
        boolean asked = state.hasTyped(led, Trait.ASKS_WHAT)
                || state.isAt(led, Cue.QUESTION)
                || state.isAt(led - 1, Cue.QUESTION);
        boolean priced = isPrice(training) || isPrice(training + 1);
        return asked && priced && !state.hasTypedAnywhere(Trait.RUNNING);
    }

    /** Returns the index of the {@code just} of {@code just tell me the price of training}, and of the word before a training without a price. */
    private int beforePrice(int training) {
        int at = training - 1;
        for (int k = 0; k < REACH_OF_PRICE && isOfPrice(at) && !state.hasTyped(at, Trait.NARROWS); k++) {
            at--;
        }
        return at;
    }

    private boolean isOfPrice(int i) {
        return state.isAt(i, Trait.DEFINITE_ARTICLE)
                || state.isAt(i, Cue.OF)
                || state.isAt(i, Cue.QUESTION)
                || isPrice(i)
                || state.isAt(i, Category.COURTESIES)
                || state.isAt(i, Category.FUNCTIONS);
    }

    private boolean isTeaching(int i) {
        return state.hasTyped(i, Trait.TEACHING) || state.isAt(i, Trait.TEACHING);
    }

    /** {@code the teaching price}, {@code the cost of teaching it}. */
    private boolean isPriced(int teaching) {
        return isPrice(teaching + 1) || (state.isAt(teaching - 1, Cue.OF) && isPrice(teaching - 2));
    }

    private boolean isPrice(int i) {
        Token token = state.at(i);
        return token != null && token.intent() == Intent.ESTIMATE;
    }

    private boolean isCostOfTraining(int i) {
        Token token = state.token(i);
        return token.intent() == Intent.ESTIMATE && token.is(Trait.TRAINS);
    }

    private boolean isCounted(int word) {
        int end = Math.min(state.clause(word).end(), word + REACH);
        for (int i = Math.max(state.clause(word).first(), word - REACH); i < end; i++) {
            if (state.isNumberAt(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithdrawn(int i) {
        if (state.isAt(i, Cue.EU)) {
            return !state.isAt(i, Trait.LEAVES_PLACE) && (isEuLeft(i) || isIndifferent(i));
        }
        boolean counted = state.isNumberAt(i - 1) && Exclusion.isTakenBack(state, i - 1) && !isReckoned(i - 1);
        return counted
                || isGpuLeft(i)
                || (state.hasTyped(i, Trait.ONE_TIME) && state.hasTyped(i - 1, Trait.NARROWS))
                || isTrainingAlone(i)
                || state.hasTyped(i, Trait.ANYWHERE)
                || Exclusion.isExcluded(state, i)
                || isLeftOpen(i)
                || isIndifferent(i);
    }

    /** {@code without the EU requirement}, {@code not in the EU}, {@code it need not be in the EU}; but {@code it must not leave the EU}. */
    private boolean isEuLeft(int place) {
        int before = place - 1;
        while (state.isAt(before, Cue.IN)
                || state.isAt(before, Cue.ARTICLE)
                || state.isAt(before, Trait.DEFINITE_ARTICLE)
                || state.hasTyped(before, Trait.DEFINITE_ARTICLE)
                || state.hasTyped(before, Trait.PRONOUN)) {
            before--;
        }
        boolean dropped = state.isAt(before, Cue.DROP)
                || (before >= 0
                        && !state.isNumberAt(before)
                        && (state.hasTyped(before, Trait.MINUS) || state.hasTyped(before, Trait.LOSES)));
        return dropped || state.isAt(before, Cue.NOT) || Exclusion.isReleased(state, place);
    }

    /** {@code leave the provider open again}. */
    private boolean isLeftOpen(int i) {
        int verb = i - 1;
        while (verb > i - REACH_OF_VERB && !state.hasTyped(verb, Trait.LEAVES_OPEN)) {
            verb--;
        }
        return state.hasTyped(i + 1, Trait.LEFT_OPEN) && state.hasTyped(verb, Trait.LEAVES_OPEN);
    }

    /** {@code drop one epoch}: the number is taken off, not back. */
    private boolean isReckoned(int number) {
        for (SlotName<?> name : remembered.names()) {
            Slot<?> slot = state.slots.get(name);
            if (slot != null
                    && slot.origin() == Origin.DERIVED
                    && state.span(number, number).equals(slot.span())) {
                return true;
            }
        }
        return false;
    }

    /** {@code any provider}, {@code the usual epochs}, {@code the provider doesn't matter}. */
    private boolean isIndifferent(int i) {
        // "I don't mind which seller"
        int led = state.hasTyped(i - 1, Trait.ASKS_WHICH) ? i - 2 : i - 1;
        boolean before = led >= 0 && state.hasTyped(led, Trait.INDIFFERENT);
        for (int k = i + 1; k < Math.min(state.clause(i).end(), i + 4) && !before; k++) {
            before = state.hasTyped(k, Trait.INDIFFERENT);
        }
        return before;
    }

    private void unsay(List<SlotName<?>> names, int number) {
        for (SlotName<?> name : names) {
            unsay(name, number);
        }
    }

    /** {@code the monthly retraining is off the table}: its interval is only named. */
    private void unsayInterval(int training) {
        Slot<Long> interval = state.slots.get(SlotName.RETRAIN_EVERY_DAYS);
        if (interval != null
                && interval.span() != null
                && state.isAt(training, Cue.RETRAIN)
                && interval.span().start() <= state.span(training, training).start()) {
            state.slots.remove(SlotName.RETRAIN_EVERY_DAYS);
        }
    }

    private void unsay(SlotName<?> name, int number) {
        Slot<?> slot = state.slots.get(name);
        if (slot != null && state.isNumberAt(number) && slot.span() != null) {
            int from = state.span(number, number).start();
            if (slot.span().start() <= from && from < slot.span().end()) {
                state.slots.remove(name);
            }
        }
    }
}
