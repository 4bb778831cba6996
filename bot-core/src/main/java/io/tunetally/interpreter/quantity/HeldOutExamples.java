package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.HeldOutParts;
import io.tunetally.interpreter.part.NamedHeldOut;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts of examples that are held out for validation: {@code 500 held out}, {@code val 400}. Validation is not trained
 * on, so a part of a whole is taken off it: {@code 10k examples of which 2k are for validation} trains on 8,000.
 */
final class HeldOutExamples {
    /** The most words between a count and the word for validation, or between it and the whole. */
    private static final int REACH = 5;

    /** The same from a count to the word behind it: {@code fifty of them stay out as a test set}. */
    private static final int REACH_OF_PURPOSE = 8;

    /** The most words between a part and its whole: the {@code of our} of {@code 500 of our 4,500}. */
    private static final int WHOLE_REACH = 4;

    /** The same to a whole without a unit. */
    private static final int SENTENCE_REACH = 24;

    /** Fewer than these are examples. */
    private static final BigDecimal FEWEST_TOKENS = BigDecimal.valueOf(10_000);

    private final ParseState state;
    private final HeldOutParts parts;
    private final NamedHeldOut named;
    private final List<Integer> counts = new ArrayList<>(0);

    private HeldOutExamples(ParseState state) {
        this.state = state;
        named = new NamedHeldOut(state);
        parts = new HeldOutParts(state);
    }

    /** Finds the counts before other numbers are read. */
    static HeldOutExamples read(ParseState state) {
        HeldOutExamples heldOut = new HeldOutExamples(state);
        heldOut.find();
        return heldOut;
    }

