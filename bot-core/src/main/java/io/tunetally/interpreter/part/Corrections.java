package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Removes values that a message itself corrects: {@code 4 epochs, no wait, 3 epochs}, {@code 4 epochs, sorry, 3},
 * {@code 5 epochs, but make it 2 epochs}, or that are about the past: {@code we trained 3 epochs. What would 5 epochs
 * cost?}, or that it reckons from: {@code 5,300 rows, 600 are locked away, which leaves 4,700}. The later value stays.
 */
public final class Corrections {
    /** Below it a number without a unit counts people, weeks or models as often as examples. */
    private static final BigDecimal FEWEST_EXAMPLES = BigDecimal.valueOf(30);

    /** The most words between a conclusion and its number. */
    private static final int REACH = 5;

    /** The most words between a verb of change and what it leads to. */
    private static final int VERB_REACH = 6;

    /** The most words between a verb and the count that came out: {@code ended up with about 8,150}. */
    private static final int REACH_OF_RESULT = 3;

    /** The most words of a sentence around a count that are looked at. */
    private static final int SENTENCE_REACH = 24;

    private final ParseState state;
    private final List<SlotCandidates.Candidate> candidates;
    private final ValueBefore valueBefore;
    private final boolean changes;
    private final boolean refers;

    private Corrections(ParseState state) {
        this.state = state;
        changes = state.hasTypedAnywhere(Trait.CHANGES_COUNT);
        refers = state.hasTypedAnywhere(Trait.PRONOUN);
        candidates = state.candidates.all();
        valueBefore = new ValueBefore(state, candidates);
    }

    public static void read(ParseState state) {
        Corrections corrections = new Corrections(state);
        corrections.conclude();
        boolean corrects = state.has(Cue.CORRECTION)
                || state.has(Cue.RESET)
                || state.has(Cue.REPORT)
                || state.has(Cue.NOT)
                || state.has(Cue.BUT)
                || state.hasTypedAnywhere(Trait.PAST_TIME);
        if (!corrects) {
            return;
        }
        corrections.bareNumbers();
        corrections.takeBack();
    }

    /** Takes back what was counted before a conclusion about the same slot. */
    private void conclude() {
        boolean counts = state.speaksOfTuning();
        if (candidates.isEmpty() && !counts) {
            return;
        }
        for (int i = counts ? 0 : candidates.getFirst().token() + 1; i < state.size(); i++) {
            if (!state.isNumberAt(i) || !mayReplace(i) || !isConcluded(i)) {
                continue;
            }
            SlotName<?> slot = slotOf(i);
            if (slot != null) {
                takeBackBefore(i, slot);
            }
        }
    }

    /** True for a number with a slot, or a large bare one. */
    private boolean mayReplace(int number) {
        Token token = state.token(number);
        return token.use == Token.Use.SLOT
                || token.use == Token.Use.CONNECTIVE
                || token.numeral().value().compareTo(FEWEST_EXAMPLES) >= 0;
    }

