package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.run.LastRuns;
import io.tunetally.interpreter.run.OneEpoch;
import io.tunetally.interpreter.run.Reruns;
import io.tunetally.interpreter.run.SeedsToTrain;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.TrafficQuantities;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How often the job runs: epochs, runs, evaluations, and what {@code times} counts of these. */
final class Repetitions {
    /** The most words between a verb and how often it is done: {@code let the model see all of it four times}. */
    private static final int REACH = 8;

    /** A sentence that is no longer has no other matter. */
    private static final int SHORT = 3;

    /** More seeds are sown. */
    private static final BigDecimal MOST_SEEDS = BigDecimal.valueOf(50);

    /** More rounds go over no data. */
    private static final BigDecimal MOST_ROUNDS = BigDecimal.valueOf(50);

    /** The most tokens from repetitions to the number of runs that they make. */
    private static final int REACH_OF_RUNS = 14;

    /** More repetitions are no message about a job. */
    private static final int MOST_REPEATS = 4;

    private final ParseState state;
    private final SeedsToTrain seeds;

    private final TrafficQuantities traffic;

    Repetitions(ParseState state, TrafficQuantities traffic) {
        this.state = state;
        this.traffic = traffic;
        seeds = new SeedsToTrain(state);
    }

    void epochs(int i, int unit, boolean follows) {
        if (OneEpoch.isMeasured(state, i, unit, follows)) {
            state.ignore(i, unit);
            state.candidates.settle(i);
            return;
        }
        // "epoch 1/3", "epoch 2 of 6": the first, or the second, of all.
        if (!follows && state.isNumberAt(i + 2) && (state.isSlash(i + 1) || isIndexOfAll(i))) {
            state.ignore(i, unit);
            state.claim(SlotName.EPOCHS, i + 2, i + 2, i + 2);
            return;
        }
        if (follows && areRunsOfEpochs(unit)) {
            state.claim(SlotName.RUNS, i, unit);
            return;
        }
        if (follows && isOfEpisodes(i, unit)) {
            state.claim(SlotName.EXAMPLES, i, i, unit + 1);
            return;
        }
        // "we generate 2,800 rounds a week"
        boolean rate = follows && state.token(i).numeral().value().compareTo(MOST_ROUNDS) > 0;
        if (rate && !state.terse && traffic.perTime(i, unit, true)) {
            return;
        }
        Token name = state.token(unit);
        boolean part = state.token(i).numeral().value().abs().compareTo(BigDecimal.ONE) < 0
                && state.token(i).numeral().value().signum() > 0;
        // A translation has lost the plural of "epochs: 3".
        boolean setting = state.text.isTranslated() && (state.isAssignmentAt(i - 1) || state.isSymbolAt(unit - 1, '-'));
        boolean progress = !follows
                && !isOfSummary(i)
                && (part || (!state.terse && !setting && !isAssigned(i, unit)))
                && state.isAt(unit, Trait.EPOCH_INDEX);
        // "after 2.4 epochs": how far a run has come.
        boolean fraction = state.token(i).numeral().value().stripTrailingZeros().scale() > 0;
        progress |= fraction && follows && !state.terse && state.isAt(i - 1, Trait.AFTER);
        boolean everyday = name.lexeme != null && name.lexeme.weak();
        if (progress
                || (everyday && isOfOtherThings(i))
                || (everyday
                        && !state.terse
                        && !state.has(Category.TUNING)
                        && !state.has(Category.METHODS)
                        && state.mentions.isEmpty()
                        && !state.remembered.has(SlotName.EPOCHS)
                        && !state.candidates.hasData())) {
            state.ignore(i, unit);
        } else {
            state.claim(SlotName.EPOCHS, i, unit);
        }
    }

