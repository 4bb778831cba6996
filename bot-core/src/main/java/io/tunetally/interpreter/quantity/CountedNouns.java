package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.PartAsides;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.TrafficQuantities;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts of things that the lexicon does not know: {@code 1,440 scenes}, {@code 2.2k reddit posts}. The only large count
 * in a message about tuning is the number of examples; of several, the one that tuning is said of. Where none is, they
 * contradict each other, and a question follows.
 */
final class CountedNouns {
    /** The most words from the noun of {@code 640 classifications our two vets made} to its verb. */
    private static final int REACH_OF_MAKER = 4;

    /** Below it a count is of people, weeks or models as often as of data. */
    private static final BigDecimal FEWEST = BigDecimal.valueOf(30);

    /** The most words from a count to a part of it. */
    private static final int REACH = 5;

    /** The most words between a verb of training and the number it is said of. */
    private static final int VERB_REACH = 6;

    /** The most words of a sentence between data that come in and the count they arrive at. */
    private static final int SENTENCE_REACH = 20;

    /** The most words between a part and what becomes of it. */
    private static final int FATE_REACH = 10;

    private final ParseState state;
    private @Nullable List<String> singled;
    private final NounPhrase nouns;
    private final TrafficQuantities traffic;

    private CountedNouns(ParseState state, TrafficQuantities traffic) {
        this.state = state;
        this.traffic = traffic;
        nouns = new NounPhrase(state);
    }

    static void read(ParseState state, TrafficQuantities traffic) {
        boolean counted = state.candidates.has(SlotName.EXAMPLES) || state.candidates.has(SlotName.TOTAL_TOKENS);
        if (counted) {
            new CountedNouns(state, traffic).parts();
        } else if (isAboutTuning(state)) {
            CountedNouns counts = new CountedNouns(state, traffic);
            counts.read();
            if (state.candidates.has(SlotName.EXAMPLES)) {
                counts.parts();
            }
        }
    }

    private static boolean isAboutTuning(ParseState state) {
        return state.speaksOfTuning()
                || (state.terse && !state.mentions.isEmpty())
                || state.candidates.has(SlotName.TOKENS_PER_EXAMPLE)
                || state.candidates.has(SlotName.EPOCHS)
                || (state.hasTypedAnywhere(Trait.SPOKEN) && state.has(Category.INTENTS));
    }

    private void read() {
        List<Integer> counts = new ArrayList<>(0);
        for (int i = 0; i < state.size(); i++) {
            if (isLargeCount(i) && (nouns.of(i) >= 0 || isBare(i))) {
                counts.add(i);
            }
        }
        counts.removeIf(
                count -> isOfAskers(count) || isPartOfRequests(count) || traffic.oneTime(count, nouns.of(count)));
        if (counts.isEmpty()) {
            requests();
            return;
        }
        if (counts.size() > 1) {
            // "650 menus, 50 of which stay out"
            counts.removeIf(count -> count > counts.getFirst() && isPart(count));
        }
        List<Integer> tuned = counts.size() < 2
                ? counts
                : counts.stream().filter(this::isTunedOn).toList();
        List<Integer> gathered = tuned.size() == 1
                ? tuned
                : counts.stream().filter(this::isGathered).toList();
        (gathered.size() == 1 ? gathered : counts).forEach(this::claim);
    }

