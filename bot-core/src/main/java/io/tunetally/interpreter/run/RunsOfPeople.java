package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/**
 * Trainings of which each of several people does one: {@code the workshop has 24 people. Everyone runs one fine-tune. What do all
 * 24 cost?} are 24 runs, as are those of {@code 24 students, one run per head}; and those that are counted with a times sign:
 * {@code 12x lora}, {@code 30 students x (1 lora run)}.
 */
public final class RunsOfPeople {
    /** The most words from the word for each to the training that each of them does. */
    private static final int REACH = 6;

    /** The most words of a number of groups and their noun. */
    private static final int NOUN_REACH = 4;

    /** More people do not train a model each. */
    private static final BigDecimal MOST = BigDecimal.valueOf(500);

    private final ParseState state;

    private RunsOfPeople(ParseState state) {
        this.state = state;
    }

    /** Reads the runs of a message that asks for the price of all, or that may change the job of its conversation. */
    public static void read(ParseState state) {
        if (!state.remembered.isEmpty() && !state.mayEdit()) {
            return;
        }
        RunsOfPeople runs = new RunsOfPeople(state);
        if (!state.candidates.has(SlotName.RUNS) || runs.isOneRun()) {
            runs.readMultiplied();
        }
        boolean each = state.hasTypedAnywhere(Trait.EVERYBODY)
                || state.has(Cue.EVERY)
                || state.has(Cue.EACH)
                || state.has(Cue.PER);
        if (each && runs.isOneRun()) {
            runs.read();
        }
    }

    private void read() {
        boolean tunes = state.speaksOfTuning();
        for (int i = 0; i < state.size(); i++) {
            int groups = tunes || isOneModelBefore(i) ? ofOwnModels(i) : -1;
            int people = groups >= 0 && !isOfAllData(groups) ? groups : tunes ? ofPeople(i) : -1;
            people = people < 0 && tunes ? pricedTogether(i) : people;
            if (people >= 0) {
                state.candidates.numbersOf(SlotName.RUNS).forEach(state::withdraw);
                claim(people);
                return;
            }
        }
    }

    /** Returns the index of the number of people of whom each does a training, which the word at an index says; or -1. */
    private int ofPeople(int each) {
        if ((isEachOfPeople(each) && trains(each)) || isRunPerHead(each)) {
            return people(each);
        }
        if (isModelPer(each)) {
            return countOf(each + 1, each);
        }
        return isTunedPer(each) ? counted(each + 1) : -1;
    }

    /** The {@code per} of {@code one job per head}, {@code per student one lora run}. */
    private boolean isRunPerHead(int per) {
        if (!state.isAt(per, Cue.PER) || !isOneHead(per + 1)) {
            return false;
        }
        int before = isTraining(per - 2) ? per - 3 : per - 2;
        return (isTraining(per - 1) && isOneOf(before)) || (isOneOf(per + 2) && isTraining(per + 3));
    }

    /** {@code one}, {@code a}. */
    private boolean isOneOf(int i) {
        return isOne(i) || state.isOneAt(i) || state.isAt(i, Cue.ARTICLE);
    }

    private void claim(int number) {
        state.withdraw(number);
        state.claim(SlotName.RUNS, number, number, number);
        state.candidates.setAside(number);
        state.candidates.settle(number);
    }

    /** {@code 30 students x (1 qlora run)}: the run of one of them. */
    private boolean isOneRun() {
        return state.candidates.of(SlotName.RUNS).stream()
                .allMatch(each ->
                        !each.numeral().isRange() && each.numeral().value().compareTo(BigDecimal.ONE) == 0);
    }

    /** Reads the 12 of {@code 12x lora}, {@code adapters x12}, the 30 of {@code 30 students x (1 lora run)}. */
    private void readMultiplied() {
        for (int sign = 1; sign + 1 < state.size(); sign++) {
            int number = state.isTimesSign(sign) ? multiplied(sign) : -1;
            if (number >= 0) {
                state.candidates.numbersOf(SlotName.RUNS).forEach(state::withdraw);
                claim(number);
                return;
            }
        }
    }

