package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.Objects;

/** Reads a rate of things without a name, or with an unknown one: {@code 100/day}, {@code 800 new ones a day}. */
final class UnnamedTraffic {
    /** The words between a number and its period that are no unit. */
    private static final int MOST_WORDS = 3;

    /** Below it a number of unknown things a day is one of meetings or meals. */
    private static final BigDecimal FEWEST = BigDecimal.TEN;

    /** From here on a number of unknown things a month is no other: {@code 3M menus monthly}. */
    private static final BigDecimal MANY = BigDecimal.valueOf(1000);

    /** The words of {@code per week}. */
    private static final int PERIOD = 2;

    /** The most words between a number and the word for paying it. */
    private static final int REACH = 6;

    private final ParseState state;
    private final Periods periods;
    private final DailyRequests dailyRequests;

    UnnamedTraffic(ParseState state, Periods periods, DailyRequests dailyRequests) {
        this.state = state;
        this.periods = periods;
        this.dailyRequests = dailyRequests;
    }

    /** {@code 100/day}, {@code 1k a month}: a rate without a unit is one of requests if the text is about running costs. */
    boolean read(int i) {
        if (!state.hasTime() && !state.hasTypedAnywhere(Trait.YEARLY) && !isAbbreviated(i)) {
            return false;
        }
        if (isLedByPeriod(i)) {
            dailyRequests.claim(i, Objects.requireNonNull(periods.timeAfter(i - PERIOD - 1)), i - PERIOD, i);
            return true;
        }
        // "212 users, 15 each per month": so many of each of those who were counted.
        boolean each = state.isAt(i + 1, Cue.EACH) && periods.timeAfter(i + 1) != null;
        int last = each ? i + 1 : i;
        TimeUnit time = periods.timeAfter(last);
        // Whatever comes in a day is what the model would answer: "800 new ones a day", "24,000 alarms a day".
        while (time == null && last < i + MOST_WORDS && isUnnamed(last + 1)) {
            last++;
            time = periods.timeAfter(last);
        }
        int arrival = time == null && isManifold(i) ? arrival(i) : i;
        boolean arrives = arrival > i;
        time = arrives ? periods.timeAfter(arrival) : time;
        last = arrives ? arrival : last;
        if (time == null
                || (last > i
                        && !each
                        && !arrives
                        && !isOfThem(i)
                        && !isUnnamedTraffic(i, last, time)
                        && !isWeighed(i, last))) {
            return false;
        }
        // "3 shifts a day" count no requests, but those of a shift may be said.
        boolean data =
                isOfThem(i) ? isGathered(i) : isOfData(i) || (state.isAt(last + 1, Cue.EACH) && isTrainedInPart(last));
        if (data || state.hasTyped(i + 1, Trait.SHIFT)) {
            state.ignore(i, periods.lastOfPeriod(last));
            return true;
        }
        // "our unit cost: 1,100 studies a day", unlike "we pay 58 quid a month"
        if (!(last > i && state.isPluralAt(last)) && isPrice(i)) {
            state.ignore(i, periods.lastOfPeriod(last));
            return true;
        }
        dailyRequests.claim(i, time, i, periods.lastOfPeriod(last));
        return true;
    }

    /** {@code per week 4,200} in a conversation about traffic. */
    private boolean isLedByPeriod(int number) {
        int per = number - PERIOD;
        return state.isAt(per, Cue.PER)
                && per == state.clause(number).first()
                && periods.lastOfPeriod(per - 1) == number - 1
                && state.isBreakAt(number + 1)
                && state.remembered.has(SlotName.REQUESTS_PER_DAY);
    }

    /** Returns the index of the last word before the period of {@code 45 land in the inbox daily}, or the number's own. */
    private int arrival(int number) {
        for (int i = number + 1; state.hasTyped(number + 1, Trait.LANDS) && i <= number + REACH; i++) {
            if (state.isBreakAt(i) || state.isNumberAt(i)) {
                return number;
            }
            if (periods.timeAfter(i) != null) {
                return i;
            }
        }
        return number;
    }

    /** {@code 3 writers do 40 barks each per day, and I train on 2,400 of them}: what is made, not what is asked. */
    private boolean isTrainedInPart(int rate) {
        for (int i = rate + 1; i < state.sentence(rate).end(); i++) {
            if (state.isCountAt(i) && state.isOfThemAt(i + 1)) {
                return state.clause(i).namesTraining();
            }
        }
        return false;
    }

    /** {@code labels are slow, we write 70 of them a week}: what was named before, in a message about a tuned model. */
    private boolean isOfThem(int number) {
        return state.isOfThemAt(number + 1) && isManifold(number);
    }

