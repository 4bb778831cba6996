package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Corrections;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.TrafficQuantities;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/** Decides whether a number of examples is trained on: it may be held out, part of a prompt, an index or a rate. */
final class ExampleQuantities {
    /** Below it a number of things counts data in a command only: {@code 3 chats}. */
    private static final long FEW_ITEMS = 10;

    /** Below it a number before {@code data} or {@code train} counts something else. */
    private static final BigDecimal FEWEST_WITHOUT_UNIT = BigDecimal.valueOf(30);

    /** From here on tokens are those of all examples that are held out. */
    private static final BigDecimal FEWEST_TOKENS = BigDecimal.valueOf(10_000);

    /** The most words between what came in on a day and its verb. */
    private static final int DAY_REACH = 10;

    private final ParseState state;
    private final TrafficQuantities traffic;

    ExampleQuantities(ParseState state, TrafficQuantities traffic) {
        this.state = state;
        this.traffic = traffic;
    }

    void read(int i, int unit, boolean follows, Measure measure) {
        if (follows && isTraffic(i, unit, measure)) {
            return;
        }
        if (isOfOneDay(i, unit)) {
            state.ignore(i, unit);
            return;
        }
        boolean trained = !isHeldOut(i, unit)
                && !isInPrompt(i, unit)
                && !isFew(i, unit, measure)
                && !isPerGroup(unit)
                && !isOfStep(i, unit)
                && !isPartOfEach(i)
                && !isWithinOne(i, unit)
                && !isIndex(i, unit);
        if (!trained) {
            state.ignore(i, unit);
            return;
        }
        state.candidates.add(SlotName.EXAMPLES, Amounts.counted(state.token(i).numeral()), i);
        state.use(Math.min(i, unit), Math.max(i, unit), Token.Use.CONNECTIVE);
        state.token(i).use = Token.Use.SLOT;
        alternatives(i, unit);
    }

    /** {@code 5k/10k/20k rows}: each of them is a count, so that they contradict each other and are asked about. */
    private void alternatives(int i, int unit) {
        for (int k = i - 2; unit > i && k >= 0 && state.isSlash(k + 1) && state.isCountAt(k); k -= 2) {
            if (state.token(k).numeral().value().compareTo(BigDecimal.valueOf(FEW_ITEMS)) >= 0
                    && state.token(k).use != Token.Use.SLOT) {
                state.claim(SlotName.EXAMPLES, k, k, k);
            }
        }
    }

    /** {@code we had 1,300 tickets yesterday}, but not {@code we labelled 1,300 tickets yesterday}. */
    private boolean isOfOneDay(int i, int unit) {
        int first = state.sentence(i).first();
        if (state.at(unit + 1) == null
                || !(state.hasTyped(unit + 1, Trait.ONE_DAY) || state.hasTyped(first, Trait.ONE_DAY))) {
            return false;
        }
        for (int k = Math.max(state.clause(i).first(), i - DAY_REACH); k < i; k++) {
            if ((state.hasTyped(k, Trait.COLLECTS) && !state.hasTyped(k, Trait.OWNS)) || state.isAt(k, Cue.TRAINING)) {
                return false;
            }
        }
        return true;
    }

    private boolean isTraffic(int i, int unit, Measure measure) {
        if (measure == Measure.ITEM && traffic.ofPastPeriod(i, unit)) {
            return true;
        }
        boolean item = (measure == Measure.ITEM || isServed(unit)) && !isNewData(unit) && !isGathered(i);
        return traffic.perTime(i, unit, item)
                || (item && measure == Measure.ITEM && traffic.isRateOfClause(i, unit))
                || traffic.isOfNightlyBatch(i, unit)
                || traffic.oneTime(i, unit);
    }

    /** {@code it is live, 450 samples a day on it}, {@code with all rules pasted in, for 450 samples a day}: examples of a model in use. */
    private boolean isServed(int unit) {
        int last = state.isAt(unit + 1, Category.PERIODS) ? unit + 1 : unit + 2;
        boolean onIt = state.isAt(last + 1, Cue.ON) || state.isAt(last + 1, Cue.OVER);
        return (onIt && state.isAt(last + 2, Trait.PRONOUN))
                || state.has(Intent.BREAKEVEN)
                || state.hasTypedAnywhere(Trait.SERVES)
                || state.hasTypedAnywhere(Trait.INSTRUCTS);
    }

    /** {@code the interns annotate 150 letters per day}: data that come in. */
    private boolean isGathered(int i) {
        return i > 0
                && (state.hasTyped(i - 1, Trait.GATHERS)
                        || (state.isAt(i - 1, Cue.ABOUT) && i > 1 && state.hasTyped(i - 2, Trait.GATHERS)));
    }

