package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/**
 * Reads the epochs of the next run that follow those of the last one without their unit: {@code we did 5 epochs last time. Two this
 * time}, {@code now 2}.
 */
public final class NextEpochs {
    /** More passes are none. */
    private static final BigDecimal MOST = BigDecimal.valueOf(20);

    /** The most words from the epochs to the number at which they are left. */
    private static final int REACH = 8;

    /** The most words from {@code this time} to its number. */
    private static final int REACH_OF_TIME = 5;

    private NextEpochs() {}

    /** Gives the slot to a number of a sentence of its own behind the epochs of before. */
    public static void read(ParseState state) {
        List<SlotCandidates.Candidate> epochs = state.candidates.of(SlotName.EPOCHS);
        if (epochs.isEmpty()) {
            if (!readAfterNumbered(state) && !readStopped(state)) {
                readKept(state);
            }
            return;
        }
        if (epochs.size() != 1 || !(state.remembered.isEmpty() || areTold(state, epochs.getFirst()))) {
            return;
        }
        SlotCandidates.Candidate before = epochs.getFirst();
        for (int i = before.token() + 1; i < state.size(); i++) {
            boolean later = isLater(state, i) || isWished(state, before.token(), i);
            boolean next = isNext(state, i) || (isNear(state, before.token(), i) && later);
            // "Now the correct one" is no number of epochs.
            if (next && state.isNumberAt(i)) {
                state.candidates.withdraw(before.token());
                state.token(before.token()).use = Token.Use.KNOWN_NON_SLOT;
                state.candidates.settle(before.token());
                state.candidates.withdraw(i);
                state.candidates.add(SlotName.EPOCHS, state.token(i).numeral(), i);
                state.token(i).use = Token.Use.SLOT;
                state.candidates.settle(i);
                return;
            }
        }
    }

    /** {@code made three passes so far, now we'd like five}: those of the conversation are told once more. */
    private static boolean areTold(ParseState state, SlotCandidates.Candidate epochs) {
        BigDecimal before = state.remembered.number(SlotName.EPOCHS);
        boolean again = before != null
                && !epochs.numeral().isRange()
                && before.compareTo(epochs.numeral().value()) == 0;
        return again || state.isAt(epochs.token() - 1, Cue.REPORT);
    }

    /** {@code the first one overfit after epoch 5, so this time only 2}: of the last run the number of one epoch is told. */
    private static boolean readAfterNumbered(ParseState state) {
        boolean open = state.has(Measure.EPOCH) && !state.terse && state.remembered.isEmpty();
        int numbered = -1;
        for (int i = 1; open && i < state.size(); i++) {
            if (state.isAt(i - 1, Measure.EPOCH) && state.isNumberAt(i)) {
                numbered = i;
            } else if (numbered >= 0 && isNear(state, numbered, i) && isLater(state, i)) {
                Numeral passes = state.isNumberAt(i) ? state.token(i).numeral() : Numeral.of(BigDecimal.ONE);
                state.candidates.withdraw(i);
                state.candidates.add(SlotName.EPOCHS, passes, i);
                state.token(i).use = Token.Use.SLOT;
                state.candidates.settle(i);
                return true;
            }
        }
        return false;
    }

    /** {@code eval loss goes flat after epoch 2, so I'm stopping there}: the numbered epoch is the last one. */
    private static boolean readStopped(ParseState state) {
        boolean open = state.has(Measure.EPOCH) && !state.terse && state.hasTypedAnywhere(Trait.STOPS_AT);
        for (int i = 1; open && i < state.size(); i++) {
            if (state.isAt(i - 1, Measure.EPOCH)
                    && state.isNumberAt(i)
                    && isFew(state, i)
                    && isStoppedBehind(state, i)) {
                state.claim(SlotName.EPOCHS, i, i - 1);
                state.candidates.settle(i);
                if (state.remembered.has(SlotName.EPOCHS)) {
                    state.impliesEdit();
                }
                return true;
            }
        }
        return false;
    }

