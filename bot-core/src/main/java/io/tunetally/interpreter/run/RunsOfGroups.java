package io.tunetally.interpreter.run;

import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SmallWords;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Counts the trainings of a conversation's job, one for each of several groups: {@code train it separately for seven clinics},
 * {@code one for each of our 5 branches}, {@code we repeat it for 4 regions, each at two sizes}. Where each of them has the whole job, as in
 * {@code and for 7 clients?}, the requests are multiplied too.
 */
public final class RunsOfGroups {
    private static final Set<Measure> MEASURES = EnumSet.of(
            Measure.EXAMPLE,
            Measure.ITEM,
            Measure.EPOCH,
            Measure.TOKEN,
            Measure.REQUEST,
            Measure.DOLLAR,
            Measure.TIMES);

    /** The most tokens of a message that only counts them again. */
    private static final int SHORT = 10;

    /** More groups have no model each. */
    private static final BigDecimal MOST = BigDecimal.valueOf(500);

    /** More of one job are examples: {@code 300 of them}. */
    private static final BigDecimal MOST_OF_ONE = BigDecimal.valueOf(20);

    /** The same where their price is asked for. */
    private static final BigDecimal MOST_IF_ASKED = BigDecimal.valueOf(50);

    /** The most words from a training to its groups, and from those to what each of them has. */
    private static final int REACH = 6;

    /** A longer message has room for models that are none of the job's. */
    private static final int LONGEST_OF_MODELS = 16;

    private final ParseState state;

    private RunsOfGroups(ParseState state) {
        this.state = state;
    }

    /** Reads them in a message that may change the request of its conversation. */
    public static void read(ParseState state) {
        int groups = state.candidates.has(SlotName.RUNS) ? -1 : groups(state);
        if (groups < 0) {
            return;
        }
        RunsOfGroups runs = new RunsOfGroups(state);
        int each = runs.ofEach(groups);
        BigDecimal count = each < 0 ? runs.count(groups) : runs.count(groups).multiply(runs.count(each));
        if (runs.isWholeJobOf(groups)) {
            runs.multiplyTraffic(groups, count);
        }
        // "Times twelve, every branch wants one": no share of the price is asked for.
        state.slots.remove(SlotName.COST_SPLIT);
        // Nor are there twelve times as many examples.
        state.workedOut()
                .removeIf(number ->
                        number.slot() != SlotName.RUNS && number.tokens().contains(groups));
        state.candidates.withdraw(groups);
        state.candidates.addDerived(SlotName.RUNS, Numeral.of(count), groups);
        state.candidates.settle(groups);
        state.token(groups).use = Token.Use.SLOT;
        if (each >= 0) {
            state.candidates.withdraw(each);
            state.candidates.settle(each);
            state.token(each).use = Token.Use.CONNECTIVE;
        }
    }

    /** True if a message says for how many groups the job of its conversation is trained. */
    public static boolean areIn(ParseState state) {
        return groups(state) >= 0;
    }

    private static int groups(ParseState state) {
        boolean job = state.remembered.has(SlotName.EXAMPLES)
                || state.remembered.has(SlotName.TOTAL_TOKENS)
                || state.remembered.has(SlotName.REQUESTS_PER_DAY);
        boolean leads = state.has(Cue.FOR) || state.has(Cue.EACH) || state.has(Cue.EVERY) || state.has(Cue.PER);
        RunsOfGroups runs = new RunsOfGroups(state);
        if (state.remembered.isEmpty() && state.hasTypedAnywhere(Trait.ONE_BY_ONE) && !state.mentions.isEmpty()) {
            return IntStream.range(0, state.size())
                    .filter(i -> runs.isNumberOfGroups(i) && runs.isTrainedFor(i))
                    .findFirst()
                    .orElse(-1);
        }
        if (!state.mayEdit() || !job || state.has(Cue.REPORT)) {
            return -1;
        }
        if (state.size() <= SHORT) {
            int counted = runs.countedAgain();
            if (counted >= 0) {
                return counted;
            }
        }
        int models = runs.numberOfModels();
        if (models >= 0) {
            return models;
        }
        for (int i = 0; leads && i < state.size(); i++) {
            boolean groups = runs.isNumberOfGroups(i);
            if (groups
                    && (runs.isTrainedFor(i)
                            || runs.isOneForEachOf(i)
                            || runs.hasOneEach(i)
                            || runs.isOncePer(i)
                            || runs.isWholeJobOf(i)
                            || runs.hasEveryOwn(i + 1))) {
                return i;
            }
            if (runs.isFew(i) && runs.isMultiplier(i) && (runs.hasEveryOwn(i + 1) || runs.hasOnePerGroup(i + 1))) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the index of the only number of {@code it's 28 students now}, {@code I need 8 of them}, or -1. */
    private int countedAgain() {
        int number = -1;
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i)) {
                if (number >= 0) {
                    return -1;
                }
                number = i;
            }
        }
        return number >= 0 && isFew(number) && (areThePeople(number) || areSuchJobs(number)) ? number : -1;
    }

