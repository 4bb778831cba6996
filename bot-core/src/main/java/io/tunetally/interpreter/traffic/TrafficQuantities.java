package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.Objects;

/** Reads requests per time: how many, and of whom. */
public final class TrafficQuantities {
    /** The most words between a number and its verb, and between a period and the word for its cost. */
    private static final int NEAR = 3;

    /** Traffic of another magnitude is that of something else: {@code a session has 3 requests}. */
    private static final BigDecimal MOST_CHANGE = BigDecimal.valueOf(100);

    /** A longer message is about more than the change. */
    private static final int LONGEST_CHANGE = 14;

    /** The words between an item and its period. */
    private static final int REACH = 6;

    /** The words between what comes in during a shift and the number of shifts. */
    private static final int REACH_OF_SHIFTS = 12;

    private final ParseState state;
    private final Periods periods;
    private final HeadCount headCount;
    private final DailyRequests dailyRequests;
    private final UnnamedTraffic unnamed;
    private final PastTotals pastTotals;
    private final OneTimeRequests oneTime;
    private final TotalRequests totals;
    private final OneDayTraffic oneDay;
    private final HeadedTraffic headed;

    public TrafficQuantities(ParseState state) {
        this.state = state;
        periods = new Periods(state);
        headCount = new HeadCount(state);
        dailyRequests = new DailyRequests(state, periods, headCount);
        unnamed = new UnnamedTraffic(state, periods, dailyRequests);
        oneTime = new OneTimeRequests(state, dailyRequests);
        totals = new TotalRequests(state, periods);
        oneDay = new OneDayTraffic(state, dailyRequests);
        pastTotals = new PastTotals(state, periods, dailyRequests);
        headed = new HeadedTraffic(state, periods, dailyRequests);
    }

    /** {@code normal day 40k queries, sale days 150k. Just take the normal day}; before other numbers are read. */
    public void ofKindsOfDay() {
        new KindsOfDay(state, dailyRequests).read();
    }