    private int multiplied(int sign) {
        int next = state.isSymbolAt(sign + 1, '(') ? sign + 2 : sign + 1;
        boolean people = isNumberOfPeople(sign - 2) && isHead(sign - 1);
        if (people && (state.isOneAt(next) || isOne(next)) && isTraining(next + 1)) {
            return sign - 2;
        }
        if (isNumberOfRuns(sign - 1) && isTraining(next) && !state.isAt(sign - 2, Measure.EPOCH)) {
            return sign - 1;
        }
        boolean several = isTraining(sign - 1) && state.isPluralAt(sign - 1);
        return several && isNumberOfRuns(sign + 1) && !state.isUnitAt(sign + 2) ? sign + 1 : -1;
    }

    /** The 12 of {@code 12x lora}, which may have been read as epochs. */
    private boolean isNumberOfRuns(int i) {
        boolean open = isNumberOfPeople(i) || state.candidates.isOf(SlotName.EPOCHS, i);
        return open && state.isCountAt(i) && !state.isSize(i) && value(i).compareTo(MOST) <= 0;
    }

    private boolean isTraining(int i) {
        return state.isAt(i, Category.TUNING)
                || state.isAt(i, Category.METHODS)
                || state.isAt(i, Measure.RUN)
                || (state.at(i) != null && !state.isNumberAt(i) && state.hasTyped(i, Trait.ONE_JOB));
    }

    private boolean isOneHead(int i) {
        return state.at(i) != null && !state.isNumberAt(i) && state.hasTyped(i, Trait.ONE_HEAD);
    }

    private boolean isHead(int i) {
        return state.at(i) != null && !state.isNumberAt(i) && state.hasTyped(i, Trait.HEADS);
    }

    /** Returns the 6 of {@code 6 brands, 400 texts each ... what is the bill for all six}, or -1. */
    private int pricedTogether(int all) {
        int number = all + 1;
        boolean priced = state.isAt(all, Cue.ALL)
                && isNumberOfPeople(number)
                && state.isAt(all - 1, Cue.FOR)
                && state.at(all - 2) != null
                && !state.isNumberAt(all - 2)
                && (state.hasTyped(all - 2, Trait.PRICE_NOUN) || state.isAt(all - 2, Cue.TOTAL));
        for (int i = 0; priced && i < all; i++) {
            boolean same = isNumberOfPeople(i) && value(i).compareTo(value(number)) == 0;
            if (same && isNumberOfGroups(i, i + 1)) {
                return i;
            }
        }
        return -1;
    }

    /** The {@code per} of {@code we tune per customer}, {@code a model per client}. */
    private boolean isTunedPer(int per) {
        return state.isAt(per, Cue.PER)
                && !state.isNumberAt(per - 1)
                && (state.isAt(per - 1, Category.TUNING)
                        || state.isAt(per - 1, Cue.TRAINING)
                        || state.hasTyped(per - 1, Trait.MODEL_NOUN));
    }

