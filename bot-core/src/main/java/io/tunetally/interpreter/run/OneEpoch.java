package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import java.math.BigDecimal;

/** One epoch as a unit, of which is told how long it takes, and not how many epochs there are. */
public final class OneEpoch {
    /** The most tokens from an epoch to how long it is. */
    private static final int REACH = 5;

    /** Fewer things that an epoch has may be others than steps. */
    private static final BigDecimal FEWEST_STEPS = BigDecimal.valueOf(50);

    private OneEpoch() {}

    /**
     * {@code one epoch being around 2 hours}, {@code six minutes an epoch}, {@code one epoch has 606 steps}, and
     * {@code one epoch takes 5 hours} and {@code how long is one epoch} beside the number of all epochs: a unit, whose length is told or asked for.
     */
    public static boolean isMeasured(ParseState state, int i, int unit, boolean follows) {
        boolean one = follows && state.token(i).numeral().value().compareTo(BigDecimal.ONE) == 0;
        boolean others = one && isBesideOthers(state, i);
        // "h100 3 hours 1 epoch" is a command.
        if (!one || (state.terse && !others && !state.text.isTranslated())) {
            return false;
        }
        boolean rate = state.isNumberAt(i - 2) && state.timeAt(i - 1) != null;
        boolean asked = others && state.isAt(i - 2, Cue.LONG);
        boolean measured = !state.isNumberAt(unit + 1) && state.hasTyped(unit + 1, Trait.MEASURED_AS);
        int end = Math.min(state.sentence(i).end(), unit + REACH);
        for (int k = unit + 1; k < end && !state.isBreakAt(k) && !measured; k++) {
            int of = state.isNumberAt(k) ? state.unitFinder.right(k) : -1;
            measured = of > 0 && ((others && state.timeAt(of) != null) || areSteps(state, k, of));
        }
        return rate || asked || measured;
    }

    /** Steps, or in a translation many things that are no data, as steps are there. */
    private static boolean areSteps(ParseState state, int number, int unit) {
        boolean many = state.token(number).numeral().value().compareTo(FEWEST_STEPS) > 0;
        return state.hasTyped(unit, Trait.TRAINING_STEP)
                || (many && state.text.isTranslated() && state.isAt(unit, Measure.OTHER));
    }

    /** True if another number of the message, which is not one, counts epochs. */
    private static boolean isBesideOthers(ParseState state, int number) {
        for (int k = 0; k < state.size(); k++) {
            boolean other = k != number
                    && state.isCountAt(k)
                    && state.token(k).numeral().value().compareTo(BigDecimal.ONE) > 0;
            if (other
                    && (state.isAt(k + 1, Measure.EPOCH)
                            || (state.isAssignmentAt(k - 1) && state.isAt(k - 2, Measure.EPOCH)))) {
                return true;
            }
        }
        return false;
    }
}
