package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Part;
import io.tunetally.interpreter.sentence.Parts;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** Parts of a whole: {@code 740 usable out of 3,000} are 740 examples, and the {@code 600} that are locked away are none. */
final class Portions {
    /** Below it a share is one of people or tries as often as of data: {@code 9 out of ten}. */
    private static final BigDecimal FEWEST = BigDecimal.valueOf(30);

    /** The most words between a part and the whole, or between a number and what became of it. */
    private static final int REACH = 6;

    /** The most words of a sentence between a part and its whole, or the word that chooses it. */
    private static final int SENTENCE_REACH = 20;

    /** The most words from a part to what becomes of it. */
    private static final int FATE_REACH = 12;

    /** The most words from a part back to the whole: {@code of 2,200 notes 1,300}. */
    private static final int WHOLE_REACH = 4;

    private static final int UNKNOWN = -2;

    private final ParseState state;
    /** The index of the last {@code rest} of the message, or -1. */
    private int lastOfRest = UNKNOWN;

    /** Whether a verb of the message takes a part away that is no change of a remembered count. */
    private boolean loses;

    /** The indexes of the numbers that are counts of examples. */
    private final Set<Integer> examples = new HashSet<>();

    private Portions(ParseState state) {
        this.state = state;
        state.candidates.all().stream()
                .filter(candidate -> candidate.slot() == SlotName.EXAMPLES)
                .forEach(candidate -> examples.add(candidate.token()));
    }

    static void read(ParseState state) {
        if (state.speaksOfTuning()) {
            Portions portions = new Portions(state);
            portions.loses = state.remembered.isEmpty() && portions.losesAnything();
            portions.read();
        }
    }