    private void find() {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < state.size(); i++) {
            Part split = parts.split(i);
            if (split != null) {
                state.use(split.first(), split.last(), Token.Use.KNOWN_NON_SLOT);
            } else if ((named.isInMessage() || mayBeSetApart(i)) && isCount(i) && isHeldOut(i)) {
                counts.add(i);
                sum = sum.add(value(i));
            }
        }
        if (counts.size() == 1) {
            state.candidates.add(SlotName.HELD_OUT_EXAMPLES, Numeral.of(sum), counts.getFirst());
        } else if (counts.size() > 1) {
            state.candidates.addDerived(SlotName.HELD_OUT_EXAMPLES, Numeral.of(sum), counts.getFirst());
        }
        counts.forEach(count -> state.token(count).use = Token.Use.SLOT);
    }

    /** Takes what is held out off the whole that it is said to be a part of. */
    void settle() {
        if (counts.size() != 1) {
            return;
        }
        int part = counts.getFirst();
        if (areTokens(part)) {
            state.candidates.withdraw(part);
            state.candidates.add(
                    SlotName.VALIDATION_TOKENS,
                    Amounts.counted(state.token(part).numeral()),
                    part);
            return;
        }
        if (isFurther(part) && !isPartOfThem(part)) {
            // "16,000 in training, a further 2,000 kept for the test"
            return;
        }
        int own = wholeOf(part);
        own = own < 0 ? parts.wholeAround(part) : own;
        if (own >= 0 && value(own).compareTo(value(part)) > 0) {
            state.candidates.withdraw(own);
            state.candidates.addDerived(SlotName.EXAMPLES, Numeral.of(value(own).subtract(value(part))), own);
            state.token(own).use = Token.Use.SLOT;
            return;
        }
        List<SlotCandidates.Candidate> wholes = state.candidates.of(SlotName.EXAMPLES);
        if (wholes.isEmpty() && isPartOfThem(part)) {
            takeOffRemembered(part);
            return;
        }
        int bare = wholes.isEmpty() ? bareWhole(part) : -1;
        if (bare >= 0 && (trainsOnRest(part) || isPartOf(part, bare) || isTotal(bare))) {
            // "We delivered 5,640. Hold out 640 for checking. The cost with the others?"
            state.candidates.addDerived(
                    SlotName.EXAMPLES, Numeral.of(value(bare).subtract(value(part))), bare);
            state.token(bare).use = Token.Use.SLOT;
            return;
        }
        int whole = wholes.size() == 1 ? wholes.getFirst().token() : -1;
        if (whole >= 0 && (isPartOf(part, whole) || isTakenFrom(part, whole))) {
            takeOff(part, wholes.getFirst());
        }
        // "3 of 212 cases failed. We have 14,800 tickets, out of which 1,480 are reserved": the one in the sentence.
        List<SlotCandidates.Candidate> near = wholes.stream()
                .filter(each -> wholes.size() > 1
                        && each.token() >= state.sentence(part).first()
                        && isPartOf(part, each.token()))
                .toList();
        if (near.size() == 1) {
            takeOff(part, near.getFirst());
        }
    }

    /** {@code a further 2,000}, {@code 400 more held out}, {@code on top of that we hold out 1,000}: they come beside the data. */
    private boolean isFurther(int part) {
        boolean further = state.hasTyped(part - 1, Trait.ANOTHER)
                || state.hasTyped(part + 1, Trait.FURTHER)
                || state.hasTyped(part + 1, Trait.MORE);
        for (int i = state.clause(part).first(); i < part && !further; i++) {
            further = state.isAt(i, Cue.ADD) && state.hasTyped(i, Trait.GROWS);
        }
        return further;
    }

    /** Returns the index of the last number before a part that is larger, without a unit and in its sentence or the one before; or -1. */
    private int bareWhole(int part) {
        int sentence = state.sentence(part).first();
        int first = sentence > 0 ? state.sentence(sentence - 1).first() : 0;
        for (int i = part - 1; i >= Math.max(first, part - SENTENCE_REACH); i--) {
            if (state.isNumberAt(i) && value(i).compareTo(value(part)) > 0) {
                boolean open = state.token(i).use == Token.Use.NOTHING && !state.isUnitAt(i + 1);
                boolean whole = open
                        && !state.isSymbolAt(i - 1, '$')
                        && !state.token(i).numeral().isInBillions();
                return whole && !Amounts.count(state.token(i).numeral()).isAmbiguous() ? i : -1;
            }
        }
        return -1;
    }

    /** {@code 100 of them are for validation} in a conversation about 1,100 examples, but not {@code val 100}. */
    private boolean isPartOfThem(int part) {
        int of = state.isAt(part + 1, Category.UNITS) ? part + 2 : part + 1;
        boolean ofThem = state.isOfThemAt(of);
        return state.mayEdit() && (ofThem || named.isApposed(part) || parts.isSetApart(part) || isKeptAside(part));
    }

    private void takeOffRemembered(int part) {
        Slot<Long> whole = state.remembered.get(SlotName.EXAMPLES);
        if (whole != null && whole.high() == null) {
            BigDecimal rest = BigDecimal.valueOf(whole.value()).subtract(value(part));
            if (rest.signum() > 0) {
                state.candidates.addDerived(SlotName.EXAMPLES, Numeral.of(rest), part);
            }
        }
    }

    private void takeOff(int part, SlotCandidates.Candidate whole) {
        Numeral all = whole.numeral();
        if (!all.isRange() && !all.isAmbiguous() && all.value().compareTo(value(part)) > 0) {
            state.candidates.withdraw(whole.token());
            state.candidates.addDerived(
                    SlotName.EXAMPLES, Numeral.of(all.value().subtract(value(part))), whole.token());
        }
    }

    private boolean isHeldOut(int i) {
        int whole = wholeOf(i);
        if (whole >= 0 && value(i).compareTo(value(whole).multiply(HeldOutParts.MOST_HELD_OUT)) > 0) {
            return false;
        }
        return isFollowed(i)
                || isTestedOn(i)
                || named.isNamed(i)
                || named.isListed(i)
                || named.isPaired(i)
                || named.isColumn(i)
                || parts.isSetApart(i)
                || isKeptAside(i)
                || isNotTrained(i)
                || named.isInBrackets(i)
                || named.isNamedInBrackets(i)
                || named.isApposed(i)
                || (whole >= 0 && (isFollowedByTests(whole) || isApartBehind(whole)));
    }

    /** {@code 75 of my 475 haiku for testing}: the noun of a whole may be unknown. */
    private boolean isFollowedByTests(int whole) {
        Token noun = state.at(whole + 1);
        boolean named = noun != null && !noun.isNumber() && !state.isBreakAt(whole + 1) && !state.isUnitAt(whole + 1);
        return parts.isFollowedByTests(whole) || (named && parts.isFollowedByTests(whole + 1));
    }

    private boolean mayBeSetApart(int i) {
        if (!state.isNumberAt(i)) {
            return false;
        }
        boolean apart = state.hasTypedAnywhere(Trait.SETS_APART) && (parts.isSetApart(i) || isKeptAside(i));
        return apart
                || wholeOf(i) >= 0
                || isNotTrained(i)
                || isTestedOn(i)
                || isFollowed(i)
                || named.isInBrackets(i)
                || named.isNamedInBrackets(i)
                || named.isColumn(i)
                || named.isListed(i)
                || named.isPaired(i)
                || (state.terse && named.isNamed(i));
    }

    /** {@code we keep 200 of them aside}, {@code put 300 back}. */
    private boolean isKeptAside(int number) {
        int verb = state.isAt(number - 1, Cue.ABOUT) ? number - 2 : number - 1;
        return verb >= 0 && state.hasTyped(verb, Trait.SETS_APART) && !state.isNumberAt(verb) && isApartBehind(number);
    }

    /** {@code we won't train on 300 of them}. */
    private boolean isNotTrained(int number) {
        boolean ofThem = state.isOfThemAt(number + 1);
        int verb = state.isAt(number - 1, Cue.ON) ? number - 2 : number - 1;
        boolean trains = state.isAt(verb, Cue.TRAINING) || state.isAt(verb, Category.TUNING);
        return ofThem && ((trains && state.isAt(verb - 1, Cue.NOT)) || isNotUsed(number + 3));
    }

    /** {@code train on 182400 samples, validate on 61900 samples}. */
    private boolean isTestedOn(int number) {
        int verb = number - 2;
        boolean tested = state.isAt(number - 1, Cue.ON)
                && verb >= 0
                && !state.isNumberAt(verb)
                && state.hasTyped(verb, Trait.EVALUATES);
        boolean trained = false;
        for (int i = state.sentence(number).first(); tested && i < verb; i++) {
            trained |= state.isNumberAt(i) && state.isItemAt(i + 1) && state.isAt(i - 1, Cue.ON);
        }
        return trained;
    }

    /** {@code 150 of them we will not use}, {@code 250 of those I'm keeping back}. */
    private boolean isNotUsed(int first) {
        for (int i = first + 1; i <= first + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            boolean used = state.isAt(i, Cue.TRAINING)
                    || state.isAt(i, Category.TUNING)
                    || (i < state.size() && state.hasTyped(i, Trait.USES));
            boolean apart = state.hasTyped(i, Trait.SETS_APART)
                    && (state.isAt(i + 1, Cue.OUT) || state.hasTyped(i + 1, Trait.APART));
            if (apart
                    || (used && state.isAt(i - 1, Cue.NOT))
                    || (i < state.size() && state.hasTyped(i, Trait.REFUSES))) {
                return true;
            }
        }
        return false;
    }

    /** {@code 200 of our 3,200 essays aside}. */
    private boolean isApartBehind(int whole) {
        for (int i = whole + 1; i <= whole + WHOLE_REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.hasTyped(i, Trait.APART)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the 4,500 in {@code 500 of our 4,500}, or -1. */
    private int wholeOf(int part) {
        // "4,500 out of the 20,000"
        int of = state.isAt(part + 1, Cue.OUT) ? part + 2 : part + 1;
        if (!state.isNumberAt(part) || !state.hasTyped(of, Trait.PART_OF)) {
            return -1;
        }
        for (int i = of + 1; i <= part + WHOLE_REACH && !state.isBreakAt(i); i++) {
            if (state.isNumberAt(i)) {
                return i;
            }
        }
        return -1;
    }

    /** {@code has set aside a hundred dollars}. */
    private boolean isMoney(int i) {
        return state.isSymbolAt(i - 1, '$')
                || state.isAt(i - 1, Category.CURRENCIES)
                || state.isAt(i - 1, Measure.DOLLAR)
                || state.isAt(i + 1, Category.CURRENCIES)
                || state.isAt(i + 1, Measure.DOLLAR);
    }

    private boolean isCount(int i) {
        Token token = state.token(i);
        if (!token.isNumber() || token.use != Token.Use.NOTHING) {
            return false;
        }
        Numeral numeral = token.numeral();
        return !numeral.isRange()
                && !numeral.isAmbiguous()
                && !numeral.isInBillions()
                && numeral.value().signum() > 0
                && Amounts.counted(numeral).value().stripTrailingZeros().scale() <= 0
                && !state.isPercentAt(i + 1)
                && !isMoney(i)
                && !isWhole(i)
                && !isOfSetting(i)
                // "over 6 months to run a tuned gpt-4o"
                && state.timeAt(i + 1) == null
                && !parts.isChance(i)
                && (!state.isSlash(i - 1) || named.isListed(i) || named.isPaired(i))
                && (!state.isAt(i - 1, Cue.ON) || isNotTrained(i) || isTestedOn(i))
                && !state.isAt(i - 1, Category.KNOBS);
    }

    /** The 2 of {@code n_epochs=2 val 90k tokens}: it has a name of its own. */
    private boolean isOfSetting(int number) {
        return state.isAssignmentAt(number - 1) && isMeasured(number - 2);
    }

    /** The 5,000 of {@code 20% of 5,000 held out} and of {@code 500 of our 5,000}. */
    private boolean isWhole(int number) {
        if (state.hasTyped(number - 1, Trait.PART_OF) && state.isPercentAt(number - 2)) {
            return true;
        }
        for (int i = number - 2; i >= number - WHOLE_REACH && i >= 0; i--) {
            if (wholeOf(i) == number) {
                return true;
            }
        }
        return false;
    }

    /** {@code 500 held out}, {@code 2k of them are for validation}, {@code 500 validation examples}. */
    private boolean isFollowed(int number) {
        if (named.isOfTraining(number)) {
            return false;
        }
        for (int i = number + 1; i <= number + REACH_OF_PURPOSE; i++) {
            if (state.isAt(i, Cue.VALIDATION) || isPurpose(i) || named.isMark(i)) {
                return !isMeasured(i + 1)
                        && !isNameOfNext(number, i)
                        && !isOfBot(i)
                        && !namesTokens(i)
                        && !named.isFraction(i + 1)
                        && !(state.isSymbolAt(i + 1, '=') && state.isNumberAt(i + 2));
            }
            if (!leadsToPurpose(i)) {
                return false;
            }
        }
        return false;
    }

    /** The {@code val} of {@code 9000 rows val 1M tok}, but not that of {@code 1000 val 6M tok}. */
    private boolean namesTokens(int name) {
        int number = state.isAssignmentAt(name + 1) ? name + 2 : name + 1;
        return state.isNumberAt(number)
                && (!state.isNumberAt(name - 1) || number > name + 1)
                && state.isAt(number + 1, Measure.TOKEN)
                && value(number).compareTo(FEWEST_TOKENS) >= 0;
    }

    /** The {@code eval examples} of {@code train examples: 12480 eval examples: 520}: each number stands behind its name. */
    private boolean isNameOfNext(int number, int name) {
        int last = state.isUnitAt(name + 1) ? name + 1 : name;
        return state.isAssignmentAt(number - 1) && state.isAssignmentAt(last + 1) && state.isNumberAt(last + 2);
    }

    /** {@code 200k validation tokens} and {@code 2 validation runs} are no examples. */
    private boolean isMeasured(int index) {
        Measure measure = state.measureAt(index);
        return measure != null && measure != Measure.EXAMPLE && measure != Measure.ITEM;
    }

    private boolean leadsToPurpose(int i) {
        Token token = state.at(i);
        return token != null
                && !token.isNumber()
                && (Portions.continuesCount(state, i)
                        || token.is(Cue.FOR)
                        || token.is(Cue.TO)
                        || token.is(Cue.OUT)
                        || token.is(Cue.PERSON)
                        || token.is(Cue.ARTICLE)
                        || state.hasTyped(i, Trait.DEFINITE_ARTICLE)
                        || state.hasTyped(i, Trait.RELATIVE)
                        || state.hasTyped(i, Trait.FURTHER)
                        || state.hasTyped(i, Trait.NARROWS)
                        || state.hasTyped(i, Trait.SERVES_AS)
                        || isPlace(i)
                        || isFurtherOnes(i)
                        || (state.text.isTranslated() && token.is(Category.FUNCTIONS))
                        || state.hasTyped(i, Trait.OF_CHECK)
                        || state.hasTyped(i, Trait.APART)
                        || state.hasTyped(i, Trait.MARKED_AS)
                        || named.isQuote(i)
                        || state.hasTyped(i, Trait.DISCARDED)
                        || state.hasTyped(i, Trait.SETS_APART));
    }

    /** The {@code in the drawer} of {@code 80 of those stay in the drawer for checking}. */
    private boolean isPlace(int i) {
        boolean in = state.isAt(i, Cue.IN) && state.hasTyped(i + 1, Trait.DEFINITE_ARTICLE);
        boolean noun = state.token(i).kind == Token.Kind.WORD
                && state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE)
                && state.isAt(i - 2, Cue.IN);
        return in || noun;
    }

    /** The {@code cards} of {@code 550 further cards kept apart}, the {@code that} of {@code 170 more that I use only for evaluation}. */
    private boolean isFurtherOnes(int i) {
        boolean noun = state.isItemAt(i) || state.isPluralAt(i);
        boolean behind = state.hasTyped(i - 1, Trait.FURTHER) || state.isNumberAt(i - 1);
        boolean that = state.hasTyped(i, Trait.PRONOUN)
                && (state.isAt(i + 1, Cue.PERSON) || state.hasTyped(i + 1, Trait.SERVES_AS));
        return that || (noun && behind);
    }

    /** The {@code exam bot} of {@code 350 questions for exam bot}: they train it. */
    private boolean isOfBot(int i) {
        return state.hasTyped(i + 1, Trait.TUNED_THING) || state.hasTyped(i + 1, Trait.BOT);
    }

    /** The {@code checking} of {@code 400 of them are for checking}. */
    private boolean isPurpose(int i) {
        int first = state.hasTyped(i - 1, Trait.OF_CHECK) ? i - 1 : i;
        int led = state.hasTyped(first - 1, Trait.DEFINITE_ARTICLE) ? first - 2 : first - 1;
        return (state.isAt(led, Cue.FOR) || state.isAt(led, Cue.TO) || isAs(led))
                && (state.hasTyped(i, Trait.EVALUATES) || state.hasTyped(i, Trait.TESTS));
    }

    /** The {@code as a} of {@code 400 stay out as a test}. */
    private boolean isAs(int led) {
        int as = state.isAt(led, Cue.ARTICLE) ? led - 1 : led;
        return !state.isNumberAt(as)
                && state.hasTyped(as, Trait.SETS_APART)
                && (state.isAt(as - 1, Cue.OUT) || state.hasTyped(as - 1, Trait.APART));
    }

    /** {@code of which 2k}, {@code including 2k}, {@code 2k of them}. */
    private boolean isPartOf(int part, int whole) {
        if (whole > part) {
            return false;
        }
        for (int i = Math.max(whole + 1, part - REACH); i < part; i++) {
            boolean ofWhich = state.hasTyped(i, Trait.RELATIVE)
                    && (state.hasTyped(i - 1, Trait.PART_OF) || state.isAt(i - 1, Cue.FROM));
            if (ofWhich || state.hasTyped(i, Trait.INCLUDES)) {
                return true;
            }
        }
        int bracket = part - 1;
        boolean inside = named.isInBrackets(part)
                && !parts.isTrainedOn(whole)
                && (bracket == whole + 1 || bracket == state.unitFinder.right(whole) + 1);
        int of = state.isAt(part + 1, Category.UNITS) ? part + 2 : part + 1;
        return inside
                || (state.hasTyped(of, Trait.PART_OF)
                        && state.hasTyped(of + 1, Trait.RELATIVE)
                        && !isForTraining(whole));
    }

    /** {@code 4.7万条做训练，3千条做验证}: in a translation the word for training ends the clause of the first. */
    private boolean isForTraining(int whole) {
        int end = whole + 1;
        while (end < state.size() && end <= whole + REACH && !state.isBreakAt(end) && !state.isSymbolAt(end, ',')) {
            end++;
        }
        return state.text.isTranslated()
                && !state.isNumberAt(end - 1)
                && (state.isAt(end - 1, Cue.TRAINING) || state.isAt(end - 1, Category.TUNING));
    }

    /** {@code 7.3M for the train file, 0.8M for validation}: as the data, what validates is counted in tokens. */
    private boolean areTokens(int part) {
        return state.candidates.has(SlotName.TOTAL_TOKENS)
                && !state.candidates.has(SlotName.EXAMPLES)
                && !state.candidates.has(SlotName.VALIDATION_TOKENS)
                && value(part).compareTo(FEWEST_TOKENS) >= 0;
    }

    /** {@code 13,200 rows in total, hold out 1,200}, {@code 3,000 cases, keep 300 for the test and train on the rest}. */
    private boolean isTakenFrom(int part, int whole) {
        return whole < part
                && !parts.isTrainedOn(whole)
                && (parts.isSetApart(part)
                        || isReserved(part)
                        || named.isMarkedBehind(part)
                        || isTotal(whole)
                        || trainsOnRest(part));
    }

    /** {@code we keep 800 for the evaluation}, {@code 500 kept for testing}, {@code minus 150 for QA}. */
    private boolean isReserved(int part) {
        int before = state.isAt(part - 1, Cue.ABOUT) ? part - 2 : part - 1;
        int unit = state.isAt(part + 1, Category.UNITS) ? part + 2 : part + 1;
        // "250 are held back", "250 will be held back"
        int verb = state.hasTyped(unit, Trait.OBLIGES) && state.isAt(unit + 1, Trait.FORM_OF_BE) ? unit + 1 : unit;
        int behind = state.isAt(verb, Trait.FORM_OF_BE) ? verb + 1 : verb;
        return before > 0
                && (state.hasTyped(before, Trait.SETS_APART)
                        || state.hasTyped(before, Trait.MINUS)
                        || state.isSymbolAt(before, '-')
                        || state.hasTyped(behind, Trait.SETS_APART)
                        || state.hasTyped(behind, Trait.DISCARDED));
    }

    /** {@code 7,500 letters altogether}, {@code a total of 4,000}. */
    private boolean isTotal(int whole) {
        for (int i = Math.max(0, whole - REACH); i <= Math.min(state.size() - 1, whole + REACH); i++) {
            if (state.isAt(i, Cue.TOTAL)
                    && state.clause(i).first() == state.clause(whole).first()) {
                return true;
            }
        }
        return false;
    }

    /** {@code the remaining ones}, {@code train on the rest}. */
    private boolean trainsOnRest(int part) {
        for (int i = part + 1; i < state.size(); i++) {
            boolean named = state.text.isTranslated() || state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE);
            if (state.hasTyped(i, Trait.THE_REST) && named) {
                return true;
            }
        }
        return false;
    }

    private BigDecimal value(int i) {
        return Amounts.count(state.token(i).numeral()).value();
    }
}