    /** {@code so 8k}, {@code so we are down to 1,075}, {@code 1,200 + 800 = 2,000}, {@code 4,700 remain}. */
    private boolean isConcluded(int number) {
        boolean year = state.token(number).isYear() && state.token(number).use == Token.Use.NOTHING;
        if (isOrigin(number) || year) {
            return false;
        }
        if (isResult(state, number) || isCountOfKept(number)) {
            return true;
        }
        // "2,400 clauses and after cleaning 2,150"
        boolean cleaned =
                changes && state.hasTyped(number - 1, Trait.CHANGES_COUNT) && state.isAt(number - 2, Trait.AFTER);
        if (cleaned || isFinal(number) || isTotalOfRange(number) || (refers && isSummedUp(number))) {
            return true;
        }
        if (state.hasTyped(number - 1, Trait.EVALUATES)) {
            return false;
        }
        for (int i = number - 1; i >= 0 && i >= number - REACH && !state.isNumberAt(i); i--) {
            if (concludes(state, i)
                    || (isOfWhich(i) && !new PartAsides(state).isAside(number))
                    || (state.isSymbolAt(i, '=') && state.isUnitAt(i - 1))
                    || (isChangedTo(i) && !valueBefore.isOfOtherUnit(number))) {
                return true;
            }
            if (state.isBreakAt(i)) {
                break;
            }
        }
        for (int i = number + 1; i <= number + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.isAt(i, Trait.REMAINS) || state.hasTyped(i, Trait.REMAINS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code each sent us between 20 and 60 records, 2,080 in total}. */
    private boolean isTotalOfRange(int number) {
        boolean total = state.isAt(number + 1, Cue.TOTAL) || state.isAt(number + 2, Cue.TOTAL);
        boolean behind = total && state.isSymbolAt(number - 1, ',');
        int first = state.sentence(number).first();
        return behind
                && candidates.stream()
                        .anyMatch(each -> each.slot() == SlotName.EXAMPLES
                                && each.numeral().isRange()
                                && each.token() >= first
                                && each.token() < number);
    }

    /** {@code only the ones marked gold are good, that's 1,850}. */
    private boolean isSummedUp(int number) {
        boolean ends = state.hasTyped(number - 1, Trait.PRONOUN)
                && state.isSymbolAt(number - 2, ',')
                && state.isBreakAt(number + 1);
        int first = Math.max(state.sentence(number).first(), number - SENTENCE_REACH);
        for (int i = number - 2; ends && i >= first; i--) {
            if (state.hasTyped(i, Trait.SOLE) || state.hasTyped(i, Trait.NARROWS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code rows_kept=4700}, {@code records_final: 4700}, {@code written=4700}, but not {@code tokens_kept=4700}. */
    private boolean isFinal(int number) {
        boolean named = state.isAssignmentAt(number - 1)
                && !state.isNumberAt(number - 2)
                && state.hasTyped(number - 2, Trait.FINAL_COUNT);
        return named && !(state.isSymbolAt(number - 3, '_') && state.isAt(number - 4, Measure.TOKEN));
    }

    /** The {@code 1,200} of {@code 1,159 remain from the 1,200}. */
    private boolean isOrigin(int number) {
        int led = state.isAt(number - 1, Trait.DEFINITE_ARTICLE) ? number - 2 : number - 1;
        return state.isAt(led, Cue.FROM) || (led < number - 1 && state.isAt(led, Trait.PART_OF));
    }

    /** {@code 700 calls a day, of which it takes 200}. */
    private boolean isOfWhich(int i) {
        return state.hasTyped(i, Trait.RELATIVE) && state.hasTyped(i - 1, Trait.PART_OF);
    }

    /** {@code cleaned to 2.9k}, {@code we double the data to 8k}, but not {@code we cut the prompt to 250}. */
    private boolean isChangedTo(int to) {
        if (!state.isAt(to, Cue.TO)) {
            return false;
        }
        for (int i = to - 1; i >= 0 && i >= to - VERB_REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i--) {
            if (state.hasTyped(i, Trait.CHANGES_COUNT)) {
                return true;
            }
            if (state.isAt(i, Cue.PROMPT) || state.isAt(i, Category.UNITS) || state.isAt(i, Category.KNOBS)) {
                return false;
            }
        }
        return false;
    }

    /** True for {@code so}, {@code leaves} and the like. */
    public static boolean concludes(ParseState state, int i) {
        return state.isAt(i, Trait.CONCLUDES) || state.hasTyped(i, Trait.CONCLUDES);
    }

    /** The 41,200 of {@code the train set ended up at 41,200 (we lost 3,800)}: a sentence about data says that it is what came out. */
    static boolean isResult(ParseState state, int number) {
        if (!state.hasTypedAnywhere(Trait.RESULTS)) {
            return false;
        }
        boolean result = false;
        int first = Math.max(state.sentence(number).first(), number - REACH_OF_RESULT);
        for (int i = number - 1; i >= first && !result && !state.isNumberAt(i); i--) {
            result = state.hasTyped(i, Trait.RESULTS);
        }
        if (!result || state.isSymbolAt(number - 1, '$') || state.isPercentAt(number + 1)) {
            return false;
        }
        int last = Math.min(state.sentence(number).end(), number + SENTENCE_REACH);
        for (int i = Math.max(state.sentence(number).first(), number - SENTENCE_REACH); i < last; i++) {
            if (!state.isNumberAt(i)
                    && (state.hasTyped(i, Trait.TRAINING_DATA)
                            || state.hasTyped(i, Trait.LOSES)
                            || state.isAt(i, Cue.TRAINING))) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@code 9,700 reviews, but I keep only those with 5 stars, they are 6,900}, {@code only the good ones count, 2,900}: the
     * number of what is kept.
     */
    private boolean isCountOfKept(int number) {
        if (!state.hasTypedAnywhere(Trait.KEEPS)
                || !state.isBreakAt(number + 1)
                || state.measureAt(number - 1) != null) {
            return false;
        }
        int is = state.isAt(number - 1, Cue.ABOUT) ? number - 2 : number - 1;
        boolean said = (state.isAt(is, Cue.IS) && isThey(is - 1)) || state.hasTyped(is, Trait.TAKES_UP);
        if (!said && !state.isSymbolAt(is, ',') && !state.isSymbolAt(is, ':')) {
            return false;
        }
        boolean keeps = false;
        boolean only = false;
        int first = Math.max(state.sentence(number).first(), number - SENTENCE_REACH);
        for (int i = number - 1; i >= first; i--) {
            if (state.isNumberAt(i) && keeps && only) {
                break;
            }
            keeps |= state.hasTyped(i, Trait.KEEPS);
            only |= state.hasTyped(i, Trait.NARROWS) || state.isAt(i, Cue.EVERY);
        }
        return keeps && only;
    }

    /** {@code they}, {@code these}, {@code that}, {@code which}. */
    private boolean isThey(int i) {
        return state.isAt(i, Cue.PERSON)
                || state.isAt(i, Cue.THEM)
                || state.hasTyped(i, Trait.RELATIVE)
                || state.hasTyped(i, Trait.PRONOUN);
    }

    /** Returns the slot of a number: its own, or for a bare one the examples that were counted before it. */
    private @Nullable SlotName<?> slotOf(int number) {
        for (SlotCandidates.Candidate candidate : candidates) {
            if (candidate.token() == number) {
                return candidate.slot();
            }
        }
        Token token = state.token(number);
        Numeral numeral = Amounts.counted(token.numeral());
        boolean unread = token.use == Token.Use.NOTHING || isFinal(number);
        boolean open = unread && !token.numeral().isInBillions();
        boolean large = numeral.value().compareTo(FEWEST_EXAMPLES) >= 0
                && numeral.value().stripTrailingZeros().scale() <= 0;
        boolean counted = state.candidates.has(SlotName.EXAMPLES)
                || valueBefore.slot(number) != SlotName.EXAMPLES
                || isAllOfItsClause(number)
                || valueBefore.isDifference(number)
                || isResult(state, number);
        boolean money = state.isSymbolAt(number - 1, '$') || state.isSymbolAt(number + 1, '%');
        if (!open || !counted || !large || money || state.measureAt(number + 1) != null) {
            return null;
        }
        SlotName<?> slot = valueBefore.slot(number);
        state.candidates.add(slot, numeral, number);
        token.use = Token.Use.SLOT;
        return slot;
    }

    /** {@code which leaves 4,700}: without other counts only a number at the end of its clause, or one that says it is left. */
    private boolean isAllOfItsClause(int number) {
        boolean ends = state.isBreakAt(number + 1)
                || state.isSymbolAt(number + 1, '(')
                || state.isAt(number + 1, Trait.REMAINS)
                || state.hasTyped(number + 1, Trait.REMAINS);
        return ends && state.speaksOfTuning() && !state.has(Category.PERIODS) && !state.has(Measure.REQUEST);
    }

    private void takeBackBefore(int number, SlotName<?> slot) {
        for (int k = 0; k < candidates.size(); k++) {
            SlotCandidates.Candidate candidate = candidates.get(k);
            if (candidate.slot() == slot && candidate.token() < number && !candidate.replaced()) {
                state.candidates.replace(k, candidate.takenBack());
                state.token(candidate.token()).use = Token.Use.CONNECTIVE;
            }
        }
    }

    /** A number without a unit after a correction has the unit of the value before it. */
    private void bareNumbers() {
        for (int i = 1; i < state.size(); i++) {
            Token token = state.token(i);
            boolean open = token.use == Token.Use.NOTHING
                    || (token.use == Token.Use.KNOWN_NON_SLOT && CorrectedTraffic.periodBehind(state, i) != null);
            boolean corrected = token.isNumber() && open && isLedByCorrection(i);
            int said = corrected ? lastBefore(i) : -1;
            int tokens = corrected ? lastTokensBefore(i) : -1;
            if (tokens >= 0 && (said < 0 || candidates.get(said).token() < tokens)) {
                // "2,400 tokens, no, 2,600": of what is as open as before.
                state.candidates.withdraw(tokens);
                state.token(tokens).use = Token.Use.CONNECTIVE;
                state.candidates.addOpenTokens(i);
                token.use = Token.Use.CONNECTIVE;
            } else if (corrected && said < 0 && isBareAndOpen(lastNumberBefore(i))) {
                // "Make it 1,200. No, 1,250": the second is what is left to place.
                state.ignore(lastNumberBefore(i));
            } else if (said >= 0) {
                say(candidates.get(said), i);
            }
        }
    }

    /** Gives a number the slot of the one that it corrects, and its period, unless it has one of its own. */
    private void say(SlotCandidates.Candidate before, int number) {
        Numeral said = Amounts.counted(state.token(number).numeral());
        TimeUnit period = before.slot() == SlotName.REQUESTS_PER_DAY && !said.isRange()
                ? CorrectedTraffic.periodOf(state, before, number)
                : null;
        if (period == null || period == TimeUnit.DAY) {
            state.candidates.add(before.slot(), said, number);
        } else {
            state.candidates.addDerived(before.slot(), Numeral.of(period.perDay(said.value())), number);
        }
        state.token(number).use = Token.Use.SLOT;
    }

    /** {@code sorry, 3}, {@code no wait, 3}, {@code actually no, 3}; a mere {@code no} only behind a mark, and of a number without a noun. */
    private boolean isLedByCorrection(int number) {
        boolean corrects = false;
        boolean denies = false;
        boolean marked = false;
        int at = number - 1;
        while (at >= 0
                && (state.isBreakAt(at)
                        || state.isSymbolAt(at, ':')
                        || state.isAt(at, Cue.CORRECTION)
                        || state.isAt(at, Cue.RESET)
                        || state.hasTyped(at, Trait.SAYS_NO))) {
            corrects |= state.isAt(at, Cue.CORRECTION) || state.isAt(at, Cue.RESET);
            denies |= state.hasTyped(at, Trait.SAYS_NO);
            marked |= denies && state.isBreakAt(at);
            at--;
        }
        return (corrects && (denies || !state.isBreakAt(number - 1) || state.isSymbolAt(number - 1, ',')))
                || (denies && marked && at >= 0 && state.isBreakAt(number + 1));
    }

    private int lastNumberBefore(int number) {
        int at = number - 1;
        while (at >= 0 && !state.isNumberAt(at)) {
            at--;
        }
        return at;
    }

    private boolean isBareAndOpen(int number) {
        return state.mayEdit()
                && number >= 0
                && state.token(number).use == Token.Use.NOTHING
                && state.isBreakAt(number + 1);
    }

    private int lastTokensBefore(int number) {
        return state.candidates.openTokens().stream()
                .filter(open -> open < number)
                .reduce(-1, Math::max);
    }

    /** Returns the place of the last candidate before a number, or -1. */
    private int lastBefore(int number) {
        int last = -1;
        for (int k = 0; k < candidates.size(); k++) {
            boolean before = candidates.get(k).token() < number;
            boolean later = last < 0
                    || candidates.get(k).token() >= candidates.get(last).token();
            last = before && later ? k : last;
        }
        return last;
    }

    /** Removes the values of a slot that are followed by a correction and a later value, and those about the past beside a current one. */
    private void takeBack() {
        int[] marks = marks();
        Map<SlotName<?>, Latest> latest = HashMap.newHashMap(candidates.size());
        for (SlotCandidates.Candidate candidate : candidates) {
            latest.computeIfAbsent(candidate.slot(), _ -> new Latest()).add(candidate);
        }
        for (int i = 0; i < candidates.size(); i++) {
            SlotCandidates.Candidate candidate = candidates.get(i);
            Latest other = Objects.requireNonNull(latest.get(candidate.slot()));
            boolean outdated = other.asked && isOver(candidate.token());
            boolean corrected = other.token > candidate.token() && marks[other.token] > marks[candidate.token() + 1];
            if (outdated || corrected) {
                state.candidates.replace(i, candidate.takenBack());
                state.token(candidate.token()).use = Token.Use.CONNECTIVE;
            }
        }
    }

    private boolean isOver(int number) {
        return state.isReported(number) || state.isPast(number);
    }

    /** The other values of a slot. */
    private final class Latest {
        /** The index of its last value. */
        private int token = -1;
        /** Whether one of its values is in a sentence that is not about the past. */
        private boolean asked;

        void add(SlotCandidates.Candidate candidate) {
            token = Math.max(token, candidate.token());
            asked |= !isOver(candidate.token());
        }
    }

    /** Returns the number of corrections before each position, and before the end. */
    private int[] marks() {
        int[] marks = new int[state.size() + 1];
        for (int i = 0; i < state.size(); i++) {
            boolean otherwise = state.isAt(i, Cue.SAME) && state.isAt(i - 1, Cue.BUT);
            boolean mark =
                    otherwise || state.isAt(i, Cue.CORRECTION) || state.isAt(i, Cue.RESET) || isRefusal(state, i);
            marks[i + 1] = marks[i] + (mark ? 1 : 0);
        }
        return marks;
    }

    /** The {@code no} of {@code 3 epochs, no 2 epochs}: it rejects the value before it, not the one after. */
    private static boolean isRefusal(ParseState state, int i) {
        return i > 0 && state.isBreakAt(i - 1) && state.isAt(i, Trait.REFUSAL);
    }

    /** True if a number after {@code no} is the intended value: the value before has the same unit, or its unit alone: {@code 900 letters, no 950}. */
    public static boolean isMeant(ParseState state, int number) {
        List<SlotCandidates.Candidate> candidates = state.candidates.all();
        if (!isRefusal(state, number - 1) || candidates.isEmpty()) {
            return false;
        }
        Measure unit = state.measureAt(number + 1);
        int before = candidates.getLast().token();
        boolean bare = state.isBreakAt(number + 1)
                && state.isPlainCount(number)
                && !state.isGpuNumber(number)
                && before >= state.clause(number - 2).first()
                && before < number;
        return bare || (unit != null && state.measureAt(before + 1) == unit);
    }
}
