package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Finds data that come in at a rate over a time: {@code we label 50 a day for 6 weeks}, {@code two annotators, 80 each per day, 3
 * weeks}, {@code 2 years of tickets, 300 a month}. They are the examples, and neither traffic nor the months of a total.
 */
public final class DataRates {
    /** The most words from a rate to its period, and from its time to the work on the data. */
    private static final int REACH = 4;

    /** The most words from what leads to data to their time: {@code on the last 6 months of emails}. */
    private static final int LEAD = 3;

    private static final BigDecimal DAYS_OF_A_WEEK = TimeUnit.WEEK.days().orElseThrow();

    private final ParseState state;
    private final Sentence sentence;
    private final Periods periods;
    private final HeadCount heads;

    /**
     * A number and the time behind it.
     *
     * @param number its index, or that of the article of {@code a month}
     * @param last the index of its last word
     */
    private record Timed(int number, int last, BigDecimal value, TimeUnit time) {}

    private DataRates(ParseState state, Sentence sentence) {
        this.state = state;
        this.sentence = sentence;
        periods = new Periods(state);
        heads = new HeadCount(state);
    }

    /** Fills the examples, unless the message counts them as well. */
    public static void read(ParseState state) {
        boolean works = state.hasTypedAnywhere(Trait.DATA_WORK)
                || state.hasTypedAnywhere(Trait.LABELS_DATA)
                || (state.has(Cue.OF) && state.speaksOfTuning());
        for (int i = 0; works && i < state.size(); i = state.sentence(i).end() + 1) {
            if (new DataRates(state, state.sentence(i)).fill()) {
                return;
            }
        }
    }

    /** True if the sentence has such a rate; no other one is looked at then. */
    private boolean fill() {
        int work = work();
        Timed stock = work < 0 ? stock() : null;
        Timed rate = work < 0 && stock == null ? null : rate(stock);
        Timed span = rate == null ? null : stock == null ? span(rate) : stock;
        if (rate == null || span == null) {
            return false;
        }
        if (isCounted(rate)) {
            return true;
        }
        int people = heads.of(rate.number(), rate.last());
        BigDecimal each =
                people < 0 ? BigDecimal.ONE : state.token(people).numeral().value();
        BigDecimal daily =
                rate.time() == TimeUnit.DAY ? rate.value() : rate.time().perDay(rate.value());
        BigDecimal examples = daily.multiply(each).multiply(days(rate, span)).setScale(0, RoundingMode.HALF_UP);
        if (people == HeadCount.UNKNOWN || !SlotName.EXAMPLES.limits().allow(examples)) {
            return true;
        }
        state.candidates.addDerived(SlotName.EXAMPLES, Numeral.of(examples), rate.number());
        state.candidates.settle(rate.number());
        state.use(rate.number(), rate.last(), Token.Use.SLOT);
        state.use(span.number(), span.last(), Token.Use.SLOT);
        if (work >= 0 && state.token(work).use == Token.Use.NOTHING) {
            state.token(work).use = Token.Use.CONNECTIVE;
        }
        if (people >= 0) {
            state.token(people).use = Token.Use.SLOT;
        }
        return true;
    }