    /** The 2 of {@code best at epoch 2 of 6}. */
    private boolean isIndexOfAll(int index) {
        int all = index + 2;
        return state.isAt(index + 1, Cue.OF)
                && state.isCountAt(all)
                && !state.isUnitAt(all + 1)
                && state.token(index)
                                .numeral()
                                .value()
                                .compareTo(state.token(all).numeral().value())
                        <= 0
                && state.token(all).numeral().value().compareTo(MOST_ROUNDS) <= 0;
    }

    /** {@code 3 rounds of 5 epochs each}: the rounds are runs. */
    private boolean areRunsOfEpochs(int unit) {
        return state.isAt(unit + 1, Cue.OF) && state.isNumberAt(unit + 2) && state.isAt(unit + 3, Measure.EPOCH);
    }

    /** {@code {'train_runtime': 5123.4, 'epoch': 3.0}}: the last line of a log, which says how many epochs the run had. */
    private boolean isOfSummary(int number) {
        boolean whole =
                state.token(number).numeral().value().stripTrailingZeros().scale() <= 0;
        return whole && (state.hasTypedAnywhere(Trait.SUMMARY_OF_RUN) || isOfEndedRun(number));
    }

    /** {@code the run is done: epoch 2.0}, with the decimal that programs print. */
    private boolean isOfEndedRun(int number) {
        boolean ended = false;
        for (int k = state.sentence(number).first(); k < number; k++) {
            ended |= !state.isNumberAt(k) && state.hasTyped(k, Trait.RUN_ENDED);
        }
        return ended && state.token(number).numeral().value().scale() > 0;
    }

    /** {@code hay's down, 212 rounds}: so many in a sentence that names no model. */
    private boolean isOfOtherThings(int number) {
        int first = state.sentence(number).first();
        int end = state.sentence(number).end();
        return !state.terse
                && state.remembered.isEmpty()
                && state.token(number).numeral().value().compareTo(MOST_ROUNDS) > 0
                && state.mentions.stream().noneMatch(mention -> mention.first() >= first && mention.first() < end);
    }

    /** {@code 400 ep summaries}: a short word for an episode, whose texts are counted. */
    private boolean isOfEpisodes(int number, int unit) {
        return state.token(number).numeral().value().compareTo(MOST_SEEDS) > 0
                && state.hasTyped(unit, Trait.ALSO_EPISODE)
                && !state.isBreakAt(unit + 1)
                && (state.isItemAt(unit + 1) || state.isPluralAt(unit + 1));
    }

    /** {@code epoch is 5}, {@code I put epoch to 15}, {@code epoch=3} in a configuration, but not in {@code step=1250 epoch=1 loss=0.84}. */
    private boolean isAssigned(int i, int unit) {
        return unit == i - 2
                && (state.isAt(i - 1, Trait.FORM_OF_BE)
                        || (state.isAt(i - 1, Cue.TO) && isSet(unit))
                        || (state.isSymbolAt(i - 1, '=') && !isLineOfLog(i)))
                && state.token(i).numeral().value().stripTrailingZeros().scale() <= 0;
    }

    /** {@code step=1250 epoch=1 loss=0.84}: the steps so far or the loss have values of their own. */
    private boolean isLineOfLog(int number) {
        int end = state.sentence(number).end();
        for (int k = state.sentence(number).first(); k < end; k++) {
            boolean progress = !state.isNumberAt(k)
                    && (state.hasTyped(k, Trait.TRAINING_STEP) || state.hasTyped(k, Trait.LOSS_NAME));
            if (progress && state.isAssignmentAt(k + 1) && state.isNumberAt(k + 2)) {
                return true;
            }
        }
        return false;
    }

    /** The verb of {@code I put epoch to 15}, {@code we set the epoch to 3}. */
    private boolean isSet(int unit) {
        int verb = state.hasTyped(unit - 1, Trait.DEFINITE_ARTICLE) ? unit - 2 : unit - 1;
        return verb >= 0 && !state.isNumberAt(verb) && state.hasTyped(verb, Trait.SETS);
    }