    /** Returns the index of the 24 of {@code per customer: 24 customers}, or -1. */
    private int counted(int noun) {
        if (state.at(noun) == null || state.isNumberAt(noun)) {
            return -1;
        }
        String one = state.typed(noun, noun);
        int end = Math.min(state.size() - 1, noun + REACH + REACH);
        for (int i = noun + 1; i < end; i++) {
            boolean same = isNumberOfPeople(i)
                    && state.isPluralAt(i + 1)
                    && state.typed(i + 1, i + 1).startsWith(one);
            if (same) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the index of the number of groups of which each gets a model of its own, or -1. */
    private int ofOwnModels(int each) {
        if (!isEach(each)) {
            return -1;
        }
        int of = groups(each);
        if (of >= 0) {
            return hasOwnModel(of) || isModelFor(each) ? of : -1;
        }
        int model = isOneModelBefore(each) ? each - 2 : each;
        int number = countBefore(model < each && state.hasTyped(model - 1, Trait.HAVING) ? model - 1 : model);
        number = number < 0 && model == each ? countOf(each + 1, each) : number;
        number = number < 0 && model == each ? ofThem(each) : number;
        if (number >= 0 && (model < each || hasOwnModel(each))) {
            return number;
        }
        return isModelFor(each) ? groupsBefore(each) : -1;
    }

    private boolean isEach(int i) {
        return state.isAt(i, Cue.EACH)
                || state.isAt(i, Cue.EVERY)
                || (!state.isNumberAt(i) && state.hasTyped(i, Trait.EACH_ONE));
    }

    /** {@code one model each}, {@code a model each}. */
    private boolean isOneModelBefore(int each) {
        boolean one = state.isOneAt(each - 2) || state.isAt(each - 2, Cue.ARTICLE) || isOne(each - 2);
        return one && isModel(each - 1);
    }

    /** {@code a separate adapter for every one of our 15 tenants}, {@code one model for each of the 4 shops}. */
    private boolean isModelFor(int each) {
        boolean model = false;
        for (int i = each - 2; state.isAt(each - 1, Cue.FOR) && i >= each - REACH && !state.isBreakAt(i); i--) {
            boolean one = state.isOneAt(i) || state.isAt(i, Cue.ARTICLE) || isOwn(i);
            if (model && one) {
                return true;
            }
            model |= isModel(i);
        }
        return false;
    }

    private boolean isModel(int i) {
        return state.at(i) != null
                && !state.isNumberAt(i)
                && (state.isAt(i, Category.TUNING)
                        || state.isAt(i, Category.METHODS)
                        || state.isOfMention(i)
                        || (state.hasTyped(i, Trait.MODEL_NOUN) && !state.isOneAt(i)));
    }

    private boolean isOwn(int i) {
        return !state.isNumberAt(i) && (state.hasTyped(i, Trait.SELF_OWNED) || state.hasTyped(i, Trait.OF_ONE_ALONE));
    }

    /** Returns the index of the 9 of {@code 9 clients, each}, {@code 4 shops and every one}, or -1. */
    private int countBefore(int each) {
        int noun = each - 1;
        while (state.isBreakAt(noun) || state.isAt(noun, Cue.AND) || state.isSymbolAt(noun, ':')) {
            noun--;
            if (noun < 0) {
                return -1;
            }
        }
        for (int i = noun; i > noun - NOUN_REACH && i >= 0 && !state.isBreakAt(i); i--) {
            if (state.isNumberAt(i)) {
                return i < noun && isNumberOfGroups(i, noun) ? i : -1;
            }
        }
        return -1;
    }

    /** Returns the index of the 9 of {@code 9 dialects, separate llama 8b lora for each}, or -1. */
    private int groupsBefore(int each) {
        int found = -1;
        for (int i = state.sentence(each).first(); i + 1 < each; i++) {
            if (state.isNumberAt(i) && isNumberOfGroups(i, i + 1)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    /** The {@code per} of {@code 11 tickers, one gpt-4o-mini per ticker}. */
    private boolean isModelPer(int per) {
        return state.isAt(per, Cue.PER)
                && state.mentions.stream()
                        .anyMatch(mention -> mention.last() == per - 1
                                && (isOne(mention.first() - 1) || state.isOneAt(mention.first() - 1)));
    }

    /** Returns the index of the 35 of {@code every practice would get its own adapter, 35 of them}, or -1. */
    private int ofThem(int each) {
        int end = Math.min(state.sentence(each).end(), each + REACH + REACH + REACH);
        for (int i = each + 1; i < end; i++) {
            if (isCount(i) && (isOfThem(i + 1) || state.isAt(i + 1, Cue.TOTAL))) {
                return i;
            }
        }
        return -1;
    }

    private boolean isOfThem(int of) {
        return (state.isAt(of, Cue.OF) || state.isAt(of, Trait.PART_OF)) && state.isAt(of + 1, Cue.THEM);
    }

    /** Returns the index of the six of {@code six parishes} before {@code every parish}, or -1. */
    private int countOf(int one, int each) {
        if (state.at(one) == null || state.isNumberAt(one) || state.isBreakAt(one)) {
            return -1;
        }
        String singular = state.typed(one, one);
        for (int i = each - 2; i >= 0 && i > each - REACH - REACH; i--) {
            boolean same = state.isNumberAt(i)
                    && !state.isNumberAt(i + 1)
                    && state.typed(i + 1, i + 1).startsWith(singular);
            if (same && isNumberOfGroups(i, i + 1)) {
                return i;
            }
        }
        return -1;
    }

    /** False of {@code 500 examples, each} and {@code 40 tokens each}: those are what a model is made of. */
    private boolean isNumberOfGroups(int number, int noun) {
        boolean ours = state.isItemAt(noun)
                || state.isAt(noun, Measure.EXAMPLE)
                || state.isAt(noun, Measure.TOKEN)
                || state.isAt(noun, Measure.REQUEST)
                || state.isAt(noun, Measure.EPOCH)
                || state.measureAt(noun) == Measure.RUN;
        boolean several = state.isPluralAt(noun) || state.hasTyped(noun, Trait.HEADS);
        return several && !ours && state.timeAt(noun) == null && isNumberOfPeople(number);
    }

    /** {@code 4 shops, each with its own model, 8,000 chats altogether}: how many each model is trained on is not said. */
    private boolean isOfAllData(int groups) {
        return state.candidates.numbersOf(SlotName.EXAMPLES).stream()
                .filter(number -> number != groups)
                .anyMatch(number -> state.isAt(number + 2, Cue.TOTAL)
                        || (state.at(number + 2) != null
                                && !state.isNumberAt(number + 2)
                                && !state.isAt(number + 2, Cue.EACH)
                                && state.hasTyped(number + 2, Trait.TAKES_ALL)));
    }

    /** Returns the index of the 3 of {@code each of our three branches}, {@code every one of the 3 shops}, or -1. */
    private int groups(int each) {
        boolean said = isEach(each);
        boolean one = state.hasTyped(each + 1, Trait.ONE_OF_THEM) || state.isOneAt(each + 1);
        int of = one && !state.hasTyped(each + 1, Trait.PART_OF) ? each + 2 : each + 1;
        boolean known = state.isAt(of + 1, Cue.PERSON) || state.hasTyped(of + 1, Trait.DEFINITE_ARTICLE);
        int number = known ? of + 2 : of + 1;
        boolean counted = said && state.hasTyped(of, Trait.PART_OF) && state.isNumberAt(number);
        return counted && isNumberOfPeople(number) ? number : -1;
    }

    /** {@code gets its own tuned model}, {@code has a model of its own}, {@code gets a tuned qwen3 8b}. */
    private boolean hasOwnModel(int from) {
        boolean gets = false;
        boolean own = false;
        boolean tuned = false;
        boolean model = false;
        int end = Math.min(state.clause(from).end(), from + REACH + REACH);
        for (int i = from + 1; i < end; i++) {
            boolean word = !state.isNumberAt(i);
            gets |= word && (state.hasTyped(i, Trait.DOES_JOB) || state.hasTyped(i, Trait.GETS_OWN));
            own |= gets && isOwn(i);
            boolean one = state.isAt(i - 1, Cue.ARTICLE) || state.isOneAt(i - 1);
            tuned |= gets && one && word && (state.hasTyped(i, Trait.TUNED) || state.isAt(i, Category.TUNING));
            model |= gets && (isModel(i) || state.token(i).is(Trait.MODEL_NOUN));
        }
        return (own || tuned) && model;
    }

    /** {@code everyone}, {@code every attendee}, {@code each of us}, {@code each of my 12 interns}, {@code 30 students each}. */
    private boolean isEachOfPeople(int i) {
        if (state.hasTyped(i, Trait.EVERYBODY)) {
            return true;
        }
        if (countedBefore(i) >= 0) {
            return true;
        }
        boolean each = state.isAt(i, Cue.EVERY) || state.isAt(i, Cue.EACH);
        boolean ofUs = state.isAt(i + 1, Cue.OF) && state.isAt(i + 2, Cue.PERSON);
        return each && (ofUs || state.hasTyped(i + 1, Trait.HEADS) || isOneHead(i + 1) || isHead(groups(i) + 1));
    }

    /**
     * {@code runs one fine-tune}, {@code does one training}, {@code trains one model}, {@code trains once}; not {@code wants a model},
     * {@code reviewed a training log}.
     */
    private boolean trains(int each) {
        if (countedBefore(each) >= 0 && state.isAt(each + 1, Category.TUNING)) {
            return !state.isPast(each) && !state.isReported(each);
        }
        int from = Math.max(each, groups(each));
        int end = Math.min(state.clause(each).end(), from + REACH);
        for (int i = from + 1; i < end; i++) {
            if (trainsOnce(i)) {
                return true;
            }
            boolean one = state.isOneAt(i) || state.isAt(i, Cue.ARTICLE) || isOne(i);
            int noun = state.isAt(i + 1, Category.METHODS) && isTraining(i + 2) ? i + 2 : i + 1;
            boolean training = state.isAt(noun, Category.TUNING)
                    || state.isAt(noun, Category.METHODS)
                    || state.isAt(noun, Cue.TRAINING)
                    || state.isAt(noun, Measure.RUN)
                    || state.hasTyped(noun, Trait.MODEL_NOUN);
            Token next = state.at(noun + 1);
            boolean whole = next == null || next.kind != Token.Kind.WORD;
            if (one && training && whole && state.hasTyped(i - 1, Trait.DOES_JOB)) {
                return true;
            }
        }
        return false;
    }

    private boolean trainsOnce(int verb) {
        return !state.isNumberAt(verb)
                && state.hasTyped(verb, Trait.TRAINS_MODEL)
                && !state.isNumberAt(verb + 1)
                && state.hasTyped(verb + 1, Trait.ONE_TIME);
    }

    private boolean isOne(int i) {
        return state.isNumberAt(i) && value(i).compareTo(BigDecimal.ONE) == 0;
    }

    /** Returns the index of the 30 of {@code 30 students each} and {@code for 30 students, each does}, or -1. */
    private int countedBefore(int each) {
        if (!state.isAt(each, Cue.EACH)) {
            return -1;
        }
        int noun = state.isSymbolAt(each - 1, ',') && isHead(each - 2) ? each - 2 : each - 1;
        return isNumberOfPeople(noun - 1) && isNumberOfGroups(noun - 1, noun) ? noun - 1 : -1;
    }

    /** Returns the index of the number of all of them, {@code for all 24}, else of {@code 24 people}, {@code we are 12}; or -1. */
    private int people(int each) {
        int found = countedBefore(each);
        for (int i = 0; i < state.size(); i++) {
            if (isNumberOfPeople(i)) {
                if (state.isAt(i - 1, Cue.ALL)) {
                    return i;
                }
                boolean heads = state.hasTyped(i + 1, Trait.HEADS) || state.hasTyped(i + 1, Trait.PEOPLE);
                boolean us = state.isAt(i - 1, Trait.FORM_OF_BE) && state.isAt(i - 2, Cue.PERSON);
                found = heads || us || isSizeOfBody(i) ? i : found;
            }
        }
        return found;
    }

    /** {@code a class of 25}. */
    private boolean isSizeOfBody(int number) {
        return state.isAt(number - 1, Cue.OF)
                && !state.isNumberAt(number - 2)
                && state.hasTyped(number - 2, Trait.BODY_OF_PEOPLE)
                && (state.at(number + 1) == null || state.isBreakAt(number + 1));
    }

    private boolean isNumberOfPeople(int i) {
        return isCount(i) && state.token(i).use != Token.Use.SLOT;
    }

    private boolean isCount(int i) {
        Token token = state.isCountAt(i) ? state.token(i) : null;
        return token != null
                && !token.numeral().isRange()
                && value(i).compareTo(BigDecimal.ONE) > 0
                && value(i).compareTo(MOST) <= 0;
    }

    private BigDecimal value(int i) {
        return state.token(i).numeral().value();
    }
}