    /** {@code 20 new ones each week, could it relearn weekly}: what comes in is trained on. */
    private boolean isNewData(int unit) {
        boolean retrained = state.has(Cue.RETRAIN) || state.hasTypedAnywhere(Trait.REFRESHES);
        return retrained && (state.hasTyped(unit, Trait.NEW_DATA) || state.hasTyped(unit - 1, Trait.FRESH));
    }

    private boolean isHeldOut(int i, int unit) {
        // In "15k rows eval_fraction=0.1" the name belongs to the number behind it.
        boolean fraction = state.isNumberAt(unit + 2)
                && state.token(unit + 2).numeral().value().compareTo(BigDecimal.ONE) < 0;
        // In "9000 rows val 1M tok" it belongs to the tokens.
        boolean tokens = state.isNumberAt(unit + 2)
                && state.isAt(unit + 3, Measure.TOKEN)
                && Amounts.counted(state.token(unit + 2).numeral()).value().compareTo(FEWEST_TOKENS) >= 0;
        boolean named = fraction || tokens || state.isAssignmentAt(unit + 2);
        boolean behind = state.isAt(unit + 1, Cue.VALIDATION) && !named;
        return between(i, unit, Cue.VALIDATION) || isValidationBefore(i) || behind || isBesideHeldOutMeasure(unit);
    }

    /** {@code eval_loss 0.713 samples 920}. */
    private boolean isBesideHeldOutMeasure(int unit) {
        int value = state.isBreakAt(unit - 1) ? unit - 2 : unit - 1;
        int name = state.isAssignmentAt(value - 1) ? value - 2 : value - 1;
        return state.isNumberAt(value) && state.hasTyped(name, Trait.HELD_OUT_MEASURE);
    }

    private boolean between(int i, int unit, Cue cue) {
        for (int k = Math.min(i, unit) - 1; k <= Math.max(i, unit); k++) {
            if (state.isAt(k, cue)) {
                return true;
            }
        }
        return false;
    }

    /** {@code validation set of 500 examples}. */
    private boolean isValidationBefore(int i) {
        for (int k = i - 1; k >= Math.max(0, i - 3) && !state.isBreakAt(k) && !state.isNumberAt(k); k--) {
            if (Corrections.concludes(state, k)) {
                return false;
            }
            if (state.isAt(k, Cue.VALIDATION) || isValidationFile(k)) {
                return true;
            }
        }
        return false;
    }

    /** {@code valid_1126.jsonl (305 lines)}. */
    private boolean isValidationFile(int k) {
        Token token = state.token(k);
        if (token.kind != Token.Kind.CODE) {
            return false;
        }
        String name = state.typed(k, k);
        int end = 0;
        while (end < name.length() && Character.isLetter(name.charAt(end))) {
            end++;
        }
        return state.compiledLexicon.is(Trait.VALIDATION_FILE, name.substring(0, end));
    }

    /** {@code a prompt with 5 examples}, {@code 5 examples in the prompt}, {@code 5 prompt examples}: they are not trained on. */
    private boolean isInPrompt(int i, int unit) {
        boolean before = state.isAt(i - 1, Cue.OF) && state.isAt(i - 2, Cue.PROMPT);
        boolean after =
                state.isAt(unit + 1, Cue.IN) && (state.isAt(unit + 2, Cue.PROMPT) || state.isAt(unit + 3, Cue.PROMPT));
        // "1,800 prompt/answer pairs" are made of prompts.
        boolean pair = i < unit && state.isSlash(i + 2);
        return before || after || (!pair && between(i, unit, Cue.PROMPT));
    }

    /** {@code one question: ...}, {@code one pair is 70 tokens}, {@code 3 chats} in a sentence: not a count of data. */
    private boolean isFew(int i, int unit, Measure measure) {
        Numeral count = state.token(i).numeral();
        if (count.isAmbiguous() || count.isRange()) {
            return false;
        }
        long value = count.value().longValue();
        boolean one = value == 1 && i < unit && (state.isAt(unit + 1, Cue.IS) || state.isAt(unit + 1, Cue.PER));
        return one || (measure == Measure.ITEM && value < (state.terse ? 2 : FEW_ITEMS));
    }

    /** {@code 300 documents per language}. */
    private boolean isPerGroup(int unit) {
        return state.isAt(unit + 1, Cue.PER)
                && state.isAt(unit + 2, Category.UNITS)
                && !state.isAt(unit + 2, Measure.EXAMPLE);
    }

    /** {@code 64 samples each step}, {@code per step 64 samples}: the size of a batch. */
    private boolean isOfStep(int i, int unit) {
        return isStep(Math.max(i, unit) + 2, Math.max(i, unit) + 1) || isStep(i - 1, i - 2);
    }

