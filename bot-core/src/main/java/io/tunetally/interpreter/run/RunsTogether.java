package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/**
 * Runs whose number stands beside a denied single one, {@code not one job, six of them}, {@code we won't do one training, we'll do
 * five}, or in the question for all of them: {@code we sweep the batch size ... what do all three together cost}.
 */
public final class RunsTogether {
    /** The most words from the denial to the job, and from the job to the number. */
    private static final int REACH = 6;

    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private final ParseState state;

    private RunsTogether(ParseState state) {
        this.state = state;
    }

    /** Reads them where no runs are counted otherwise. */
    public static void read(ParseState state) {
        if (state.terse || state.candidates.has(SlotName.RUNS)) {
            return;
        }
        RunsTogether runs = new RunsTogether(state);
        int number = state.has(Cue.NOT) ? runs.insteadOfOne() : -1;
        if (number < 0 && (state.hasTypedAnywhere(Trait.SEARCHES_SETTINGS) || runs.countsEachRun())) {
            number = runs.ofAll();
        }
        if (number >= 0) {
            state.candidates.withdraw(number);
            state.claim(SlotName.RUNS, number, number, number);
            state.candidates.settle(number);
        }
    }

    /** Returns the index of the six of {@code not one job, six of them}, or -1. */
    private int insteadOfOne() {
        for (int i = 0; i < state.size(); i++) {
            int job = state.isAt(i, Cue.NOT) ? oneJob(i) : -1;
            int end = job < 0 ? -1 : Math.min(state.sentence(job).end(), job + REACH);
            for (int number = job + 1; number < end; number++) {
                if (isSeveral(number) && isBare(number)) {
                    return number;
                }
            }
        }
        return -1;
    }

    /** Returns the index of the job of {@code not one job}, {@code not just a single run}, {@code won't do one training}, or -1. */
    private int oneJob(int denial) {
        boolean one = false;
        for (int i = denial + 1; i <= denial + REACH && !state.isBreakAt(i); i++) {
            if (one && isJob(i)) {
                return i;
            }
            one |= isOne(i) || state.isAt(i, Cue.ARTICLE);
        }
        return -1;
    }

    private boolean isOne(int i) {
        return state.isOneAt(i)
                || (state.isCountAt(i) && state.token(i).numeral().value().compareTo(BigDecimal.ONE) == 0);
    }

    private boolean isJob(int i) {
        return !state.isNumberAt(i)
                && !state.isPluralAt(i)
                && (state.isAt(i, Measure.RUN)
                        || state.isAt(i, Cue.TRAINING)
                        || state.isAt(i, Category.TUNING)
                        || state.hasTyped(i, Trait.WHOLE_JOB));
    }

    private boolean countsEachRun() {
        for (int i = 0; state.has(Cue.EACH) && i < state.size(); i++) {
            if (state.isAt(i, Cue.EACH) && isJob(i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the three of {@code what do all three together cost}, or -1. */
    private int ofAll() {
        for (int i = 1; i < state.size(); i++) {
            boolean all = state.isAt(i - 1, Cue.ALL) || state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE);
            if (all && isSeveral(i) && isNoModelCount(i) && (isTogether(i + 1) || isBare(i))) {
                return i;
            }
        }
        return -1;
    }

    /** {@code together}, {@code cost in total}. */
    private boolean isTogether(int i) {
        return !state.isNumberAt(i) && (state.hasTyped(i, Trait.TAKES_ALL) || state.isAt(i, Category.INTENTS));
    }

    private boolean isNoModelCount(int number) {
        return state.token(number).numeral().value().compareTo(BigDecimal.valueOf(state.mentions.size())) != 0;
    }

    private boolean isSeveral(int i) {
        return state.isCountAt(i)
                && state.token(i).use != Token.Use.SLOT
                && !state.token(i).numeral().isRange()
                && state.token(i).numeral().scaled() == 0
                && state.token(i).numeral().value().compareTo(BigDecimal.ONE) > 0
                && state.token(i).numeral().value().compareTo(MOST) <= 0;
    }

    /** A number of nothing else: {@code six of them}, {@code five}, {@code four runs}. */
    private boolean isBare(int number) {
        return state.isOfThemAt(number + 1) || state.isBreakAt(number + 1) || state.isSymbolAt(number + 1, ':');
    }
}