    /** {@code 10k/d} in a command. */
    private boolean isAbbreviated(int number) {
        Token unit = state.at(number + 2);
        return state.terse
                && unit != null
                && state.isSlash(number + 1)
                && TimeUnit.abbreviated(state.typed(number + 2, number + 2)).isPresent();
    }

    private boolean isUnnamed(int index) {
        Token token = state.at(index);
        return token != null
                && ((token.kind == Token.Kind.WORD && (token.end - token.start > 1 || state.isRateAt(index + 1)))
                        || token.is(Category.FUNCTIONS)
                        || token.is(Cue.THEM)
                        || state.hasTyped(index, Trait.PART_OF)
                        || (token.is(Measure.OTHER) && state.isPluralAt(index + 1))
                        || (token.lexeme != null && token.lexeme.weak() && !token.is(Category.UNITS)));
    }

    private boolean isUnnamedTraffic(int number, int noun, TimeUnit time) {
        // "24k waybills a month in use, first year total"
        boolean running = state.clause(number).isTerse() || state.has(Intent.TCO) || state.has(Cue.TOTAL);
        boolean job = state.asks() || (!state.mentions.isEmpty() && running);
        boolean many = counted(number).compareTo(MANY) >= 0 && job;
        // "What would a tuned mistral small eat in a year with 210 bookings a week"
        boolean ofYears = job && state.has(Measure.YEAR) && state.isPluralAt(noun) && !isCollected(number);
        return isManifold(number) && (time == TimeUnit.DAY || time.days().isEmpty() || many || ofYears);
    }

    /** {@code we wrote 60 letters a week}: data. */
    private boolean isCollected(int number) {
        for (int i = Math.max(state.clause(number).first(), number - REACH); i < number; i++) {
            if (state.hasTyped(i, Trait.COLLECTS) || state.hasTyped(i, Trait.GATHERS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code is tuning worth it for 7 match previews a week}: however few, what is to be done is the traffic. */
    private boolean isWeighed(int number, int noun) {
        return state.isCountAt(number)
                && state.isPluralAt(noun)
                && !state.hasTyped(noun, Trait.HEADS)
                && ((state.has(Intent.WORTHIT) && state.speaksOfTuning())
                        || state.advice().contains(Intent.WORTHIT));
    }

    private boolean isManifold(int number) {
        boolean ofUse =
                state.terse && (state.has(Intent.WORTHIT) || state.has(Intent.TCO) || state.has(Intent.BREAKEVEN));
        return (ofUse || state.speaksOfTuning() || state.remembered.has(SlotName.MODELS))
                && counted(number).compareTo(FEWEST) >= 0;
    }

    private BigDecimal counted(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }

    /** {@code we label 40 of them a week}, unlike {@code we write 70 of them a week}. */
    private boolean isGathered(int number) {
        int verb = state.isAt(number - 1, Cue.ABOUT) ? number - 2 : number - 1;
        return !state.isNumberAt(verb) && state.hasTyped(verb, Trait.GATHERS);
    }

    /** {@code we add 40 a week}: data that are still growing; {@code we sell 40 lamps a day}: what nobody asks. */
    private boolean isOfData(int number) {
        if (state.remembered.has(SlotName.REQUESTS_PER_DAY) && state.hasTyped(number - 1, Trait.ANOTHER)) {
            // "They would add another 110 a day" to the traffic of the conversation.
            return false;
        }
        for (int i = number - 1; i >= Math.max(0, number - 2); i--) {
            if (!state.isNumberAt(i) && (state.hasTyped(i, Trait.CHANGES) || state.hasTyped(i, Trait.SELLS))) {
                return true;
            }
        }
        return false;
    }

    /** {@code we pay 58 a month}, {@code 0.79/h}: a price, even without a currency; but not {@code what does it cost at 5k a day}. */
    private boolean isPrice(int number) {
        if (state.token(number).numeral().value().scale() > 0) {
            return true;
        }
        if (state.isAt(number - 1, Trait.LOCATIVE) || state.hasTyped(number - 1, Trait.LOCATIVE)) {
            return false;
        }
        for (int i = number - 1; i >= Math.max(0, number - REACH) && !state.isBreakAt(i) && !state.isNumberAt(i); i--) {
            // "the log says 5,500 a day": no price is as high.
            boolean stated = state.hasTyped(i, Trait.STATES) && counted(number).compareTo(MANY) >= 0;
            if (state.hasTyped(i, Trait.PAID) && !stated) {
                return true;
            }
        }
        return false;
    }
}
