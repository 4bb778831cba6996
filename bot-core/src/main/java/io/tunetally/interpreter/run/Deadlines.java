package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SmallWords;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the time in which a training has to end, where the message asks whether it can: {@code can we do it in one night},
 * {@code will it finish within 10 hours}. A night has 8 to 12 hours, unless the message says how many.
 */
public final class Deadlines {
    private static final BigDecimal SHORT_NIGHT = BigDecimal.valueOf(8);
    private static final BigDecimal LONG_NIGHT = BigDecimal.valueOf(12);

    private static final Set<TimeUnit> UNITS =
            Set.copyOf(EnumSet.of(TimeUnit.MINUTE, TimeUnit.HOUR, TimeUnit.DAY, TimeUnit.WEEK));

    /** Words of a question whether a time suffices. */
    private static final Set<Trait> OF_TIME = Set.copyOf(EnumSet.of(
            Trait.NIGHT,
            Trait.WITHIN,
            Trait.SUFFICES,
            Trait.TIME,
            Trait.ASKS_ABILITY,
            Trait.IS_DONE,
            Trait.EXPECTS,
            Trait.POSSESSES,
            Trait.OWNS,
            Trait.PRONOUN));

    private static final int LONGEST_AFTER_ANSWER = 14;

    /** The most words between the word for a night and its hours. */
    private static final int REACH_OF_NIGHT = 3;

    /** The most words between a number of hours and the word that asks whether they suffice. */
    private static final int REACH_OF_VERDICT = 5;

    private final ParseState state;
    private final SmallWords smallWords;
    private final boolean timeSuffices;
    private final boolean asksForData;
    /** Whether time on GPUs is meant; null until it is asked for. */
    private @Nullable Boolean training;

    private Deadlines(ParseState state) {
        this.state = state;
        smallWords = new SmallWords(state);
        timeSuffices = state.hasTypedAnywhere(Trait.SUFFICES) && isTimeAsked();
        asksForData = SelfHosting.asksForData(state);
    }

    /** Fills the slot, and takes its words from the readers of other times. */
    public static void read(ParseState state) {
        new Deadlines(state).read();
    }

    private void read() {
        if (!asksForData
                && !state.hasTypedAnywhere(Trait.NIGHT)
                && !state.hasTypedAnywhere(Trait.WITHIN)
                && !state.hasTypedAnywhere(Trait.SUFFICES)) {
            return;
        }
        for (int i = 0; i < state.size(); i++) {
            TimeUnit unit = state.isNumberAt(i) ? unitAt(i + 1) : null;
            if (unit != null && (asksForData || (isLed(i) && (isCommand(i) || isAsked(i))) || isSufficient(i))) {
                put(low(i, unit), high(i, unit), i, i + 1);
                return;
            }
            TimeUnit one = state.isAt(i, Cue.ARTICLE) ? unitAt(i + 1) : null;
            if (one != null && isLed(i) && isOfTrainingBefore()) {
                put(one.hours(BigDecimal.ONE), null, i, i + 1);
                return;
            }
            if (state.hasTyped(i, Trait.NIGHT) && (asksForData || isNight(i))) {
                int said = hoursOfNight();
                put(
                        said < 0 ? SHORT_NIGHT : low(said, TimeUnit.HOUR),
                        said < 0 ? LONG_NIGHT : high(said, TimeUnit.HOUR),
                        i,
                        i);
                if (said >= 0) {
                    state.ignore(said, said + 1);
                }
                if (state.isNumberAt(i - 1)) {
                    state.ignore(i - 1);
                }
                return;
            }
        }
    }

    private boolean isNight(int night) {
        boolean one = one(night) >= 0 || state.hasTyped(night, Trait.OVERNIGHT);
        return (one && isOfTrainingBefore())
                || (isTraining() && (isOneNight(night) ? isAsked(night) : isNightEnough(night)));
    }

    private void put(BigDecimal low, @Nullable BigDecimal high, int first, int last) {
        boolean exact = high == null || high.compareTo(low) == 0;
        if (!SlotName.DEADLINE_HOURS.limits().allow(low)
                || !SlotName.DEADLINE_HOURS.limits().allow(high)) {
            return;
        }
        state.slots.put(
                SlotName.DEADLINE_HOURS,
                new Slot<>(low, exact ? null : high, Origin.SAID, state.span(first, last), false));
        state.use(first, last, Token.Use.CONNECTIVE);
        state.token(first).use = Token.Use.SLOT;
    }

    /** {@code within 8 hours}, as a command says it. */
    private boolean isCommand(int number) {
        return state.terse && state.hasTyped(number - 1, Trait.DEADLINE);
    }

    private boolean isLed(int number) {
        return number > 0 && !state.isNumberAt(number - 1) && state.hasTyped(number - 1, Trait.WITHIN);
    }

    /** {@code do 24 hours suffice}, {@code is a night enough}, {@code is 5 hours of GPU time enough}; {@code enough time? we have 6 hours}. */
    private boolean isSufficient(int number) {
        if (isStated(number)) {
            return false;
        }
        boolean asked = timeSuffices;
        for (int i = number + 1; i <= number + REACH_OF_VERDICT && !asked; i++) {
            asked = state.hasTyped(i, Trait.SUFFICES);
        }
        return asked && isTraining();
    }

