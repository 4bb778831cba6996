package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Makes a number of requests, with its period and the people who send them, the requests a day. */
final class DailyRequests {
    /** The most words between a number and the word for a peak. */
    private static final int REACH = 6;

    /** The most words between a number and the words for another matter. */
    private static final int REACH_OF_MATTER = 14;

    private final ParseState state;
    private final Periods periods;
    private final HeadCount headCount;

    DailyRequests(ParseState state, Periods periods, HeadCount headCount) {
        this.state = state;
        this.periods = periods;
        this.headCount = headCount;
    }

    /** Claims a number from its first to its last word; a part of it, or a rate of a machine, has no slot. */
    void claim(int number, TimeUnit time, int first, int last) {
        claim(number, time, BigDecimal.ONE, first, last);
    }

    /**
     * Does so for several periods.
     *
     * @param periods their number: 3 in {@code 90,000 requests in the last 3 months}
     */
    void claim(int number, TimeUnit time, BigDecimal periods, int first, int last) {
        BigDecimal hours = time.days().isEmpty() ? this.periods.workingHours(last) : null;
        // At most so many in its hours: the traffic of a day is not more.
        if ((hours == null && isPeak(number)) || isOfMachine(time) || isOfChange(number) || isOfOtherJob(number)) {
            state.ignore(number, last);
            state.candidates.settle(number);
            return;
        }
        Numeral said = Amounts.counted(state.token(number).numeral());
        int heads = headCount.of(number, last);
        if (heads == HeadCount.UNKNOWN) {
            int one = headCount.pricedOne(number);
            if (headCount.asksHowMany()) {
                sayBack(number, first, last);
            } else if (one >= 0) {
                claimOfOne(number, time, said, first, last, one);
            } else {
                state.ignore(number, last);
            }
            return;
        }
        if (heads >= 0) {
            said = said.converted(headCount.all(heads)::multiply);
            if (headCount.isRate(heads) || state.candidates.isOf(SlotName.EXAMPLES, heads)) {
                state.candidates.withdraw(heads);
            }
            state.token(heads).use = Token.Use.SLOT;
        }
        Numeral perDay = hours != null
                ? said.converted(hours.multiply(time.perHour())::multiply)
                : time == TimeUnit.DAY && periods.compareTo(BigDecimal.ONE) == 0
                        ? said
                        : said.converted(value -> time.perDay(value.divide(periods, MathContext.DECIMAL32)));
        if (time == TimeUnit.DAY && heads < 0) {
            state.candidates.add(SlotName.REQUESTS_PER_DAY, perDay, number);
        } else {
            state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, perDay, number);
        }
        state.use(first, last, Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
    }

    /** {@code at how many users is an endpoint cheaper, with 12 requests per user per day}: the requests of one are not those of all. */
    private void sayBack(int number, int first, int last) {
        int end = last;
        while (state.isAt(end + 1, Cue.PER) && state.at(end + 2) != null && !state.isNumberAt(end + 2)) {
            end += 2;
        }
        state.ignore(number, last);
        state.candidates.setAside(number);
        state.add(new Problem.UnknownWord(state.typed(first, end), List.of(), state.span(first, end)));
    }

    /** {@code cost per user at 40 requests a month}: the traffic of one is what is priced. */
    private void claimOfOne(int number, TimeUnit time, Numeral said, int first, int last, int one) {
        Numeral perDay = time == TimeUnit.DAY ? said : said.converted(time::perDay);
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, perDay, number);
        state.candidates.settle(number);
        state.candidates.explain(
                SlotName.REQUESTS_PER_DAY,
                perDay.value(),
                state.typed(first, last) + " of one " + state.typed(one, one));
        state.use(first, last, Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
    }

    /** {@code it makes 240 images a day, that's another budget}. */
    private boolean isOfOtherJob(int number) {
        boolean said = state.hasTypedAnywhere(Trait.NOT_THIS_ONE) && state.hasTypedAnywhere(Trait.OTHER_MATTER);
        int end = Math.min(state.sentence(number).end(), number + REACH_OF_MATTER);
        for (int i = number + 1; said && i + 1 < end; i++) {
            boolean other = !state.isNumberAt(i) && state.hasTyped(i, Trait.NOT_THIS_ONE);
            if (other && state.hasTyped(i + 1, Trait.OTHER_MATTER) && state.isBreakAt(i + 2)) {
                return true;
            }
        }
        return false;
    }

    /** {@code our data changes twice a year}, {@code we update it 4 times a month}: how often it changes is no traffic. */
    private boolean isOfChange(int number) {
        int verb = number - 1;
        while (state.isAt(verb, Cue.ABOUT) || state.isAt(verb, Trait.PRONOUN) || state.isAt(verb, Cue.THEM)) {
            verb--;
        }
        return state.at(verb) != null && !state.isNumberAt(verb) && state.hasTyped(verb, Trait.ALTERS);
    }

    /** {@code the printer was tuned and does 40 pages per minute}: nothing is asked of a model. */
    private boolean isOfMachine(TimeUnit time) {
        return (time == TimeUnit.MINUTE || time == TimeUnit.SECOND)
                && !state.terse
                && !state.asks()
                && state.mentions.isEmpty()
                && state.remembered.isEmpty()
                && !state.has(Measure.REQUEST)
                && !state.has(Category.RATES);
    }

    /** {@code it peaks at 12 rps}: the most of a varying rate is not the traffic. */
    boolean isPeak(int number) {
        if (isAtPeak(number)) {
            return true;
        }
        for (int i = number - 1; i >= Math.max(0, number - REACH) && !state.isBreakAt(i); i--) {
            if (state.isNumberAt(i) || state.isAt(i, Cue.BUT)) {
                return false;
            }
            if (state.hasTyped(i, Trait.PEAK)) {
                // "3 rps peak 0.4 rps avg": said of the number before it.
                return !state.isUnitAt(i - 1) && !state.isRateAt(i - 1) && !state.isAt(i - 1, Category.RATES);
            }
        }
        return false;
    }

    /** {@code 90 req/min at peak}. */
    private boolean isAtPeak(int number) {
        int end = Math.min(state.clause(number).end(), number + REACH);
        for (int i = number + 1; i < end && !state.isNumberAt(i) && !state.isAt(i, Cue.BUT); i++) {
            if (state.hasTyped(i, Trait.PEAK)) {
                return true;
            }
        }
        return false;
    }
}
