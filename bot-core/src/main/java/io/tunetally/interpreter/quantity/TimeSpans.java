package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.OtherSpans;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads spans of time from a day on: months of a horizon, days between retrainings. */
final class TimeSpans {
    private static final BigDecimal DAYS_OF_A_WEEK = TimeUnit.WEEK.days().orElseThrow();
    private static final BigDecimal DAYS_OF_A_FORTNIGHT = DAYS_OF_A_WEEK.add(DAYS_OF_A_WEEK);
    private static final BigDecimal DAYS_PER_MONTH = TimeUnit.MONTH.days().orElseThrow();

    /** The highest number of a month that is counted on from the first. */
    private static final BigDecimal MOST_MONTHS = BigDecimal.valueOf(60);

    /** The most words between a start and the time until it: {@code our studio ships a narrative game in nine months}. */
    private static final int REACH_OF_START = 8;

    private final ParseState state;
    private final HostingSpans hosting;
    private final List<Span> refused = new ArrayList<>(0);
    private final ToldSpans told;

    private record Span(int number, int unit, TimeUnit time) {}

    TimeSpans(ParseState state, HostingSpans hosting) {
        this.state = state;
        this.hosting = hosting;
        told = new ToldSpans(state);
    }

    /**
     * A span of time is a horizon if the text says so, an interval after "retrain every", and otherwise has no slot. A
     * span below a day is neither: {@code answers within 30 seconds}.
     */
    void read(int number, int unit, TimeUnit time) {
        Optional<BigDecimal> days = time.days();
        if (unit < number && time.isLong() && isOrdinal(number, unit)) {
            ordinal(number, unit, time);
        } else if (days.isPresent() && isInterval(number)) {
            claim(SlotName.RETRAIN_EVERY_DAYS, number, unit, days.get());
        } else if (days.isPresent() && isHorizon(number, unit, time)) {
            horizon(partOf(number), unit, time);
        } else {
            state.ignore(number, unit);
            refused.add(new Span(number, unit, time));
        }
    }

    /** The {@code 1-6} of {@code months 1-6}, the 1 of {@code training in month 1}: which ones they are, not how many. */
    private boolean isOrdinal(int number, int unit) {
        Numeral said = state.token(number).numeral();
        boolean first = said.value().compareTo(BigDecimal.ONE) == 0;
        boolean range = said.high() != null
                && state.isCountAt(number)
                && said.value().signum() > 0
                && said.high().compareTo(MOST_MONTHS) <= 0;
        boolean one = said.high() == null && state.isAt(unit - 1, Cue.IN) && !state.isPluralAt(unit);
        return unit == number - 1 && ((range && first) || one);
    }

    private void ordinal(int number, int unit, TimeUnit time) {
        Numeral said = state.token(number).numeral();
        BigDecimal high = said.high();
        if (high == null) {
            state.ignore(number, unit);
            state.candidates.settle(number);
            return;
        }
        BigDecimal count = high.subtract(said.value()).add(BigDecimal.ONE);
        state.candidates.addDerived(
                SlotName.MONTHS, Numeral.of(time.months(count).orElseThrow()), number);
        used(number, unit);
    }

    /** Reads the spans of {@code pilot: 4 weeks, 20 users, 10 questions each per day} once the traffic behind them is known. */
    void readBeforeTraffic() {
        if (!hosting.isTraffic()) {
            return;
        }
        for (Span span : refused) {
            boolean open = !state.candidates.has(SlotName.MONTHS) && !state.candidates.has(SlotName.DAYS);
            if (open
                    && span.time.days().isPresent()
                    && state.token(span.number).use == Token.Use.KNOWN_NON_SLOT
                    && isHorizon(span.number, span.unit, span.time)) {
                horizon(span.number, span.unit, span.time);
            }
        }
    }