    void runs(int i, int unit, boolean follows) {
        // "What does one training run cost" asks for the usual price.
        boolean one = state.token(i).numeral().value().compareTo(BigDecimal.ONE) == 0;
        boolean known = state.remembered.has(SlotName.RUNS) && state.isAt(unit, Trait.PLURAL);
        boolean now = known && (state.hasTyped(i - 1, Trait.IS_NOW) || state.isAt(i - 1, Trait.FORM_OF_BE));
        boolean assigned = now || state.isAssignmentAt(i - 1);
        boolean numbered = !follows && state.isAt(unit, Trait.RUN_INDEX) && !state.isSymbolAt(i - 1, '=');
        boolean counted = follows || assigned || state.isAt(i - 1, Trait.PART_OF);
        boolean ofSeeds = one && state.isAt(i - 1, Trait.PART_OF) && state.hasTyped(i - 2, Trait.SEEDS);
        boolean other = numbered
                || ofSeeds
                || isFailed(i, unit)
                || isOver(i, unit)
                || areOfImages(unit)
                || areOfPastTime(i)
                || areDone(unit)
                // "An 8k run on Sunday" is a distance.
                || (unit == i + 1 && state.token(i).numeral().scaled() != 0)
                || isOfGame(i)
                || (state.hasTyped(unit, Trait.SEEDS) && !seeds.areToTrain(i, unit, counted));
        // "25 jobs a day": work of a shop; no team trains so often in a night.
        boolean many = state.token(i).numeral().value().compareTo(MOST_SEEDS) > 0;
        boolean work = follows && (many || !state.terse) && state.hasTyped(unit, Trait.PIECE_OF_WORK);
        if (work && traffic.perTime(i, unit, true)) {
            return;
        }
        if (follows && isVerb(i, unit)) {
            state.ignore(i);
            return;
        }
        if (follows && isWork(i, unit)) {
            state.claim(SlotName.EXAMPLES, i, unit);
            state.candidates.settle(i);
            return;
        }
        int last = follows ? LastRuns.of(state, state.isAt(unit + 1, Measure.RUN) ? unit + 2 : unit + 1) : -1;
        if (!other && last >= 0) {
            Numeral all = Numeral.of(state.token(i).numeral().value().add(BigDecimal.ONE));
            state.candidates.addDerived(SlotName.RUNS, all, i);
            state.use(i, last, Token.Use.CONNECTIVE);
            state.token(i).use = Token.Use.SLOT;
        } else if (!other && (state.terse || (counted && !one))) {
            // "3 RFT runs": what lies between has a meaning of its own.
            state.claim(SlotName.RUNS, i, i, i);
            state.token(unit).use = Token.Use.CONNECTIVE;
        } else {
            state.ignore(i, unit);
        }
    }

    /** {@code we did 3 runs so far. If we retrain every month}: those that are over are none of the ones to come. */
    private boolean areDone(int unit) {
        boolean comes = state.has(Cue.RETRAIN) || state.hasTypedAnywhere(Trait.LATER);
        return comes && !state.isNumberAt(unit + 1) && state.hasTyped(unit + 1, Trait.UNTIL_NOW);
    }

    /** {@code I went through $197 last month on seven attempts}, where another sentence asks: what was tried before is no part of the job. */
    private boolean areOfPastTime(int number) {
        boolean told = !state.terse
                && state.remembered.isEmpty()
                && (state.has(Cue.PAST) || state.hasTypedAnywhere(Trait.LAST_PERIOD))
                && state.asks()
                && !state.sentence(number).asks();
        Sentence sentence = state.sentence(number);
        for (int i = sentence.first(); told && i < sentence.end(); i++) {
            boolean past = state.isAt(i, Cue.PAST) && !state.isNumberAt(i + 1) && state.timeAt(i + 1) != null;
            if (past || (!state.isNumberAt(i) && state.hasTyped(i, Trait.LAST_PERIOD))) {
                return true;
            }
        }
        return false;
    }

