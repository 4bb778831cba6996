package io.tunetally.interpreter.run;

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

    private NextEpochs() {}

    /** Gives the slot to a number of a sentence of its own behind the epochs of before. */
    public static void read(ParseState state) {
        List<SlotCandidates.Candidate> epochs = state.candidates.of(SlotName.EPOCHS);
        if (epochs.isEmpty()) {
            readKept(state);
            return;
        }
        if (epochs.size() != 1 || !state.remembered.isEmpty()) {
            return;
        }
        SlotCandidates.Candidate before = epochs.getFirst();
        for (int i = before.token() + 1; i < state.size(); i++) {
            if (isNext(state, i)) {
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