    private boolean isStep(int step, int each) {
        boolean led = state.isAt(each, Cue.PER) || state.isAt(each, Cue.EACH) || state.isAt(each, Cue.EVERY);
        return led && !state.isNumberAt(step) && state.hasTyped(step, Trait.TRAINING_STEP);
    }

    /** {@code each has 12 questions}: parts of an example. */
    private boolean isPartOfEach(int i) {
        return state.hasTyped(i - 1, Trait.CONTAINS)
                && (state.isAt(i - 2, Cue.EACH) || state.isAt(i - 2, Cue.EVERY) || state.isAt(i - 3, Cue.EVERY));
    }

    /** In a translation {@code 1 examples 900 tokens} is how long one is, and {@code 1 examples 6 examples} of what one is made. */
    private boolean isWithinOne(int i, int unit) {
        boolean leads = isOne(i) && unit == i + 1 && state.isNumberAt(unit + 1) && state.isUnitAt(unit + 2);
        boolean led = state.isItemAt(i - 1) && state.isNumberAt(i - 2) && isOne(i - 2);
        return state.text.isTranslated() && (leads || led);
    }

    private boolean isOne(int i) {
        return state.token(i).numeral().value().compareTo(BigDecimal.ONE) == 0;
    }

    /** {@code example 271}, {@code row 57}, {@code line 214}: an index, not a count; but {@code we labelled 900 of them}. */
    private boolean isIndex(int i, int unit) {
        return unit == i - 1
                && !state.hasTyped(unit, Trait.COLLECTS)
                && !state.terse
                && !state.isAt(unit, Trait.PLURAL)
                && !state.isAt(unit - 1, Cue.PER);
    }

    /** The {@code 5000} of {@code n=5000}. */
    boolean readAssigned(int i) {
        if (!isAssigned(i)) {
            return false;
        }
        state.claim(SlotName.EXAMPLES, i, i - 2, i);
        return true;
    }

    /** The {@code 5000} of {@code model=gpt-4o n=5000 epochs=3}, of {@code dataset_size: 5000}, of {@code our data is 5000}. */
    private boolean isAssigned(int i) {
        if (i < 2 || state.candidates.has(SlotName.EXAMPLES)) {
            return false;
        }
        boolean assigned = state.isSymbolAt(i - 1, '=');
        boolean named = state.terse
                && assigned
                && state.hasTyped(i - 2, Trait.COUNT_NAME)
                && !(state.isAt(i + 1, Measure.TOKEN) && !state.isSymbolAt(i + 2, '='));
        boolean said = assigned || state.isSymbolAt(i - 1, ':') || state.isAt(i - 1, Trait.FORM_OF_BE);
        boolean data = isData(i - 2) || (state.isAssignmentAt(i - 1) && state.hasTyped(i - 2, Trait.TRAINING_ROW));
        return named || (said && data && isLarge(i) && state.unitFinder.right(i) < 0);
    }

    private boolean isData(int name) {
        return state.hasTyped(name, Trait.TRAINING_DATA) || state.hasTyped(name, Trait.DATA_SIZE);
    }

    /** True of a number that counts data though no unit says so. */
    boolean isLarge(int i) {
        Numeral count = state.token(i).numeral();
        boolean large = count.isAmbiguous() || count.value().compareTo(FEWEST_WITHOUT_UNIT) >= 0;
        return large && !count.isInBillions();
    }

    /**
     * {@code 750 of them}, {@code 2000 for training}.
     *
     * @param named whether the number belongs to the name on its left
     */
    boolean readWithoutUnit(int i, boolean named) {
        if (isAskedFor(i)) {
            settle(i);
            return true;
        }
        if (!isOfThem(i) && !isHadSoFar(i) && !isPassedOver(i) && (named || !isTrainedOn(i))) {
            return false;
        }
        state.claim(SlotName.EXAMPLES, i, i, Math.min(i + 1, state.size() - 1));
        return true;
    }

    /** {@code it was $1 with 50 examples, what would 1,000 cost?} */
    private boolean isAskedFor(int i) {
        boolean cost = state.hasTyped(i + 1, Trait.COSTS) || state.isAt(i + 1, Category.INTENTS);
        return cost
                && state.isAt(i - 1, Cue.ABILITY)
                && state.sentence(i).asks()
                && isLarge(i)
                && (state.has(Measure.EXAMPLE) || state.has(Measure.ITEM));
    }

    /** Makes a number the only count of examples. */
    private void settle(int i) {
        for (SlotCandidates.Candidate candidate : List.copyOf(state.candidates.all())) {
            if (candidate.slot() == SlotName.EXAMPLES) {
                state.withdraw(candidate.token());
            }
        }
        state.claim(SlotName.EXAMPLES, i, i, i);
        state.candidates.settle(i);
    }

