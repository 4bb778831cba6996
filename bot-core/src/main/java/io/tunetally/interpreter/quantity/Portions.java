package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.RemovedParts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/** Parts of a whole: {@code 740 usable out of 3,000} are 740 examples, and the {@code 600} that are locked away are none. */
final class Portions {
    /** The most words between a part and the whole, or between a number and what became of it. */
    private static final int REACH = 6;

    /** The most words of a sentence between a part and its whole, or the word that chooses it. */
    private static final int SENTENCE_REACH = 20;

    /** The most words from a part to what becomes of it. */
    private static final int FATE_REACH = 12;

    /** The most words from a part back to the whole: {@code of 2,200 notes 1,300}. */
    private static final int WHOLE_REACH = 4;

    private final ParseState state;
    private final RemovedParts removed;

    private Portions(ParseState state) {
        this.state = state;
        removed = new RemovedParts(state);
    }

    static void read(ParseState state) {
        if (state.speaksOfTuning() || state.remembered.has(SlotName.EXAMPLES)) {
            new Portions(state).read();
        } else if (state.isTellingOfAskedJob()) {
            new Portions(state).readTaken();
        }
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            if (!isCount(i)) {
                removed.takesFew(i);
                continue;
            }
            if (isAssignedAfter(i) || isOnlyOfWhole(i)) {
                keep(i);
                state.candidates.settle(i);
                continue;
            }
            if (removed.takes(i)) {
                continue;
            }
            int whole = whole(i);
            if (whole >= 0) {
                state.withdraw(whole);
                keepUnlessScore(i, whole);
                if (isTaken(i, whole)) {
                    settle(i, whole);
                }
            } else if (isDiscarded(i)) {
                state.withdraw(i);
            } else if (isKept(i)) {
                keep(i);
                state.candidates.settle(i);
            }
        }
    }

    private boolean isCount(int i) {
        return removed.isCount(i);
    }

    private BigDecimal value(int i) {
        return Amounts.counted(state.token(i).numeral()).value();
    }

    /** {@code chats exported = 16,800, after removing the ones with no answer = 11,200}: what is left has a name that says so. */
    private boolean isAssignedAfter(int number) {
        if (!state.isAssignmentAt(number - 1)) {
            return false;
        }
        int first = number - 1;
        while (first > state.sentence(number).first()
                && !state.isBreakAt(first - 1)
                && !state.isNumberAt(first - 1)
                && number - first < FATE_REACH) {
            first--;
        }
        first = state.isAt(first, Cue.AND) ? first + 1 : first;
        boolean after =
                !state.isNumberAt(first) && (state.isAt(first, Trait.AFTER) || state.hasTyped(first, Trait.AFTERWARDS));
        return after && isCleaned(first + 1) && dropWhole(number);
    }

    /** {@code 13,600 in the register, yet just 5,200 carry remarks and can be used}: but of {@code only 300 are bad} nothing is kept. */
    private boolean isOnlyOfWhole(int number) {
        boolean only = state.hasTyped(number - 1, Trait.NARROWS) || state.hasTyped(number - 1, Trait.SOLE);
        boolean contrasted = state.isAt(number - 2, Cue.BUT) || state.hasTyped(number - 2, Trait.CONTRASTS);
        if (!only || !contrasted || state.isBreakAt(number + 1)) {
            return false;
        }
        int end = Math.min(state.clause(number).end(), number + FATE_REACH);
        boolean used = false;
        for (int i = number + 1; i < end; i++) {
            if (removed.isLoss(i) || (state.isAt(i, Cue.NOT) && !used)) {
                return false;
            }
            used |= state.hasTyped(i, Trait.USES);
        }
        return dropWhole(number);
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

    /** {@code 13,070 accepted, 2,214 rejected}, {@code 2,140 ok / 310 rejected}. */
    private boolean isAccepted(int number) {
        boolean named = state.at(number + 1) != null
                && (state.hasTyped(number + 1, Trait.REMAINS) || state.hasTyped(number + 1, Trait.PASSES_REVIEW));
        boolean kept = named && (state.isBreakAt(number + 2) || state.isSlash(number + 2));
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
                state.withdraw(whole);
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
                state.withdraw(part);
                return;
            }
        }
        keep(part);
    }

    /** {@code took 300 of the 2,000 tickets}, in a report that names no model. */
    private void readTaken() {
        for (int i = 0; i < state.size(); i++) {
            int whole = isCount(i) ? whole(i) : -1;
            if (whole >= 0 && isTaken(i, whole)) {
                state.withdraw(whole);
                keep(i);
                settle(i, whole);
            }
        }
    }

    /** {@code only got hold of 11M of the 24M pairs}: the verb before a part says that it is the data. */
    private boolean isTaken(int part, int whole) {
        int first = Math.max(state.clause(part).first(), part - WHOLE_REACH);
        for (int i = part - 1; i >= first && !state.isNumberAt(i) && state.isItemAt(whole + 1); i--) {
            if (state.hasTyped(i, Trait.TAKEN_OUT)) {
                return true;
            }
        }
        return false;
    }

    /** Closes both numbers to the weights. */
    private void settle(int part, int whole) {
        if (state.candidates.isOf(SlotName.EXAMPLES, part)) {
            state.candidates.settle(part);
            state.candidates.settle(whole);
        }
    }

    private void keep(int number) {
        if (!removed.isOfExamples(number)) {
            Numeral numeral = Amounts.counted(state.token(number).numeral());
            state.candidates.add(SlotName.EXAMPLES, numeral, number);
            state.token(number).use = Token.Use.SLOT;
        }
    }
}
