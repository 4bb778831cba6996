package io.tunetally.interpreter.quantity;

import io.tunetally.catalog.Objective;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Clause;
import io.tunetally.interpreter.sentence.GpuBill;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long a job trains: hours, or days that a GPU is busy for. Other spans are times of the day, of the past or of running. */
final class TrainingHours {
    /** The most words between a GPU and the hours on it. */
    private static final int REACH_OF_GPU = 12;

    /** The most words from hours to the rented GPU that was used for them. */
    private static final int REACH_OF_RENTED = 6;

    /** The most words between hours and what was recorded for so long. */
    private static final int REACH_OF_RECORDING = 4;

    /** The most words between a number of hours and the word that says they suffice. */
    private static final int REACH_OF_VERDICT = 5;

    /** The most words between hours and what runs for so long. */
    private static final int REACH_OF_JOB = 24;

    /** A sentence that is no longer is {@code about 9 hours} and nothing else. */
    private static final int ALONE = 3;

    private final ParseState state;
    private @Nullable Boolean hourOfPrice;
    /** Whether the training is billed by the hour. */
    private @Nullable Boolean reinforced;

    private @Nullable Boolean gpuNamed;
    /** The index of the number of hours of each day, or -1. */
    private int daily = -1;

    TrainingHours(ParseState state) {
        this.state = state;
    }

    /** {@code 20h on a 4090}, {@code 300 GPU hours}, and hours of training in a job that is billed by the hour. */
    void read(int i, int unit) {
        if (GpuBill.isPricedHour(state, i, unit)) {
            state.ignore(i, unit);
            state.candidates.settle(i);
            return;
        }
        boolean training = state.isAt(Math.min(i, unit) - 1, Cue.TRAINING)
                || state.isAt(Math.min(i, unit) + 1, Cue.TRAINING)
                || (state.isAt(unit + 1, Cue.OF) && state.isAt(unit + 2, Cue.TRAINING));
        boolean ofGpus = state.isAt(unit, Trait.GPU) && !state.isReported(i);
        boolean said = isReinforced()
                || ofGpus
                || state.isGpuBill()
                || (training && (state.terse || (isOfTraining(unit) && state.asks() && namesGpu())))
                || isOnGpu(i)
                || isRightBehindGpu(i)
                || isDuration(i)
                || isExpected(i)
                || isWallClock(i, unit)
                || isAskedRun(i)
                || isAskedRunOnRented(i, unit)
                || isClaimedBack(i)
                || isOfToldRun(i)
                || isOfPlan(i);
        if (said && !isTimeOfDay(i, unit) && !isRecorded(i, unit) && !isTold(i, unit) && !isBound(i)) {
            state.claim(SlotName.TRAINING_HOURS, i, unit);
            boolean forecast = isForecast(i) && (state.has(Category.INTENTS) || !state.asks());
            if (state.isGpuBill() || forecast || (isOnGpu(i) && !state.has(Cue.REPORT))) {
                state.candidates.settle(i);
            }
        } else {
            state.ignore(i, unit);
            if (isDaily(unit)) {
                state.candidates.settle(i);
                daily = i;
            }
        }
    }

    /** {@code 3 hours on the 4090 I own}, in a message that asks nothing. */
    private boolean isTold(int i, int unit) {
        int last = Math.max(i, unit);
        for (int gpu = last + 1; gpu <= last + REACH_OF_RENTED; gpu++) {
            if (state.isGpuAt(gpu)) {
                return SelfHosting.isOfToldTime(state, gpu);
            }
        }
        for (int gpu = i - 1; gpu >= i - REACH_OF_RENTED; gpu--) {
            if (state.isGpuAt(gpu)) {
                return (state.isSymbolAt(i - 1, '|') || state.isSymbolAt(i - 2, '|'))
                        && SelfHosting.isOfToldTime(state, gpu);
            }
        }
        return false;
    }

    /** {@code >135 GPU-hours}: no number of hours, only a bound of it. */
    private boolean isBound(int i) {
        return state.isSymbolAt(i - 1, '>') || state.isSymbolAt(i - 1, '<');
    }

    /** {@code 18 hours of training}. */
    private boolean isOfTraining(int unit) {
        return state.isAt(unit + 1, Cue.OF) && state.isAt(unit + 2, Cue.TRAINING);
    }

