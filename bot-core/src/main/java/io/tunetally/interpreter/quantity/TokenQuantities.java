package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.money.PaidTokens;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which token slot a number of tokens fills, if any. */
final class TokenQuantities {
    /** From this size on an amount is a data set, even beside a count of examples: no example is that long. */
    private static final BigDecimal TOO_LONG_FOR_AN_EXAMPLE = BigDecimal.valueOf(200_000);

    /** Between these an amount may be an example's or a data set's. */
    private static final BigDecimal FEWEST_IN_TOTAL = BigDecimal.valueOf(100);

    private static final BigDecimal MOST_OF_AN_EXAMPLE = BigDecimal.valueOf(20_000);

    /** The words between a role and its number within a clause. */
    private static final int WIDE_REACH = 8;

    /** The words between {@code including} and the epochs. */
    private static final int REACH_OF_ALL = 4;

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** The most words of the name of a thing. */
    private static final int LONGEST_NAME = 4;

    private final ParseState state;
    private final NounPhrase nouns;
    private final TokenRoles roles;
    private final TokenSpeed speed;
    private @Nullable Boolean asksForExamples;
    private @Nullable Boolean trainingNamed;
    /** Whether the tokens of the data once were named as OpenAI's cookbook does; those that are billed follow from them. */
    private boolean chargedOnce;

    TokenQuantities(ParseState state) {
        this.state = state;
        nouns = new NounPhrase(state);
        roles = new TokenRoles(state);
        speed = new TokenSpeed(state);
    }

    /** {@code I cut 400 tokens out of the prompt}, {@code we took 400 tokens off it}, where nothing says how long it was. */
    private boolean isTakenOff(int first, int last) {
        boolean verb = state.hasTyped(first - 1, Trait.CUTS) || state.hasTyped(first - 1, Trait.LOSES);
        boolean away = state.isAt(last + 1, Cue.OUT) || state.hasTyped(last + 1, Trait.PARTICLE_AWAY);
        return verb
                && away
                && !state.candidates.has(SlotName.PROMPT_TOKENS)
                && !state.remembered.has(SlotName.PROMPT_TOKENS);
    }

    /** {@code tokens per second: 6,100}. */
    boolean readNamedSpeed(int number) {
        return speed.readNamed(number);
    }

    void read(int number, int unit, boolean follows) {
        int first = Math.min(number, unit);
        int last = Math.max(number, unit);
        if (speed.isSpeed(last) && !isOfCountedItems(number)) {
            speed.read(number, unit, last);
            return;
        }
        if (isCapacity(first, last)) {
            state.ignore(number, unit);
            state.candidates.settle(number);
            return;
        }
        if (isPriced(first, last)) {
            state.ignore(number, unit);
            state.candidates.settle(number);
            return;
        }
        if (isTakenOff(first, last)) {
            state.ignore(number, unit);
            state.candidates.settle(number);
            return;
        }
        if (state.hasTyped(unit, Trait.LENGTH_OF_EACH)) {
            state.claim(SlotName.TOKENS_PER_EXAMPLE, number, first, last);
            return;
        }
        SlotName<?> labelled = number < unit ? labelled(first) : null;
        if (labelled != null) {
            state.claim(labelled, number, first, last);
            state.candidates.settle(number);
            return;
        }
        int each = state.isAt(last + 1, Cue.IN) ? last + 2 : last + 1;
        if (state.isAt(each, Cue.EACH) && state.hasTyped(each + 1, Trait.DIRECTION)) {
            state.claim(SlotName.INPUT_TOKENS, number, first, each + 1);
            state.candidates.add(
                    SlotName.OUTPUT_TOKENS, Amounts.counted(state.token(number).numeral()), number);
            return;
        }
        if (number < unit && (isOfThings(number, unit) || isOfBareCount(number))) {
            state.claim(SlotName.TOKENS_PER_EXAMPLE, number, first, last);
            return;
        }
        if (number < unit && isOfCountedAnswers(number - 1)) {
            state.claim(SlotName.TOKENS_PER_EXAMPLE, number, first, last);
            state.candidates.settle(number);
            return;
        }
        SlotName<?> slot = isOfQuestion(first) ? SlotName.INPUT_TOKENS : roles.of(first, last);
        if ((slot == null || slot == SlotName.TOKENS_PER_EXAMPLE || slot == SlotName.PROMPT_TOKENS)
                && isPromptAfter(first, last)) {
            slot = SlotName.TUNED_PROMPT_TOKENS;
        }
        if (slot == null) {
            slot = isPromptBefore(last) ? SlotName.PROMPT_TOKENS : byClause(first, last);
        }
        if ((slot == null || slot == SlotName.TOTAL_TOKENS)
                && (includesEpochs(first, last) || (isTooLong(number) && PaidTokens.areBilled(state, number, first)))) {
            slot = SlotName.BILLED_TOKENS;
        } else if (slot == null) {
            slot = bySize(number);
        } else if (slot == SlotName.TOKENS_PER_EXAMPLE && !isPerExample(last + 1) && isTooLong(number)) {
            slot = SlotName.TOTAL_TOKENS;
        }
        if (slot == SlotName.BILLED_TOKENS && chargedOnce) {
            state.ignore(number, unit);
            state.candidates.settle(number);
        } else if (slot != null) {
            state.claim(slot, number, first, last);
            if (slot == SlotName.TOKENS_PER_EXAMPLE && isOfCountedItems(number)) {
                state.candidates.settle(number);
            }
        } else {
            state.candidates.addOpenTokens(number);
            state.use(first, last, Token.Use.CONNECTIVE);
        }
    }

