package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the people or places that each send the requests of a rate: {@code 25 users with 40 questions per day each},
 * {@code every driver sends 9 a day, we have 60 drivers}.
 */
final class HeadCount {
    /** The rate is that of all. */
    static final int NONE = -1;
    /** The rate is that of one, and how many there are is not said. */
    static final int UNKNOWN = -2;

    /** The most words between the word for each and the rate. */
    private static final int REACH = 14;
    /** The same behind the rate. */
    private static final int REACH_BEHIND = 6;
    /** The most words between the people and how often they ask. */
    private static final int REACH_OF_ASKERS = 7;
    /** So many do not each send as many as they are. */
    private static final BigDecimal FEWEST_OF_ALL = BigDecimal.valueOf(20);
    /** The most words from a rate to the word that says it is that of all. */
    private static final int REACH_OF_TOTAL = 5;
    /** The most words between a count and the noun for people. */
    private static final int NOUN_REACH = 3;

    private final ParseState state;
    private final NamedGroups groups;
    private final EachOfPlaces places;
    private final boolean saysTotal;
    private final boolean saysOnly;

    /** The index of the number of those who each ask, {@code 22 deck hands, 10 times a day each}, before which others may be counted; or -1. */
    private int joined = NONE;

    /** The index of the rate that was asked about last, or -1. */
    private int asked = NONE;

    HeadCount(ParseState state) {
        this.state = state;
        groups = new NamedGroups(state);
        places = new EachOfPlaces(state);
        saysTotal = state.has(Cue.TOTAL) || state.has(Cue.BETWEEN);
        saysOnly = state.hasTypedAnywhere(Trait.ONLY_THESE);
    }

    /**
     * Returns the index of the number that a rate has to be multiplied by, {@link #NONE} or {@link #UNKNOWN}.
     *
     * @param rate the index of the number of the rate
     * @param last the index of its last word
     */
    int of(int rate, int last) {
        if (isOfAllTogether(rate)) {
            return NONE;
        }
        int end = state.sentence(rate).end();
        joined = NONE;
        asked = rate;
        int known = countAtRate(rate, last);
        int beside = known < 0 ? places.countOf(rate, last) : known;
        joined = known < 0 ? beside : joined;
        int named = beside >= 0 ? beside : known;
        int count = named >= 0 ? named : groups.timesThat(last, end);
        return count >= 0 ? isTotal(rate, count) ? NONE : count : named;
    }