    /** Reads the span that the question of a message about traffic names, where nothing else has said a horizon. */
    void readAsked() {
        AskedSpans asked = new AskedSpans(state, hosting);
        for (Span span : refused) {
            if (asked.isOpen()
                    && state.token(span.number).use == Token.Use.KNOWN_NON_SLOT
                    && asked.isAsked(span.number, span.unit, span.time)) {
                horizon(span.number, span.unit, span.time);
            }
        }
        for (int i = 0; i < state.size() && asked.isOpen(); i++) {
            int unit = state.isNumberAt(i) ? asked.saidBack(i) : -1;
            TimeUnit time = unit < 0 ? null : state.timeAt(unit);
            if (time != null) {
                horizon(i, unit, time);
            } else if (asked.areBoth(i)) {
                state.candidates.addDerived(SlotName.MONTHS, Numeral.of(BigDecimal.TWO), i);
                state.token(i).use = Token.Use.SLOT;
            }
        }
        int year = asked.isOpen() ? asked.year() : -1;
        if (year >= 0) {
            state.candidates.addDerived(
                    SlotName.MONTHS,
                    Numeral.of(TimeUnit.YEAR.months(BigDecimal.ONE).orElseThrow()),
                    year);
            state.token(year).use = Token.Use.SLOT;
        }
    }

    /** Returns the index of the 10 of {@code only 10 of the 12 months}, {@code 8 out of 12 months}, else that of the number itself. */
    private int partOf(int number) {
        int of = state.hasTyped(number - 1, Trait.DEFINITE_ARTICLE) ? number - 2 : number - 1;
        int part = state.isAt(of - 1, Cue.OUT) ? of - 2 : of - 1;
        boolean counted = state.isAt(of, Trait.PART_OF) && state.isCountAt(part);
        return counted && !state.token(part).numeral().isRange() ? part : number;
    }

    private boolean isInterval(int number) {
        boolean every = state.isAt(number - 1, Cue.EVERY) || state.hasTyped(number - 1, Trait.EACH_ONE);
        boolean trains = state.isAt(number - 2, Cue.TRAINING);
        return every && (trains || state.has(Cue.RETRAIN) || state.remembered.has(SlotName.RETRAIN_EVERY_DAYS));
    }

    private boolean isHorizon(int number, int unit, TimeUnit time) {
        boolean past = (state.isAt(unit + 1, Cue.AGO) && !isBeforeDeadline(number, unit))
                || (state.isAt(number - 1, Cue.PAST) && !state.hasTyped(number - 1, Trait.WHOLE_PERIOD))
                || state.isAt(number - 1, Cue.EVERY)
                || (state.isAt(number - 1, Measure.HOUR) && state.isNumberAt(number - 2))
                || (state.isAt(number - 1, Cue.PER) && (!state.isSlash(number - 1) || state.isMoneyBefore(number - 1)))
                || OtherSpans.areOfBusiness(state, number, unit)
                || (isOfSomethingElse(unit + 1) && !isOverTheSpan(number));
        boolean longTime = time.isLong();
        if (past
                || isUntilStart(number)
                || told.isTold(number)
                || told.isOfNotes(number)
                || OtherSpans.areOfQuote(state, number)) {
            return false;
        }
        boolean led = false;
        for (int i = number - 1; i >= Math.max(0, number - 3); i--) {
            led |= state.isAt(i, Cue.OVER) || (state.isAt(i, Cue.FOR) && !state.has(Cue.REPORT));
        }
        led |= state.at(number - 1) != null && state.hasTyped(number - 1, Trait.RUNNING);
        led |= !longTime && hosting.isOfHosting(unit);
        boolean asksForIt = state.has(Intent.TCO) || state.has(Intent.BREAKEVEN) || state.has(Intent.BUDGET);
        boolean horizonWord = state.isAt(unit + 1, Cue.OVER);
        boolean ofThat = longTime && state.isAt(unit + 1, Trait.PART_OF) && (state.asks() || isUse(unit + 2));
        boolean shortTrial = hosting.isOfHosting(unit)
                || (led
                        && (hosting.isTraffic()
                                || hosting.isTrial(number)
                                || hosting.isPeriodRemembered()
                                || state.has(Cue.SELF_HOST)))
                || (hosting.isTraffic() && (hosting.isTrial(number) || state.hasTyped(unit + 1, Trait.SOLE)))
                || hosting.isSpanOfRemembered(number, unit)
                || isOfRequests(number)
                || (state.terse && asksForIt);
        return (led && (longTime || asksForIt))
                // "That was day two": a short time is counted in front of its unit.
                || (!longTime && unit > number && shortTrial)
                || ofThat
                || (longTime
                        && (state.terse
                                || asksForIt
                                || horizonWord
                                || hosting.isTraffic()
                                || state.has(Measure.CAPACITY)
                                || hosting.isAloneBesideServing(number, unit)
                                || state.has(Cue.RETRAIN)
                                || state.remembered.has(SlotName.REQUESTS_PER_DAY)
                                || state.remembered.has(SlotName.MONTHS)));
    }

