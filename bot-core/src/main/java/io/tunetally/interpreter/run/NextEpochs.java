package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
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

    private NextEpochs() {}

    /** Gives the slot to a number of a sentence of its own behind the epochs of before. */
    public static void read(ParseState state) {
        List<SlotCandidates.Candidate> epochs = state.candidates.of(SlotName.EPOCHS);
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

    /** {@code two this time}, {@code this time 2}, {@code 2 now}. */
    private static boolean isNext(ParseState state, int number) {
        if (!state.isNumberAt(number)
                || state.token(number).numeral().isRange()
                || state.token(number).numeral().value().compareTo(MOST) > 0
                || state.token(number).numeral().value().stripTrailingZeros().scale() > 0) {
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
