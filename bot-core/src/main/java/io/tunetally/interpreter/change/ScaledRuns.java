package io.tunetally.interpreter.change;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates.Candidate;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scales the hours of a run that is told to the examples of the next one: {@code 22,480 examples took 5.1 hours. Cost for 60,000
 * examples?} has 13.6 hours.
 */
public final class ScaledRuns {
    private static final int DIGITS = 3;

    private final ParseState state;

    private ScaledRuns(ParseState state) {
        this.state = state;
    }

    /** Replaces the hours, if the message counts the examples of both runs. */
    public static void read(ParseState state) {
        Candidate hours = state.candidates.only(SlotName.TRAINING_HOURS);
        Candidate examples = hours == null ? null : state.candidates.only(SlotName.EXAMPLES);
        if (hours != null && examples != null) {
            new ScaledRuns(state).scale(hours, examples);
        }
    }

    private void scale(Candidate hours, Candidate examples) {
        if (!isTold(hours.token()) || isSameJob(hours.token(), examples.token())) {
            return;
        }
        List<Integer> before = IntStream.range(0, examples.token())
                .filter(number -> isData(number, hours.token()) && !isSameJob(number, examples.token()))
                .boxed()
                .toList();
        if (before.size() != 1) {
            return;
        }
        BigDecimal past = state.token(before.getFirst()).numeral().value();
        BigDecimal time = hours.numeral().value();
        BigDecimal next = time.multiply(examples.numeral().value()).divide(past, DIGITS, RoundingMode.HALF_UP);
        state.candidates.withdraw(hours.token());
        state.candidates.addDerived(SlotName.TRAINING_HOURS, Numeral.of(next), hours.token());
        state.candidates.explain(
                SlotName.TRAINING_HOURS,
                next,
                CountArithmetic.number(time.setScale(Math.min(time.scale(), 1), RoundingMode.HALF_UP)) + " × "
                        + CountArithmetic.number(examples.numeral().value()) + " / " + CountArithmetic.number(past));
    }

    /** {@code took 5.1 hours}, {@code train_runtime 18342.7s}, {@code the last run needed 4 hours}. */
    private boolean isTold(int hours) {
        Sentence sentence = state.sentence(hours);
        return !sentence.asks()
                && IntStream.range(sentence.first(), sentence.end())
                        .anyMatch(i -> !state.isNumberAt(i)
                                && (state.isAt(i, Cue.REPORT)
                                        || state.hasTyped(i, Trait.TOOK)
                                        || state.hasTyped(i, Trait.RUN_TIME)));
    }

    /** True of numbers in one sentence without the next run between: {@code 60,000 examples took 5.1 hours}. */
    private boolean isSameJob(int one, int other) {
        return state.sentence(one) == state.sentence(other);
    }

    /** The 22,480 of {@code 22,480 examples}, {@code Total examples = 22,480}, told up to the hours and used for nothing. */
    private boolean isData(int number, int hours) {
        boolean named = state.isAssignmentAt(number - 1) && state.isItemAt(number - 2);
        boolean counted =
                state.isCountAt(number) && state.token(number).numeral().value().signum() > 0;
        boolean near = number < hours || state.sentence(number) == state.sentence(hours);
        return counted && near && (named || state.isItemAt(number + 1)) && state.candidates.slotOf(number) == null;
    }
}