    /** {@code we launch in nine months}: when it begins, not how long it lasts. */
    private boolean isUntilStart(int number) {
        boolean starts = false;
        int first = Math.max(state.clause(number).first(), number - REACH_OF_START);
        for (int i = number - 2; state.isAt(number - 1, Cue.IN) && i >= first && !starts && !state.isNumberAt(i); i--) {
            starts = state.hasTyped(i, Trait.BEGINS_USE);
        }
        return starts;
    }

    /** {@code the cost over 12 months before Thursday}, {@code over 6 months before the meeting}. */
    private boolean isBeforeDeadline(int number, int unit) {
        int deadline = unit + 2;
        return state.isAt(number - 1, Cue.OVER)
                && (state.hasTyped(deadline, Trait.DAY_NAME) || state.hasTyped(deadline, Trait.DEFINITE_ARTICLE));
    }

    /** {@code 10,000 requests in 2 weeks}. */
    private boolean isOfRequests(int number) {
        return (state.isAt(number - 1, Cue.IN) || state.isAt(number - 1, Cue.OVER) || state.isAt(number - 1, Cue.FOR))
                && state.isAt(number - 2, Measure.REQUEST)
                && state.isNumberAt(number - 3)
                && !state.has(Cue.REPORT);
    }

    /** {@code 3 months of logs}, but not {@code 3 months of a tuned llama}, {@code 3 months of 150 drafts a day}. */
    private boolean isOfSomethingElse(int of) {
        // "Only six months o": nothing follows.
        if (!state.isAt(of, Trait.PART_OF) || state.isBreakAt(of + 1) || OtherSpans.isOfYear(state, of + 1)) {
            return false;
        }
        int noun = state.isAt(of + 1, Cue.ARTICLE) ? of + 2 : of + 1;
        // "six months of a dedicated llama 8b"
        int next = state.isAt(noun, Category.DEPLOYMENTS) ? noun + 1 : noun;
        boolean traffic = state.isNumberAt(next) && (hosting.isTraffic() || state.has(Measure.DAY));
        // "two years of a customised claude 3 haiku"
        boolean described = noun > of + 1 && state.isOfMention(next + 1) && !state.isNumberAt(next);
        return !state.isAt(next, Trait.PRONOUN) && !isUse(next) && !described && !hosting.isOfBot(next) && !traffic;
    }

    /** {@code a year of a tuned llama}, {@code half a year of hosting}, {@code 9 months of cost}. */
    private boolean isUse(int index) {
        boolean cost = state.hasTyped(index, Trait.PRICE_NOUN) && !state.isNumberAt(index);
        return (cost && !state.isItemAt(index + 1) && !state.isPluralAt(index + 1))
                || state.isAt(index, Category.TUNING)
                || state.isAt(index, Category.MODELS)
                || state.isAt(index, Category.FAMILIES)
                || state.isOfMention(index)
                || state.hasTyped(index, Trait.RUNNING);
    }

    /** {@code over the 6 months of the contract}. */
    private boolean isOverTheSpan(int number) {
        int the = number > 1 && state.hasTyped(number - 1, Trait.WHOLE_PERIOD) ? number - 2 : number - 1;
        return state.isAt(the, Trait.DEFINITE_ARTICLE)
                && (state.isAt(the - 1, Cue.OVER) || state.isAt(the - 1, Cue.FOR));
    }