    /** {@code host it 8 hours a day}: so much of each day is never how long a job trains, whatever stands beside it. */
    private boolean isDaily(int unit) {
        boolean each = state.isAt(unit + 1, Cue.PER) || state.isAt(unit + 1, Cue.ARTICLE) || state.isNumberAt(unit + 1);
        return state.isAt(unit + 1, Category.PERIODS) || (each && state.isAt(unit + 2, Measure.DAY));
    }

    /** {@code 8 hours a day for 5 days}: the hours of these days. */
    private BigDecimal hoursOf(BigDecimal days) {
        if (daily < 0) {
            return TimeUnit.DAY.hours(days);
        }
        state.token(daily).use = Token.Use.SLOT;
        return days.multiply(state.token(daily).numeral().value());
    }

    /**
     * {@code 100 hours of audio}, {@code 15 hours of good Polish audio}: the data, not the time that it takes; nor are {@code 6
     * hours of meetings}.
     */
    private boolean isRecorded(int i, int unit) {
        int last = Math.max(i, unit);
        if (state.isAt(last + 1, Cue.OF) && isOtherThing(last + 2)) {
            return true;
        }
        for (int k = last + 1; k <= last + REACH_OF_RECORDING && !state.isBreakAt(k); k++) {
            if (state.hasTyped(k, Trait.RECORDED)) {
                return true;
            }
        }
        return state.hasTyped(Math.min(i, unit) - 1, Trait.RECORDED);
    }

    private boolean isOtherThing(int i) {
        Token token = state.at(i);
        return token != null
                && (token.kind == Token.Kind.WORD || state.isAt(i, Measure.OTHER))
                && state.isPluralAt(i)
                && !state.hasTyped(i, Trait.GPU);
    }

    /**
     * {@code running for two days straight on my 3090}, {@code 5 days on 8 H100s}; in a conversation about hours {@code rather
     * two days}.
     *
     * @param count how many they are, with the half of {@code a day and a half}
     */
    boolean readDays(int i, int unit, BigDecimal count) {
        boolean dated = isTimeOfDay(i, unit)
                || state.isAt(i - 1, Cue.PAST)
                || state.isAt(i - 1, Cue.PER)
                || (state.isAt(i - 1, Measure.HOUR) && state.isNumberAt(i - 2));
        boolean goesOn = state.remembered.has(SlotName.TRAINING_HOURS);
        if (dated || isAboutRunning() || !(goesOn || isWorkOfGpu(i, unit) || state.isGpuBill())) {
            return false;
        }
        BigDecimal hours = hoursOf(count);
        state.candidates.addDerived(SlotName.TRAINING_HOURS, Numeral.of(hours), i);
        state.use(Math.min(i, unit), Math.max(i, unit), Token.Use.CONNECTIVE);
        state.token(i).use = Token.Use.SLOT;
        return true;
    }

    /** {@code an A100 for 90 minutes}: a short time that a GPU is busy for. */
    boolean readMinutes(int i, int unit) {
        boolean lasts = state.hasTyped(i - 1, Trait.LASTS) || state.hasTyped(i - 1, Trait.EXPECTS);
        boolean led = state.isAt(i - 1, Cue.FOR) || lasts || state.terse;
        boolean expected =
                lasts && namesGpu() && state.asks() && state.clause(i).namesTraining();
        boolean work = ((led && isWorkOfGpu(i, unit)) || expected) && state.isNumberAt(i) && !isTimeOfDay(i, unit);
        if (work) {
            BigDecimal hours = TimeUnit.MINUTE.hours(state.token(i).numeral().value());
            state.candidates.addDerived(SlotName.TRAINING_HOURS, Numeral.of(hours.stripTrailingZeros()), i);
            state.use(Math.min(i, unit), Math.max(i, unit), Token.Use.CONNECTIVE);
            state.token(i).use = Token.Use.SLOT;
        }
        return work;
    }

    /** True if the only period is the hour before the price of GPUs; found once. */
    private boolean isHourOfPrice() {
        if (hourOfPrice == null) {
            hourOfPrice = GpuBill.isOnlyPeriod(state);
        }
        return hourOfPrice;
    }