    /** {@code the 14 boats run day and night}: what the things that are counted do. */
    private boolean isVerb(int number, int unit) {
        return !state.terse
                && unit > number + 1
                && state.hasTyped(unit, Trait.RUNS)
                && !state.isAt(unit, Trait.PLURAL)
                && !state.isNumberAt(unit - 1)
                && !state.isAt(unit - 1, Category.UNITS)
                && state.isPluralAt(unit - 1);
    }

    /**
     * {@code it'll learn my six hundred jobs}, {@code 4.1 mini 1200 jobs}, {@code 900 jobs, 110 tokens each}: so many are work that was
     * done for people.
     */
    private boolean isWork(int number, int unit) {
        boolean many = state.token(number).numeral().value().compareTo(MOST_SEEDS) > 0;
        boolean job = state.terse || (!state.mentions.isEmpty() && state.asks());
        boolean learns = job && !state.has(Measure.EXAMPLE) && !state.has(Measure.ITEM);
        for (int i = number - 1; i >= Math.max(state.clause(number).first(), number - REACH) && !learns; i--) {
            learns = !state.isNumberAt(i) && state.hasTyped(i, Trait.LEARNS_FROM);
        }
        return many && learns && state.hasTyped(unit, Trait.PIECE_OF_WORK);
    }