    /**
     * Returns the index of the 9 of {@code we dropped two of the tickers so it's 9 models}, {@code make that 9 models, two clients left} in a
     * conversation about several trainings, or -1: the models that are left are what is counted there.
     */
    private int numberOfModels() {
        boolean open = state.remembered.has(SlotName.RUNS)
                && state.size() <= LONGEST_OF_MODELS
                && state.mentions.isEmpty()
                && !state.hasQuestionMark()
                && !state.has(Cue.REPORT);
        for (int i = 1; open && i < state.size(); i++) {
            if (isFew(i) && isTunedThing(i + 1) && isResult(i) && endsSoon(i + 2)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isTunedThing(int noun) {
        return !state.isNumberAt(noun) && state.hasTyped(noun, Trait.TUNED_THING);
    }

    /** {@code so it's}, {@code that makes}, {@code make that}, {@code only}. */
    private boolean isResult(int number) {
        int lead = number - 1;
        if (state.isNumberAt(lead)) {
            return false;
        }
        return state.isAt(lead, Cue.IS)
                || state.hasTyped(lead, Trait.PRONOUN)
                || state.isAt(lead, Cue.CORRECTION)
                || state.hasTyped(lead, Trait.CONCLUDES)
                || state.hasTyped(lead, Trait.NARROWS)
                || state.hasTyped(lead, Trait.COMES_TO);
    }

    /** The end of {@code 9 models now}, {@code 9 models in the end}. */
    private boolean endsSoon(int next) {
        int end = next;
        SmallWords small = new SmallWords(state);
        while (end < next + 3
                && !state.isBreakAt(end)
                && (small.isAt(end) || state.hasTyped(end, Trait.TODAY) || state.hasTyped(end, Trait.CONCLUDES))) {
            end++;
        }
        return state.isBreakAt(end);
    }

    /** The twelve of {@code times twelve}, {@code x12}, {@code 12 times} and {@code 12 of them}. */
    private boolean isMultiplier(int number) {
        return state.isAt(number - 1, Measure.TIMES)
                || state.isTimesSign(number - 1)
                || ((state.isAt(number + 1, Measure.TIMES) || state.isTimesSign(number + 1))
                        && !state.isNumberAt(number + 2))
                || state.isOfThemAt(number + 1);
    }

    /** {@code every branch wants one of its own}, {@code each team gets one}. */
    private boolean hasEveryOwn(int from) {
        int end = Math.min(state.size(), from + REACH + REACH);
        for (int every = from; every < end; every++) {
            if ((state.isAt(every, Cue.EVERY) || state.isAt(every, Cue.EACH)) && getsOwn(every + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean getsOwn(int from) {
        boolean gets = false;
        int end = Math.min(state.clause(from - 1).end(), from + REACH);
        for (int i = from; i < end; i++) {
            boolean one = isOne(i) && (state.isBreakAt(i + 1) || state.isAt(i + 1, Cue.OF));
            boolean own = state.hasTyped(i, Trait.SELF_OWNED)
                    && (state.isBreakAt(i + 1) || isTraining(i + 1) || state.hasTyped(i + 1, Trait.MODEL_NOUN));
            if (gets && (one || own)) {
                return true;
            }
            gets |= state.hasTyped(i, Trait.GETS_OWN);
        }
        return false;
    }

    private boolean isOne(int i) {
        return state.isOneAt(i) || (state.isNumberAt(i) && count(i).compareTo(BigDecimal.ONE) == 0);
    }

    /** {@code one for every office}, {@code one per language}. */
    private boolean hasOnePerGroup(int from) {
        int end = Math.min(state.size(), from + REACH);
        for (int one = from; one < end; one++) {
            int each = state.isAt(one + 1, Cue.FOR) ? one + 2 : one + 1;
            boolean per = state.isAt(each, Cue.EVERY) || state.isAt(each, Cue.EACH) || state.isAt(each, Cue.PER);
            if (isOne(one) && per && state.timeAt(each + 1) == null && isWord(each + 1)) {
                return !state.isItemAt(each + 1);
            }
        }
        return false;
    }

    /** {@code it's 28 students now}, {@code and for 28 students?}, after 30 of them have been priced. */
    private boolean areThePeople(int number) {
        boolean changes = state.isAt(number - 1, Cue.FOR)
                || state.hasTypedAnywhere(Trait.TODAY)
                || state.has(Cue.CORRECTION)
                || state.has(Cue.NOT);
        return changes
                && state.remembered.has(SlotName.RUNS)
                && state.at(number + 1) != null
                && state.hasTyped(number + 1, Trait.HEADS)
                && areSmall(0, number)
                && areSmall(number + 2, state.size());
    }

    /** {@code I need 8 of them}, {@code make it 3 of those}: of the models that were priced, where neither GPUs nor requests may be meant. */
    private boolean areSuchJobs(int number) {
        List<ModelId> models = state.remembered.value(SlotName.MODELS);
        boolean other = models == null
                || models.size() != 1
                || state.remembered.has(SlotName.GPU)
                || state.remembered.has(SlotName.GPUS)
                || state.remembered.has(SlotName.REQUESTS_PER_DAY);
        return !other
                && count(number).compareTo(isAsked() ? MOST_IF_ASKED : MOST_OF_ONE) <= 0
                && !state.hasTyped(number - 1, Trait.USES)
                && state.isOfThemAt(number + 1)
                && areSmall(0, number)
                && areSmall(number + 3, state.size());
    }

    /** {@code what are 40 of those?}, {@code how much are 40 of them}: of examples one says what is to be done with them. */
    private boolean isAsked() {
        return state.has(Cue.QUESTION) || state.has(Intent.ESTIMATE);
    }

    private boolean isFew(int i) {
        return state.isCountAt(i)
                && !state.token(i).numeral().isRange()
                && count(i).compareTo(BigDecimal.ONE) > 0
                && count(i).compareTo(MOST) <= 0;
    }

    /** True of the 4 of {@code 4 regions}, {@code four voltage levels}: a small number of things without a meaning of their own. */
    private boolean isNumberOfGroups(int i) {
        boolean things = state.isPluralAt(i + 1) || (isWord(i + 1) && state.isPluralAt(i + 2));
        return isFew(i) && things && !isOurs(i + 1) && !isOurs(i + 2);
    }

    /** {@code and for 7 clients?}, {@code now I have 7 such clients}, {@code if the 4 departments do it each for their own}. */
    private boolean isWholeJobOf(int number) {
        return isAskedFor(number)
                || (state.remembered.has(SlotName.RUNS) && areThePeople(number))
                || state.hasTyped(number + 1, Trait.SUCH)
                || isEachItsOwn(number);
    }

    /** {@code what for 7 clients?}: nothing else is said, and each is one for whom such a job is done. */
    private boolean isAskedFor(int number) {
        int lead = isKnown(number - 1) ? number - 2 : number - 1;
        return state.isAt(lead, Cue.FOR)
                && state.hasTyped(number + 1, Trait.HAS_OWN_JOB)
                && areSmall(0, lead)
                && areSmall(number + 2, state.size());
    }

    private boolean areSmall(int first, int end) {
        SmallWords small = new SmallWords(state);
        return IntStream.range(first, end)
                .allMatch(i -> small.isAt(i)
                        || state.hasTyped(i, Trait.TODAY)
                        || state.hasTyped(i, Trait.NARROWS)
                        || state.hasTyped(i, Trait.PRONOUN)
                        || state.isAt(i, Cue.WHAT_ABOUT)
                        || state.isAt(i, Cue.TOTAL)
                        || state.token(i).intent() == Intent.ESTIMATE
                        || state.token(i).intent() == Intent.TCO);
    }

    /** {@code each with own model}, {@code do it each for their own}. */
    private boolean isEachItsOwn(int number) {
        boolean each = false;
        int end = Math.min(state.sentence(number).end(), number + REACH + REACH);
        for (int i = number + 1; i < end && !state.isNumberAt(i); i++) {
            if (each && state.hasTyped(i, Trait.SELF_OWNED)) {
                return state.isBreakAt(i + 1)
                        || isTraining(i + 1)
                        || state.isOfMention(i + 1)
                        || state.isAt(i + 1, Category.METHODS)
                        || state.hasTyped(i + 1, Trait.MODEL_NOUN);
            }
            each |= state.isAt(i, Cue.EACH);
        }
        return false;
    }

    /** The requests that were said are those of as many groups as before. */
    private void multiplyTraffic(int groups, BigDecimal count) {
        BigDecimal all = state.remembered.number(SlotName.REQUESTS_PER_DAY);
        BigDecimal before = state.remembered.number(SlotName.RUNS);
        if (all == null || state.candidates.has(SlotName.REQUESTS_PER_DAY)) {
            return;
        }
        BigDecimal one = before == null ? all : all.divide(before, MathContext.DECIMAL64);
        state.add(ParseState.WorkedOut.stated(
                SlotName.REQUESTS_PER_DAY,
                one.multiply(count),
                String.format(Locale.ROOT, "%,.0f × %,.0f", one, count),
                // Not the number itself, which stays that of the runs.
                List.of(groups + 1)));
    }

    /** {@code examples}, {@code epochs}, {@code months}: what a request is made of. */
    private boolean isOurs(int noun) {
        Measure measure = state.measureAt(noun);
        return state.isItemAt(noun) || (measure != null && (MEASURES.contains(measure) || measure.time() != null));
    }

    private boolean isWord(int i) {
        Token token = state.at(i);
        return token != null && !token.isNumber() && !state.isBreakAt(i);
    }

    /** {@code we repeat the training for 5 regions}, {@code train it separately for seven clinics}. */
    private boolean isTrainedFor(int number) {
        int lead = isKnown(number - 1) ? number - 2 : number - 1;
        if (!state.isAt(lead, Cue.FOR)) {
            return false;
        }
        boolean trains = false;
        boolean apart = false;
        boolean repeats = false;
        for (int i = Math.max(state.clause(number).first(), lead - REACH); i < lead; i++) {
            boolean word = !state.isNumberAt(i);
            trains |= isTraining(i);
            apart |= word && state.hasTyped(i, Trait.ONE_BY_ONE);
            repeats |= (word && state.hasTyped(i, Trait.REPEATS_JOB)) || state.isAt(i, Cue.RETRAIN);
        }
        return repeats || (trains && (apart || isApartBehind(number)));
    }

    /** {@code tune it for our 14 schools separately}. */
    private boolean isApartBehind(int number) {
        return isOneByOne(number + 2) || isOneByOne(number + 3);
    }

    private boolean isOneByOne(int i) {
        return state.at(i) != null && !state.isNumberAt(i) && state.hasTyped(i, Trait.ONE_BY_ONE);
    }

    /** {@code one for each of our 5 branches}, {@code a model for each of the four languages}. */
    private boolean isOneForEachOf(int number) {
        int of = isKnown(number - 1) ? number - 2 : number - 1;
        return state.hasTyped(of, Trait.PART_OF) && isOneForEach(of - 1);
    }

    /** {@code 4 languages, a model for each}. */
    private boolean hasOneEach(int number) {
        int end = Math.min(state.sentence(number).end(), number + REACH + REACH);
        for (int i = number + 1; i < end; i++) {
            if (isOneForEach(i) && state.isBreakAt(i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** {@code once per region, five regions}. */
    private boolean isOncePer(int number) {
        for (int i = Math.max(state.sentence(number).first() + 1, number - REACH); i + 1 < number; i++) {
            boolean per = state.isAt(i, Cue.PER) || state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY);
            if (per && state.hasTyped(i - 1, Trait.ONE_TIME)) {
                String one = state.typed(i + 1, i + 1);
                return state.typed(number + 1, number + 1).startsWith(one);
            }
        }
        return false;
    }

    private boolean isOneForEach(int each) {
        boolean forEach = (state.isAt(each, Cue.EACH) || state.isAt(each, Cue.EVERY)) && state.isAt(each - 1, Cue.FOR);
        int one = each - 2;
        boolean opens = state.isOneAt(one) && state.isBreakAt(one - 1);
        boolean model = (state.hasTyped(one, Trait.MODEL_NOUN) && !state.isOneAt(one)) || isTraining(one);
        return forEach && (opens || model || isDoneOnce(one));
    }

    /** {@code we'd run that once for each of the six dialects}, {@code train it once for each}. */
    private boolean isDoneOnce(int once) {
        boolean verb = isTraining(once - 2)
                || state.isAt(once - 2, Measure.RUN)
                || state.hasTyped(once - 2, Trait.RUNS_MODEL)
                || state.hasTyped(once - 2, Trait.REPEATS_JOB)
                || state.hasTyped(once - 2, Trait.PLANS_WITH);
        return verb && state.hasTyped(once, Trait.ONE_TIME) && state.hasTyped(once - 1, Trait.PRONOUN);
    }

    private boolean isTraining(int i) {
        return state.isAt(i, Category.TUNING) || state.isAt(i, Cue.TRAINING);
    }

    private boolean isKnown(int i) {
        return state.hasTyped(i, Trait.DEFINITE_ARTICLE) || state.hasTyped(i, Trait.OWNER) || state.isAt(i, Cue.PERSON);
    }

    /** Returns the index of the 2 of {@code each at two voltage levels} behind a number of groups, or -1. */
    private int ofEach(int groups) {
        int end = Math.min(state.sentence(groups).end(), groups + REACH + REACH);
        for (int i = groups + 1; i < end; i++) {
            int number = state.isNumberAt(i + 1) ? i + 1 : i + 2;
            if (state.isAt(i, Cue.EACH) && number < end && isNumberOfGroups(number)) {
                return number;
            }
        }
        return -1;
    }

    private BigDecimal count(int i) {
        return state.token(i).numeral().value();
    }
}