    private boolean isAboutRunning() {
        return state.has(Measure.REQUEST)
                || state.has(Category.RATES)
                || (state.has(Category.PERIODS) && !isHourOfPrice())
                || state.has(Cue.RETRAIN)
                || state.candidates.has(SlotName.REQUESTS_PER_DAY)
                || state.remembered.has(SlotName.REQUESTS_PER_DAY);
    }

    /** True of days that a GPU of the same clause is busy for; not of those until a result: {@code in 3 days}. */
    private boolean isWorkOfGpu(int number, int unit) {
        boolean led = state.isAt(number - 1, Cue.FOR) || state.isAt(number - 2, Cue.FOR);
        boolean on = state.isAt(Math.max(number, unit) + 1, Cue.ON);
        boolean expected = state.hasTyped(number - 1, Trait.EXPECTS);
        boolean until = state.isAt(number - 1, Cue.IN);
        return (led || on || expected || state.terse)
                && !until
                && isOnGpu(number)
                && (state.asks() || isOfModel() || !state.remembered.isEmpty() || state.has(Category.PROVIDERS))
                && isWorkOfGpu(state.clause(number));
    }

    private boolean isWorkOfGpu(Clause clause) {
        boolean gpu = false;
        for (int i = clause.first(); i < clause.end(); i++) {
            if (state.hasTyped(i, Trait.SERVES)) {
                return false;
            }
            gpu |= state.isGpuAt(i);
        }
        return gpu;
    }

    /** {@code SLA 72 h. What will 50 hours on these four H100 cost?}: of several spans those of the question count. */
    void settle() {
        if (!state.candidates.has(SlotName.TRAINING_HOURS)) {
            return;
        }
        List<Integer> hours = state.candidates.all().stream()
                .filter(each -> each.slot() == SlotName.TRAINING_HOURS && !each.replaced())
                .map(SlotCandidates.Candidate::token)
                .toList();
        List<Integer> past = hours.stream()
                .filter(number -> state.sentence(number).isOfPastHardware())
                .toList();
        if (!past.isEmpty() && past.size() < hours.size()) {
            past.forEach(state::withdraw);
            hours = hours.stream().filter(number -> !past.contains(number)).toList();
        }
        List<Integer> asked =
                hours.stream().filter(number -> state.sentence(number).asks()).toList();
        if (asked.isEmpty() || state.terse) {
            return;
        }
        hours.stream().filter(number -> !asked.contains(number)).forEach(state::withdraw);
    }

    /** {@code 24 hours a day}, {@code endpoint up 24h}, {@code 2 hours ago}, {@code within 48 hours}. */
    private boolean isTimeOfDay(int number, int unit) {
        boolean each = state.isAt(unit + 1, Cue.PER) || state.isAt(unit + 1, Cue.ARTICLE);
        // "9h per run", "22 hours a run"
        return (each && !state.isAt(unit + 2, Measure.RUN))
                || isDaily(unit)
                || state.isAt(unit + 1, Cue.AGO)
                || isSpread(number)
                || state.isAt(number - 1, Cue.EVERY)
                || (state.hasTyped(number - 1, Trait.KEPT_UP) && !state.hasTyped(number - 1, Trait.RUNS))
                || isDeadline(number);
    }

    /** {@code over 24 hours}, but not {@code on 2 A100 over 6 hours}. */
    private boolean isSpread(int number) {
        return state.isAt(number - 1, Cue.OVER)
                && !state.hasTyped(number - 1, Trait.LASTS)
                && !state.isGpuAt(number - 2);
    }

    /** {@code idle at night (8 hours). Can we train it in that time}, {@code can we do it in 6 hours}: not the length of the run. */
    private boolean isDeadline(int number) {
        boolean idle = state.isSymbolAt(number - 1, '(') && state.hasTyped(number - 2, Trait.IDLE_TIME);
        return idle || (state.has(Cue.ABILITY) && state.isAt(number - 1, Cue.IN));
    }

    /** {@code 20h on a 4090}, {@code what would 60 hours on our A100s cost}, {@code llama 8b on our own 2 x h100, 8h}. */
    private boolean isOnGpu(int number) {
        boolean planned = state.terse
                || !state.remembered.isEmpty()
                || ((state.asks() || isOfModel()) && !state.isReported(number));
        return planned && namesGpu() && isOfJob(number);
    }