    /**
     * Returns the slot of {@code train 1.9M tok (4,790 rows) | dev 212k tok (530 rows)}: the tokens of each part of the data behind its
     * name, where both are named; or null. Also of the text that OpenAI's cookbook prints: {@code ~2,096,640 tokens that will be charged
     * for}, which are those of the data once.
     */
    private @Nullable SlotName<?> labelled(int number) {
        if (!isTooLong(number)
                && Amounts.counted(state.token(number).numeral()).value().compareTo(MOST_OF_AN_EXAMPLE) <= 0) {
            return null;
        }
        if (areChargedInTraining(number)) {
            chargedOnce = true;
            return SlotName.TOTAL_TOKENS;
        }
        int name = state.isAssignmentAt(number - 1) ? number - 2 : number - 1;
        boolean opens = state.isBreakAt(name - 1)
                || state.isSlash(name - 1)
                || state.isSymbolAt(name - 1, '|')
                || state.isSymbolAt(name - 1, ':');
        if (!opens || state.isNumberAt(name)) {
            return null;
        }
        boolean held = state.hasTyped(name, Trait.VALIDATION_FILE);
        boolean trained = state.isAt(name, Cue.TRAINING) || state.hasTyped(name, Trait.TRAINING_FILE);
        boolean both = state.hasTypedAnywhere(Trait.VALIDATION_FILE) && (trained || namesTrainingTokens());
        return !both ? null : held ? SlotName.VALIDATION_TOKENS : trained ? SlotName.TOTAL_TOKENS : null;
    }

    /** {@code Dataset has ~640,000 tokens that will be charged for during training}. */
    private boolean areChargedInTraining(int number) {
        int has = state.isAt(number - 1, Cue.ABOUT) || state.isSymbolAt(number - 1, '~') ? number - 2 : number - 1;
        boolean charged = false;
        int end = Math.min(state.sentence(number).end(), number + WIDE_REACH + REACH_OF_ALL);
        for (int i = number + 2; state.hasTyped(has, Trait.CONTAINS) && i < end; i++) {
            if (charged && state.isAt(i, Cue.TRAINING)) {
                return true;
            }
            charged |= state.isAt(i, Cue.BILLED);
        }
        return false;
    }

    /** {@code train 1.9M tok}, {@code train: 900k tok}. */
    private boolean namesTrainingTokens() {
        if (trainingNamed == null) {
            trainingNamed = findTrainingTokens();
        }
        return trainingNamed;
    }