    /** True of {@code at how many users}, {@code from what number of seats on}: how many there are is what is asked. */
    boolean asksHowMany() {
        for (int i = 1; i < state.size(); i++) {
            int before = state.isAt(i - 1, Cue.OF) ? i - 2 : i - 1;
            boolean said = state.at(before) != null && !state.isNumberAt(before);
            boolean many = said
                    && (state.hasTyped(before, Trait.ASKS_COUNT)
                            || (before == i - 2 && state.hasTyped(before, Trait.COUNT_NOUN)));
            if (many && isHead(i) && state.isPluralAt(i)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the user of {@code unit cost per user at 40 requests a month}, the seat of {@code what does one seat cost at 60 requests a month},
     * where the price of one is asked, or {@link #NONE}.
     */
    int pricedOne(int rate) {
        for (int i = 0; i < state.size(); i++) {
            boolean per = state.isAt(i, Cue.PER) && isHead(i + 1) && !state.isPluralAt(i + 1);
            boolean one = !state.isNumberAt(i) && state.hasTyped(i, Trait.ONE_ALONE) && isHead(i + 1);
            boolean asked = (per && isPriceNear(i - NOUN_REACH, i))
                    || (one && i < rate && isPriceNear(i + 2, i + 2 + NOUN_REACH));
            if (asked || (i < rate && isOneTold(i + 1))) {
                return i + 1;
            }
        }
        return NONE;
    }

    /** {@code One client = 3,000 examples, 1,200 requests a day}, {@code typical clinic: 400 mails a day}: the job of one is told, and priced. */
    private boolean isOneTold(int head) {
        boolean one = state.isOneAt(head - 1) || state.isAt(head - 1, Cue.AVERAGE);
        return one
                && state.at(head) != null
                && state.hasTyped(head, Trait.HAS_OWN_JOB)
                && (state.isSymbolAt(head + 1, ':') || state.isSymbolAt(head + 1, '='));
    }

    private boolean isPriceNear(int first, int end) {
        for (int i = Math.max(0, first); i < end; i++) {
            if (state.isAt(i, Measure.REQUEST) || state.isItemAt(i)) {
                return false;
            }
            if (state.at(i) != null
                    && !state.isNumberAt(i)
                    && (state.hasTyped(i, Trait.PRICE_NOUN) || state.hasTyped(i, Trait.PAID_SUM))) {
                return true;
            }
        }
        return false;
    }

    /** {@code but just count 500 per day in all}: right behind the period, and not of each. */
    boolean isOfAllTogether(int rate) {
        if (areTogether(rate)) {
            return true;
        }
        if (!saysTotal) {
            return false;
        }
        int total = rate + 1;
        while (total <= rate + REACH_OF_TOTAL && !state.isBreakAt(total) && !isTotalAt(total)) {
            if (state.isNumberAt(total) || isWordForEach(total)) {
                return false;
            }
            total++;
        }
        Measure period = state.measureAt(total - 1);
        if (!isTotalAt(total) || period == null || !period.isTime()) {
            return false;
        }
        int end = state.isAt(total, Cue.BETWEEN) ? total + 2 : total + 1;
        if (state.isBreakAt(end)) {
            // "12 tellers would ask it 350 times a day in total, what is a year of that?"
            return true;
        }
        for (int i = rate - 1; i >= Math.max(0, rate - REACH) && !state.isBreakAt(i); i--) {
            if (isWordForEach(i) || state.isNumberAt(i)) {
                return false;
            }
            if (state.isAt(i, Cue.BUT)) {
                return true;
            }
        }
        return true;
    }

    /** {@code in total}, {@code between them}. */
    private boolean isTotalAt(int i) {
        return state.isAt(i, Cue.TOTAL) || (state.isAt(i, Cue.BETWEEN) && state.isAt(i + 1, Cue.THEM));
    }

    /** {@code the 5 clinics together ask it 350 times a day}. */
    private boolean areTogether(int rate) {
        boolean together = false;
        if (!state.hasTypedAnywhere(Trait.ADDS_UP)) {
            return false;
        }
        for (int i = rate - 1; i >= Math.max(state.clause(rate).first(), rate - REACH); i--) {
            if (isWordForEach(i)) {
                return false;
            }
            if (state.isNumberAt(i)) {
                return together;
            }
            together |= state.hasTyped(i, Trait.ADDS_UP) && state.hasTyped(i, Trait.TAKES_ALL);
        }
        return false;
    }

    private boolean isWordForEach(int i) {
        Measure next = state.measureAt(i + 1);
        boolean ofPeriod = next != null && next.isTime();
        return !ofPeriod
                && !state.isNumberAt(i)
                && (state.isAt(i, Cue.EACH)
                        || state.isAt(i, Cue.EVERY)
                        || state.isAt(i, Cue.PER)
                        || state.hasTyped(i, Trait.EACH_ONE));
    }

    /**
     * Returns how many the counted are, with those of {@code 4 branches in Hobart and 3 in Launceston} at other places, and with others who do
     * the same: {@code 8 pilots and 22 deck hands, 10 times a day each}.
     */
    BigDecimal all(int count) {
        BigDecimal all = state.token(count).numeral().value();
        for (int next = groups.elsewhere(count); next >= 0; next = groups.elsewhere(next)) {
            all = all.add(state.token(next).numeral().value());
            state.candidates.settle(next);
            state.token(next).use = Token.Use.SLOT;
        }
        for (int other = joined == count ? groups.joinedBefore(count) : NONE;
                other >= 0;
                other = groups.joinedBefore(other)) {
            all = all.add(state.token(other).numeral().value());
            state.candidates.withdraw(other);
            state.candidates.settle(other);
            state.token(other).use = Token.Use.SLOT;
        }
        return all.multiply(allOfGroups(count));
    }

    /** Returns how many times so many there are: the 5 of {@code 5 classes of 28 pupils} for the 28, 1 if nothing says so. */
    private BigDecimal allOfGroups(int count) {
        int groups = this.groups.groupsOf(count, asked);
        int factor = groups >= 0 ? groups : this.groups.peopleOf(count, asked);
        if (factor < 0) {
            return BigDecimal.ONE;
        }
        state.candidates.withdraw(factor);
        state.candidates.settle(factor);
        state.token(factor).use = Token.Use.SLOT;
        return state.token(factor).numeral().value();
    }

    /** Returns the 30 of {@code 30 pupils} for the pupil of {@code one essay per pupil}, or {@link #NONE}. */
    int counted(int one, int rate) {
        asked = rate;
        return groups.countOf(one, rate);
    }

    /** Returns the 6 of {@code 45 alerts a shift, three shifts a day, across 6 sites}: a shift is one of each place; or {@link #NONE}. */
    int ofShifts(int rate, int last) {
        int places = groups.placesIn(last + 1, state.sentence(rate).end());
        return places >= 0 ? places : of(rate, last);
    }

    /**
     * {@code 60 farms, 1,800 questions a day if every farm asks 30}: the rate is the product of the others; so is that of {@code
     * 700 students who each write one a week, that would be 700 a week}.
     */
    private boolean isTotal(int rate, int count) {
        BigDecimal total = state.token(rate).numeral().value();
        BigDecimal heads = state.token(count).numeral().value();
        if (total.compareTo(heads) == 0 && heads.compareTo(FEWEST_OF_ALL) > 0) {
            return true;
        }
        int elsewhere = groups.elsewhere(count);
        for (int i = 0; i < state.size(); i++) {
            boolean other = i != rate && i != count && i != elsewhere && state.isNumberAt(i);
            if (other && state.token(i).numeral().value().multiply(heads).compareTo(total) == 0) {
                return heads.compareTo(BigDecimal.ONE) > 0;
            }
        }
        return false;
    }

    private int countAtRate(int rate, int last) {
        if (isOfAll(rate)) {
            return NONE;
        }
        int factor = factorOf(rate, last);
        int all = factor >= 0
                ? factor
                : groups.allBehind(last, Math.min(state.sentence(rate).end(), last + REACH_BEHIND));
        if (all >= 0) {
            return all;
        }
        int counted = eachOfCounted(rate);
        if (counted >= 0) {
            return counted;
        }
        boolean behind = isEachBehind(rate, last);
        int only = saysOnly && (behind || state.isAt(rate + 1, Measure.TIMES))
                ? groups.onlyThose(state.sentence(rate).first(), rate)
                : NONE;
        if (only >= 0) {
            return only;
        }
        int models = behind ? countBefore(rate, true) : NONE;
        if (models >= 0 && countsModels(models)) {
            // "5 fine-tuned models, one per customer, 200 requests a day each"
            return models;
        }
        int one = oneOf(rate, last);
        if (one >= 0) {
            return countOf(one, rate);
        }
        if (!behind && !isEachBefore(rate)) {
            return askersOften(rate);
        }
        int count = countBefore(rate, behind);
        joined = count;
        return count >= 0 || behind ? count : onlyCountBehind(last);
    }

    /** Returns the 60,000 of {@code each chats 25 times a day, 60,000 players}, or {@link #UNKNOWN} if there is no such number or several. */
    private int onlyCountBehind(int last) {
        int only = UNKNOWN;
        for (int i = last + 1; i < state.sentence(last).end(); i++) {
            if (isCount(i)) {
                if (only >= 0) {
                    return UNKNOWN;
                }
                only = i;
            }
        }
        return only;
    }

    /** Returns the 9 of {@code each of the 9 pens would ask 80 times a day}, whatever they are, or {@link #NONE}. */
    private int eachOfCounted(int rate) {
        int first = Math.max(state.sentence(rate).first(), rate - REACH);
        for (int i = first; i < rate; i++) {
            boolean each = state.isAt(i, Cue.EACH) && state.isAt(i + 1, Cue.OF);
            int count = state.hasTyped(i + 2, Trait.DEFINITE_ARTICLE) || state.isAt(i + 2, Cue.PERSON) ? i + 3 : i + 2;
            if (each && count < rate && isFree(count)) {
                return count;
            }
        }
        return NONE;
    }

    /**
     * Returns the 100 of {@code 100 customers asking twice a day}, {@code 100 pupils write one text a day}, {@code 300 users asking 5
     * questions a day}: it is done by each; or {@link #NONE}.
     */
    private int askersOften(int rate) {
        boolean often = state.hasTyped(rate, Trait.REPEATS)
                || state.isAt(rate + 1, Measure.TIMES)
                || state.token(rate).numeral().value().compareTo(BigDecimal.ONE) == 0;
        for (int i = rate - 1; i >= Math.max(state.clause(rate).first(), rate - REACH_OF_ASKERS); i--) {
            if (state.isNumberAt(i)) {
                return isHead(i + 1) && isCount(i) && (often || areTooFewOfAll(i, rate)) ? i : NONE;
            }
        }
        return NONE;
    }

    /** {@code 300 users asking 5 questions a day}: five are too few for all of them; {@code 300 users asking 400 questions a day} are of all. */
    private boolean areTooFewOfAll(int heads, int rate) {
        BigDecimal said = state.token(rate).numeral().value();
        if (said.compareTo(FEWEST_OF_ALL) > 0
                || said.compareTo(state.token(heads).numeral().value()) >= 0) {
            return false;
        }
        boolean asks = false;
        for (int i = heads + 2; i < rate; i++) {
            if (state.isAt(i, Cue.AND) || state.isAt(i, Cue.PERSON)) {
                return false;
            }
            asks |= state.hasTyped(i, Trait.ASKS_BOT) || state.hasTyped(i, Trait.SENDS) || isRunning(i);
        }
        return asks;
    }

    /** The verb of {@code each run about 8 queries}, unlike the noun of {@code each run is billed}. */
    private boolean isRunning(int verb) {
        int number = state.isAt(verb + 1, Cue.ABOUT) ? verb + 2 : verb + 1;
        return state.isAt(verb, Measure.RUN) && state.isNumberAt(number) && !state.isNumberAt(verb - 1);
    }

    /** True if a rate is said to be that of each one. */
    boolean isOfEach(int rate, int last) {
        boolean each = state.has(Cue.EACH);
        boolean eachOne = each || state.has(Cue.EVERY) || state.hasTypedAnywhere(Trait.EACH_ONE);
        boolean one = eachOne || state.has(Cue.PER) || state.has(Cue.AVERAGE) || state.has(Category.NUMBERS);
        return (one && oneOf(rate, last) >= 0) || (each && isEachBehind(rate, last)) || (eachOne && isEachBefore(rate));
    }

    /** {@code 250 users x 12 msgs/day}, {@code 12 msgs/day x 250 users}, {@code 40 users @ 10 msgs/day}. */
    private int factorOf(int rate, int last) {
        if (isFactorSign(last + 1) && isCount(last + 2)) {
            return last + 2;
        }
        for (int i = rate - 2; isFactorSign(rate - 1) && i >= rate - 2 - NOUN_REACH && i >= 0; i--) {
            if (isCount(i)) {
                return i;
            }
        }
        return NONE;
    }

    /** {@code glued to each of 1,820 letters a day}: each of those that the rate counts. */
    private boolean isOfAll(int rate) {
        int of = state.isAt(rate - 1, Cue.PERSON) || state.hasTyped(rate - 1, Trait.DEFINITE_ARTICLE)
                ? rate - 2
                : rate - 1;
        boolean part = state.isAt(of, Trait.PART_OF) || state.isAt(of, Cue.OF);
        int each = state.isOneAt(of - 1) ? of - 2 : of - 1;
        return part
                && (state.isAt(each, Cue.EACH) || state.isAt(each, Cue.EVERY) || state.hasTyped(each, Trait.EACH_ONE));
    }

    private boolean isFactorSign(int i) {
        return state.isTimesSign(i) || state.isSymbolAt(i, '@');
    }

    /**
     * Returns the index of the agent of {@code 30 queries per agent per day}, the user of {@code every user sends 6}, the
     * customer of {@code one customer does 2 chats}, or {@link #NONE}.
     */
    private int oneOf(int rate, int last) {
        int end = Math.min(state.sentence(rate).end(), last + REACH_BEHIND);
        for (int i = rate + 1; i < end && !state.isNumberAt(i); i++) {
            boolean each = state.isAt(i, Cue.PER) || state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY);
            if (each && groups.isCountOf(rate, i + 1)) {
                // "2,000 shoppers a week and every shopper sends 2 chats": the rate is that of all.
                return NONE;
            }
            if ((state.isAt(i, Cue.PER) && isHead(i + 1)) || (each && groups.countOf(i + 1, rate) >= 0)) {
                return i + 1;
            }
        }
        int first = Math.max(state.sentence(rate).first(), rate - REACH);
        for (int i = rate - 1; i >= first && !isRate(i) && !concludes(i); i--) {
            boolean one = state.isAt(i, Cue.EACH)
                    || state.isAt(i, Cue.EVERY)
                    || state.isAt(i, Cue.PER)
                    || state.isAt(i, Cue.AVERAGE)
                    || state.isOneAt(i);
            if (one && (isHead(i + 1) || groups.countOf(i + 1, rate) >= 0) && !describes(i + 1)) {
                return i + 1;
            }
            if (isAnyOne(i, rate) && countOf(i + 1, rate) >= 0) {
                return i + 1;
            }
        }
        return NONE;
    }

    /** {@code a person asks payroll something 3 times}, {@code 24 bakeries; a bakery sends 5}: what anyone does is done by each. */
    private boolean isAnyOne(int article, int rate) {
        return state.isAt(article, Cue.ARTICLE)
                && !state.isNumberAt(article + 1)
                && (isHead(article + 1) || groups.countOf(article + 1, rate) >= 0)
                && !state.isPluralAt(article + 1)
                && (state.hasTyped(article + 2, Trait.ASKS_BOT) || state.hasTyped(article + 2, Trait.SENDS));
    }

    /** The student of {@code every student question}. */
    private boolean describes(int head) {
        return state.isItemAt(head + 1) || state.isAt(head + 1, Measure.REQUEST);
    }

    /** {@code 40 requests a day each}, {@code 25 questions each per day}. */
    private boolean isEachBehind(int rate, int last) {
        int end = Math.min(state.sentence(rate).end(), last + REACH_BEHIND);
        for (int i = rate + 1; i < end && !state.isNumberAt(i); i++) {
            // "a hundred families calling each day": it is of the day.
            Measure next = state.measureAt(i + 1);
            boolean time = next != null && next.isTime() && !state.isAt(i + 1, Category.PERIODS);
            if (state.isAt(i, Cue.EACH) && !time && (!isThing(i + 1) || isRightBehindPeriod(i))) {
                return true;
            }
        }
        return false;
    }

    /** {@code 5 messages a day each at 150 tokens}, unlike {@code 400 tickets a day, each is 200 tokens}. */
    private boolean isRightBehindPeriod(int each) {
        Measure before = state.measureAt(each - 1);
        return before != null
                && before.isTime()
                && state.isAt(each + 1, Cue.IS)
                && state.isNumberAt(each + 2)
                && state.isAt(each + 3, Measure.TOKEN);
    }

    /** {@code 12 people and each one makes 50 calls a day}, {@code our 45 clerks each put 20 requests}. */
    private boolean isEachBefore(int rate) {
        int first = Math.max(state.sentence(rate).first(), rate - REACH);
        for (int i = rate - 1; i >= first && !isRate(i) && !concludes(i); i--) {
            boolean each = (state.hasTyped(i, Trait.EACH_ONE) && !isMeasureAt(i - 1))
                    || (state.isAt(i, Cue.EVERY) && (state.isOneAt(i + 1) || state.isAt(i + 1, Cue.ARTICLE)));
            // "12 customers, each 300 requests a day"
            int behind = state.isAt(i + 1, Cue.ABOUT) ? i + 2 : i + 1;
            boolean ofRate = behind == rate && state.isBreakAt(i - 1) && isDescribedCount(i - 2);
            // "each chats 25 times a day"
            boolean does = behind + 1 == rate && state.isAt(rate + 1, Measure.TIMES);
            if (each && (ofRate || does || !isThing(i + 1)) && !state.isBreakAt(i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** The tokens of {@code 500 tokens each, 300 requests a day}. */
    private boolean isMeasureAt(int i) {
        return state.isNumberAt(i) || (state.isAt(i, Category.UNITS) && !isHead(i));
    }

    /** The customers of {@code 12 customers}. */
    private boolean isDescribedCount(int noun) {
        return isHead(noun) && (isCount(noun - 1) || isCount(noun - 2));
    }

    /** {@code each one hands in 1 a week, so 700 a week}. */
    private boolean concludes(int i) {
        return state.isBreakAt(i - 1) && !state.isNumberAt(i) && state.hasTyped(i, Trait.CONCLUDES);
    }

    /** True if a number has been read as a rate, as the 40 of {@code how much per month if 40 people ask it 25 questions each}. */
    boolean isRate(int number) {
        return state.isNumberAt(number)
                && state.candidates.all().stream()
                        .anyMatch(each -> each.token() == number && each.slot() == SlotName.REQUESTS_PER_DAY);
    }

    /** The answers of {@code 400 tickets a day, each answer 200 tokens}, {@code each 200 tokens}: that each is one of things. */
    private boolean isThing(int i) {
        return (state.isNumberAt(i) && !state.isOneAt(i))
                || state.isItemAt(i)
                || state.isAt(i, Measure.REQUEST)
                || state.isAt(i, Measure.TOKEN)
                || (state.isAt(i, Measure.RUN) && !isRunning(i))
                || state.isAt(i, Measure.TIMES)
                || state.isAt(i, Cue.ABOUT)
                || state.isAt(i, Trait.HAVING)
                || state.hasTyped(i, Trait.HAVING)
                || state.isAt(i, Cue.IS)
                || state.isAt(i, Cue.OUTPUT)
                || state.isAt(i, Cue.INPUT);
    }

    /** A noun for people or places, also in the singular: {@code per agent}. */
    boolean isHead(int i) {
        return state.at(i) != null
                && !state.isNumberAt(i)
                && (state.hasTyped(i, Trait.HEADS) || state.compiledLexicon.is(Trait.HEADS, state.typed(i, i) + "s"));
    }

    /** Returns the 5 of {@code 600 daily active users with 5 messages each}, or {@link #NONE}. */
    int eachOfDaily(int daily) {
        int end = Math.min(state.sentence(daily).end(), daily + REACH);
        for (int i = daily + 2; i < end && isHead(daily + 1); i++) {
            boolean sent = state.isAt(i + 1, Measure.REQUEST) || state.isAt(i + 1, Measure.ITEM);
            if (state.isCountAt(i) && sent && state.isAt(i + 2, Cue.EACH)) {
                return i;
            }
        }
        return NONE;
    }

    /** Returns the nearest count before a rate in its sentence, or {@link #NONE}. */
    private int countBefore(int rate, boolean behind) {
        int start = state.sentence(rate).first();
        for (int i = rate - 1; i >= Math.max(start, rate - REACH); i--) {
            if (isCount(i) || countsModels(i) || isNamedByEach(i, rate, behind)) {
                return i;
            }
        }
        // "212 paying users. They write 15 letters each per month"
        boolean goesOn = start > 0
                && rate - start <= REACH
                && (state.hasTyped(start, Trait.THOSE_PEOPLE) || isEachOfThem(start));
        int before = goesOn ? Math.max(state.sentence(start - 1).first(), start - REACH) : start;
        for (int i = start - 1; i >= before; i--) {
            if (isCount(i) || isNamedByEach(i, rate, true)) {
                return i;
            }
        }
        return NONE;
    }

    /** {@code each of them}, {@code every one of those}. */
    private boolean isEachOfThem(int i) {
        boolean each = state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY) || state.hasTyped(i, Trait.EACH_ONE);
        int of = state.isOneAt(i + 1) ? i + 2 : i + 1;
        boolean part = state.isAt(of, Cue.OF) || state.isAt(of, Trait.PART_OF);
        return each && part && (state.isAt(of + 1, Cue.THEM) || state.hasTyped(of + 1, Trait.THOSE_PEOPLE));
    }

    /** Returns the count of those of whom one is named: the only one in the message, or the nearest before the rate. */
    private int countOf(int one, int rate) {
        List<Integer> counts = new ArrayList<>(1);
        List<Integer> ours = new ArrayList<>(0);
        for (int i = 0; i < state.size(); i++) {
            int noun = i == rate ? NONE : nounOf(i);
            if (noun >= 0 && isSameNoun(one, noun)) {
                counts.add(i);
            } else if (noun >= 0 && state.isAt(noun, Cue.PERSON)) {
                ours.add(i);
            }
        }
        int named = counts.isEmpty() ? groups.countOf(one, rate) : NONE;
        if (named >= 0) {
            return named;
        }
        if (counts.isEmpty() && ours.size() == 1) {
            // "each agent asks it 10 things a day and there are 9 of us"
            return ours.getFirst();
        }
        if (counts.size() == 1) {
            return isOfEachGroup(counts.getFirst()) ? UNKNOWN : counts.getFirst();
        }
        return UNKNOWN;
    }

    /** The 40 of {@code 25 schools with 40 teachers each}: how many there are altogether is not said. */
    private boolean isOfEachGroup(int count) {
        int each = nounOf(count) + 1;
        return state.isAt(each, Cue.EACH) && state.isBreakAt(each + 1) && groups.groupsOf(count, asked) < 0;
    }

    /** {@code every driver ... 60 drivers}; {@code each user ... 500 active}. */
    private boolean isSameNoun(int one, int noun) {
        String singular = singular(one);
        return singular.equals(singular(noun))
                || state.hasTyped(one, Trait.SOMEONE)
                || (state.hasTyped(one, Trait.ANYONE) && state.hasTyped(noun, Trait.ANYONE));
    }

    private String singular(int noun) {
        String typed = state.typed(noun, noun);
        return state.isPluralAt(noun) ? typed.substring(0, typed.length() - 1) : typed;
    }

    private boolean isCount(int number) {
        return nounOf(number) >= 0 && !isOfEachGroup(number);
    }

    /** Returns the noun of {@code 500 active users}, {@code 30 of us}, {@code users: 80}, {@code the agents are now 80}, or {@link #NONE}. */
    private int nounOf(int number) {
        if (!isFree(number)) {
            return NONE;
        }
        for (int i = number + 1; i <= number + NOUN_REACH && isDescribed(i); i++) {
            if (isHead(i)) {
                return state.hasTyped(i, Trait.ANYONE) && isHead(i + 1) ? i + 1 : i;
            }
        }
        if (state.isAt(number + 1, Trait.PART_OF) && state.isAt(number + 2, Cue.PERSON)) {
            return number + 2;
        }
        int noun = isNumberOfThem(number) ? number - 2 : nounBefore(number);
        return noun >= 0 && state.hasTyped(noun, Trait.HEADS) ? noun : NONE;
    }

    private boolean isFree(int number) {
        Token token = state.at(number);
        return token != null
                && state.isCountAt(number)
                && !state.isSize(number)
                && (token.use == Token.Use.NOTHING || token.use == Token.Use.KNOWN_NON_SLOT || isRate(number))
                && !state.isMoneyBefore(number + 1);
    }

    private boolean isDescribed(int i) {
        Token token = state.at(i);
        return token != null
                && !token.isNumber()
                && (token.kind == Token.Kind.WORD
                        || token.is(Category.PERIODS)
                        || (token.lexeme != null && (token.lexeme.weak() || token.is(Measure.OTHER))));
    }

    /** Returns the noun of {@code the officers are now 80}, {@code users: 80}, {@code DAU becomes 80k}, or -1. */
    private int nounBefore(int number) {
        for (int i = number - 1; i >= number - 2; i--) {
            if (state.at(i) != null && state.hasTyped(i, Trait.DAILY_USERS)) {
                return i;
            }
        }
        int is = state.isAt(number - 1, Category.FUNCTIONS) ? number - 2 : number - 1;
        boolean said = state.isAt(is, Cue.IS) || state.isAssignmentAt(is);
        return said && state.at(is - 1) != null ? is - 1 : NONE;
    }

    /** The 60 of {@code 60 extension officers ask 25 questions each}: the noun of those who each do it need not be known. */
    private boolean isNamedByEach(int number, int rate, boolean behind) {
        if (!isFree(number)) {
            return false;
        }
        int noun = number + 1;
        // "Four ticket windows"
        while (noun < number + NOUN_REACH && (isUnknown(noun) || state.isItemAt(noun)) && !state.isPluralAt(noun)) {
            noun++;
        }
        boolean each = behind || state.isAt(noun + 1, Cue.EACH) || state.isAt(noun + 2, Cue.EACH);
        if (noun < rate && each && isUnknown(noun) && state.isPluralAt(noun)) {
            return true;
        }
        int before = nounBefore(number);
        return (behind && before >= 0 && isUnknown(before) && state.isPluralAt(before)) || isNumberOfThem(number);
    }

    /** The 35 of {@code associates (35 of them)}, {@code our associates, 35 of them}. */
    private boolean isNumberOfThem(int number) {
        return state.isOfThemAt(number + 1)
                && (state.isBreakAt(number - 1) || state.isSymbolAt(number - 1, '('))
                && (isUnknown(number - 2) || isHead(number - 2))
                && state.isPluralAt(number - 2);
    }

    private boolean isUnknown(int i) {
        return state.at(i) != null && state.token(i).kind == Token.Kind.WORD;
    }

    /** The 5 of {@code 5 models with 2,000 requests a day each}. */
    private boolean countsModels(int number) {
        return !state.isAt(number + 1, Measure.RUN)
                && state.candidates.all().stream()
                        .anyMatch(each -> each.slot() == SlotName.RUNS && each.token() == number);
    }
}