    /** {@code she has keyed in 2,100 moisture queries}, {@code 750 calls, two epochs}: requests without a rate are the data. */
    private void requests() {
        if (!state.has(Measure.REQUEST)) {
            return;
        }
        if (state.candidates.has(SlotName.REQUESTS_PER_DAY)) {
            spoken();
            return;
        }
        List<Integer> counts = new ArrayList<>(0);
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i) && isLargeRequests(i)) {
                counts.add(i);
            }
        }
        boolean epochs = state.candidates.has(SlotName.EPOCHS)
                || state.candidates.has(SlotName.HELD_OUT_EXAMPLES)
                || (state.terse && state.has(Category.METHODS) && !state.has(Category.PERIODS))
                || isCommandWithoutTime();
        if (counts.size() == 1) {
            int only = counts.getFirst();
            if (epochs || isTunedOn(only) || isTaught(only) || isGathered(only) || isGatheredBehind(only)) {
                claim(only);
                lengthOfEach(only);
                return;
            }
        }
        if (state.has(Measure.TOKEN)) {
            spoken();
        }
    }

    /** {@code llama 8b vs qwen3-8b, 900 calls}: calls of no time and no length are no traffic. */
    private boolean isCommandWithoutTime() {
        boolean used = state.has(Intent.TCO)
                || state.has(Intent.BREAKEVEN)
                || state.candidates.has(SlotName.INPUT_TOKENS)
                || state.candidates.has(SlotName.OUTPUT_TOKENS)
                || state.candidates.has(SlotName.PROMPT_TOKENS);
        return state.terse
                && state.remembered.isEmpty()
                && !state.mentions.isEmpty()
                && !used
                && !state.has(Category.PERIODS)
                && !state.has(Category.RATES)
                && !state.any(
                        token -> token.measure() != null && token.measure().isTime());
    }

    /** {@code 3,850 calls, 2 epochs, 410 tokens/call}: the length of what is the data is an example's. */
    private void lengthOfEach(int count) {
        String things = state.typed(state.unitFinder.right(count), state.unitFinder.right(count));
        List<Integer> lengths = state.candidates.numbersOf(SlotName.INPUT_TOKENS);
        if (lengths.size() != 1
                || state.candidates.has(SlotName.OUTPUT_TOKENS)
                || state.candidates.has(SlotName.TOKENS_PER_EXAMPLE)) {
            return;
        }
        int length = lengths.getFirst();
        int per = length + 2;
        boolean each = state.isAt(length + 1, Measure.TOKEN) && (state.isAt(per, Cue.PER) || state.isAt(per, Cue.EACH));
        if (each && isSingularOf(state.typed(per + 1, per + 1), things)) {
            state.candidates.withdraw(length);
            state.candidates.add(
                    SlotName.TOKENS_PER_EXAMPLE,
                    Amounts.counted(state.token(length).numeral()),
                    length);
            state.candidates.settle(length);
        }
    }

    /** {@code for 400 vet calls and 30 questions a day}, {@code for 1,800 call-ins of 240 tokens}: the only calls that are no rate. */
    private void spoken() {
        List<Integer> counts = new ArrayList<>(0);
        for (int i = 0; state.hasTypedAnywhere(Trait.SPOKEN) && i < state.size(); i++) {
            int unit = state.isNumberAt(i) ? state.unitFinder.right(i) : -1;
            boolean led = state.isAt(i - 1, Cue.FOR) || state.isAt(i - 1, Cue.ON) || state.isAt(i - 1, Cue.OF);
            if (led && unit > i && state.hasTyped(unit, Trait.SPOKEN) && isLargeRequests(i)) {
                counts.add(i);
            }
        }
        if (counts.size() == 1) {
            claim(counts.getFirst());
        }
    }

    /** {@code a model trained on 2,750 queries}. */
    private boolean isTaught(int number) {
        int on = state.isAt(number - 1, Cue.ABOUT) ? number - 2 : number - 1;
        return state.isAt(on, Cue.ON) && state.hasTyped(on - 1, Trait.TEACHES);
    }

    /** {@code 3,400 harvest queries typed up}, {@code 2,100 queries with answers}, {@code 640 classifications made by our vets}. */
    private boolean isGatheredBehind(int number) {
        int unit = state.unitFinder.right(number);
        if (isMadeBehind(unit)) {
            return true;
        }
        for (int i = unit + 1; i <= unit + 2; i++) {
            boolean answers = state.hasTyped(i, Trait.ANSWERED) && state.isAt(i - 1, Cue.OF);
            if (answers || state.hasTyped(i, Trait.COLLECTS)) {
                return true;
            }
        }
        return false;
    }

    /** True of {@code 640 classifications our vets made}, but not of {@code 640 queries our staff write a day}. */
    private boolean isMadeBehind(int unit) {
        boolean made = false;
        int end = state.clause(unit).end();
        for (int i = unit + 1; i < end; i++) {
            Measure measure = state.measureAt(i);
            if (state.isAt(i, Cue.EVERY)
                    || state.isAt(i, Category.PERIODS)
                    || (measure != null && measure.time() != null)) {
                return false;
            }
            made |= i <= unit + REACH_OF_MAKER && !state.isNumberAt(i) && state.hasTyped(i, Trait.MAKES_DATA);
        }
        return made;
    }

    /** The 60 of {@code 60 farms want in ... if every farm asks 30}: those who ask are named again by the word for each. */
    private boolean isOfAskers(int number) {
        boolean rated = state.candidates.has(SlotName.REQUESTS_PER_DAY);
        if (!rated || !(state.has(Cue.EACH) || state.has(Cue.EVERY) || state.has(Cue.PER))) {
            return false;
        }
        int noun = nouns.of(number);
        String things = noun < 0 ? "" : state.typed(noun, noun);
        return noun >= 0 && singled().stream().anyMatch(one -> isSingularOf(one, things));
    }

    /** Returns the words behind {@code each}, {@code every} and {@code per}, of which a message has few, however many its numbers are. */
    private List<String> singled() {
        if (singled == null) {
            singled = new ArrayList<>(0);
            for (int i = 0; i < state.size() - 1; i++) {
                if (state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY) || state.isAt(i, Cue.PER)) {
                    singled.add(state.typed(i + 1, i + 1));
                }
            }
        }
        return singled;
    }

    /** {@code farm} of {@code farms}, {@code agency} of {@code agencies}. */
    private static boolean isSingularOf(String one, String many) {
        return one.length() > 2
                && one.length() <= many.length()
                && many.startsWith(one.substring(0, one.length() - 1))
                && many.length() - one.length() <= 2;
    }

    /** The 2,300 of {@code 10,000 calls, 2,300 of them longer than ten minutes}. */
    private boolean isPartOfRequests(int part) {
        if (!isPart(part)) {
            return false;
        }
        int whole = part - 1;
        while (whole > part - REACH && whole > 0 && !state.isNumberAt(whole)) {
            whole--;
        }
        return state.isNumberAt(whole) && isLargeRequests(whole);
    }

    private boolean isLargeRequests(int i) {
        int unit = state.unitFinder.right(i);
        Numeral numeral = state.token(i).numeral();
        return state.isAt(unit, Measure.REQUEST)
                && state.token(i).use == Token.Use.KNOWN_NON_SLOT
                && !numeral.isAmbiguous()
                && !numeral.isRange()
                && numeral.value().compareTo(FEWEST) >= 0
                && !nouns.isCountedOverTime(unit + 1);
    }

    /** {@code we have 900 contracts and labelled 410 of them}: the part is the data. */
    private void parts() {
        if (isWhole()) {
            return;
        }
        PartAsides asides = new PartAsides(state);
        for (int i = 0; i < state.size(); i++) {
            boolean counts = state.isNumberAt(i) && (isLargeCount(i) || isExamples(i));
            if (!counts || (i > 0 && (state.hasTyped(i - 1, Trait.LOSES) || isLeftOut(i)))) {
                continue;
            }
            if (asides.isAside(i)) {
                state.withdraw(i);
                state.candidates.settle(i);
            } else if (state.isOfThemAt(i + 1)) {
                dropCountsBefore(i);
                if (!isExamples(i)) {
                    claim(i);
                }
            }
        }
    }

    /** {@code 150 of them we will not use}, {@code 150 of them are only to test it}. */
    private boolean isLeftOut(int part) {
        if (!state.has(Cue.NOT) && !state.has(Cue.VALIDATION) && !state.hasTypedAnywhere(Trait.REFUSES)) {
            return false;
        }
        int end = Math.min(state.clause(part).end(), part + FATE_REACH);
        for (int i = part + 1; i < end; i++) {
            boolean used = state.hasTyped(i, Trait.SHOWS_DATA)
                    || state.hasTyped(i, Trait.USES)
                    || state.isAt(i, Cue.TRAINING)
                    || state.isAt(i, Category.TUNING);
            if ((used && state.isAt(i - 1, Cue.NOT))
                    || state.hasTyped(i, Trait.REFUSES)
                    || state.isAt(i, Cue.VALIDATION)) {
                return true;
            }
        }
        return false;
    }

    /** {@code train on all of them}, {@code train on all}, {@code use everything}. */
    private boolean isWhole() {
        for (int i = 0; i < state.size() && state.has(Cue.ALL); i++) {
            boolean ends = state.isBreakAt(i + 1);
            if (state.isAt(i, Cue.ALL) && (state.isOfThemAt(i + 1) || (ends && (isTrainedOn(i) || isClause(i))))) {
                return true;
            }
        }
        return false;
    }

    private boolean isTrainedOn(int all) {
        return state.isAt(all - 1, Cue.ON) || state.isAt(all - 1, Cue.TRAINING) || state.isAt(all - 1, Category.TUNING);
    }

    /** {@code ..., all}. */
    private boolean isClause(int all) {
        return all > 0 && state.isBreakAt(all - 1);
    }

    private boolean isExamples(int number) {
        return state.isNumberAt(number)
                && state.candidates.all().stream()
                        .anyMatch(count -> count.slot() == SlotName.EXAMPLES && count.token() == number);
    }

    private void dropCountsBefore(int part) {
        List<Integer> wholes = state.candidates.all().stream()
                .filter(count -> count.slot() == SlotName.EXAMPLES && count.token() < part)
                .map(SlotCandidates.Candidate::token)
                .toList();
        for (int whole : wholes) {
            state.withdraw(whole);
        }
    }

    private void claim(int number) {
        state.candidates.add(
                SlotName.EXAMPLES, Amounts.counted(state.token(number).numeral()), number);
        state.use(number, Math.max(number, nouns.of(number)), Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
    }

    private boolean isLargeCount(int i) {
        Token token = state.token(i);
        if (!token.isNumber() || token.use != Token.Use.NOTHING) {
            return false;
        }
        Numeral numeral = token.numeral();
        boolean whole =
                numeral.isAmbiguous() || numeral.value().stripTrailingZeros().scale() <= 0;
        boolean large = numeral.isAmbiguous() || numeral.value().compareTo(FEWEST) >= 0;
        boolean glued = !token.spaced && i > 0 && !state.isSymbolAt(i - 1, '(') && !state.isTimesSign(i - 1);
        return whole
                && large
                && !numeral.isInBillions()
                && !glued
                && !isGpu(numeral)
                && !state.isAt(i - 1, Category.KNOBS);
    }

    /** {@code a 4080 or 4090}. */
    private boolean isGpu(Numeral numeral) {
        return state.compiledLexicon.isGpuNumber(numeral.value().toPlainString());
    }

    /** {@code train once on 6k}, {@code 4o-mini or nano for 2k, cheaper one}, {@code got 700 of those}. */
    private boolean isBare(int number) {
        Token before = state.at(number - 1);
        boolean led = before != null
                && (before.is(Cue.ON)
                        || before.is(Cue.OVER)
                        || before.is(Cue.FOR)
                        || before.is(Cue.OF)
                        || before.isSymbol('@'));
        // "the 3,700 of 2025"
        if (before != null && before.is(Cue.OF) && state.token(number).isYear() && state.isNumberAt(number - 2)) {
            return false;
        }
        return state.isOfThemAt(number + 1)
                || isOfPeriod(number)
                || ((led || isReached(number)) && state.isBreakAt(number + 1) && !state.mentions.isEmpty());
    }

    /** {@code last year's 4,800}, {@code 2024's 8,600}, {@code the previous 12,000}, {@code the 5,400 from March}. */
    private boolean isOfPeriod(int number) {
        Token before = state.at(number - 1);
        if (before == null || before.isNumber()) {
            return false;
        }
        Measure time = before.measure();
        boolean possible = (time != null && time.isTime())
                || before.is(Cue.IS)
                || before.is(Cue.PAST)
                || before.is(Cue.REPORT)
                || before.is(Category.FUNCTIONS);
        if (!possible) {
            return false;
        }
        boolean past = state.isAt(number - 2, Cue.PAST) || state.hasTyped(number - 2, Trait.THIS_PERIOD);
        boolean ofTime = time != null && time.isTime() && past;
        boolean ofYear = before.is(Cue.IS) && state.isSymbolAt(number - 2, '\'') && state.isNumberAt(number - 3);
        boolean previous = before.is(Cue.PAST) && state.hasTyped(number - 2, Trait.DEFINITE_ARTICLE);
        int from = number + 1;
        boolean since = state.hasTyped(number - 1, Trait.DEFINITE_ARTICLE)
                && (state.isAt(from, Cue.FROM) || state.hasTyped(from, Trait.PART_OF))
                && (state.hasTyped(from + 1, Trait.PERIOD_NAME)
                        || state.hasTyped(from + 1, Trait.LAST_PERIOD)
                        || (state.isNumberAt(from + 1) && state.token(from + 1).isYear()));
        boolean named = ofTime || ofYear || previous || since || state.hasTyped(number - 1, Trait.LAST_PERIOD);
        return named && state.unitFinder.right(number) < 0;
    }

    /** {@code we label 400 rows a day and by Friday we'll have 6,000}: the count that data which come in arrive at. */
    private boolean isReached(int number) {
        boolean led = state.hasTyped(number - 1, Trait.OWNS)
                || state.isAt(number - 1, Cue.IS)
                || state.isAt(number - 1, Trait.LOCATIVE)
                || state.isAt(number - 1, Cue.TO);
        int first = Math.max(state.sentence(number).first(), number - SENTENCE_REACH);
        for (int i = first; led && i < number; i++) {
            if (state.hasTyped(i, Trait.GATHERS)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPart(int number) {
        return state.hasTyped(number + 1, Trait.PART_OF)
                && (state.isAt(number + 2, Cue.THEM) || state.hasTyped(number + 2, Trait.RELATIVE));
    }

    /** {@code we logged 5,300 visits}. */
    private boolean isGathered(int number) {
        for (int i = Math.max(state.clause(number).first(), number - VERB_REACH); i < number; i++) {
            if (state.hasTyped(i, Trait.COLLECTS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code we train on 6,200 stanzas}, {@code 900 ballads for the tuning}. */
    private boolean isTunedOn(int number) {
        return state.clause(number).namesTraining();
    }
}