    /** {@code each example has 500 tokens and I have 750 of them}. */
    private boolean isOfThem(int i) {
        return state.isOfThemAt(i + 1)
                && !state.candidates.has(SlotName.EXAMPLES)
                && !state.unitFinder.countsExamples()
                && (state.has(Measure.EXAMPLE) || state.has(Measure.ITEM));
    }

    /** {@code nowhere near one pass over our 240k}. */
    private boolean isPassedOver(int i) {
        boolean owned = state.hasTyped(i - 1, Trait.OWNER) || state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE);
        return owned
                && isLarge(i)
                && state.isBreakAt(i + 1)
                && state.isAt(i - 2, Cue.OVER)
                && state.isAt(i - 3, Measure.EPOCH);
    }

    /** {@code how many chats until it stops? I have around 90 so far}: of what its sentence, or the one before, asks how many it takes. */
    private boolean isHadSoFar(int i) {
        boolean about =
                state.isAt(i - 1, Cue.ABOUT) || (!state.isNumberAt(i - 1) && state.hasTyped(i - 1, Trait.NEAR_COUNT));
        int verb = about ? i - 2 : i - 1;
        boolean owned = !state.isNumberAt(verb) && state.hasTyped(verb, Trait.OWNS);
        int next = i + 1;
        boolean ends = state.isBreakAt(next)
                || state.isSymbolAt(next, ',')
                || state.isAt(next, Cue.AND)
                || state.hasTyped(next, Trait.UNTIL_NOW)
                || state.hasTyped(next, Trait.HAVING);
        return owned && ends && state.isCountAt(i) && !state.candidates.has(SlotName.EXAMPLES) && asksHowMany(i);
    }

    private boolean asksHowMany(int i) {
        int sentence = state.sentence(i).first();
        int first = sentence > 0 ? state.sentence(sentence - 1).first() : 0;
        for (int k = first; k < i; k++) {
            Token token = state.token(k);
            if (!token.isNumber() && token.is(Cue.ABILITY)) {
                return state.isItemAt(k + 1) || isOfExamples(k);
            }
        }
        return false;
    }

    /** The {@code how many examples}, which is one phrase. */
    private boolean isOfExamples(int k) {
        String typed = state.typed(k, k);
        int word = typed.lastIndexOf(' ');
        return word > 0 && state.compiledLexicon.isData(typed.substring(word + 1));
    }

    /** {@code 8,200 train / 900 test rows}, {@code 2000 for training}, {@code our 52k dataset}, {@code 200 data}. */
    private boolean isTrainedOn(int i) {
        boolean data = state.isAt(i + 1, Category.TOPICS) && state.isAt(i + 1, Trait.DATA);
        boolean split = state.isAt(i - 1, Cue.TRAINING)
                && !state.token(i).isYear()
                && !state.isAt(i - 2, Cue.PERSON)
                && (state.isSlash(i + 1)
                        || state.isSymbolAt(i + 1, ')')
                        || state.isAt(i + 1, Cue.VALIDATION)
                        || (state.terse && state.hasTyped(i + 1, Trait.TESTS) && state.isNumberAt(i + 2))
                        || state.isBreakAt(i + 1));
        boolean train = state.isAt(i + 1, Cue.TRAINING)
                && !state.isAt(i + 2, Category.UNITS)
                && !state.isSymbolAt(i + 2, '_')
                && !state.isAt(i - 1, Cue.ARTICLE);
        boolean gpu = state.isTimesSign(i - 1) && state.isGpuNumber(i);
        return isLarge(i) && !gpu && (data || train || split || isNamedData(i) || isDataOfObjective(i));
    }

    /** {@code gemma 4 31b, data 3000, epochs 4}, and in a translation {@code data 150k llava}, where the number is the name's. */
    private boolean isNamedData(int i) {
        boolean ends = state.isBreakAt(i + 1)
                || (state.text.isTranslated() && state.token(i).numeral().scaled() > 0 && isName(i + 1));
        return state.hasTyped(i - 1, Trait.TRAINING_DATA) && state.isBreakAt(i - 2) && ends;
    }

    private boolean isName(int i) {
        return state.isOfMention(i) || (state.at(i) != null && state.token(i).kind == Token.Kind.WORD);
    }

    /** {@code 45k dpo data}. */
    private boolean isDataOfObjective(int i) {
        return state.isAt(i + 1, Category.OBJECTIVES)
                && state.isAt(i + 2, Category.TOPICS)
                && state.isAt(i + 2, Trait.DATA);
    }
}