    /** {@code 100 rpd}, {@code 5 qps}, {@code 100 daily}. */
    public void rate(int number, int unit) {
        Token token = state.token(unit);
        int each = unit > number ? headCount.eachOfDaily(unit) : HeadCount.NONE;
        if (each >= 0) {
            Numeral sent = Amounts.counted(state.token(each).numeral())
                    .converted(state.token(number).numeral().value()::multiply);
            state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, sent, each);
            state.use(number, each + 2, Token.Use.CONNECTIVE);
            state.token(each).use = Token.Use.SLOT;
            return;
        }
        boolean with = state.hasTyped(number - 1, Trait.HAVING) && state.asks() && state.speaksOfTuning();
        boolean requests = token.is(Category.RATES) || with || isTrafficTalk(unit);
        TimeUnit time = Periods.timeOf(token.measure());
        if (requests && time != null) {
            dailyRequests.claim(number, time, Math.min(number, unit), Math.max(number, unit));
        } else {
            state.ignore(number, unit);
        }
    }

    private boolean isTrafficTalk(int period) {
        return state.terse
                || (state.mayEdit() && state.remembered.has(SlotName.REQUESTS_PER_DAY))
                || state.isAt(period + 1, Measure.REQUEST)
                || state.isAt(period + 1, Measure.ITEM)
                || state.has(Measure.REQUEST)
                || namesTraffic(period);
    }

    /** {@code volume is 260 daily}. */
    private boolean namesTraffic(int period) {
        for (int i = Math.max(state.clause(period).first(), period - REACH); i < period; i++) {
            if (!state.isNumberAt(i) && (state.isAt(i, Trait.TRAFFIC) || state.hasTyped(i, Trait.TRAFFIC))) {
                return true;
            }
        }
        return false;
    }

    /** {@code --requests-per-day 4000}. */
    public void flag(int number, int requests, int time) {
        dailyRequests.claim(number, Objects.requireNonNull(periods.timeAt(time)), requests, number);
    }

    /** {@code 100 requests/day}, {@code requests per day: 100}. */
    public void requests(int number, int unit, boolean follows) {
        if (follows && perTime(number, unit, true)) {
            return;
        }
        if (!follows) {
            TimeUnit time = periods.timeAfter(unit);
            if (time != null && unit < number) {
                dailyRequests.claim(number, time, unit, number);
                return;
            }
            if (state.isAt(unit - 1, Category.PERIODS)) {
                dailyRequests.claim(number, Objects.requireNonNull(periods.timeAt(unit - 1)), unit - 1, number);
                return;
            }
        }
        if (state.isAt(number - 1, Category.PERIODS)) {
            dailyRequests.claim(number, Objects.requireNonNull(periods.timeAt(number - 1)), number - 1, unit);
            return;
        }
        boolean rate = follows
                && (isOfPastPeriod(number, unit)
                        || ofPastPeriod(number, unit)
                        || isRateOfClause(number, unit)
                        || totals.read(number, unit)
                        || oneDay.read(number, unit)
                        || oneTime(number, unit));
        if (!rate && !headed.read(number, unit) && !changes(number, unit)) {
            if (follows && (isTraining(number) || isBesideModel(number, unit))) {
                state.claim(SlotName.EXAMPLES, number, unit);
            } else {
                state.ignore(number, unit);
            }
        }
    }

    /** {@code training would be the 2,430 guest messages}: what is trained on, beside traffic of the same things. */
    private boolean isTraining(int number) {
        int verb = state.hasTyped(number - 1, Trait.DEFINITE_ARTICLE) || state.isAt(number - 1, Cue.PERSON)
                ? number - 2
                : number - 1;
        return state.isAt(verb, Cue.IS) && state.isAt(verb - 1, Cue.TRAINING);
    }

    /** {@code 6,300 requests a week. 4.1-mini on azure, 2,800 calls}: beside the traffic, what is trained on. */
    private boolean isBesideModel(int number, int unit) {
        boolean listed = state.hasTyped(unit, Trait.SPOKEN)
                && state.isBreakAt(number - 1)
                && state.isBreakAt(unit + 1)
                && state.candidates.has(SlotName.REQUESTS_PER_DAY)
                && !state.candidates.hasData();
        Sentence sentence = state.sentence(number);
        return listed
                && state.mentions.stream()
                        .anyMatch(mention -> mention.last() < number && mention.first() >= sentence.first());
    }

    /** {@code make it 30k requests}: in a conversation about requests a day those are meant. */
    private boolean changes(int number, int unit) {
        BigDecimal before = state.remembered.value(SlotName.REQUESTS_PER_DAY);
        if (before == null
                || !state.mayEdit()
                || state.size() > LONGEST_CHANGE
                || state.isAt(Math.max(number, unit) + 1, Cue.AGO)
                || state.any(token -> token.is(Cue.PAST) || token.is(Cue.REPORT) || token.is(Cue.BATCH))) {
            return false;
        }
        Numeral said = Amounts.counted(state.token(number).numeral());
        if (said.value().multiply(MOST_CHANGE).compareTo(before) < 0
                || said.value().compareTo(before.multiply(MOST_CHANGE)) > 0) {
            return false;
        }
        // "If we only have 1 million requests" after 50k a day: no fewer a day, so those of a month.
        boolean month = isOnly(number) && said.value().compareTo(before) > 0;
        dailyRequests.claim(
                number, month ? TimeUnit.MONTH : TimeUnit.DAY, Math.min(number, unit), Math.max(number, unit));
        return true;
    }

    private boolean isOnly(int number) {
        for (int i = number - 1; i >= Math.max(0, number - REACH); i--) {
            if (!state.isNumberAt(i) && (state.hasTyped(i, Trait.SOLE) || state.hasTyped(i, Trait.NARROWS))) {
                return true;
            }
        }
        return false;
    }

    /** {@code the bot answered 72,000 tickets last month}. */
    public boolean ofPastPeriod(int number, int unit) {
        return pastTotals.read(number, unit);
    }

    /** {@code 54k requests last month}: what came in then is the traffic. */
    private boolean isOfPastPeriod(int number, int unit) {
        int past = unit + 1;
        while (state.hasTyped(past, Trait.ADDED)
                || state.isAt(past, Cue.IN)
                || state.isAt(past, Cue.OVER)
                || state.isAt(past, Trait.DEFINITE_ARTICLE)) {
            past++;
        }
        boolean several = state.isCountAt(past + 1);
        int last = several ? past + 2 : past + 1;
        TimeUnit time = state.isAt(past, Cue.PAST) ? periods.timeAt(last) : null;
        if (time == null || dailyRequests.isPeak(number)) {
            return false;
        }
        BigDecimal count = several ? state.token(past + 1).numeral().value() : BigDecimal.ONE;
        dailyRequests.claim(number, time, count, number, last);
        return true;
    }

    /**
     * True if a period follows the unit, so that the number is a rate.
     *
     * @param isTraffic whether a rate of this unit is one of requests; else it has no slot
     */
    public boolean perTime(int number, int unit, boolean isTraffic) {
        TimeUnit time = periods.timeAfter(unit);
        if (time == null) {
            return isTraffic && ofShifts(number, unit);
        }
        if (isTraffic) {
            dailyRequests.claim(number, time, number, periods.lastOfPeriod(unit));
        } else {
            state.ignore(number, unit);
        }
        return true;
    }

    /** {@code 45 questions a shift, three shifts a day}: what comes in during each of several shifts. */
    public boolean ofShifts(int number, int unit) {
        int shift = shiftOf(unit);
        if (shift < 0) {
            return false;
        }
        int shifts = shiftsOfDay(number, shift);
        if (shifts < 0) {
            state.ignore(number, unit);
            return true;
        }
        Numeral perDay = Amounts.counted(state.token(number).numeral())
                .converted(state.token(shifts).numeral().value()::multiply);
        int last = Math.max(shifts + 1, periods.lastOfPeriod(shifts + 1));
        state.candidates.withdraw(shifts);
        state.use(shifts, last, Token.Use.CONNECTIVE);
        int places = headCount.ofShifts(number, Math.max(shift, last));
        if (places >= 0) {
            perDay = perDay.converted(state.token(places).numeral().value()::multiply);
            state.candidates.withdraw(places);
            state.token(places).use = Token.Use.SLOT;
        }
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, perDay, number);
        if (isOnlyCount(number, shifts)) {
            state.candidates.settle(number);
            state.candidates.setAside(shifts);
        }
        state.use(number, Math.max(unit, shift), Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
        return true;
    }

    /** True unless the message counts others that may be multiplied with these: {@code 9 quarries}, {@code 6 fellas on each}. */
    private boolean isOnlyCount(int number, int shifts) {
        for (int i = 0; i < state.size(); i++) {
            boolean other = i != number && i != shifts && state.isCountAt(i) && !state.isOfMention(i);
            if (other && state.isPluralAt(i + 1) && state.measureAt(i + 1) == null) {
                return false;
            }
        }
        return true;
    }

    /** Returns the index of the shift of {@code 45 questions a shift}, {@code 45 in each shift}, or -1. */
    private int shiftOf(int unit) {
        int each = state.isAt(unit + 1, Cue.IN) ? unit + 2 : unit + 1;
        boolean one = state.isAt(each, Cue.PER)
                || state.isAt(each, Cue.EVERY)
                || state.isAt(each, Cue.EACH)
                || state.isAt(each, Cue.ARTICLE);
        return one && state.hasTyped(each + 1, Trait.SHIFT) ? each + 1 : -1;
    }

    /** Returns the index of the three of {@code three shifts a day}, also of the only {@code three shifts} of a sentence without a period, or -1. */
    private int shiftsOfDay(int number, int shift) {
        Sentence sentence = state.sentence(number);
        int end = Math.min(sentence.end(), Math.max(number, shift) + REACH_OF_SHIFTS);
        int bare = -1;
        for (int i = Math.max(sentence.first(), number - REACH_OF_SHIFTS); i < end; i++) {
            if (i == number || !state.isCountAt(i) || !state.hasTyped(i + 1, Trait.SHIFT)) {
                continue;
            }
            TimeUnit time = periods.timeAfter(i + 1);
            if (time == TimeUnit.DAY) {
                return i;
            }
            if (time != null || bare >= 0) {
                return -1;
            }
            bare = i;
        }
        boolean data = state.hasTypedAnywhere(Trait.LABELS_DATA)
                || state.hasTypedAnywhere(Trait.DATA_WORK)
                || state.hasTypedAnywhere(Trait.COLLECTS);
        return bare >= 0 && !data && !state.isPast(number) && isOnlyCount(number, bare) ? bare : -1;
    }

    /** {@code 40 visitors write to us daily}, {@code 200 guests a day chat with it}: each of them sends one request. */
    public boolean ofPeople(int number, int unit) {
        if (unit < number
                || !state.hasTyped(unit, Trait.HEADS)
                || state.has(Category.RATES)
                || state.has(Measure.REQUEST)) {
            return false;
        }
        int end = Math.min(state.clause(unit).end(), unit + REACH);
        int verb = unit + 1;
        while (verb < end && !state.hasTyped(verb, Trait.ASKS_BOT)) {
            if (state.isNumberAt(verb)) {
                return false;
            }
            verb++;
        }
        if (verb >= end && !isAskedBefore(number)) {
            return false;
        }
        int period = verb >= end ? -1 : periods.periodBetween(verb + 1, end);
        TimeUnit time = period < 0 ? null : periods.timeAt(period);
        if (time == null) {
            return perTime(number, unit, true) || isRateOfClause(number, unit, false);
        }
        dailyRequests.claim(number, time, number, unit);
        state.token(period).use = Token.Use.CONNECTIVE;
        return true;
    }

    /** {@code al día preguntan veinte personas}, which is read as {@code daily chat 20 people}. */
    private boolean isAskedBefore(int number) {
        boolean asked = false;
        for (int i = number - 1;
                state.text.isTranslated() && i >= state.clause(number).first() && !asked;
                i--) {
            if (state.isNumberAt(i)) {
                return false;
            }
            asked = state.hasTyped(i, Trait.ASKS_BOT);
        }
        return asked;
    }

    /** {@code 8 things each per day}: of whatever each one sends a number is a rate. */
    public boolean ofEach(int number, int unit) {
        return number < unit && headCount.isOfEach(number, unit) && isRateOfClause(number, unit);
    }

    /**
     * True if a period stands elsewhere in the clause of an item, so that the number is a rate of requests: {@code 300
     * emails come in daily}, {@code every day we sort 2,000 letters}.
     */
    public boolean isRateOfClause(int number, int unit) {
        return isRateOfClause(number, unit, true);
    }

    /**
     * Does so.
     *
     * @param mayBeOfTraining whether the period may be that of a training: that of people who ask is not
     */
    private boolean isRateOfClause(int number, int unit, boolean mayBeOfTraining) {
        int period = periods.periodBetween(unit + 1, Math.min(state.clause(unit).end(), unit + 1 + REACH));
        if (period < 0) {
            period = periods.periodBefore(number);
            period = period >= 0
                            && (isOfCost(period)
                                    || isOfEarlierCount(period)
                                    || (mayBeOfTraining && isOfTraining(period)))
                    ? -1
                    : period;
        }
        TimeUnit time = period < 0 || isOfClauseBehind(unit, period) ? null : periods.timeAt(period);
        if (time == null) {
            return false;
        }
        dailyRequests.claim(number, time, number, unit);
        state.token(period).use = Token.Use.CONNECTIVE;
        return true;
    }

    /** {@code 11,000 articles that somebody edits daily}: the period is that of what is done to them. */
    private boolean isOfClauseBehind(int unit, int period) {
        return state.hasTyped(unit + 1, Trait.THAT_CLAUSE)
                && period > unit + 2
                && (state.hasTyped(unit + 2, Trait.SOMEONE) || state.hasTyped(unit + 2, Trait.EVERYBODY));
    }

    /** {@code we get 350 tickets per day and have 5,000 old answers}: the period is that of the tickets. */
    private boolean isOfEarlierCount(int period) {
        int first = Math.max(state.clause(period).first(), period - REACH);
        for (int i = period - 1; i >= first; i--) {
            if (state.isCountAt(i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code if we train each week with 2,000 new calls}: the period is that of the training. */
    private boolean isOfTraining(int period) {
        // "a quarterly refresh on the 24,000 alerts"
        if (state.isAt(period, Category.PERIODS)
                && (state.isAt(period + 1, Cue.RETRAIN) || state.hasTyped(period + 1, Trait.REFRESHES))) {
            return true;
        }
        int verb = state.hasTyped(period - 1, Trait.PRONOUN) ? period - 2 : period - 1;
        return verb >= 0 && !state.isNumberAt(verb) && state.hasTyped(verb, Trait.TRAINS_AGAIN);
    }

    /** {@code what does that cost in a year with 18,000 texts}: the period is that of the cost. */
    private boolean isOfCost(int period) {
        boolean year = periods.timeAt(period) == TimeUnit.YEAR;
        for (int i = period - 1; year && i >= Math.max(0, period - NEAR); i--) {
            if (state.hasTyped(i, Trait.PAID) || isHowMuch(i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code how much is a year with 18,000 texts}. */
    private boolean isHowMuch(int i) {
        return state.token(i).intent() == Intent.ESTIMATE && state.isAt(i + 1, Cue.IS);
    }

    /** {@code classify 1 million documents once}, {@code 10,000 chats on a tuned model}: the requests of one month. */
    public boolean oneTime(int number, int unit) {
        return oneTime.read(number, unit);
    }

    /** Spreads {@code 10,000 requests in 2 weeks} over its days, once all numbers are read. */
    public void settleTotals() {
        totals.settle();
        new ListedTraffic(state).settle();
        oneDay.settle();
    }

    /** {@code on launch day 5,000 chats}: the items of an event's day are requests. */
    public boolean ofEvent(int number, int unit) {
        return oneDay.read(number, unit);
    }

    /** {@code 100/day}, {@code 1k a month}: a rate without a unit is one of requests if the text is about running costs. */
    public boolean readWithoutUnit(int number) {
        boolean shifts = state.hasTypedAnywhere(Trait.SHIFT) && state.isPluralAt(number + 1);
        return (shifts && ofShifts(number, number + 1)) || unnamed.read(number);
    }

    /** {@code nightly batch, 80k rows}: the rows of a batch that runs every night are its requests. */
    public boolean isOfNightlyBatch(int number, int unit) {
        if (!state.has(Cue.BATCH) || !isNightly(state.sentence(number).first(), number)) {
            return false;
        }
        dailyRequests.claim(number, TimeUnit.DAY, number, unit);
        return true;
    }

    private boolean isNightly(int first, int end) {
        for (int i = Math.max(first, end - REACH); i < end; i++) {
            if (state.hasTyped(i, Trait.NIGHTLY)) {
                return true;
            }
        }
        return false;
    }
}
