package io.tunetally.interpreter.count;

import io.tunetally.interpreter.count.EpochChoices.Choice;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads runs that differ in their epochs: {@code 12 runs: 6 with 1 epoch and 6 with 3 epochs}. */
public final class RunsByEpochs {
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private final ParseState state;
    private final List<Choice> choices = new ArrayList<>(0);
    private final List<Integer> counts = new ArrayList<>(0);
    private boolean counted;

    private RunsByEpochs(ParseState state) {
        this.state = state;
    }

    /** Claims the runs and their epochs. */
    public static void read(ParseState state) {
        if (state.has(Measure.RUN) && state.has(Measure.EPOCH) && !state.candidates.has(SlotName.EPOCHS)) {
            new RunsByEpochs(state).read();
        }
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            i = Math.max(i, readGroup(i));
        }
        boolean named = choices.stream().anyMatch(choice -> state.isAt(choice.token() + 1, Measure.EPOCH));
        if (choices.size() < 2 || !named) {
            return;
        }
        BigDecimal sum = choices.stream().map(Choice::runs).reduce(BigDecimal.ZERO, BigDecimal::add);
        int whole = numberOfRuns(sum);
        if (whole < 0 && !counted) {
            return;
        }
        for (int count : counts) {
            state.token(count).use = Token.Use.SLOT;
            state.candidates.settle(count);
        }
        if (whole < 0) {
            state.candidates.addDerived(SlotName.RUNS, Numeral.of(sum), counts.getFirst());
        }
        EpochChoices.claim(state, choices);
    }

    /** Reads {@code 6 with 1 epoch}, {@code two runs with 3}; returns the index of its last token, or -1. */
    private int readGroup(int count) {
        boolean unit = state.isAt(count + 1, Measure.RUN);
        int link = unit ? count + 2 : count + 1;
        int epochs = link + 1;
        boolean linked = state.hasTyped(link, Trait.HAVING) || state.isAt(link, Cue.FOR) || state.isAt(link, Cue.OF);
        if (!linked || !isSmall(count) || !isSmall(epochs) || (!isUnit(epochs) && choices.isEmpty())) {
            return -1;
        }
        counted |= unit;
        counts.add(count);
        choices.add(new Choice(epochs, value(epochs), value(count)));
        return epochs;
    }

    /** The 1 of {@code 1 epoch}, and of {@code 1, and the rest}: no other unit follows. */
    private boolean isUnit(int epochs) {
        return state.isAt(epochs + 1, Measure.EPOCH);
    }

    private boolean isSmall(int number) {
        boolean other = state.isUnitAt(number + 1)
                && !state.isAt(number + 1, Measure.EPOCH)
                && !state.isAt(number + 1, Measure.RUN);
        return state.isCountAt(number)
                && !state.token(number).numeral().isRange()
                && !other
                && value(number).signum() > 0
                && value(number).compareTo(MOST) <= 0;
    }

    /** Returns the index of the number of all runs, the 12 of {@code 12 runs: 6 with 1 epoch ...}, or -1. */
    private int numberOfRuns(BigDecimal sum) {
        for (int i = 0; i < state.size(); i++) {
            if (state.isCountAt(i)
                    && state.isAt(i + 1, Measure.RUN)
                    && !counts.contains(i)
                    && value(i).compareTo(sum) == 0) {
                return i;
            }
        }
        return -1;
    }

    private BigDecimal value(int number) {
        return state.token(number).numeral().value();
    }
}
