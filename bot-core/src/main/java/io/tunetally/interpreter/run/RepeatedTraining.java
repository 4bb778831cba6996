package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Finds the interval of a training that is repeated, where other words stand between: {@code the training on our notes has to
 * be redone monthly}, {@code tuned on 900 cards and again every six months}, {@code training on 3,000 comments every quarter}.
 */
final class RepeatedTraining {
    /** The most words from the training to the word that repeats it. */
    private static final int REACH_OF_AGAIN = 14;

    /** The most words from the word that repeats to its interval. */
    private static final int REACH_OF_INTERVAL = 6;

    /** The most words from the interval that leads a clause to the word that repeats. */
    private static final int REACH_OF_LEADING = 16;

    /** The most words from a training to its interval, those of its data included. */
    private static final int REACH_OVER_DATA = 12;

    /** The most words from a number of requests to its period. */
    private static final int REACH_OF_RATE = 3;

    /** The most words from a training to {@code each time}. */
    private static final int REACH_OF_TIME = 4;

    /** The least days between the times that {@code each time} is said of. */
    private static final BigDecimal SELDOM = BigDecimal.valueOf(5);

    private final ParseState state;

    RepeatedTraining(ParseState state) {
        this.state = state;
    }

    /** Returns how often the message says that it is trained again, or null. */
    @Nullable TrainingInterval interval() {
        if (!state.has(Category.PERIODS)
                && !state.has(Cue.EVERY)
                && !state.has(Cue.EACH)
                && !state.has(Measure.TIMES)
                && !state.hasTypedAnywhere(Trait.REPEATS)) {
            return null;
        }
        int training = -1;
        TrainingInterval before = null;
        TrainingInterval found = null;
        for (int i = 0; i < state.size() && found == null; i++) {
            if (state.isNumberAt(i)) {
                continue;
            }
            boolean trains = isTraining(i);
            if (isName(i)) {
                found = TrainingInterval.at(state, i + 2);
            } else if (isRepeated(i, training)) {
                found = ahead(i);
                found = found == null ? leading(i, training, before) : found;
            } else if (trains) {
                found = overData(i);
            }
            training = trains || state.hasTyped(i, Trait.TEACHES) ? i : training;
            TrainingInterval period = TrainingInterval.at(state, i);
            before = period == null ? before : period;
        }
        return found == null ? eachTime() : found;
    }