    /** {@code QLoRA on one 4090. It ran for 11 hours}, but not {@code the ferry takes 3 hours. llama 8b on one A100}. */
    private boolean isOfJob(int number) {
        Sentence sentence = state.sentence(number);
        boolean alone = state.isAssignmentAt(number - 1) || sentence.end() - sentence.first() <= ALONE;
        boolean job = alone || state.terse || !state.remembered.isEmpty() || sentence.asks();
        int end = Math.min(sentence.end(), number + REACH_OF_JOB);
        for (int i = Math.max(sentence.first(), number - REACH_OF_JOB); i < end && !job; i++) {
            job = state.isGpuAt(i)
                    || state.isOfMention(i)
                    || state.isAt(i, Category.TUNING)
                    || state.isAt(i, Category.METHODS)
                    || state.isAt(i, Cue.TRAINING)
                    || state.isAt(i, Measure.RUN)
                    || state.isAt(i, Measure.EPOCH)
                    || state.hasTyped(i, Trait.GPU)
                    || state.hasTyped(i, Trait.OF_RUN)
                    || state.hasTyped(i, Trait.PRONOUN)
                    || state.hasTyped(i, Trait.STATES)
                    || state.hasTyped(i, Trait.EXPECTS)
                    || state.hasTyped(i, Trait.RUN_TIME)
                    || state.hasTyped(i, Trait.FORECAST);
        }
        return job;
    }

    /** {@code the LoRA finished on 1x h100, 5 hours}. */
    private boolean isRightBehindGpu(int number) {
        int gpu = state.isSymbolAt(number - 1, ',') ? number - 2 : number - 1;
        return state.isGpuAt(gpu) && !state.mentions.isEmpty();
    }

    private boolean isOfModel() {
        return !state.mentions.isEmpty() && !state.has(Cue.REPORT);
    }

    /** {@code on our 4 A100s. I expect 5 hours}. */
    private boolean isExpected(int number) {
        int verb = number - 1;
        while (verb > number - 3 && (state.isAt(verb, Cue.PERSON) || state.isAt(verb, Cue.ABOUT))) {
            verb--;
        }
        boolean expects = state.hasTyped(verb, Trait.EXPECTS)
                || state.hasTyped(number - 1, Trait.SUPPOSES)
                || (state.hasTyped(number - 2, Trait.EXPECTS)
                        && (state.isAt(number - 1, Cue.ABOUT) || state.isSymbolAt(number - 1, '.')));
        return (expects || isForecast(number) || isSaidToSuffice(number)) && namesGpu();
    }

    /** {@code he says 5 hours is enough}. */
    private boolean isSaidToSuffice(int number) {
        int word = state.isAt(number - 1, Cue.ABOUT) ? number - 2 : number - 1;
        boolean said = state.hasTyped(word, Trait.STATES)
                && !state.isSymbolAt(state.sentence(number).end() - 1, '?');
        for (int i = number + 2; said && i <= number + REACH_OF_VERDICT && !state.isNumberAt(i); i++) {
            if (state.hasTyped(i, Trait.SUFFICES)) {
                return true;
            }
        }
        return false;
    }

    /** {@code 8x h100, 7h wall clock}, {@code elapsed: 10 h}: how long the job of a GPU took. */
    private boolean isWallClock(int number, int unit) {
        int name = state.isAssignmentAt(number - 1) ? number - 2 : number - 1;
        boolean named = state.hasTyped(unit + 1, Trait.RUN_TIME)
                || ((state.isAt(unit + 1, Cue.OF) || state.isAt(unit + 1, Trait.PART_OF))
                        && state.hasTyped(unit + 2, Trait.RUN_TIME))
                || (state.isAt(unit + 1, Cue.ON) && state.hasTyped(unit + 3, Trait.ON_THE_CLOCK))
                || (name < number - 1 && !state.isNumberAt(name) && state.hasTyped(name, Trait.RUN_TIME));
        return named && namesGpu() && (state.terse || state.asks() || state.has(Category.INTENTS));
    }