    /** {@code so I'm stopping there}, {@code we cut it there}: said of what the asker does, and of no number that follows. */
    private static boolean isStoppedBehind(ParseState state, int epoch) {
        boolean asker = false;
        boolean stops = false;
        for (int i = epoch + 1; i < state.size() && isNear(state, epoch, i) && !state.isNumberAt(i); i++) {
            boolean orders =
                    state.hasTyped(i, Trait.STOPS_AT) && state.clause(i).first() == i;
            asker |= orders || state.isAt(i, Cue.PERSON) || state.hasTyped(i, Trait.CONCLUDES);
            stops |= asker && state.hasTyped(i, Trait.STOPS_AT) && !state.isAt(i - 1, Cue.NOT);
            if (stops && (state.hasTyped(i, Trait.THERE) || state.hasTyped(i, Trait.PRONOUN)) && ends(state, i + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean ends(ParseState state, int i) {
        return state.isBreakAt(i) || state.isAt(i, Category.COURTESIES) || state.hasTyped(i, Trait.TODAY);
    }

    /** True of a place in the same sentence or the next. */
    private static boolean isNear(ParseState state, int before, int number) {
        return state.sentence(before).end() + 1 >= state.sentence(number).first();
    }

    /** {@code this time only 2}, {@code now we do just 3}, {@code stop at 2 now}, {@code one is enough this time}: a number of nothing else. */
    private static boolean isLater(ParseState state, int number) {
        boolean few = state.isNumberAt(number)
                ? state.isCountAt(number) && isFew(state, number) && state.token(number).use != Token.Use.SLOT
                : state.isOneAt(number);
        if (!few) {
            return false;
        }
        int next = number + 1;
        if (state.isAt(next, Trait.FORM_OF_BE) && state.hasTyped(next + 1, Trait.SUFFICES)) {
            next += 2;
        }
        if (isNow(state, next)) {
            return true;
        }
        int first = Math.max(state.sentence(number).first(), number - REACH_OF_TIME);
        // "now we want 2 on all 15,600 notes"
        boolean ends = state.isBreakAt(next) || (state.isNumberAt(number) && state.isAt(next, Cue.ON));
        for (int i = number - 1; ends && i >= first && !state.isNumberAt(i); i--) {
            if (isNow(state, i) || isThisTimeAt(state, i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code tried two passes, want four}. */
    private static boolean isWished(ParseState state, int before, int number) {
        boolean few = state.isCountAt(number) && isFew(state, number) && state.token(number).use != Token.Use.SLOT;
        boolean wish = state.hasTyped(number - 1, Trait.DEMANDS) || state.isAt(number - 1, Cue.WISH);
        return few && wish && state.isBreakAt(number + 1) && state.isAt(before - 1, Cue.REPORT);
    }

    private static boolean isNow(ParseState state, int i) {
        return isThisTime(state, i) || (state.hasTyped(i, Trait.TODAY) && !state.isNumberAt(i));
    }

    private static boolean isThisTimeAt(ParseState state, int i) {
        return state.hasTyped(i, Trait.THIS_PERIOD)
                && (state.isAt(i + 1, Measure.TIMES) || state.hasTyped(i + 1, Trait.TIME_OF_RUN));
    }

    /** {@code the number of epochs I would leave at 4}. */
    private static void readKept(ParseState state) {
        for (int i = 0; state.has(Measure.EPOCH) && !state.terse && i < state.size(); i++) {
            int end = state.isAt(i, Measure.EPOCH) ? Math.min(state.clause(i).end(), i + REACH) : i;
            for (int number = i + 2; number < end; number++) {
                if (state.isNumberAt(number)) {
                    if (state.isBreakAt(number + 1)
                            && state.hasTyped(number - 1, Trait.LOCATIVE)
                            && isFew(state, number)) {
                        state.claim(SlotName.EPOCHS, number, i);
                        state.candidates.settle(number);
                    }
                    return;
                }
            }
        }
    }

    private static boolean isFew(ParseState state, int number) {
        Numeral passes = state.token(number).numeral();
        return !passes.isRange()
                && passes.value().compareTo(MOST) <= 0
                && passes.value().stripTrailingZeros().scale() <= 0;
    }

    /** {@code two this time}, {@code this time 2}, {@code 2 now}. */
    private static boolean isNext(ParseState state, int number) {
        if (!state.isNumberAt(number) || !isFew(state, number)) {
            return false;
        }
        boolean opens =
                state.isBreakAt(number - 1) || state.isAt(number - 1, Cue.AND) || state.isAt(number - 1, Cue.BUT);
        boolean behind = opens && isThisTime(state, number + 1);
        boolean led = state.isBreakAt(number + 1) && state.isBreakAt(number - 3) && isThisTime(state, number - 2);
        return behind || led;
    }

    private static boolean isThisTime(ParseState state, int i) {
        return state.at(i) != null
                && !state.isNumberAt(i)
                && state.hasTyped(i, Trait.THIS_PERIOD)
                && (state.isAt(i + 1, Measure.TIMES) || state.hasTyped(i + 1, Trait.TIME_OF_RUN))
                && state.isBreakAt(i + 2);
    }
}