    private boolean findTrainingTokens() {
        for (int i = 0; i < state.size(); i++) {
            int number = state.isAssignmentAt(i + 1) ? i + 2 : i + 1;
            boolean trained = state.isAt(i, Cue.TRAINING) || state.hasTyped(i, Trait.TRAINING_FILE);
            if (trained && state.isNumberAt(number) && state.isAt(number + 1, Measure.TOKEN)) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@code 5 books of 80k tokens each}, {@code 12 manuals of 60k tokens}: things with a length are the examples, however
     * few they are. Claims their number.
     */
    private boolean isOfThings(int number, int unit) {
        int led = state.isAt(number - 1, Cue.ABOUT) ? number - 2 : number - 1;
        boolean each = state.isAt(unit + 1, Cue.EACH);
        boolean of = state.isAt(led, Trait.PART_OF) || (each && isLedToLength(led));
        int noun = of ? led - 1 : number - 1;
        int count = noun - 1;
        while (count > noun - LONGEST_NAME && !state.isNumberAt(count) && !state.isBreakAt(count)) {
            count--;
        }
        boolean things = (of || each)
                && state.isCountAt(count)
                && state.token(count).use != Token.Use.SLOT
                && !state.has(Measure.DAY)
                && !state.has(Category.PERIODS)
                && !state.has(Category.RATES)
                && isThing(noun)
                && !state.isSymbolAt(count - 1, '$')
                && (nouns.of(count) == noun || (of && noun - count == 2 && state.isPluralAt(noun)));
        if (things) {
            state.withdraw(count);
            state.claim(SlotName.EXAMPLES, count, count, noun);
        }
        return things;
    }

    /** {@code 5,000 old answers of 300 tokens}, {@code train it on 4,000 calls with 650 tokens}: the data, whatever else is asked. */
    private boolean isOfCountedAnswers(int led) {
        boolean of = state.isAt(led, Trait.PART_OF) || state.isAt(led, Cue.OF) || state.hasTyped(led, Trait.HAVING);
        int noun = led - 1;
        boolean data = of
                && noun > 0
                && (state.hasTyped(noun, Trait.ANSWERED)
                        || (state.isAt(noun, Measure.REQUEST)
                                && state.clause(noun).namesTrainingWork()));
        return data && roles.isOfData(noun);
    }

    /** {@code 1,000 testaments of 1,800 tokens}: the examples are counted right before their length. */
    private boolean isOfCountedItems(int number) {
        int led = state.isAt(number - 1, Cue.EACH) ? number - 2 : number - 1;
        boolean of = state.isAt(led, Cue.OF) || state.isAt(led, Trait.PART_OF) || state.isAt(led, Cue.TO);
        for (int i = led - 1; of && i >= led - LONGEST_NAME && !state.isBreakAt(i); i--) {
            if (state.isNumberAt(i)) {
                return state.candidates.isOf(SlotName.EXAMPLES, i);
            }
        }
        return false;
    }

    /** {@code they are 1,250 with 600 tokens}: a bare count and the length of each. Claims the count. */
    private boolean isOfBareCount(int number) {
        int count = number - 2;
        boolean led = state.hasTyped(number - 1, Trait.HAVING) || state.isAt(number - 1, Trait.PART_OF);
        boolean counts = led
                && state.isCountAt(count)
                && state.token(count).use == Token.Use.NOTHING
                && !state.token(count).numeral().isInBillions()
                && state.token(count).numeral().value().compareTo(FEWEST_IN_TOTAL) >= 0
                && !state.token(count).isYear()
                && !state.isSymbolAt(count - 1, '$')
                && !state.unitFinder.isNumberOfName(count)
                && !state.has(Measure.REQUEST)
                && !state.has(Category.RATES);
        if (counts) {
            state.claim(SlotName.EXAMPLES, count, count, count);
        }
        return counts;
    }

    private boolean isLedToLength(int led) {
        return state.isAt(led, Cue.OF) || state.isSymbolAt(led, ',') || state.hasTyped(led, Trait.LOCATIVE);
    }

    /** False of people, and of what is measured in another way: {@code 3 epochs of 2M tokens}. */
    private boolean isThing(int noun) {
        Measure measure = state.measureAt(noun);
        return !state.isNumberAt(noun)
                && !state.isGpuAt(noun)
                && !state.hasTyped(noun, Trait.HEADS)
                && (measure == null
                        || measure == Measure.ITEM
                        || measure == Measure.EXAMPLE
                        || measure == Measure.OTHER);
    }

    /** {@code 500 tokens before, 300 tokens after}, where it is asked when tuning pays. */
    private boolean isPromptBefore(int last) {
        return state.has(Intent.BREAKEVEN)
                && state.isAt(last + 1, Cue.AGO)
                && !state.candidates.has(SlotName.PROMPT_TOKENS);
    }

    /** {@code cut the prompt from 1200 tokens to 80 tokens}, {@code 300 tokens afterwards}. */
    private boolean isPromptAfter(int first, int last) {
        boolean before = isShortened(first)
                || state.candidates.has(SlotName.PROMPT_TOKENS)
                || (state.remembered.has(SlotName.PROMPT_TOKENS) && !state.has(Cue.FROM));
        return (state.isAt(first - 1, Cue.TO)
                        || state.isAt(first - 1, Trait.AFTER)
                        || (state.at(last + 1) != null && state.hasTyped(last + 1, Trait.AFTERWARDS)))
                && before
                && !state.candidates.has(SlotName.TUNED_PROMPT_TOKENS);
    }

    /** {@code we can cut the prompt to 300 tokens}: its length now is that of the input. */
    private boolean isShortened(int first) {
        boolean input = state.remembered.has(SlotName.INPUT_TOKENS) || state.candidates.has(SlotName.INPUT_TOKENS);
        boolean prompt = false;
        int start = Math.max(state.clause(first).first(), first - WIDE_REACH);
        for (int i = first - 1; i >= start && input && !state.isNumberAt(i); i--) {
            prompt |= state.isAt(i, Cue.PROMPT) || state.hasTyped(i, Trait.PROMPTS);
            if (state.hasTyped(i, Trait.CUTS)) {
                return prompt;
            }
        }
        return false;
    }

    /** {@code 1M tokens per example}, {@code 1M tokens each}: so explicit that no length makes it a total. */
    private boolean isPerExample(int at) {
        return state.isAt(at, Cue.EACH) || (state.isAt(at, Cue.PER) && state.isItemAt(at + 1));
    }

    /** {@code 120M tokens incl. epochs}, {@code 80M tokens, epochs included}, {@code 200M tokens across all epochs}. */
    private boolean includesEpochs(int first, int last) {
        // The point of "incl." ends no sentence.
        int from = Math.max(state.clause(first).first(), first - WIDE_REACH);
        int end = Math.min(state.size(), last + WIDE_REACH);
        for (int i = from; i < end; i++) {
            boolean epochs = state.isAt(i, Measure.EPOCH) && (i < first || i > last);
            if (epochs && (isIncluded(i) || state.hasTyped(i + 1, Trait.INCLUDES) || isSummed(i))) {
                return true;
            }
        }
        return false;
    }

    /** {@code including epochs}, {@code incl. all 3 epochs}. */
    private boolean isIncluded(int epochs) {
        int from = Math.max(0, epochs - REACH_OF_ALL);
        for (int i = epochs - 1; i >= from && !state.isAt(i, Measure.TOKEN) && !state.isSymbolAt(i, '('); i--) {
            if (state.hasTyped(i, Trait.INCLUDES)) {
                return true;
            }
        }
        return false;
    }

    /** {@code across all epochs}, {@code counting all three epochs}, {@code all epochs together}, {@code summed over the epochs}. */
    private boolean isSummed(int epochs) {
        int counted = state.isNumberAt(epochs - 1) ? epochs - 2 : epochs - 1;
        int all = state.isAt(counted, Trait.DEFINITE_ARTICLE) ? counted - 1 : counted;
        if (state.isAt(all, Cue.ALL)) {
            return state.isAt(all - 1, Cue.OVER)
                    || state.hasTyped(all - 1, Trait.INCLUDES)
                    || state.hasTyped(epochs + 1, Trait.ADDS_UP)
                    || isAddedUp(all);
        }
        // "over all" and "in all" are phrases of their own; the total of "30M tokens total 1 epoch" is that of the
        // tokens.
        boolean ofTokens = state.isNumberAt(epochs - 1) && state.isAt(all - 1, Measure.TOKEN);
        boolean total = state.isAt(all, Cue.TOTAL) && !state.isAt(all, Measure.TOKEN) && !ofTokens;
        boolean inTotal = state.isAt(all, Cue.OVER) && state.isAt(all - 1, Cue.TOTAL);
        return inTotal
                || (total && (state.hasTyped(all, Trait.OVER_ALL) || state.hasTyped(epochs + 1, Trait.ADDS_UP)))
                || isAddedUp(total ? all : all + 1);
    }

    /** {@code processed in all epochs}, {@code after multiplying by the epochs}: a verb of adding up right before. */
    private boolean isAddedUp(int epochs) {
        int first = Math.max(0, epochs - REACH_OF_ALL);
        for (int i = epochs - 1; i >= first && !state.isAt(i, Measure.TOKEN) && !state.isBreakAt(i); i--) {
            // "600 tok, llama 8b lora together 2 ep": the seller adds nothing up.
            if (state.hasTyped(i, Trait.ADDS_UP) && !state.isAt(i, Category.PROVIDERS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code 1M tokens = $0.10}; the {@code 1M} of {@code $/1M tokens}. */
    private boolean isPriced(int first, int last) {
        boolean unit =
                state.isSlash(first - 1) && (state.isSymbolAt(first - 2, '$') || state.isAt(first - 2, Measure.DOLLAR));
        return unit
                || isUnitOfPrice(first)
                || (state.isSymbolAt(last + 1, '=')
                        && (state.isSymbolAt(last + 2, '$')
                                || state.isSymbolAt(last + 3, '$')
                                || state.isAt(last + 3, Measure.DOLLAR)));
    }

    /** {@code gpt-4.1 reads up to 1,000,000 tokens of context}: what a model can take. */
    private boolean isCapacity(int first, int last) {
        return state.hasTyped(first - 1, Trait.CAPS) && state.hasTyped(last + 1, Trait.CONTEXT_NOUN);
    }

    /** {@code 8 bis 12 $ je Million Token}, {@code 80 € le million de tokens}: a price stands right before a round number. */
    private boolean isUnitOfPrice(int number) {
        int link = state.isNumberAt(number - 1) ? -1 : number - 1;
        boolean per = state.isAt(link, Cue.PER)
                || state.isAt(link, Cue.EACH)
                || (state.text.isTranslated() && state.hasTyped(link, Trait.DEFINITE_ARTICLE));
        int sum = per ? link - 1 : number - 1;
        boolean money = state.isAt(sum, Measure.DOLLAR)
                || state.isAt(sum, Category.CURRENCIES)
                || (state.isNumberAt(sum) && state.isMoneyAt(sum));
        BigDecimal tokens =
                state.isNumberAt(number) ? state.token(number).numeral().value() : BigDecimal.ZERO;
        boolean round = tokens.compareTo(THOUSAND) == 0 || tokens.compareTo(MILLION) == 0;
        return round && money && (per || state.text.isTranslated());
    }

    /** Returns the slot that a word further left in the clause names, or null. */
    private @Nullable SlotName<?> byClause(int first, int last) {
        if (state.isAt(last + 1, Cue.IN)) {
            int set = state.isAt(last + 2, Trait.DEFINITE_ARTICLE) ? last + 3 : last + 2;
            if (state.isAt(set, Cue.TRAINING)) {
                return SlotName.TOTAL_TOKENS;
            }
            if (state.isAt(set, Cue.VALIDATION)) {
                return SlotName.VALIDATION_TOKENS;
            }
        }
        boolean goesOn = state.mayEdit() && state.remembered.has(SlotName.GRADER_TOKENS);
        int start = goesOn ? state.sentence(first).first() : state.clause(first).first();
        int from = Math.max(start, first - WIDE_REACH);
        for (int i = first - 1; i >= from && !state.isNumberAt(i); i--) {
            if (TokenRoles.isGrader(state, i)) {
                return SlotName.GRADER_TOKENS;
            }
            if (state.isAt(i, Cue.PACKED) && state.isAt(first - 1, Cue.TO)) {
                return SlotName.SEQUENCE_LENGTH;
            }
            if (isAsked(i) && TokenRoles.namesOutput(state) && isIs(i + 1, first)) {
                return SlotName.INPUT_TOKENS;
            }
        }
        return null;
    }

    /** {@code average question 120 tokens, reply 40}. */
    private boolean isOfQuestion(int first) {
        return TokenRoles.namesOutput(state) && state.at(first - 1) != null && isAsked(first - 1);
    }

    private boolean isAsked(int index) {
        return state.hasTyped(index, Trait.ASKED) && !isCountedBefore(index);
    }

    private boolean isCountedBefore(int unit) {
        return state.isNumberAt(unit - 1);
    }

    private boolean isIs(int from, int end) {
        for (int i = from; i < end; i++) {
            if (state.isAt(i, Cue.IS) || state.isAt(i, Trait.HAVING)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTooLong(int number) {
        BigDecimal value = Amounts.counted(state.token(number).numeral()).value();
        return value.compareTo(TOO_LONG_FOR_AN_EXAMPLE) >= 0;
    }

    private @Nullable SlotName<?> bySize(int number) {
        BigDecimal value = Amounts.counted(state.token(number).numeral()).value();
        boolean rated = state.has(Measure.DAY) || state.has(Category.PERIODS);
        boolean examples = (state.unitFinder.countsExamples() && !rated) || isFactor(number) || asksForExamples();
        if (examples && value.compareTo(TOO_LONG_FOR_AN_EXAMPLE) < 0) {
            return SlotName.TOKENS_PER_EXAMPLE;
        }
        boolean couldBeBoth = value.compareTo(FEWEST_IN_TOTAL) >= 0 && value.compareTo(MOST_OF_AN_EXAMPLE) <= 0;
        if (!examples && value.signum() > 0 && value.compareTo(FEWEST_IN_TOTAL) < 0) {
            return SlotName.TOKENS_PER_EXAMPLE;
        }
        return !examples && couldBeBoth ? null : SlotName.TOTAL_TOKENS;
    }

    /** {@code how many examples (500 tokens)}. */
    private boolean asksForExamples() {
        if (asksForExamples == null) {
            // "budget $35 nano 300 tokens 3 epochs": what a sum buys is never known in total.
            asksForExamples = (state.terse && state.has(Intent.BUDGET))
                    || (state.has(Cue.ABILITY)
                            && state.any(token -> token.is(Cue.ABILITY) && token.is(Trait.ASKS_HOW_MANY)));
        }
        return asksForExamples;
    }

    private boolean isFactor(int number) {
        return state.isTimesSign(number - 1) && state.isNumberAt(number - 2);
    }

    /**
     * Settles the lengths that could be an example's or a whole set's, once all numbers are read: beside a count of
     * examples, or beside requests.
     */
    void settleOpen() {
        List<Integer> open = List.copyOf(state.candidates.openTokens());
        boolean examples = state.candidates.has(SlotName.EXAMPLES) || countsSteps();
        boolean requests = state.candidates.has(SlotName.REQUESTS_PER_DAY) && !examples;
        boolean budget = state.terse
                && state.has(Intent.BUDGET)
                && !state.candidates.money().isEmpty();
        // "budget $35 gpt-4.1-nano 300 tokens 3 epochs": how many of them is what is asked.
        boolean ofExample = examples || (budget && open.size() == 1 && !isTooLong(open.getFirst()));
        if (open.size() == 1 && ofExample && !state.candidates.has(SlotName.TOKENS_PER_EXAMPLE)) {
            settle(open.getFirst(), SlotName.TOKENS_PER_EXAMPLE);
        } else if (open.size() == 1 && requests && state.candidates.has(SlotName.OUTPUT_TOKENS)) {
            settle(open.getFirst(), SlotName.INPUT_TOKENS);
        } else if (open.size() == 2 && requests && !state.has(Cue.PROMPT)) {
            settle(open.getFirst(), SlotName.INPUT_TOKENS);
            settle(open.getLast(), SlotName.OUTPUT_TOKENS);
        }
    }

    /** {@code 3000 steps, batch size 8, 500 tokens}: the steps of a job and the examples of each are its data. */
    private boolean countsSteps() {
        return (state.hasTypedAnywhere(Trait.JOB_STEPS) || state.hasTypedAnywhere(Trait.JOB_ITERATIONS))
                && (state.hasTypedAnywhere(Trait.BATCH_OF_STEP) || state.hasTypedAnywhere(Trait.BATCH_PER_DEVICE));
    }

    private void settle(int number, SlotName<?> slot) {
        if (!state.candidates.has(slot)) {
            state.candidates.withdraw(number);
            state.claim(slot, number, number, number);
        }
    }
}