    /** {@code my son wants to rent one H100 and says 5 hours is enough}: how long the job will take, and no question. */
    private boolean isStated(int number) {
        int word = state.isAt(number - 1, Cue.ABOUT) ? number - 2 : number - 1;
        return state.hasTyped(word, Trait.STATES)
                && !state.isSymbolAt(state.sentence(number).end() - 1, '?');
    }

    /** {@code enough time?}. */
    private boolean isTimeAsked() {
        for (int i = 0; i < state.size(); i++) {
            if (state.hasTyped(i, Trait.SUFFICES) && state.hasTyped(i + 1, Trait.TIME)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAsked(int i) {
        Sentence sentence = state.sentence(i);
        for (int k = sentence.first(); k < Math.min(i, sentence.end()); k++) {
            // "Can we fine-tune" is one phrase, however its words are joined.
            boolean asks = state.hasTyped(k, Trait.ASKS_ABILITY) || state.isAt(k, Trait.ASKS_ABILITY);
            if (asks && !state.isNumberAt(k) && !isTold(sentence)) {
                return isTraining();
            }
        }
        return false;
    }

    /** {@code they'd do the job over 18 hours}: said of the GPUs, no question whether they can. */
    private boolean isTold(Sentence sentence) {
        return !state.isNumberAt(sentence.first())
                && state.hasTyped(sentence.first(), Trait.THEY)
                && !state.isSymbolAt(sentence.end(), '?')
                && !state.terse;
    }

    /** Time on GPUs is meant, not that of the traffic. */
    private boolean isTraining() {
        if (training == null) {
            training = isTrainingSaid();
        }
        return training;
    }

    private boolean isTrainingSaid() {
        boolean named = (state.isAboutTraining() || !state.remembered.isEmpty())
                && (state.hasTypedAnywhere(Trait.GPU)
                        || state.any(token -> token.is(Trait.GPU))
                        || SelfHosting.namesGpu(state));
        return !state.has(Measure.REQUEST) && (named || isOfTrainingBefore());
    }

    /** {@code can it be done in a night?} after an answer on GPUs: no word says that anything else has to end. */
    private boolean isOfTrainingBefore() {
        if (!state.remembered.has(SlotName.GPU) || state.size() > LONGEST_AFTER_ANSWER) {
            return false;
        }
        boolean asks = state.asks() || state.hasTyped(0, Trait.ASKS_ABILITY);
        for (int i = 0; asks && i < state.size(); i++) {
            if (!smallWords.isAt(i) && !isOfTime(i)) {
                return false;
            }
        }
        return asks;
    }

    private boolean isOfTime(int i) {
        return state.isNumberAt(i)
                || state.isOneAt(i)
                || unitAt(i) != null
                || OF_TIME.stream().anyMatch(trait -> state.hasTyped(i, trait))
                || state.isAt(i, Trait.ASKS_ABILITY)
                || state.isAt(i, Cue.ABILITY)
                || state.isAt(i, Cue.THEM)
                || state.isAt(i, Measure.RUN);
    }

    private @Nullable TimeUnit unitAt(int index) {
        Measure measure = state.measureAt(index);
        TimeUnit unit = measure == null ? null : measure.time();
        return unit != null && UNITS.contains(unit) ? unit : null;
    }

    /** Returns the hours of a number, of a range its least. */
    private BigDecimal low(int number, TimeUnit unit) {
        return unit.hours(state.token(number).numeral().value());
    }

    /** Returns the most hours of a range; null for a single number. */
    private @Nullable BigDecimal high(int number, TimeUnit unit) {
        BigDecimal high = state.token(number).numeral().high();
        return high == null ? null : unit.hours(high);
    }

    /** {@code overnight}, {@code in one night}, {@code in a night}, but not {@code at night}. */
    private boolean isOneNight(int night) {
        int one = one(night);
        return one < 0 ? state.hasTyped(night, Trait.OVERNIGHT) : state.hasTyped(one - 1, Trait.WITHIN);
    }

    /** {@code is one night enough}. */
    private boolean isNightEnough(int night) {
        return one(night) >= 0 && isSufficient(night);
    }

    /** Returns the index of the word that counts a night, which may be in one phrase with it ({@code a night}); -1 if none does. */
    private int one(int night) {
        if (state.isAt(night, Category.PERIODS) && !state.hasTyped(night, Trait.OVERNIGHT)) {
            return night;
        }
        int before = night - 1;
        return state.isNumberAt(before) || state.isAt(before, Cue.ARTICLE) || state.isOneAt(before) ? before : -1;
    }

    /** Returns the index of the 8 of {@code at night (8 hours)}, or -1. */
    private int hoursOfNight() {
        for (int i = 0; i < state.size(); i++) {
            if (state.hasTyped(i, Trait.NIGHT)) {
                for (int k = i + 1; k <= i + REACH_OF_NIGHT; k++) {
                    if (state.isNumberAt(k) && state.isAt(k + 1, Measure.HOUR)) {
                        return k;
                    }
                }
            }
        }
        return -1;
    }
}