    private boolean losesAnything() {
        for (int i = 0; i < state.size(); i++) {
            if (state.hasTyped(i, Trait.LOSES) || state.isAt(i, Cue.DROP)) {
                return true;
            }
        }
        return false;
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            if (!isCount(i)) {
                continue;
            }
            if (takesOff(i) || takesAway(i)) {
                continue;
            }
            int whole = whole(i);
            if (whole >= 0) {
                drop(whole);
                keepUnlessScore(i, whole);
            } else if (isDiscarded(i)) {
                drop(i);
            } else if (isKept(i)) {
                keep(i);
                state.candidates.settle(i);
            }
        }
    }

    /**
     * {@code 6,300 claims, of these 900 are in court and stay out}, {@code 480 essays, but 60 I can not use}, {@code 7,750
     * aids, of which the 750 handwritten ones cannot be used}: takes the part off the whole before it.
     */
    private boolean takesOff(int part) {
        int lead = lead(part);
        boolean them = state.isAt(lead, Cue.THEM) || state.hasTyped(lead, Trait.RELATIVE);
        boolean of = state.hasTyped(lead - 1, Trait.PART_OF) || state.isAt(lead - 1, Cue.FROM);
        boolean linked = (them && of) || state.isAt(lead, Cue.BUT);
        boolean rest = !linked && restFollows(part);
        int whole = wholeBefore(part, rest ? sentenceBefore(part) : state.sentence(part).first());
        if (whole < 0 || !(linked || rest || isOfWhole(whole))) {
            return false;
        }
        Part taken = new Part(value(part), value(whole), part, part);
        int end = Math.min(state.sentence(part).end(), part + FATE_REACH);
        if (new Parts(state).fate(taken, part + 1, end) != Parts.Fate.LEFT_OUT) {
            return false;
        }
        subtract(part, whole);
        return true;
    }

    /** {@code of 6,600 letters the 600 oldest cannot be used}. */
    private boolean isOfWhole(int whole) {
        int of = state.hasTyped(whole - 1, Trait.DEFINITE_ARTICLE) ? whole - 2 : whole - 1;
        return whole > 0 && state.hasTyped(of, Trait.PART_OF);
    }

    /** {@code ... price for the rest}. */
    private boolean restFollows(int part) {
        if (lastOfRest == UNKNOWN) {
            lastOfRest = -1;
            for (int i = 1; i < state.size(); i++) {
                boolean rest = state.hasTyped(i, Trait.THE_REST) && state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE);
                lastOfRest = rest ? i : lastOfRest;
            }
        }
        return part < lastOfRest;
    }

    /** Returns the index of the word before a part, its article and {@code about}. */
    private int lead(int part) {
        int lead = part - 1;
        while (state.hasTyped(lead, Trait.DEFINITE_ARTICLE) || state.isAt(lead, Cue.ABOUT)) {
            lead--;
        }
        return lead;
    }

    /** Returns the index of the last count before a part if it is larger, or -1. */
    private int wholeBefore(int part, int from) {
        int whole = part - 1;
        int first = Math.max(from, part - SENTENCE_REACH);
        while (whole >= first && !state.isNumberAt(whole)) {
            whole--;
        }
        boolean larger = whole >= first && isCount(whole) && value(whole).compareTo(value(part)) > 0;
        return larger ? whole : -1;
    }

    /**
     * {@code 31,000 units, I threw away 6,000}, {@code I removed 1,150 obsolete ones out of 9,650}: a part behind a verb that
     * takes it away is no data; where the whole is said and is not what was left, the rest of it is.
     */
    private boolean takesAway(int part) {
        if (!loses || !isTakenAway(part)) {
            return false;
        }
        int whole = wholeBehind(part);
        if (whole < 0) {
            whole = wholeBefore(part, sentenceBefore(part));
            whole = whole >= 0 && isLeftOver(whole, part) ? -1 : whole;
        }
        if (whole >= 0) {
            subtract(part, whole);
        } else {
            drop(part);
            state.candidates.settle(part);
        }
        return true;
    }

    private boolean isTakenAway(int part) {
        int verb = lead(part);
        if (state.isAt(verb, Cue.OUT) || state.hasTyped(verb, Trait.APART) || state.hasTyped(verb, Trait.PARTICLE_AWAY)) {
            verb--;
        }
        return verb >= 0 && !state.isNumberAt(verb) && (state.hasTyped(verb, Trait.LOSES) || state.isAt(verb, Cue.DROP));
    }

    /** Returns the index of the 9,650 in {@code 1,150 obsolete ones out of 9,650}, of the 5,200 in {@code 700 from 5,200}, or -1. */
    private int wholeBehind(int part) {
        boolean of = false;
        for (int i = part + 1; i <= part + REACH && !state.isBreakAt(i); i++) {
            if (state.isNumberAt(i)) {
                return of && isCount(i) && value(i).compareTo(value(part)) > 0 ? i : -1;
            }
            of |= state.hasTyped(i, Trait.PART_OF) || state.isAt(i, Cue.FROM);
        }
        return -1;
    }

    /** Returns the index of the first token of the sentence before that of a part. */
    private int sentenceBefore(int part) {
        int first = state.sentence(part).first();
        return first > 0 ? state.sentence(first - 1).first() : first;
    }

    /**
     * {@code 8,500 are left after I removed 1,150}, {@code kept 14,902 records, dropped 311}, {@code loaded 88,120 (dropped
     * 1,204)}: nothing is taken off the rest.
     */
    private boolean isLeftOver(int whole, int part) {
        int verb = state.isSymbolAt(whole - 1, ':') ? whole - 2 : whole - 1;
        boolean loaded = state.hasTyped(verb, Trait.LOADS);
        if (state.hasTyped(verb, Trait.REMAINS)) {
            return true;
        }
        for (int i = whole + 1; i < part; i++) {
            if ((loaded && state.isSymbolAt(i, '('))
                    || state.hasTyped(i, Trait.REMAINS) || state.isAt(i, Trait.AFTER) || state.hasTyped(i, Trait.AFTERWARDS)) {
                return true;
            }
        }
        return false;
    }

    private void subtract(int part, int whole) {
        boolean ofData = isOfExamples(whole) || isOfExamples(part) || examples.isEmpty();
        drop(part);
        drop(whole);
        state.candidates.settle(part);
        state.candidates.settle(whole);
        if (!ofData) {
            return;
        }
        state.candidates.addDerived(SlotName.EXAMPLES, Numeral.of(value(whole).subtract(value(part))), whole);
        examples.add(whole);
        state.token(whole).use = Token.Use.SLOT;
    }

    private boolean isCount(int i) {
        Token token = state.token(i);
        return token.isNumber()
                && (token.use == Token.Use.NOTHING || isOfExamples(i))
                && token.numeral().suffix() != 'b'
                && !state.isSymbolAt(i - 1, '$')
                && value(i).compareTo(FEWEST) >= 0
                && value(i).stripTrailingZeros().scale() <= 0;
    }

    private boolean isOfExamples(int i) {
        return examples.contains(i);
    }

    private BigDecimal value(int i) {
        return Amounts.counted(state.token(i).numeral()).value();
    }

    /** Returns the index of the 3,000 in {@code 740 usable out of the 3,000}, or -1. */
    private int whole(int part) {
        boolean of = false;
        for (int i = part + 1; i <= part + REACH && !state.isBreakAt(i); i++) {
            if (state.isNumberAt(i)) {
                return of && isCount(i) && value(i).compareTo(value(part)) > 0 ? i : -1;
            }
            of |= state.hasTyped(i, Trait.PART_OF);
        }
        return -1;
    }

    /** {@code 325 were duplicates}, {@code 2,214 rejected}, {@code 90 of them are broken}. */
    private boolean isDiscarded(int number) {
        for (int i = number + 1; i <= number + REACH; i++) {
            if (state.hasTyped(i, Trait.DISCARDED)) {
                return true;
            }
            if (!leadsToFate(i)) {
                return false;
            }
        }
        return false;
    }

    /** {@code 3,900 of the rows passed}, {@code we reviewed 1,120 briefs and cleared 940}: the part that was kept. */
    private boolean isKept(int number) {
        if (isChosen(number) || isAccepted(number) || isLeft(number) || isAfterwards(number) || isOnlyPart(number)) {
            return true;
        }
        boolean part = state.hasTyped(number + 1, Trait.PART_OF);
        for (int i = number + 2; part && i <= number + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.hasTyped(i, Trait.REMAINS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code we reviewed 1,120 briefs and cleared 940}: a smaller count without a noun behind a verb of keeping. */
    private boolean isChosen(int number) {
        if (number < 2 || !state.hasTyped(number - 1, Trait.REMAINS) || state.isUnitAt(number + 1)) {
            return false;
        }
        return dropWhole(number);
    }

    /** {@code we pulled 11,000 logs and 8,700 are left}, {@code after dedup 8,700 remain}. */
    private boolean isLeft(int number) {
        int verb = state.isAt(number + 1, Cue.IS) ? number + 2 : number + 1;
        return verb < state.size() && state.hasTyped(verb, Trait.REMAINS) && !isSetAside(verb + 1) && dropWhole(number);
    }

    /** {@code 13,070 accepted, 2,214 rejected}. */
    private boolean isAccepted(int number) {
        boolean kept =
                number + 1 < state.size() && state.hasTyped(number + 1, Trait.REMAINS) && state.isBreakAt(number + 2);
        int end = Math.min(state.sentence(number).end() - 1, number + FATE_REACH);
        for (int i = number + 2; kept && i < end; i++) {
            if (state.isNumberAt(i) && isCount(i) && isDiscarded(i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code 6,000 pairs before, 5,200 after}. */
    private boolean isAfterwards(int number) {
        boolean after = number + 1 < state.size() && state.hasTyped(number + 1, Trait.AFTERWARDS);
        if (after && isCleaned(number + 2)) {
            return dropWhole(number);
        }
        return after && state.isBreakAt(number + 2) && state.isAt(number - 2, Cue.AGO) && dropWhole(number);
    }

    /** {@code 41k after we threw away the bots}, {@code 41k after dedup}. */
    private boolean isCleaned(int first) {
        for (int i = first; i < first + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.hasTyped(i, Trait.LOSES)
                    || state.hasTyped(i, Trait.DISCARDED)
                    || state.hasTyped(i, Trait.CHANGES_COUNT)) {
                return true;
            }
        }
        return false;
    }

    /** {@code of 2,200 notes 1,300 are about dogs, we train only on those}. */
    private boolean isOnlyPart(int number) {
        int whole = number - 1;
        while (whole > number - WHOLE_REACH && whole > 0 && !state.isNumberAt(whole)) {
            whole--;
        }
        int of = state.hasTyped(whole - 1, Trait.DEFINITE_ARTICLE) ? whole - 2 : whole - 1;
        if (!state.isNumberAt(whole) || !state.hasTyped(of, Trait.PART_OF)) {
            return false;
        }
        boolean only = false;
        int end = Math.min(state.sentence(number).end(), number + SENTENCE_REACH);
        for (int i = number + 1; i < end; i++) {
            only |= state.hasTyped(i, Trait.SOLE) || state.hasTyped(i, Trait.NARROWS);
            if (only && state.isAt(i, Cue.THEM)) {
                return dropWhole(number);
            }
        }
        return false;
    }

    /** {@code 500 are kept back}, {@code 500 are left out}, {@code 500 are kept for checking}. */
    private boolean isSetAside(int next) {
        return state.isAt(next, Cue.OUT)
                || state.isAt(next, Cue.FOR)
                || (next < state.size() && state.hasTyped(next, Trait.APART));
    }

    /** Drops the larger count before a part in its sentence, if there is one. */
    private boolean dropWhole(int number) {
        int first = Math.max(state.sentence(number).first(), number - SENTENCE_REACH);
        for (int whole = first; whole < number; whole++) {
            if (state.isNumberAt(whole) && isCount(whole) && value(whole).compareTo(value(number)) > 0) {
                drop(whole);
                state.candidates.settle(whole);
                return true;
            }
        }
        return false;
    }

    private boolean leadsToFate(int i) {
        return continuesCount(state, i) || state.isAt(i, Cue.REPORT);
    }

    /** True for the words between a count and what is said of it: the {@code examples are} of {@code 500 examples are}. */
    static boolean continuesCount(ParseState state, int i) {
        Token token = state.at(i);
        return token != null
                && (token.is(Measure.EXAMPLE)
                        || token.is(Measure.ITEM)
                        || token.is(Cue.OF)
                        || token.is(Cue.THEM)
                        || token.is(Cue.IS));
    }

    /** {@code 460 of 500 forms correctly}: a result of a test. */
    private void keepUnlessScore(int part, int whole) {
        for (int i = whole + 1; i <= whole + REACH && !state.isBreakAt(i); i++) {
            if (state.hasTyped(i, Trait.CORRECT)) {
                drop(part);
                return;
            }
        }
        keep(part);
    }

    private void drop(int number) {
        state.candidates.withdraw(number);
        examples.remove(number);
        state.token(number).use = Token.Use.KNOWN_NON_SLOT;
    }

    private void keep(int number) {
        if (!isOfExamples(number)) {
            Numeral numeral = Amounts.counted(state.token(number).numeral());
            state.candidates.add(SlotName.EXAMPLES, numeral, number);
            examples.add(number);
            state.token(number).use = Token.Use.SLOT;
        }
    }
}