    /** Returns the index of the work on the data, which people do and no model, or -1. */
    private int work() {
        boolean model = false;
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (!state.isNumberAt(i)
                    && (state.hasTyped(i, Trait.LABELS_DATA) || (state.hasTyped(i, Trait.DATA_WORK) && !model))) {
                return state.isAt(i - 1, Cue.TO) ? -1 : i;
            }
            // "cost gpt-4.1-nano, we label 30 a day": another part of the sentence has another subject.
            model &= !state.isBreakAt(i);
            model |= !state.isNumberAt(i)
                    && (state.hasTyped(i, Trait.TUNED_THING) || state.hasTyped(i, Trait.BOT) || state.isOfMention(i));
        }
        return -1;
    }

    /** Returns the {@code 2 years} of {@code 2 years of tickets}, or null. */
    private @Nullable Timed stock() {
        for (int i = sentence.first(); i < sentence.end() && !state.text.isTranslated(); i++) {
            TimeUnit time = isFree(i) && state.isAt(i + 2, Cue.OF) ? timeAt(i + 1) : null;
            int data = state.hasTyped(i + 3, Trait.OWNED) ? i + 4 : i + 3;
            if (time != null && time.days().isPresent() && state.isItemAt(data) && isLedAsData(i)) {
                return new Timed(i, i + 1, state.token(i).numeral().value(), time);
            }
        }
        return null;
    }

    /** True behind {@code train on the last} and {@code we have}; {@code what would 3 months of chats cost} is no data. */
    private boolean isLedAsData(int number) {
        boolean led = false;
        for (int i = number - 1; i >= Math.max(sentence.first(), number - LEAD) && !led; i--) {
            led = state.isAt(i, Cue.ON)
                    || state.isAt(i, Cue.FROM)
                    || state.hasTyped(i, Trait.HAVING)
                    || state.hasTyped(i, Trait.ASKER);
        }
        return led;
    }

    /** Returns {@code 200 tickets a day}, {@code 80 each per day}, {@code 50 daily}, but no requests, or null. */
    private @Nullable Timed rate(@Nullable Timed stock) {
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (!isFree(i) || (state.isAt(i + 1, Category.UNITS) && timeAt(i + 1) != null)) {
                continue;
            }
            for (int k = i + 1; k < Math.min(sentence.end(), i + 1 + REACH) && !state.isNumberAt(k); k++) {
                if (state.isBreakAt(k)
                        || state.isAt(k, Measure.REQUEST)
                        || state.isAt(k, Measure.TOKEN)
                        || state.isMoneyBefore(i + 1)) {
                    break;
                }
                int last = state.isRateAt(k) ? periods.lastOfPeriod(k - 1) : -1;
                TimeUnit time = last < 0 || state.isNumberAt(last) ? null : timeAt(last);
                if (time == TimeUnit.DAY || time == TimeUnit.WEEK || (time == TimeUnit.MONTH && stock != null)) {
                    return new Timed(i, last, state.token(i).numeral().value(), time);
                }
            }
        }
        return null;
    }

    /** Returns {@code 6 weeks} or {@code for a month} beside the rate, or null. */
    private @Nullable Timed span(Timed rate) {
        for (int i = sentence.first(); i < sentence.end(); i++) {
            TimeUnit time = timeAt(i + 1);
            boolean beside = i > rate.last() || i + 1 < rate.number();
            boolean led = state.isAt(i - 1, Cue.FOR) || state.isAt(i - 1, Cue.OVER) || state.isAt(i - 1, Cue.IN);
            boolean one = led && timeAt(i - 1) == null && (state.isAt(i, Cue.ARTICLE) || state.isOneAt(i));
            boolean several = isFree(i) && timeAt(i - 1) == null && !isWorkingDays(i) && !state.isAt(i - 1, Cue.EVERY);
            if (time != null && time.days().isPresent() && beside && (one || several)) {
                return new Timed(
                        i,
                        i + 1,
                        one ? BigDecimal.ONE : state.token(i).numeral().value(),
                        time);
            }
        }
        return null;
    }

    /** {@code 5 days a week}. */
    private boolean isWorkingDays(int number) {
        return timeAt(number + 1) == TimeUnit.DAY && timeAt(lastOfWeek(number)) == TimeUnit.WEEK;
    }

    /** Returns the index of the week of {@code 5 days a week}, or that of any other word. */
    private int lastOfWeek(int number) {
        return state.isAt(number + 2, Category.PERIODS) ? number + 2 : number + 3;
    }

    /** Returns the days of a time; those of a working week only where one was said. */
    private BigDecimal days(Timed rate, Timed span) {
        BigDecimal days = span.value().multiply(span.time().days().orElseThrow());
        boolean counted = span.time() == TimeUnit.DAY || rate.time() != TimeUnit.DAY;
        for (int i = sentence.first(); i < sentence.end() && !counted; i++) {
            if (state.isNumberAt(i) && isWorkingDays(i)) {
                state.use(i, lastOfWeek(i), Token.Use.SLOT);
                return weeks(days, state.token(i).numeral().value());
            }
            boolean working = state.hasTyped(i, Trait.WORKING) && timeAt(i + 1) == TimeUnit.DAY;
            if (working || state.hasTyped(i, Trait.WORKDAYS)) {
                return weeks(days, BigDecimal.valueOf(5));
            }
        }
        return days;
    }

    private static BigDecimal weeks(BigDecimal days, BigDecimal ofAWeek) {
        return days.multiply(ofAWeek).divide(DAYS_OF_A_WEEK, 0, RoundingMode.HALF_UP);
    }

    /** True if another number counts the examples. */
    private boolean isCounted(Timed rate) {
        for (int i = 0; i < state.size(); i++) {
            int unit = i == rate.number() || !isFree(i) ? -1 : state.unitFinder.right(i);
            boolean data = state.isAt(unit, Measure.EXAMPLE) || state.isAt(unit, Measure.ITEM);
            if (unit > i && data && !state.isRateAt(unit + 1) && !heads.isHead(unit)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFree(int i) {
        return state.isCountAt(i) && state.token(i).use == Token.Use.NOTHING && !state.isSize(i);
    }

    private @Nullable TimeUnit timeAt(int i) {
        return i < 0 ? null : periods.timeAt(i);
    }
}
