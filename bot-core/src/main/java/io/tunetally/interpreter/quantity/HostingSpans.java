package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how long a model is hosted where it is hours, or an abbreviation in a command: {@code 36 hours of hosting}, {@code 6m}. */
final class HostingSpans {
    /** The most words from a preposition of hosting to what is hosted: {@code 48 hours of the endpoint}. */
    private static final int REACH = 2;

    /** The most words of {@code the new booking bot}. */
    private static final int REACH_OF_BOT = 5;

    private final ParseState state;
    private @Nullable Boolean countedDaily;
    /** The sentences that were asked for a trial. */
    private final Map<Sentence, Boolean> trials = new HashMap<>();

    HostingSpans(ParseState state) {
        this.state = state;
    }

    /** {@code 1 week of hosting}, {@code 48h of the endpoint}. */
    boolean isOfHosting(int unit) {
        if (!state.isAt(unit + 1, Trait.PART_OF)) {
            return false;
        }
        for (int i = unit + 2; i <= unit + 1 + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.hasTyped(i, Trait.RUNS_MODEL)) {
                return true;
            }
        }
        return false;
    }

    /** {@code 36 hours of hosting}, {@code the endpoint for 5 hours}: whole days of it are days. */
    boolean readHours(int number, int unit, TimeUnit time) {
        if (unit < number
                || !state.isNumberAt(number)
                || state.token(number).numeral().isRange()) {
            return false;
        }
        if (!isOfHosting(unit)
                && !isLed(number, unit)
                && !(isSpanOfRemembered(number, unit) && !isTrainingRemembered())) {
            return false;
        }
        BigDecimal hours = time.hours(state.token(number).numeral().value());
        BigDecimal[] days = hours.divideAndRemainder(TimeUnit.DAY.hours(BigDecimal.ONE));
        if (days[1].signum() == 0 && days[0].signum() > 0) {
            state.candidates.addDerived(SlotName.DAYS, Numeral.of(days[0]), number);
        } else {
            state.candidates.add(SlotName.HOSTING_HOURS, Numeral.of(hours), number);
        }
        state.candidates.settle(number);
        state.use(number, unit, Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
        return true;
    }

    private boolean isTrainingRemembered() {
        return state.remembered.has(SlotName.TRAINING_HOURS) || state.remembered.has(SlotName.GPU);
    }

    /** {@code keep the endpoint up for 5 hours}, {@code we deploy it 12 hours only}, {@code an afternoon (4 hours)}. */
    private boolean isLed(int number, int unit) {
        boolean led = state.isAt(number - 1, Cue.FOR)
                || state.isAt(number - 2, Cue.FOR)
                || state.isSymbolAt(number - 1, '(')
                || state.hasTyped(number - 1, Trait.SERVES)
                || state.hasTyped(number - 1, Trait.RUNS)
                || state.hasTyped(number - 1, Trait.LASTS)
                || state.hasTyped(number - 1, Trait.NARROWS)
                || state.hasTyped(unit + 1, Trait.NARROWS);
        return led && !isOfEachDay(unit) && !isOfTraining(number) && isServed(number);
    }

    /** {@code 8 hours a day}, {@code 24 hours ago}. */
    private boolean isOfEachDay(int unit) {
        return state.isAt(unit + 1, Cue.PER)
                || state.isAt(unit + 1, Cue.ARTICLE)
                || state.isAt(unit + 1, Cue.AGO)
                || state.isAt(unit + 1, Category.PERIODS)
                || state.isNumberAt(unit + 1);
    }

    private boolean isOfTraining(int number) {
        return SelfHosting.namesGpu(state)
                || state.isReported(number)
                || state.clause(number).namesTrainingWork();
    }

    private boolean isServed(int number) {
        if (!state.hasTypedAnywhere(Trait.SERVES)) {
            return false;
        }
        for (int i = state.sentence(number).first(); i < state.sentence(number).end(); i++) {
            if (state.hasTyped(i, Trait.SERVES)) {
                return true;
            }
        }
        return false;
    }

    /** {@code 2 weeks only}, {@code it's a pilot of 10 days} in a conversation about running costs: nothing else is said. */
    boolean isSpanOfRemembered(int number, int unit) {
        if (!state.mayEdit() || state.has(Cue.REPORT) || !(isPeriodRemembered() || state.isRunningRemembered())) {
            return false;
        }
        for (int i = 0; i < state.size(); i++) {
            boolean spanned = i >= number - 1 && i <= unit;
            if (!spanned && !saysSpan(i)) {
                return false;
            }
        }
        state.candidates.settle(state.isNumberAt(number) ? number : unit);
        return true;
    }

    private boolean saysSpan(int i) {
        return state.isBreakAt(i)
                || state.hasTyped(i, Trait.TRIAL)
                || state.hasTyped(i, Trait.SOLE)
                || state.hasTyped(i, Trait.NARROWS)
                || state.isSymbolAt(i, '\'')
                || state.isAt(i, Cue.IS)
                || state.isAt(i, Cue.ARTICLE)
                || state.isAt(i, Cue.FOR)
                || state.isAt(i, Cue.OF)
                || state.isAt(i, Cue.WHAT_ABOUT)
                || state.hasTyped(i, Trait.PRONOUN)
                || state.isAt(i, Category.FUNCTIONS)
                || state.isAt(i, Category.COURTESIES)
                || state.isAt(i, Cue.PERSON)
                || state.isAt(i, Cue.QUESTION);
    }

    /** {@code pilot for 6 weeks}. */
    boolean isTrial(int number) {
        return trials.computeIfAbsent(state.sentence(number), this::namesTrial);
    }

    private boolean namesTrial(Sentence sentence) {
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (state.hasTyped(i, Trait.TRIAL) || state.hasTyped(i, Trait.RUNS_MODEL)) {
                return true;
            }
        }
        return false;
    }

    boolean isPeriodRemembered() {
        return state.remembered.has(SlotName.REQUESTS_PER_DAY)
                || state.remembered.has(SlotName.MONTHS)
                || state.remembered.has(SlotName.DAYS);
    }

    /** The {@code 6m} of a command about traffic: {@code 1k req daily 6m}; of a sentence: {@code ... at 90k/day. 6m total?} */
    boolean readShort(int number) {
        Numeral numeral = state.token(number).numeral();
        boolean apart = numeral.suffix() == ' ' && state.hasTyped(number + 1, Trait.SHORT_FOR_MONTHS);
        boolean months = (apart || numeral.suffix() == 'm')
                && ((state.terse && isTraffic()) || isSpanAlone(number, apart ? number + 2 : number + 1))
                && !state.isRateAt(number + 1)
                && SlotName.MONTHS.limits().allow(numeral.value());
        if (months) {
            state.candidates.add(SlotName.MONTHS, Numeral.of(numeral.value()), number);
            state.use(number, apart ? number + 1 : number, Token.Use.CONNECTIVE);
            state.token(number).use = Token.Use.SLOT;
        }
        return months;
    }

    /** {@code 12m total?} behind a rate, {@code 12m?} in a conversation about months. */
    private boolean isSpanAlone(int number, int next) {
        boolean opens = state.sentence(number).first() == number
                || state.isAt(number - 1, Cue.FOR)
                || state.isAt(number - 1, Cue.OVER);
        boolean total = state.isAt(next, Cue.TOTAL) || state.isAt(next, Category.INTENTS);
        boolean ends = state.isBreakAt(total ? next + 1 : next);
        boolean led = total || state.remembered.has(SlotName.MONTHS) || state.isAt(number - 1, Cue.OVER);
        return opens && ends && led && (isTraffic() || state.remembered.has(SlotName.MONTHS));
    }

    boolean isTraffic() {
        return state.remembered.has(SlotName.MONTHLY_BILL_USD)
                || state.candidates.has(SlotName.MONTHLY_BILL_USD)
                || state.has(Measure.REQUEST)
                || state.has(Category.RATES)
                || state.candidates.has(SlotName.REQUESTS_PER_DAY)
                || state.candidates.has(SlotName.MONTHLY_INPUT_TOKENS)
                || isCountedDaily()
                || (state.has(Measure.DAY) && state.has(Category.INTENTS));
    }

    /** {@code 60k rows per night}: a count of things and how often. */
    private boolean isCountedDaily() {
        if (countedDaily == null) {
            countedDaily = state.has(Category.PERIODS) && countsThings();
        }
        return countedDaily;
    }

    private boolean countsThings() {
        for (int i = 2; i < state.size(); i++) {
            if (state.isAt(i, Category.PERIODS) && state.measureAt(i) == Measure.DAY && state.isCountAt(i - 2)) {
                return true;
            }
        }
        return false;
    }

    /** {@code half a year of the booking bot}, {@code a year of our endpoint}, but not {@code 3 months of the bot's logs}. */
    boolean isOfBot(int first) {
        int end = Math.min(state.size(), first + REACH_OF_BOT);
        for (int i = first; i < end && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.isAt(i, Category.DEPLOYMENTS)) {
                return true;
            }
            if (state.isAt(i, Trait.BOT) || state.hasTyped(i, Trait.BOT) || state.hasTyped(i, Trait.SERVES)) {
                Token next = state.at(i + 1);
                return next == null
                        || state.isBreakAt(i + 1)
                        || state.isSymbolAt(i + 1, ':')
                        || next.isNumber()
                        || next.lexeme != null;
            }
        }
        return false;
    }

    /** {@code training and hosting, 1 yr, qwen3 8b}: nothing stands beside the span, in a sentence about serving. */
    boolean isAloneBesideServing(int number, int unit) {
        boolean alone = (number == 0 || state.isBreakAt(number - 1)) && state.isBreakAt(unit + 1);
        return alone && isServed(number);
    }
}