    private void horizon(int number, int unit, TimeUnit time) {
        Numeral said = state.token(number).numeral();
        BigDecimal perUnit = time.days().orElseThrow();
        Numeral days = said.isRange()
                ? said.converted(count -> count.multiply(perUnit))
                : Numeral.of(count(number, unit).multiply(perUnit));
        if (isDays(days)) {
            state.candidates.addDerived(SlotName.DAYS, days, number);
            used(number, unit);
        } else if (time == TimeUnit.MONTH) {
            claim(SlotName.MONTHS, number, unit, BigDecimal.ONE);
        } else {
            state.candidates.addDerived(
                    SlotName.MONTHS,
                    days.converted(count -> count.divide(DAYS_PER_MONTH, 3, RoundingMode.HALF_UP)),
                    number);
            used(number, unit);
        }
    }

    /** True of whole days that are no whole months: {@code 2 weeks}, {@code 1.5 months}. */
    private static boolean isDays(Numeral days) {
        return areMultiples(days, BigDecimal.ONE) && !areMultiples(days, DAYS_PER_MONTH);
    }

    private static boolean areMultiples(Numeral number, BigDecimal of) {
        BigDecimal high = number.high() == null ? number.value() : number.high();
        return number.value().remainder(of).signum() == 0 && high.remainder(of).signum() == 0;
    }

    /** Returns the number of units, with the half behind them: {@code a year and a half}. */
    BigDecimal count(int number, int unit) {
        BigDecimal said = state.token(number).numeral().value();
        int half = unit + 1;
        if (!state.isNumberAt(half) || !state.hasTyped(half, Trait.AND_A_HALF)) {
            return said;
        }
        state.token(half).use = Token.Use.CONNECTIVE;
        return half == number
                ? said.add(BigDecimal.ONE)
                : said.add(state.token(half).numeral().value());
    }

    private void claim(SlotName<?> slot, int number, int unit, BigDecimal factor) {
        Numeral said = state.token(number).numeral();
        if (factor.compareTo(BigDecimal.ONE) == 0) {
            state.candidates.add(slot, said, number);
        } else {
            state.candidates.addDerived(slot, Numeral.of(said.value().multiply(factor)), number);
        }
        used(number, unit);
    }

