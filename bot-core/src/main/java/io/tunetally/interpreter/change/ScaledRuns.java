package io.tunetally.interpreter.change;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates.Candidate;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
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
        if (state.hasTypedAnywhere(Trait.NEXT_STAGE) && (state.candidates.hasData() || hours != null)) {
            new ScaledRuns(state).scaleNext();
        }
    }

    /** {@code 41.2M tokens took 7.4 h. The next run has double the data and 2 epochs instead of 3}: data and hours of the run that is told grow. */
    private void scaleNext() {
        int next = nextRun();
        if (next < 0) {
            return;
        }
        Sentence sentence = state.sentence(next);
        BigDecimal data = BigDecimal.ONE;
        for (int i = next; i < sentence.end(); i++) {
            Cue cue = state.isNumberAt(i) ? null : state.token(i).cue();
            BigDecimal factor = cue != null && (isDataAt(i + 1) || isDataAt(i + 2)) ? cue.factor() : null;
            if (factor != null) {
                data = factor;
                state.use(i, i, Token.Use.CONNECTIVE);
            }
        }
        scale(SlotName.EXAMPLES, data, BigDecimal.ONE, sentence.first());
        scale(SlotName.TOTAL_TOKENS, data, BigDecimal.ONE, sentence.first());
        int instead = insteadOfEpochs(sentence);
        BigDecimal now = instead < 0 ? BigDecimal.ONE : number(instead - 2);
        BigDecimal before = instead < 0 ? BigDecimal.ONE : number(instead + 1);
        scale(SlotName.TRAINING_HOURS, data.multiply(now), before, sentence.first());
    }

    /** Replaces the only value of a slot that is told before an index by so many times as much. */
    private void scale(SlotName<?> slot, BigDecimal times, BigDecimal parts, int end) {
        Candidate said = state.candidates.only(slot);
        if (said == null || said.token() >= end || parts.signum() <= 0 || times.compareTo(parts) == 0) {
            return;
        }
        BigDecimal before = said.numeral().value();
        BigDecimal after = before.multiply(times)
                .divide(parts, DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        state.candidates.withdraw(said.token());
        state.candidates.addDerived(slot, Numeral.of(after), said.token());
        state.candidates.settle(said.token());
        String divided = BigDecimal.ONE.compareTo(parts) == 0 ? "" : " / " + CountArithmetic.number(parts);
        state.candidates.explain(
                slot, after, CountArithmetic.number(before) + " × " + CountArithmetic.number(times) + divided);
    }

    /** Returns the index of the {@code next} of {@code the next run has}, or -1. */
    private int nextRun() {
        for (int i = 1; i + 1 < state.size(); i++) {
            boolean next =
                    !state.isNumberAt(i) && state.hasTyped(i, Trait.NEXT_STAGE) && state.hasTyped(i, Trait.LATER);
            if (next && (state.isAt(i + 1, Measure.RUN) || state.isAt(i + 1, Cue.TRAINING))) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the index of the {@code instead of} of {@code 2 epochs instead of 3}, or -1. */
    private int insteadOfEpochs(Sentence sentence) {
        for (int i = sentence.first() + 2; i + 1 < sentence.end(); i++) {
            boolean epochs = state.isAt(i, Cue.INSTEAD_OF) && state.isAt(i - 1, Measure.EPOCH);
            if (epochs && state.isCountAt(i - 2) && state.isCountAt(i + 1)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isDataAt(int i) {
        return state.at(i) != null
                && !state.isNumberAt(i)
                && (state.isItemAt(i) || state.hasTyped(i, Trait.TRAINING_DATA));
    }

    private BigDecimal number(int i) {
        return state.token(i).numeral().value();
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