    /** {@code ETA on 4x A100 is 22h}, {@code the estimate says 31 hours}. */
    private boolean isForecast(int number) {
        boolean said = state.hasTyped(number - 1, Trait.FORM_OF_BE) || state.hasTyped(number - 1, Trait.STATES);
        int first = Math.max(state.clause(number).first(), number - REACH_OF_GPU);
        for (int i = first; said && i < number - 1; i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.FORECAST)) {
                return true;
            }
        }
        return false;
    }

    /** {@code the run took 3.5 hours on my 3090. What do I write on the claim form?}: what a run that is over is worth. */
    private boolean isClaimedBack(int number) {
        return state.hasTyped(number - 1, Trait.TOOK)
                && state.asks()
                && namesGpu()
                && state.hasTypedAnywhere(Trait.CLAIMED_BACK);
    }

    /** {@code we trained it on 8 A100 for 22 hours. What would that have been?}: the run itself is asked about. */
    private boolean isAskedRun(int number) {
        boolean led = state.isAt(number - 1, Cue.FOR) && state.asks() && namesGpu();
        boolean gpu = false;
        int first = state.sentence(number).first();
        for (int i = number - 2; led && i >= Math.max(first, number - REACH_OF_GPU); i--) {
            gpu |= state.isGpuAt(i);
            if (state.hasTyped(i, Trait.PAST_RUN)) {
                return false;
            }
        }
        return gpu;
    }

    /** {@code I reproduced the 7B in 11 h on 4 rented A100s. What does that come to}: nothing but that run has a price. */
    private boolean isAskedRunOnRented(int number, int unit) {
        boolean led = state.isAt(number - 1, Cue.FOR) || state.isAt(number - 1, Cue.IN);
        boolean asked = led && state.mentions.isEmpty() && state.asks() && state.isAt(unit + 1, Cue.ON);
        boolean rented = false;
        for (int i = unit + 2; asked && i <= unit + REACH_OF_RENTED; i++) {
            rented |= state.hasTyped(i, Trait.RENTS);
            if (rented && state.isGpuAt(i)) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@code on a rented 4090 at Vast, took 2 hours}, {@code took 5 hours on a rented 3090}, in a post that asks nothing and names
     * one model: the only job that there is.
     */
    private boolean isOfToldRun(int number) {
        boolean told = state.hasTyped(number - 1, Trait.TOOK) && !state.asks() && state.mentions.size() == 1;
        boolean rented = false;
        for (int gpu = number + 3; told && state.isAt(number + 2, Cue.ON) && gpu <= number + REACH_OF_RENTED; gpu++) {
            rented |= state.hasTyped(gpu, Trait.RENTS);
            if (rented && state.isGpuAt(gpu)) {
                return state.sentence(number)
                        .equals(state.sentence(state.mentions.getFirst().first()));
            }
        }
        told &= state.has(Category.PROVIDERS);
        for (int i = state.sentence(number).first(); told && i < number; i++) {
            if (state.isGpuAt(i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code we got 8 H100s. Full fine-tuning is planned, some 25 hours}. */
    private boolean isOfPlan(int number) {
        boolean apart = state.isSymbolAt(number - 1, ',')
                || (state.isAt(number - 1, Cue.ABOUT) && state.isSymbolAt(number - 2, ','));
        int first = Math.max(state.sentence(number).first(), number - REACH_OF_GPU);
        for (int i = number - 1; apart && i >= first && !state.asks(); i--) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.PLANS_RUN)) {
                return namesGpu() && !state.mentions.isEmpty();
            }
        }
        return false;
    }

    private boolean namesGpu() {
        if (gpuNamed == null) {
            gpuNamed = state.remembered.has(SlotName.GPU) || SelfHosting.namesGpu(state);
        }
        return gpuNamed;
    }

    /** {@code I would train for about 12 hours}. */
    private boolean isDuration(int number) {
        boolean led = state.isAt(number - 1, Cue.FOR) || state.isAt(number - 2, Cue.FOR);
        return led && state.clause(number).namesTraining() && !state.isReported(number);
    }

    private boolean isReinforced() {
        if (reinforced == null) {
            reinforced = state.remembered.has(SlotName.TRAINING_HOURS)
                    || state.any(token -> token.lexeme != null && token.lexeme.code() == Objective.RFT)
                    || state.mentions.stream()
                            .anyMatch(mention -> mention.id() != null
                                    && state.compiledLexicon.offers().trainsByTheHour(mention.id()));
        }
        return reinforced;
    }
}
