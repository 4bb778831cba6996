package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Reads a cross-validation: {@code 5-fold cross-validation on 2,000 examples} is five runs, each of which holds out a fifth of
 * the data and trains on 1,600.
 */
public final class CrossValidation {
    private static final BigDecimal FEWEST = BigDecimal.TWO;
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private final ParseState state;

    private CrossValidation(ParseState state) {
        this.state = state;
    }

    /** Claims the number of folds as the number of runs. */
    public static void read(ParseState state) {
        int folds = new CrossValidation(state).folds();
        if (folds >= 0) {
            state.claim(SlotName.RUNS, folds, folds, folds);
            state.candidates.settle(folds);
        }
    }

    /** Takes the fold that is held out off the examples of each run. */
    public static void holdOut(ParseState state) {
        int folds = new CrossValidation(state).folds();
        int count = folds < 0 ? -1 : onlyCount(state);
        if (count < 0) {
            return;
        }
        SlotCandidates.Candidate whole = state.candidates.all().get(count);
        BigDecimal runs = state.token(folds).numeral().value();
        Numeral trained = whole.numeral()
                .converted(examples ->
                        examples.multiply(runs.subtract(BigDecimal.ONE)).divide(runs, 0, RoundingMode.DOWN));
        state.candidates.replace(
                count, new SlotCandidates.Candidate(SlotName.EXAMPLES, trained, whole.token(), true, false));
    }

    private static int onlyCount(ParseState state) {
        int only = -1;
        for (int k = 0; k < state.candidates.all().size(); k++) {
            SlotCandidates.Candidate each = state.candidates.all().get(k);
            if (each.slot() == SlotName.EXAMPLES && !each.replaced()) {
                if (only >= 0) {
                    return -1;
                }
                only = k;
            }
        }
        return only;
    }

    /** Returns the index of the 5 in {@code 5-fold cross-validation}, {@code cross-validation with 5 folds}, {@code k-fold 5}, or -1. */
    private int folds() {
        for (int i = 1; state.hasTypedAnywhere(Trait.FOLD) && i < state.size(); i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.FOLD)) {
                int number = state.isSymbolAt(i - 1, '-') ? i - 2 : i - 1;
                if (isFew(number) && (isCrossValidation(i + 1) || isOfCrossValidation(i))) {
                    return number;
                }
                int behind = state.isAssignmentAt(i + 1) ? i + 2 : i + 1;
                if (isCalledK(i) && isFew(behind) && !state.isUnitAt(behind + 1)) {
                    return behind;
                }
            }
        }
        return -1;
    }

    /** {@code k-fold 5}, {@code k-fold=5}. */
    private boolean isCalledK(int fold) {
        Token letter = state.isSymbolAt(fold - 1, '-') ? state.at(fold - 2) : null;
        return letter != null && !letter.isNumber() && letter.end - letter.start == 1;
    }

    private boolean isFew(int number) {
        Token token = state.at(number);
        return token != null
                && state.isCountAt(number)
                && !token.numeral().isRange()
                && token.numeral().value().compareTo(FEWEST) >= 0
                && token.numeral().value().compareTo(MOST) <= 0;
    }

    private boolean isCrossValidation(int behind) {
        int name = state.isSymbolAt(behind, '-') ? behind + 1 : behind;
        return !state.isNumberAt(name) && state.hasTyped(name, Trait.CROSS_VALIDATION);
    }

    /** {@code 5 folds} in a message that names cross-validation elsewhere. */
    private boolean isOfCrossValidation(int fold) {
        return state.isPluralAt(fold) && state.hasTypedAnywhere(Trait.CROSS_VALIDATION);
    }
}