    /**
     * Returns the interval of {@code patches are every 6 weeks. 20k examples each time}, {@code that is quarterly, and it has to be
     * trained each time}, or null.
     */
    private @Nullable TrainingInterval eachTime() {
        for (int i = 1; i < state.size() && isRun(); i++) {
            boolean each = (state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY)) && state.isAt(i + 1, Measure.TIMES);
            if (!each || state.isNumberAt(i + 1) || !isTrainedBefore(i)) {
                continue;
            }
            for (int k = i - 1; k >= 0; k--) {
                TrainingInterval found = TrainingInterval.at(state, k);
                if (found != null) {
                    return isFree(found) && found.days().compareTo(SELDOM) >= 0 ? found : null;
                }
            }
        }
        return null;
    }

    /** True if a word for training or a count of examples stands right before {@code each time}. */
    private boolean isTrainedBefore(int each) {
        if (state.isAt(each - 1, Measure.EXAMPLE)) {
            return state.isNumberAt(each - 2);
        }
        for (int i = each - 1; i >= each - REACH_OF_TIME && !state.isBreakAt(i) && !state.isNumberAt(i); i--) {
            boolean learns = state.hasTyped(i, Trait.LEARNS_ANEW) && isOfModel(i);
            if (learns || isTraining(i) || state.hasTyped(i, Trait.TEACHES) || state.isAt(i, Cue.RETRAIN)) {
                return true;
            }
        }
        return false;
    }

    /** The bot of {@code the bot has to learn it each time}: people learn, too. */
    private boolean isOfModel(int learns) {
        for (int i = learns - 1; i >= Math.max(state.clause(learns).first(), learns - REACH_OF_TIME); i--) {
            if (state.hasTyped(i, Trait.TUNED_THING) || state.isAt(i, Category.MODELS)) {
                return true;
            }
        }
        return false;
    }

    /** The {@code retrain} of {@code retrain: quarterly}, the {@code refresh} of {@code Refresh: each month, with all pairs}. */
    private boolean isName(int i) {
        return state.isAssignmentAt(i + 1)
                && (state.isAt(i, Cue.RETRAIN) || state.hasTyped(i, Trait.REFRESHES) || state.isAt(i, Cue.TRAINING));
    }

    /** {@code again}, {@code redone} and {@code refreshed}, said of a training before them or of it. */
    private boolean isRepeated(int i, int training) {
        if (state.isAt(i, Cue.RETRAIN)) {
            return !isOfPeople(state, i);
        }
        boolean renews = state.hasTyped(i, Trait.REPEATS_JOB) || state.hasTyped(i, Trait.REFRESHES);
        boolean onceMore = state.hasTyped(i, Trait.MORE) && state.hasTyped(i - 1, Trait.ONE_TIME);
        if (!renews && !onceMore && !state.hasTyped(i, Trait.AGAIN)) {
            return false;
        }
        // "3,500 rows, redo it weekly"
        boolean itself = renews && state.hasTyped(i + 1, Trait.PRONOUN) && state.isAt(i + 2, Category.PERIODS);
        boolean again = itself || (renews && isMethod(i + 1));
        return again ? state.candidates.hasData() : isNear(training, i) || isSameAgain(i) || isListed(i);
    }

    /** The LoRA of {@code we redo the LoRA every week}. */
    private boolean isMethod(int i) {
        int method = state.hasTyped(i, Trait.DEFINITE_ARTICLE) ? i + 1 : i;
        return state.isAt(method, Category.METHODS);
    }

    /** {@code llama 70b, lora, 15k examples, 2 epochs, and again every two weeks}. */
    private boolean isListed(int again) {
        return (state.isAt(again - 1, Cue.AND) || state.isBreakAt(again - 1))
                && isJob()
                && TrainingInterval.at(state, again + 1) != null;
    }

    private boolean isJob() {
        return state.candidates.hasData() && state.candidates.has(SlotName.EPOCHS) && !state.mentions.isEmpty();
    }

    /** {@code 860 texts, 3 epochs. I want to do it again every 60 days}: what is done again is the job of the message. */
    private boolean isSameAgain(int again) {
        boolean same = state.hasTyped(again - 1, Trait.PRONOUN) || state.isAt(again - 1, Cue.SAME);
        return same
                && state.hasTyped(again - 2, Trait.DOES_AGAIN)
                && state.candidates.hasData()
                && isRun()
                && TrainingInterval.at(state, again + 1) != null;
    }

    /** {@code our staff is retrained every month}, {@code we retrain the nurses}: people learn something else. */
    static boolean isOfPeople(ParseState state, int retrained) {
        int behind = state.hasTyped(retrained + 1, Trait.DEFINITE_ARTICLE) || state.isAt(retrained + 1, Cue.PERSON)
                ? retrained + 2
                : retrained + 1;
        boolean passive = state.isAt(retrained - 1, Cue.IS);
        int noun = passive ? retrained - 2 : behind;
        // "retrain the customer model" is not of customers.
        return state.at(noun) != null
                && !state.isNumberAt(noun)
                && state.hasTyped(noun, Trait.HEADS)
                && (passive || state.isPluralAt(noun));
    }

    /** True if a training before a word of the same sentence may be what it repeats. */
    private boolean isNear(int training, int again) {
        return training >= 0 && again - training <= REACH_OF_AGAIN && state.sentence(training) == state.sentence(again);
    }

    /** {@code training}, {@code the fine-tuning on 4,000 bulletins}; but not the tuned model that a sentence is about. */
    private boolean isTraining(int i) {
        boolean tuned = state.hasTyped(i, Trait.TUNED) && !state.isAt(i + 1, Category.MODELS);
        return state.isAt(i, Cue.TRAINING)
                || (state.isAt(i, Category.TUNING) && (tuned || !state.hasTyped(i, Trait.TUNED)));
    }

    private @Nullable TrainingInterval ahead(int again) {
        int end = Math.min(state.sentence(again).end(), again + 1 + REACH_OF_INTERVAL);
        for (int k = again + 1; k < end && !state.isBreakAt(k) && !state.isAt(k, Cue.RETRAIN); k++) {
            TrainingInterval often = TrainingInterval.often(state, k);
            if (often != null) {
                return often;
            }
            TrainingInterval found = TrainingInterval.at(state, k);
            if (found != null) {
                return isFree(found) ? found : null;
            }
            if (state.isNumberAt(k)) {
                return null;
            }
        }
        return null;
    }

    /** Returns the interval of {@code if every quarter we train it again}, which stands before the training, or null. */
    private @Nullable TrainingInterval leading(int again, int training, @Nullable TrainingInterval before) {
        int verb = state.isAt(again, Cue.RETRAIN) ? again : training;
        if (before == null
                || before.last() >= verb
                || verb - before.first() > REACH_OF_LEADING
                || state.clause(before.first()) != state.clause(verb)
                || state.clause(verb).namesRequests()) {
            return null;
        }
        boolean rate = state.isNumberAt(before.first() - 1) || state.isNumberAt(before.first() - 2);
        return !rate && isFree(before) ? before : null;
    }

    /**
     * Returns the interval of {@code quarterly training}, {@code training on 3,000 comments every quarter}, or null. That of
     * something else has a verb before it: {@code training on the tickets that we get every month}.
     */
    private @Nullable TrainingInterval overData(int training) {
        Sentence sentence = state.sentence(training);
        if (!state.isAt(training, Cue.TRAINING) || !isRun()) {
            return null;
        }
        TrainingInterval before =
                state.isAt(training - 1, Category.PERIODS) ? TrainingInterval.at(state, training - 1) : null;
        if (before != null && isFree(before)) {
            return before;
        }
        int end = Math.min(sentence.end(), training + 1 + REACH_OVER_DATA);
        for (int k = training + 1; k < end && !state.isBreakAt(k) && !isOther(k); k++) {
            TrainingInterval found = TrainingInterval.at(state, k);
            if (found != null) {
                return isFree(found) && !RetrainInterval.isOfRunning(state, found) ? found : null;
            }
        }
        return null;
    }

    /** True if the message is about a model that runs, which is trained more than once. */
    private boolean isRun() {
        return state.candidates.has(SlotName.REQUESTS_PER_DAY)
                || state.candidates.has(SlotName.MONTHS)
                || state.remembered.has(SlotName.REQUESTS_PER_DAY);
    }

    /** True of a word with which something else than the training begins. */
    private boolean isOther(int k) {
        return !state.isNumberAt(k)
                && (state.hasTyped(k, Trait.PRONOUN)
                        || state.hasTyped(k, Trait.RELATIVE)
                        || state.isAt(k, Cue.PERSON)
                        || state.isAt(k, Category.INTENTS)
                        || state.isAt(k, Category.RATES)
                        || state.hasTyped(k, Trait.SERVES)
                        || state.hasTyped(k, Trait.PAID)
                        || state.hasTyped(k, Trait.COSTS));
    }

    /** True of words that say no rate of traffic: {@code 3,000 comments every quarter} are the data of each training. */
    private boolean isFree(TrainingInterval interval) {
        Token.Use use = state.token(interval.last()).use;
        boolean rate = use == Token.Use.SLOT;
        for (int i = interval.first() - REACH_OF_RATE; i <= interval.last() + REACH_OF_RATE && !rate; i++) {
            rate = use == Token.Use.CONNECTIVE
                    && state.isNumberAt(i)
                    && state.candidates.isOf(SlotName.REQUESTS_PER_DAY, i);
        }
        return !rate;
    }
}