    /** {@code we won by 37 runs}, {@code they scored 212 runs}. */
    private boolean isOfGame(int number) {
        int first = state.clause(number).first();
        for (int i = number - 1; !state.terse && i >= first; i--) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.PLAYS_GAME)) {
                return true;
            }
        }
        return false;
    }

    /** {@code AutoTrain, 3 failed jobs}: runs that are over. */
    private boolean isFailed(int number, int unit) {
        return !state.terse
                && unit == number + 2
                && !state.isNumberAt(number + 1)
                && state.hasTyped(number + 1, Trait.PAST_RUN);
    }

    /** {@code 41 pics, 10 repeats, 10 epochs}: how often an epoch shows each image. */
    private boolean areOfImages(int unit) {
        return state.hasTyped(unit, Trait.IMAGE_REPEATS) && state.hasTypedAnywhere(Trait.PICTURES);
    }

    /** {@code the first two attempts were Pavel playing}: some of those that are over. */
    private boolean isOver(int number, int unit) {
        boolean some = state.isAt(number - 1, Cue.PAST) || state.hasTyped(number - 1, Trait.OTHERS);
        return some
                && state.hasTyped(number - 2, Trait.DEFINITE_ARTICLE)
                && state.hasTyped(unit + 1, Trait.FORMER)
                && !state.isNumberAt(unit + 2);
    }

    /** {@code run it 3 times}, {@code let it see the data 4 times}, but not {@code 3 times cheaper}. */
    void times(int i, int unit) {
        if (traffic.perTime(i, unit, true)) {
            return;
        }
        if (isCountedAsRuns(i, unit)) {
            state.ignore(i, unit);
            state.candidates.settle(i);
            return;
        }
        SlotName<?> slot = isSpread(unit + 1) || isOfSeeds(unit + 1)
                ? SlotName.RUNS
                : isBehindLength(i, unit)
                        ? SlotName.EPOCHS
                        : isRightBefore(i, unit) && !compares(unit + 1) ? repeated(i, unit + 1) : null;
        // "Take 1.5 times": no number of passes.
        if (slot == null || !state.isCountAt(i)) {
            state.ignore(i, unit);
        } else {
            state.claim(slot, i, unit);
        }
    }

    /** {@code 900 repairs, 400 tokens each, 3 times}: passes over what was just measured. */
    private boolean isBehindLength(int number, int unit) {
        int length = state.isAt(number - 2, Cue.EACH) ? number - 3 : number - 2;
        return isRightBefore(number, unit)
                && state.isSymbolAt(number - 1, ',')
                && (state.isAt(length, Measure.TOKEN) || state.isAt(number - 2, Cue.EACH))
                && (state.isBreakAt(unit + 1) || unit + 1 >= state.size())
                && !state.candidates.has(SlotName.EPOCHS);
    }

    /** {@code 3 times}, {@code three separate times}. */
    private boolean isRightBefore(int number, int unit) {
        return unit == number + 1 || (unit == number + 2 && state.hasTyped(number + 1, Trait.SEPARATE));
    }

    /** {@code 5 times with different seeds}, {@code 3 times, each with another seed}. */
    private boolean isOfSeeds(int from) {
        int end = Math.min(state.sentence(from - 1).end(), from + REACH);
        for (int i = from; i < end && !state.isNumberAt(i); i++) {
            boolean another = state.hasTyped(i, Trait.ONE_SEED) && state.hasTyped(i - 1, Trait.ANOTHER);
            if (state.hasTyped(i, Trait.SEEDS) || another) {
                return true;
            }
        }
        return false;
    }

    /** {@code 4 times with other seeds, so 4 runs}: the runs are said. */
    private boolean isCountedAsRuns(int number, int unit) {
        int end = Math.min(state.sentence(number).end(), unit + REACH_OF_RUNS);
        for (int i = unit + 2; state.has(Measure.RUN) && i < end; i++) {
            boolean runs = state.isAt(i, Measure.RUN) && state.isNumberAt(i - 1) && !state.hasTyped(i, Trait.SEEDS);
            if (runs
                    && numeral(state.token(i - 1))
                                    .value()
                                    .compareTo(numeral(state.token(number)).value())
                            == 0) {
                return true;
            }
        }
        return false;
    }

    /** {@code once now and once in autumn}, {@code once for each practice group}: each time is a run of its own. */
    private boolean isSpread(int from) {
        int times = 0;
        int end = Math.min(state.sentence(from - 1).end(), from + REACH);
        for (int i = from; i < end; i++) {
            boolean each = state.isAt(i + 1, Cue.FOR)
                    && (state.isAt(i + 2, Cue.PER)
                            || state.isAt(i + 2, Cue.EVERY)
                            || state.hasTyped(i + 2, Trait.EACH_ONE));
            if (each && !state.isNumberAt(i) && state.hasTyped(i, Trait.ONE_TIME)) {
                return true;
            }
            boolean again = times > 0 && state.hasTyped(i, Trait.REPEATS_JOB) && state.isAt(i - 1, Cue.AND);
            times += !state.isNumberAt(i) && (again || state.hasTyped(i, Trait.ONE_TIME)) ? 1 : 0;
        }
        return times > 1;
    }

    /** {@code 3 times cheaper}, {@code 3 times as much}, {@code 2.5 times longer}; not {@code 3 times the whole}. */
    private boolean compares(int next) {
        return !isWhole(next)
                && (state.hasTyped(next, Trait.COMPARES_TO) || state.hasTyped(next, Trait.COMPARES_LENGTH));
    }

    /** The {@code the whole} of {@code four times the whole}, where nothing follows. */
    private boolean isWhole(int next) {
        int last = state.hasTyped(next, Trait.DEFINITE_ARTICLE) ? next + 1 : next;
        return last > next && state.hasTyped(last, Trait.SHOWS_DATA) && state.isBreakAt(last + 1);
    }

    /** {@code do the whole thing five times}, {@code repeat the entire job three times over}: all of it, not only its data. */
    private boolean isOfWholeJob(int number) {
        return !state.isNumberAt(number - 1)
                && state.hasTyped(number - 1, Trait.WHOLE_JOB)
                && !state.isNumberAt(number - 2)
                && state.hasTyped(number - 2, Trait.ENTIRE)
                && state.speaksOfTuning()
                && state.candidates.openTokens().isEmpty();
    }

    /** Returns the slot that repetitions fill: passes over the data, runs of the job, or evaluations; null for none. */
    private @Nullable SlotName<?> repeated(int number, int next) {
        if (isOfWholeJob(number)) {
            return SlotName.RUNS;
        }
        // "3 times through", "two times reading all of them", "four times the whole"
        if (state.hasTyped(next, Trait.PASSES_OVER) || state.hasTyped(next, Trait.SHOWS_DATA) || isWhole(next)) {
            return SlotName.EPOCHS;
        }
        for (int k = number - 1; k >= Math.max(state.sentence(number).first(), number - REACH); k--) {
            if (state.has(Measure.TIMES) && state.isNumberAt(k) && state.isAt(k + 1, Measure.TIMES)) {
                return null;
            }
            boolean again = state.hasTyped(k, Trait.RERUNS)
                    || (state.isAt(k, Measure.RUN)
                            && state.isSymbolAt(k - 1, '-')
                            && state.hasTyped(k - 2, Trait.AGAIN_PREFIX));
            if (again) {
                return SlotName.RUNS;
            }
            if (state.has(Cue.VALIDATION) && state.hasTyped(k, Trait.EVALUATES) && !runsJob(k)) {
                return SlotName.EVALUATIONS;
            }
            Token token = state.token(k);
            boolean runsThem = token.is(Measure.RUN) && state.isAt(k + 1, Cue.THEM);
            boolean wentOver = state.hasTyped(k, Trait.WENT_OVER) && state.speaksOfTuning();
            if (runsThem || wentOver || state.hasTyped(k, Trait.SHOWS_DATA)) {
                return SlotName.EPOCHS;
            }
            if (token.is(Measure.RUN)
                    || token.is(Cue.RETRAIN)
                    || token.is(Category.TUNING)
                    || token.is(Cue.TRAINING)
                    || state.hasTyped(k, Trait.REPEATS_JOB)) {
                return SlotName.RUNS;
            }
        }
        return null;
    }

    /** {@code feed 4 million tokens into it twice}, {@code it reads them twice}: passes over the data that were counted. */
    void often() {
        boolean remembered = state.remembered.has(SlotName.EXAMPLES)
                || state.remembered.has(SlotName.TOTAL_TOKENS)
                || state.remembered.has(SlotName.TOKENS_PER_EXAMPLE);
        jobs();
        boolean data = goesThrough()
                || state.candidates.hasData()
                || state.candidates.has(SlotName.TOKENS_PER_EXAMPLE)
                || !state.candidates.openTokens().isEmpty();
        if (!(remembered || data) || state.candidates.has(SlotName.EPOCHS)) {
            return;
        }
        if (Reruns.read(state)) {
            return;
        }
        for (int i = 1; i < state.size(); i++) {
            Token token = state.token(i);
            if (token.use == Token.Use.NOTHING
                    && !state.isAt(i - 1, Cue.NOT)
                    && state.hasTyped(i, Trait.REPEATS)
                    && (isSpread(i + 1) || isOfData(i))) {
                state.candidates.add(isSpread(i + 1) ? SlotName.RUNS : SlotName.EPOCHS, numeral(token), i);
                token.use = Token.Use.SLOT;
                return;
            }
            if (token.use == Token.Use.NOTHING && isOnce(i)) {
                state.candidates.add(SlotName.EPOCHS, Numeral.of(BigDecimal.ONE), i);
                token.use = Token.Use.SLOT;
                return;
            }
        }
    }

    /** {@code 4.1 mini 500 calls twice through}: only data are gone through, even if their count is read later. */
    private boolean goesThrough() {
        for (int i = 1; state.terse && i < state.size(); i++) {
            if (state.hasTyped(i, Trait.REPEATS) && state.hasTyped(i, Trait.PASSES_OVER)) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@code we repeat the whole job twice}, {@code twice, once in March and again in June}, {@code 5 epochs twice}, {@code cost for
     * both runs}: runs beside epochs that are said, too.
     */
    private void jobs() {
        ofEpochs();
        boolean words = state.hasTypedAnywhere(Trait.REPEATS)
                || (state.hasTypedAnywhere(Trait.REPEATS_JOB) && state.hasTypedAnywhere(Trait.TAKES_BOTH))
                || (state.has(Cue.SAME) && state.has(Measure.RUN));
        if (!words || state.candidates.has(SlotName.RUNS)) {
            return;
        }
        int left = MOST_REPEATS;
        for (int i = 1; left > 0 && i < state.size(); i++) {
            Token token = state.token(i);
            boolean often = token.use == Token.Use.NOTHING && state.hasTyped(i, Trait.REPEATS);
            left -= often ? 1 : 0;
            // "train it on 900 tickets, once through"
            boolean repeats = often && !state.hasTyped(i, Trait.PASSES_OVER) && isOfJob(i);
            boolean both = !state.isNumberAt(i)
                    && state.hasTyped(i, Trait.TAKES_BOTH)
                    && state.isAt(i + 1, Measure.RUN)
                    && (state.isPluralAt(i + 1) || state.isAt(i + 1, Trait.PLURAL))
                    && !state.hasTyped(i + 1, Trait.SEEDS)
                    && state.mentions.size() < 2;
            // "two identical runs"
            boolean same = state.isCountAt(i)
                    && token.use != Token.Use.SLOT
                    && state.isAt(i + 1, Cue.SAME)
                    && state.isAt(i + 2, Measure.RUN);
            if (repeats || both || same) {
                state.candidates.add(SlotName.RUNS, repeats || same ? numeral(token) : Numeral.of(BigDecimal.TWO), i);
                token.use = Token.Use.SLOT;
                return;
            }
        }
    }

    /** {@code nine 2-epoch jobs}: the number before the length of each job counts them. */
    private void ofEpochs() {
        for (int i = 0; state.has(Measure.RUN) && i < state.size(); i++) {
            int unit = state.isSymbolAt(i + 2, '-') ? i + 3 : i + 2;
            boolean jobs = state.isCountAt(i)
                    && state.token(i).use != Token.Use.SLOT
                    && state.isNumberAt(i + 1)
                    && state.isAt(unit, Measure.EPOCH)
                    && state.isAt(unit + 1, Measure.RUN);
            if (jobs && !state.candidates.has(SlotName.RUNS)) {
                state.candidates.add(SlotName.RUNS, numeral(state.token(i)), i);
                state.candidates.settle(i);
                state.token(i).use = Token.Use.SLOT;
            }
        }
    }

    /** True of {@code twice} behind a verb for doing a job again, with its times, or at the end of a command that has its epochs. */
    private boolean isOfJob(int number) {
        boolean epochs = state.candidates.has(SlotName.EPOCHS);
        if (isSpread(number + 1) || (epochs && state.terse && state.isBreakAt(number + 1))) {
            return true;
        }
        // "if we do the run twice"
        if (state.isAt(number - 1, Measure.RUN) && state.hasTyped(number - 2, Trait.DEFINITE_ARTICLE)) {
            return true;
        }
        // "run it twice, what's the damage?"
        if (state.isAt(number - 2, Measure.RUN)
                && !state.isAt(number - 2, Trait.PLURAL)
                && !state.isAt(number - 1, Cue.THEM)
                && state.hasTyped(number - 1, Trait.PRONOUN)) {
            return state.isBreakAt(number + 1);
        }
        int first = Math.max(state.clause(number).first(), number - REACH);
        for (int k = number - 1; k >= first && !state.isNumberAt(k); k--) {
            if (state.hasTyped(k, Trait.REPEATS_JOB)) {
                return epochs || state.isBreakAt(number + 1);
            }
        }
        return false;
    }

    /** The {@code run} of {@code the job will be run three times}, unlike that of {@code the test set is run three times}. */
    private boolean runsJob(int verb) {
        int first = state.clause(verb).first();
        for (int i = verb - 1; state.isAt(verb, Measure.RUN) && i >= first; i--) {
            boolean training = state.isAt(i, Cue.TRAINING) || state.isAt(i, Category.TUNING);
            if (!state.isNumberAt(i) && (training || state.hasTyped(i, Trait.WHOLE_JOB))) {
                return true;
            }
        }
        return false;
    }

    /** {@code continued pretraining on 2B tokens} goes through its text once, unless it is said otherwise. */
    void oncePretrained() {
        boolean text = state.hasTypedAnywhere(Trait.PRETRAINS)
                && state.has(Measure.TOKEN)
                && !state.candidates.has(SlotName.EXAMPLES)
                && !state.candidates.has(SlotName.EPOCHS)
                && !state.candidates.has(SlotName.BILLED_TOKENS);
        for (int i = 0; text && i < state.size(); i++) {
            if (state.hasTyped(i, Trait.PRETRAINS)) {
                state.candidates.addDerived(SlotName.EPOCHS, Numeral.of(BigDecimal.ONE), i);
                state.token(i).use = Token.Use.SLOT;
                return;
            }
        }
    }

    /** {@code if 150,000 reports go through it once, what would that be}. */
    private boolean isOnce(int i) {
        // "45,000 tickets a month, each would go through the model once": how it is used.
        boolean used = state.hasTyped(i - 1, Trait.MODEL_NOUN) && state.has(Category.PERIODS);
        return state.hasTyped(i, Trait.ONE_TIME)
                && !used
                && (state.isBreakAt(i + 1) || (state.hasTyped(i + 1, Trait.PASSES_OVER) && state.isBreakAt(i + 2)))
                && state.speaksOfTuning()
                && repeated(i, i + 1) == SlotName.EPOCHS;
    }

    /** {@code the mail was forwarded to me twice}, {@code he called twice}: what people did so often, not a training. */
    private boolean isOfMessage(int number) {
        int first = Math.max(state.clause(number).first(), number - REACH);
        for (int i = number - 1; state.hasTypedAnywhere(Trait.SENDS_WORD) && i >= first; i--) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.SENDS_WORD)) {
                return true;
            }
        }
        return false;
    }

    /** False for {@code I'd rather not ask twice}, in a sentence that counts no data and names no model. */
    private boolean isBesideData(int number) {
        int first = state.sentence(number).first();
        int end = state.sentence(number).end();
        return !state.remembered.isEmpty()
                || state.terse
                || end - first <= SHORT
                || state.mentions.stream().anyMatch(mention -> mention.first() >= first && mention.first() < end)
                || state.candidates.all().stream().anyMatch(each -> each.token() >= first && each.token() < end);
    }

    private static Numeral numeral(Token token) {
        return token.lexeme == null ? token.numeral() : Numeral.of(new BigDecimal(token.lexeme.value()));
    }

    /** {@code put them through twice on the llama seventy b}. */
    private boolean isOnModel(int on) {
        int name = state.hasTyped(on + 1, Trait.DEFINITE_ARTICLE) ? on + 2 : on + 1;
        return state.isAt(on, Cue.ON) && state.mentions.stream().anyMatch(mention -> mention.first() == name);
    }

    /** True of {@code once through} as it stands, and of {@code twice} beside words for the data. */
    private boolean isOfData(int number) {
        if (state.hasTyped(number, Trait.PASSES_OVER)) {
            return true;
        }
        if (isOfMessage(number)) {
            return false;
        }
        int next = number + 1;
        SlotName<?> slot = repeated(number, next);
        return slot == SlotName.EPOCHS
                || (slot == null
                        && isBesideData(number)
                        && (state.isBreakAt(next)
                                || state.isSymbolAt(next, ':')
                                || state.isAt(next, Cue.INSTEAD_OF)
                                || isOnModel(next))
                        && !compares(next));
    }
}