    private void used(int number, int unit) {
        state.use(Math.min(number, unit), Math.max(number, unit), Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
    }

    /** {@code make that a year}, {@code the full-year figure}, {@code a year of this}, {@code the first quarter}: one of the unit. */
    void readWithoutNumber() {
        boolean named = state.hasTypedAnywhere(Trait.FORTNIGHT)
                || state.has(Measure.YEAR)
                || state.has(Measure.QUARTER)
                || state.has(Measure.MONTH)
                || state.has(Measure.WEEK);
        if (!named || state.candidates.has(SlotName.MONTHS) || state.candidates.has(SlotName.DAYS)) {
            return;
        }
        for (int i = 0; i < state.size(); i++) {
            Measure measure = state.measureAt(i);
            TimeUnit time = measure == null ? null : measure.time();
            boolean fortnight = !state.isNumberAt(i) && state.hasTyped(i, Trait.FORTNIGHT);
            boolean week = fortnight || time == TimeUnit.WEEK;
            if (week && state.token(i).use == Token.Use.NOTHING && isOneWeek(i)) {
                state.candidates.addDerived(
                        SlotName.DAYS, Numeral.of(fortnight ? DAYS_OF_A_FORTNIGHT : DAYS_OF_A_WEEK), i);
                state.token(i).use = Token.Use.SLOT;
                state.token(i - 1).use = Token.Use.CONNECTIVE;
                return;
            }
            if (time != null && time.isLong() && state.token(i).use == Token.Use.NOTHING && isOne(i, time)) {
                BigDecimal months = time.months(BigDecimal.ONE).orElseThrow();
                state.candidates.addDerived(SlotName.MONTHS, Numeral.of(months), i);
                state.token(i).use = Token.Use.SLOT;
                if (i > 0) {
                    state.token(i - 1).use = Token.Use.CONNECTIVE;
                }
                return;
            }
        }
    }

    /** {@code the provider has announced its retirement for next year}: when a model ends, not how long one runs. */
    private boolean isOfRetirement(int unit) {
        if (!state.hasTypedAnywhere(Trait.ENDS)) {
            return false;
        }
        int first = state.sentence(unit).first();
        for (int i = unit - 1;
                i >= first && !state.terse && !state.sentence(unit).asks();
                i--) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.ENDS)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOne(int unit, TimeUnit time) {
        if (isOfRetirement(unit)) {
            return false;
        }
        int before = unit - 1;
        while (state.isSymbolAt(before, '-')) {
            before--;
        }
        boolean dated = before == unit - 1
                && state.isAt(before, Cue.PAST)
                && !state.isAt(before - 1, Trait.DEFINITE_ARTICLE)
                && !(state.hasTyped(before, Trait.WHOLE_PERIOD) && isLedAsSpan(before - 1));
        boolean ordinal = !dated && state.at(before) != null && state.hasTyped(before, Trait.WHOLE_PERIOD);
        boolean article = state.isAt(before, Cue.ARTICLE) || state.isAt(before, Trait.DEFINITE_ARTICLE);
        if (told.isTold(unit) || OtherSpans.isOfCollection(state, unit)) {
            return false;
        }
        int of = state.isAt(unit + 1, Trait.PART_OF) ? unit + 2 : unit;
        int used = state.isAt(of, Cue.ARTICLE) || state.isAt(of, Trait.DEFINITE_ARTICLE) ? of + 1 : of;
        boolean ofThat = article
                && of > unit
                && (isThat(of, time) || isUse(used) || (state.isNumberAt(of) && hosting.isTraffic()));
        boolean led = time != TimeUnit.MONTH
                && article
                && (state.isAt(before - 1, Cue.FOR)
                        || state.isAt(before - 1, Cue.OVER)
                        || (isRun(before - 1) && hosting.isTraffic())
                        || (state.isAt(before - 1, Trait.AFTER) && hosting.isTraffic())
                        || (asksFor(before - 1)
                                && (hosting.isTraffic() || state.candidates.has(SlotName.REQUESTS_PER_DAY)))
                        || ((state.isAt(before - 1, Cue.IN) || (before > 0 && state.hasTyped(before - 1, Trait.WITHIN)))
                                && (hosting.isTraffic() || state.has(Cue.RETRAIN))))
                && (state.terse || state.sentence(unit).asks() || state.isAt(before - 2, Category.INTENTS));
        boolean edit = state.remembered.has(SlotName.MONTHS)
                && time != TimeUnit.MONTH
                && (article || ordinal || state.isAt(before, Cue.PER))
                && !state.has(Measure.REQUEST)
                && state.isBreakAt(unit + 1);
        // "How much is gpt-4o-mini for year then?"
        boolean bare = time == TimeUnit.YEAR
                && state.isAt(before, Cue.FOR)
                && !state.isUnitAt(before - 1)
                && !state.isNumberAt(unit + 1)
                && state.sentence(unit).asks()
                && hosting.isTraffic();
        boolean askedOf =
                time != TimeUnit.MONTH && article && isAskedOf(before - 1) && (hosting.isTraffic() || isRepeated());
        boolean ofCost = isPeriodOfCost(before, time) || (article && isOwnerOfCost(unit));
        boolean named = time != TimeUnit.MONTH && !state.isNumberAt(before) && isNameOfCost(unit);
        return !OtherSpans.areOfQuote(state, unit)
                && (isEachYearOfCost(unit)
                        || (ordinal && isRunning())
                        || ofThat
                        || led
                        || bare
                        || edit
                        || askedOf
                        || ofCost
                        || named);
    }

    /** {@code a year of that}; {@code a quarter of that traffic} is a part of it. */
    private boolean isThat(int pronoun, TimeUnit time) {
        return state.isAt(pronoun, Trait.PRONOUN) && (time != TimeUnit.QUARTER || state.isBreakAt(pronoun + 1));
    }

    /** {@code the tuned nova micro costs how much by year}. */
    private boolean isEachYearOfCost(int unit) {
        return state.isAt(unit, Category.PERIODS)
                && state.isAt(unit, Measure.YEAR)
                && !state.has(Cue.RETRAIN)
                && hosting.isTraffic()
                && isRunning()
                && (state.terse || state.sentence(unit).asks());
    }

    /** {@code if we only keep it on for a week}, {@code run it a fortnight}; in a conversation {@code what about a week?} */
    private boolean isOneWeek(int unit) {
        boolean led = isLed(unit - 2);
        boolean asked =
                state.terse || !state.mentions.isEmpty() || state.sentence(unit).asks();
        return (state.isAt(unit - 1, Cue.ARTICLE) || state.hasTyped(unit - 1, Trait.NARROWS))
                && (hosting.isOfHosting(unit)
                        || hosting.isSpanOfRemembered(unit, unit)
                        || (led
                                && asked
                                && (hosting.isTraffic() || hosting.isTrial(unit) || hosting.isPeriodRemembered())));
    }

    private boolean isLed(int index) {
        return state.isAt(index, Cue.FOR) || state.isAt(index, Cue.OVER) || isRun(index);
    }

    /** {@code tuned qwen3-8b, run a year}, {@code run it a fortnight}. */
    private boolean isRun(int index) {
        int verb = state.hasTyped(index, Trait.PRONOUN) ? index - 1 : index;
        return !state.isNumberAt(verb) && (state.hasTyped(verb, Trait.SERVES) || state.hasTyped(verb, Trait.RUNS));
    }

    private boolean isLedAsSpan(int index) {
        return isLed(index) || state.isAt(index, Cue.IN) || state.hasTyped(index, Trait.WHOLE_PERIOD);
    }

    /** {@code give me year cost}; {@code 800 req/day, year}. */
    private boolean isNameOfCost(int unit) {
        boolean cost = state.isAt(unit + 1, Category.INTENTS) || state.isAt(unit + 1, Cue.TOTAL);
        boolean alone = state.terse && state.isBreakAt(unit - 1) && state.isBreakAt(unit + 1);
        return (cost && hosting.isTraffic()) || (alone && (hosting.isTraffic() || state.has(Cue.RETRAIN)));
    }

    /** {@code and the year's bill?} */
    private boolean isOwnerOfCost(int unit) {
        return state.isPossessive(unit)
                && (state.isAt(unit + 1, Category.INTENTS) || state.isAt(unit + 2, Category.INTENTS))
                && hosting.isTraffic();
    }

    /** {@code what will it cost per quarter to run it?}, but not {@code 900 requests per quarter}. */
    private boolean isPeriodOfCost(int per, TimeUnit time) {
        boolean ofBill = state.isAt(per, Cue.ARTICLE) && state.isAt(per - 1, Category.INTENTS);
        return time != TimeUnit.MONTH
                && (state.isAt(per, Cue.PER) || ofBill)
                && !state.isAt(per - 1, Category.UNITS)
                && !state.isNumberAt(per - 1)
                && !state.has(Cue.RETRAIN)
                && isRunning()
                && hosting.isTraffic()
                && state.sentence(per).asks();
    }

    /** {@code we train it every week}. */
    private boolean isRepeated() {
        return state.has(Category.PERIODS) && state.speaksOfTuning();
    }

    /** {@code what's that a year}, {@code what is it for us a year}: the year of what was said before. */
    private boolean isAskedOf(int index) {
        return state.isAt(index, Trait.PRONOUN)
                && (state.isAt(index - 1, Cue.IS) || state.isAt(index - 1, Cue.QUESTION));
    }

    /** {@code how does a year look}, {@code what would a year cost}, {@code what's a year}, {@code how much is a year}. */
    private boolean asksFor(int index) {
        return state.isAt(index, Cue.QUESTION)
                || state.isAt(index, Cue.ABILITY)
                || (state.isAt(index, Cue.IS)
                        && (state.isAt(index - 1, Cue.QUESTION)
                                || (index > 0 && state.token(index - 1).intent() == Intent.ESTIMATE)));
    }

    /** True if the message is about a model in use, so that a period without a number is its horizon. */
    private boolean isRunning() {
        return state.has(Intent.TCO)
                || state.has(Intent.BREAKEVEN)
                || hosting.isTraffic()
                || (state.has(Category.INTENTS) && state.asks());
    }
}
