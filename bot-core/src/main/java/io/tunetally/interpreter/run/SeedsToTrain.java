package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Tells seeds that are still to be trained, each in a run of its own, from those of a report. */
public final class SeedsToTrain {
    /** More seeds are sown. */
    private static final BigDecimal MOST_SEEDS = BigDecimal.valueOf(50);

    /** The most tokens from a number of seeds to that of the trainings. */
    private static final int REACH_OF_RUNS = 14;

    /** The most words of what is trained with seeds. */
    private static final int REACH_OF_OBJECT = 5;

    /** The most tokens from a number of seeds to the question about all of them. */
    private static final int REACH_OF_SEEDS = 60;

    private final ParseState state;
    /** Whether it tells of each run; found once. */
    private @Nullable Boolean eachRun;

    /** Reads those of a message. */
    public SeedsToTrain(ParseState state) {
        this.state = state;
    }

    /**
     * True of {@code 3 seeds}, {@code seeds=3}; false of {@code seeds=1,2,3}, {@code std over five seeds 0.6} and the factor of
     * {@code 3 seeds x 2 learning rates = 6 runs}.
     */
    public boolean areToTrain(int number, int unit, boolean counted) {
        boolean listed = state.isSymbolAt(number + 1, ',') && state.isNumberAt(number + 2);
        // "3 base models, 3 seeds each"
        boolean ofEach = state.isAt(unit + 1, Cue.EACH) && !state.isPast(number) && isBehindModel(number);
        boolean planned = state.terse
                || state.mayEdit()
                || ofEach
                || state.sentence(number).asks()
                || areAskedLater(number, unit)
                || areTrainings(number, unit)
                || ((state.asks() || state.has(Category.INTENTS)) && (areOfOneJob(unit) || isOfAskedJob(number)))
                || isTrainedWith(number)
                || tellsOfEachRun();
        boolean few = state.token(number).numeral().value().compareTo(MOST_SEEDS) <= 0;
        return counted
                && planned
                && few
                && !listed
                && !state.isAt(number - 1, Cue.OVER)
                && !state.isTimesSign(unit + 1);
    }

    private boolean isBehindModel(int number) {
        int first = state.sentence(number).first();
        return state.mentions.stream().anyMatch(model -> model.first() >= first && model.last() < number);
    }

    /** {@code that's 5 seeds of qwen3 4b lora on 4k examples. What does it cost?}: a plan, and no report of scores. */
    private boolean isOfAskedJob(int number) {
        Sentence sentence = state.sentence(number);
        boolean model = state.mentions.stream()
                .anyMatch(mention -> mention.first() >= sentence.first()
                        && mention.last() < sentence.end()
                        && !state.isBackground(mention.first()));
        return model
                && !state.isTimesSign(number - 1)
                && !state.isPast(number)
                && !state.isReported(number)
                && !state.has(Cue.REPORT);
    }

    /** {@code our configuration gets trained with 5 seeds}, {@code I have to train the same thing with 3 seeds}. */
    private boolean isTrainedWith(int number) {
        int with = number - 1;
        boolean led = state.isAt(with, Trait.HAVING) || state.hasTyped(with, Trait.HAVING) || state.isAt(with, Cue.ON);
        int first = Math.max(state.clause(number).first(), with - REACH_OF_OBJECT);
        for (int i = with - 1; led && i >= first && !state.isNumberAt(i); i--) {
            if (state.isAt(i, Category.TUNING) || state.isAt(i, Cue.TRAINING) || state.hasTyped(i, Trait.TEACHES)) {
                return true;
            }
        }
        return false;
    }

    /** {@code five seeds of the same experiment}, {@code six seeds of this}, {@code two seeds of one run}, {@code seven seeds, same config}. */
    private boolean areOfOneJob(int unit) {
        int of = unit + 1;
        boolean same = state.isSymbolAt(of, ',') && state.isAt(of + 1, Cue.SAME);
        int job = of + 1;
        while (state.hasTyped(job, Trait.DEFINITE_ARTICLE) || state.isAt(job, Cue.SAME) || state.isOneAt(job)) {
            job++;
        }
        boolean named = state.isAt(job, Measure.RUN)
                || state.isAt(job, Cue.TRAINING)
                || state.isAt(job, Category.TUNING)
                || (state.hasTyped(job, Trait.PRONOUN) && state.isBreakAt(job + 1));
        return same || (state.isAt(of, Trait.PART_OF) && named);
    }

    /** {@code five seeds, so five training jobs}: said once more, as trainings. */
    private boolean areTrainings(int number, int unit) {
        BigDecimal count = state.token(number).numeral().value();
        int end = Math.min(state.size() - 1, unit + REACH_OF_RUNS);
        for (int i = unit + 1; i < end; i++) {
            boolean trainings = state.isAt(i + 1, Category.TUNING) || state.isAt(i + 1, Cue.TRAINING);
            if (trainings
                    && state.isNumberAt(i)
                    && state.token(i).numeral().value().compareTo(count) == 0) {
                return true;
            }
        }
        return false;
    }

    /** {@code total for all five?} */
    private boolean areAskedLater(int number, int unit) {
        BigDecimal count = state.token(number).numeral().value();
        int end = Math.min(state.size(), unit + REACH_OF_SEEDS);
        for (int i = unit + 1; state.asks() && i < end; i++) {
            boolean all = state.isNumberAt(i)
                    && state.isAt(i - 1, Cue.ALL)
                    && state.token(i).numeral().value().compareTo(count) == 0;
            if (all) {
                return true;
            }
        }
        return false;
    }

    /** {@code five seeds. Each run: ...}, {@code six seeds. One run is 4,200 pairs}. */
    private boolean tellsOfEachRun() {
        if (eachRun == null) {
            eachRun = findEachRun();
        }
        return eachRun;
    }

    private boolean findEachRun() {
        for (int i = 1; i < state.size(); i++) {
            boolean each = state.isAt(i - 1, Cue.EACH)
                    || state.isAt(i - 1, Cue.EVERY)
                    || state.isOneAt(i - 1)
                    || (state.isNumberAt(i - 1)
                            && state.token(i - 1).numeral().value().compareTo(BigDecimal.ONE) == 0);
            if (each && state.isAt(i, Measure.RUN) && !state.hasTyped(i, Trait.SEEDS)) {
                return true;
            }
        }
        return false;
    }
}
