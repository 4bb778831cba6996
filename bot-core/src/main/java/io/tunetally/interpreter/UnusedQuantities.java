package io.tunetally.interpreter;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.money.HostingSums;
import io.tunetally.interpreter.money.MoneyQuantities;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.TextLengths;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The quantities, GPUs and places of a command, or of a sentence that asks, without any effect: {@code 48 MB}, {@code 40 hours},
 * {@code 4090s}, {@code 80/20 split}, {@code 2,000 of them}, {@code $300 a month}.
 */
final class UnusedQuantities {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The most words between a share and the word for what it is kept for. */
    private static final int REACH = 4;

    /** The most words between a count of the request and another one beside it. */
    private static final int REACH_OF_COUNT = 12;

    /** Fewer people or things are a team, variants and the like, unless what is asked is for them. */
    private static final BigDecimal FEWEST = BigDecimal.TEN;

    /** A shorter word begins too many others. */
    private static final int SHORTEST_NOUN = 3;

    private static final int NONE = -1;

    private final ParseState state;
    private final TextLengths lengths;
    private final HostingSums hostingSums;
    private @Nullable Set<BigDecimal> numbers;

    private UnusedQuantities(ParseState state) {
        this.state = state;
        this.lengths = new TextLengths(state);
        this.hostingSums = new HostingSums(state, new Periods(state));
    }

    static List<Interpretation.Unused> of(ParseState state) {
        return new UnusedQuantities(state).all();
    }

    private List<Interpretation.Unused> all() {
        List<Interpretation.Unused> unused = new ArrayList<>(0);
        boolean pictures = state.hasTypedAnywhere(Trait.NOT_TEXT);
        ParseState.Stretch leftOut = state.leftOut();
        for (int i = 0; i < state.size(); i++) {
            if (leftOut != null && i == leftOut.first()) {
                unused.add(unused(i, leftOut.last()).of(leftOut.kind()));
                i = leftOut.last();
                continue;
            }
            int asked = state.isAt(i, Cue.ELSEWHERE) ? i : isAsked(i) ? lastFrom(i) : NONE;
            if (pictures && isCountedPicture(i)) {
                unused.add(new Interpretation.Unused(
                        state.typed(i, i), state.span(i, i), 0, Interpretation.Unused.Kind.NOT_TEXT));
                continue;
            }
            int told = Math.max(lastOfTold(i), lastOfCounted(i));
            int last = Math.max(asked, Math.max(lastOfEnergy(i), told));
            if (last >= i) {
                int start = isMoneySign(i - 1) ? i - 1 : i;
                unused.add(unused(start, last));
                i = last;
            }
        }
        return unused;
    }

    /** A sentence beside the question is only told; in a message without a question each is the request. */
    private boolean isAsked(int i) {
        return state.terse || state.sentence(i).asks() || !state.asks();
    }

    /** {@code 500 images}, {@code 40 hours of audio}: only their text is priced. */
    private boolean isCountedPicture(int i) {
        boolean counted = state.isNumberAt(i - 1) || state.isNumberAt(i - 2) || state.isAt(i - 1, Cue.OF);
        return state.hasTyped(i, Trait.NOT_TEXT) && counted && isAsked(i);
    }

    private Interpretation.Unused unused(int first, int last) {
        int start = state.token(first).start;
        int end = state.token(last).end;
        return new Interpretation.Unused(
                state.text.typed(start, end),
                state.text.span(start, end),
                last == first + 1 ? lengths.bytes(first, last) : 0,
                kind(first, last));
    }

    private Interpretation.Unused.Kind kind(int first, int last) {
        if (last > first && state.hasTyped(last, Trait.PEOPLE)) {
            return Interpretation.Unused.Kind.PEOPLE;
        }
        return state.isPercentAt(first + 1) && last > first + 1 && isPeriod(last)
                ? Interpretation.Unused.Kind.GROWTH
                : Interpretation.Unused.Kind.OTHER;
    }

    private boolean isPeriod(int i) {
        Measure unit = state.measureAt(i);
        return state.isAt(i, Category.PERIODS) || (unit != null && unit.isTime());
    }

    /** Returns the index of the last token of what begins here and was not used, or -1. */
    private int lastFrom(int first) {
        Token token = state.token(first);
        if (token.is(Category.GPUS) || isNumberOfGpu(first)) {
            boolean open = isFree(token) && !state.slots.has(SlotName.GPU);
            return open || isOtherGpu(first) ? first : NONE;
        }
        if (token.is(Trait.JOB_STEPS)) {
            return lastOfSteps(first);
        }
        int year = token.isNumber() ? NONE : yearLedFrom(first);
        if (year >= 0) {
            return year;
        }
        if (isComparedSize(first)) {
            return first;
        }
        if (!token.isNumber() || token.use == Token.Use.SLOT) {
            return NONE;
        }
        int money = lastOfMoney(first);
        if (money >= 0) {
            return money;
        }
        if (!isFree(token)) {
            return NONE;
        }
        if (isMeasured(first + 1) || state.hasTyped(first + 1, Trait.CENT)) {
            return first + 1;
        }
        if (state.isOfThemAt(first + 1)) {
            return first + 2;
        }
        if (token.isYear() && state.isAt(first - 1, Cue.FOR) && state.isAt(first - 2, Cue.TOTAL)) {
            return first;
        }
        int split = Math.max(lastOfSplit(first), lastOfShare(first));
        return split >= 0 ? split : lastOfBeside(first);
    }

    /** Returns the end of the {@code 8k} of {@code 2k examples for support and 8k for sales}, of {@code and 300 more}, or -1: a count beside another one. */
    private int lastOfBeside(int number) {
        boolean counted = state.isItemAt(number + 2) || state.isAt(number + 2, Cue.EACH) || state.isRateAt(number + 2);
        boolean more = !counted && state.hasTyped(number + 1, Trait.MORE);
        boolean bare = state.token(number).use == Token.Use.NOTHING
                && state.token(number).numeral().scaled() > 0;
        boolean open = (more || bare)
                && state.isPlainCount(number)
                && isInDigits(number)
                && isJoinedToCount(number)
                && !state.isPast(number);
        return !open || isAccountedFor(number) ? NONE : more ? number + 1 : number;
    }

    /** True if a word joins a number to one of the request: {@code , then 8k}, {@code or 8k}. */
    private boolean isJoinedToCount(int number) {
        int join = number - 1;
        boolean joined = state.isAt(join, Cue.AND)
                || state.isAt(join, Cue.OR)
                || state.isAt(join, Cue.VERSUS)
                || state.isSymbolAt(join, ',')
                || state.hasTyped(join, Trait.NEXT_STAGE);
        int first = Math.max(state.sentence(number).first(), number - REACH_OF_COUNT);
        for (int i = join; joined && i >= first; i--) {
            if (state.isNumberAt(i) && state.token(i).use == Token.Use.SLOT && state.isItemAt(i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the year of {@code until the end of 2027}, or -1: no months follow from it without the day. */
    private int yearLedFrom(int first) {
        int i = first;
        while (i < first + REACH
                && (state.isAt(i, Cue.TO)
                        || state.hasTyped(i, Trait.LEADS_TO_YEAR)
                        || (i > first && (state.isAt(i, Cue.OF) || state.hasTyped(i, Trait.DEFINITE_ARTICLE))))) {
            i++;
        }
        boolean year = i > first && state.isNumberAt(i) && state.token(i).isYear() && isFree(state.token(i));
        return year ? i : NONE;
    }

    /** The 8b of {@code how much more does 70b cost than 8b}. */
    private boolean isComparedSize(int size) {
        boolean compared = state.has(Cue.VERSUS) || state.hasTypedAnywhere(Trait.THAN);
        return compared && isFree(state.token(size)) && !state.slots.has(SlotName.SIZE_B) && state.isSize(size);
    }

    /** The {@code h100} of {@code b200 vs h100}, {@code b200 or h100}: one of two GPUs that are compared is priced. */
    private boolean isOtherGpu(int gpu) {
        Slot<String> priced = state.slots.build().get(SlotName.GPU);
        Token token = state.token(gpu);
        return priced != null
                && token.lexeme != null
                && (isBetweenGpus(linkBefore(gpu)) || isBetweenGpus(gpu + 1))
                && !token.lexeme.value().equals(priced.value());
    }

    /** The {@code and} of {@code 1xH100 and 1xA100}. */
    private int linkBefore(int gpu) {
        int count = state.isTimesSign(gpu - 1) ? gpu - 2 : gpu - 1;
        return state.isNumberAt(count) ? count - 1 : gpu - 1;
    }

    private boolean isBetweenGpus(int link) {
        boolean joined = state.isAt(link, Cue.OR) || state.isAt(link, Cue.AND);
        int next = state.isNumberAt(link + 1) ? link + 2 : link + 1;
        int other = state.isTimesSign(next) ? next + 1 : next;
        boolean alternative = joined && state.isAt(link - 1, Category.GPUS) && state.isAt(other, Category.GPUS);
        return alternative || state.isAt(link, Cue.VERSUS);
    }

    /** Returns the end of {@code max_steps=2000}, or -1. */
    private int lastOfSteps(int name) {
        int number = name + 1;
        while (number <= name + REACH && state.at(number) != null && state.token(number).kind == Token.Kind.SYMBOL) {
            number++;
        }
        return state.isNumberAt(number) && isFree(state.token(number)) ? number : NONE;
    }

    /** {@code on a 4090}: some GPUs are named by a number. */
    private boolean isNumberOfGpu(int number) {
        boolean led = state.isAt(number - 1, Cue.ON) || state.isAt(number - 1, Cue.ARTICLE);
        return led && state.isGpuNumber(number) && !state.isAt(number + 1, Category.UNITS);
    }

    /** True for hours and longer, and for data: "12 categories" and "within 2 seconds" are read as reasons for tuning. */
    private boolean isMeasured(int unit) {
        Measure measure = state.measureAt(unit);
        boolean isLatency = measure == Measure.SECOND || measure == Measure.MINUTE;
        return measure != null
                && isFree(state.token(unit))
                && ((measure.isTime() && !isLatency)
                        || state.hasTyped(unit, Trait.MEASURES_DATA)
                        || state.token(unit).is(Trait.JOB_STEPS)
                        || state.hasTyped(unit, Trait.PEOPLE));
    }

    /** Returns the end of {@code $300 a month}, or -1: an amount that is neither the budget nor a limit. */
    private int lastOfMoney(int number) {
        boolean signed = isMoneySign(number - 1);
        boolean named = state.isAt(number + 1, Measure.DOLLAR);
        if (!signed && !named) {
            return MoneyQuantities.isPurchase(state, number) ? number : hostingSums.lastFrom(number);
        }
        int last = named ? number + 1 : number;
        boolean each = state.isAt(last + 1, Cue.PER) || state.isAt(last + 1, Cue.ARTICLE) || state.isSlash(last + 1);
        Measure period = state.measureAt(last + 2);
        boolean thing = state.isItemAt(last + 2) || period == Measure.REQUEST;
        if (each && ((period != null && period.isTime()) || thing)) {
            return last + 2;
        }
        return state.isAt(last + 1, Category.PERIODS) ? last + 1 : last;
    }

    /**
     * Returns the end of what changes the costs wherever it is said, or -1: {@code $85 a week}, {@code 60% is the system prompt},
     * {@code no US providers}, {@code office hours}, {@code 12 requests per second at peak}.
     */
    private int lastOfTold(int i) {
        Token token = state.token(i);
        if (!token.isNumber()) {
            int exclusion = Math.max(lastOfExclusion(i), lastOfTerm(i));
            return exclusion >= 0 ? exclusion : lastOfOfficeHours(i);
        }
        if (token.use == Token.Use.SLOT) {
            return NONE;
        }
        int money = isAsked(i) ? NONE : lastOfMoney(i);
        boolean hosting = money > i && hostingSums.lastFrom(i) == money;
        boolean beside = money >= i && isMoneySign(i - 1) && state.asksWhetherSumIsRight();
        if (beside && HostingSums.isFee(state, i - 1, money)) {
            return money;
        }
        if (hosting || (money > i && isPeriod(money) && !state.clause(i).namesTraining())) {
            return money;
        }
        return isFree(token) ? Math.max(Math.max(lastOfPromptShare(i), lastOfRate(i)), lastOfToldGrowth(i)) : NONE;
    }

    /**
     * Returns the end of {@code 62 restaurants}, {@code 40 clients}, {@code 3 regions}, or -1: how many places or people there are may multiply what is asked for,
     * where the question counts them or something is said of each of them.
     */
    private int lastOfCounted(int number) {
        boolean counted = state.remembered.isEmpty()
                && state.isPlainCount(number)
                && isFree(state.token(number))
                && value(number).compareTo(BigDecimal.ONE) > 0
                && !state.token(number).isYear()
                && !state.isOfMention(number)
                && !state.isGpuNumber(number)
                && !state.isPast(number)
                && !state.isReported(number);
        int noun = counted && !isSource(number) && !isAccountedFor(number) ? groupsBehind(number) : NONE;
        if (noun < 0) {
            return NONE;
        }
        boolean amount = state.slots.has(SlotName.REQUESTS_PER_DAY) || state.slots.has(SlotName.EXAMPLES);
        boolean asked = (state.sentence(number).asks()
                        && !amount
                        && value(number).compareTo(FEWEST) >= 0)
                || isForThem(number - 1)
                || isForThem(number - 2)
                || (state.terse && state.hasTyped(noun, Trait.HEADS) && !state.slots.has(SlotName.REQUESTS_PER_DAY))
                || state.hasTyped(noun, Trait.DEPLOYED_IN);
        return asked || isNamedByEach(noun) ? noun : NONE;
    }

    /** The 5,000 of {@code questions from our 5,000 members}, the 46 of {@code descriptions of 46 wines}: they tell which data these are. */
    private boolean isSource(int number) {
        int lead = number - 1;
        while (state.isAt(lead, Cue.PERSON)
                || state.isAt(lead, Cue.ALL)
                || (lead >= 0 && state.hasTyped(lead, Trait.DEFINITE_ARTICLE))) {
            lead--;
        }
        return state.isAt(lead, Cue.OF)
                || state.isAt(lead, Cue.FROM)
                || (lead >= 0 && (state.hasTyped(lead, Trait.PART_OF) || state.hasTyped(lead, Trait.BY)));
    }

    private boolean isForThem(int i) {
        boolean all =
                state.isAt(i, Cue.FOR) || state.isAt(i, Cue.OVER) || state.isAt(i, Cue.ALL) || state.isTimesSign(i);
        return all && (state.terse || state.sentence(i).asks());
    }

    /** True if a value of the request is the number, or a product, a sum or a rest that it belongs to. */
    private boolean isAccountedFor(int number) {
        BigDecimal count = value(number).stripTrailingZeros();
        Slots slots = state.slots.build();
        return slots.names().stream()
                .map(slots::number)
                .filter(slot -> slot != null && slot.signum() > 0)
                .anyMatch(slot -> isMadeOf(slot.stripTrailingZeros(), count));
    }

    private boolean isMadeOf(BigDecimal slot, BigDecimal count) {
        BigDecimal[] times = slot.divideAndRemainder(count);
        boolean product = times[1].signum() == 0
                && (!isSaid(slot) || times[0].compareTo(BigDecimal.ONE) == 0 || isSaid(times[0]));
        return product || isSaid(slot.add(count)) || isSaid(slot.subtract(count));
    }

    private boolean isSaid(BigDecimal number) {
        return numbers().contains(number.stripTrailingZeros());
    }

    private boolean isInDigits(int number) {
        return Character.isDigit(state.text.text().charAt(state.token(number).start))
                && state.text.text().charAt(state.token(number).start) != '0';
    }

    private int groupsBehind(int number) {
        boolean heads = state.at(number + 1) != null && state.hasTyped(number + 1, Trait.HEADS);
        boolean things = state.at(number + 1) != null
                && state.token(number + 1).kind == Token.Kind.WORD
                && !state.text.isTranslated()
                && isInDigits(number)
                && state.isPluralAt(number + 1);
        boolean regions = state.at(number + 1) != null && state.hasTyped(number + 1, Trait.DEPLOYED_IN);
        if (heads || things || regions) {
            return state.isSymbolAt(number + 2, '-') ? NONE : number + 1;
        }
        boolean described = state.at(number + 1) != null
                && state.token(number + 1).kind == Token.Kind.WORD
                && state.hasTyped(number + 2, Trait.HEADS);
        return described ? number + 2 : NONE;
    }

    /** True of the restaurants of a message that says {@code per restaurant}, {@code each restaurant}. */
    private boolean isNamedByEach(int noun) {
        String groups = state.typed(noun, noun);
        for (int i = 0; i + 1 < state.size(); i++) {
            boolean each = state.isAt(i, Cue.PER) || state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY);
            String one = each && !state.isNumberAt(i + 1) ? state.typed(i + 1, i + 1) : "";
            if (one.length() >= SHORTEST_NOUN && groups.startsWith(one)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the end of {@code no Chinese models}, {@code only US providers}, or -1: where a seller is from is not on file. */
    private int lastOfExclusion(int first) {
        boolean limits = state.isAt(first, Cue.NOT)
                || state.isAt(first, Cue.RULED_OUT)
                || state.hasTyped(first, Trait.SOLE)
                || state.hasTyped(first, Trait.NARROWS);
        int nation = first + 1;
        while (limits && nation <= first + 2 && !state.hasTyped(nation, Trait.NATIONALITY)) {
            nation++;
        }
        boolean named = limits && state.hasTyped(nation, Trait.NATIONALITY);
        for (int i = nation + 1; named && i <= nation + 2; i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.OF_NATION)) {
                return i;
            }
        }
        return NONE;
    }

    /** Returns the end of {@code deletion of the training file}, or -1: no price book has such terms. */
    private int lastOfTerm(int first) {
        boolean term = state.hasTyped(first, Trait.SELLER_TERM) && state.has(Category.INTENTS) && state.asks();
        int last = term ? first : NONE;
        for (int i = first + 1; term && i <= first + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            boolean of = state.isAt(first + 1, Cue.OF) || state.isAt(first + 1, Trait.PART_OF);
            last = of && state.hasTyped(i, Trait.TEXT_DATA) ? i : last;
        }
        return last;
    }

    /** Returns the end of {@code office hours}, or -1, where no traffic was counted by them. */
    private int lastOfOfficeHours(int first) {
        boolean hours = state.hasTyped(first, Trait.WORKING) && state.isAt(first + 1, Measure.HOUR);
        boolean free = !state.isNumberAt(first - 1) && !state.slots.has(SlotName.MONTHLY_HOURS);
        return hours && free ? first + 1 : NONE;
    }

    /** Returns the end of {@code 60%} of a bill that is the prompt's, of {@code 20% of it for embeddings}, or -1. */
    private int lastOfPromptShare(int number) {
        boolean percent = state.slots.has(SlotName.MONTHLY_BILL_USD) && state.isPercentAt(number + 1);
        if (percent && state.isAt(number + 2, Trait.PART_OF) && state.hasTyped(number + 3, Trait.PRONOUN)) {
            return number + 1;
        }
        for (int i = number + 2; percent && i <= number + 2 + REACH && !state.isNumberAt(i); i++) {
            if (state.isAt(i, Cue.PROMPT) || state.hasTyped(i, Trait.PROMPTS)) {
                return number + 1;
            }
        }
        return NONE;
    }

    /** Returns the end of {@code 12 requests per second at peak}, {@code per 1k requests}, or -1. */
    private int lastOfRate(int number) {
        int unit = number + 1;
        if (state.has(Category.RATES) && state.isAt(unit, Category.RATES)) {
            return unit;
        }
        if (!state.has(Measure.REQUEST) || !state.isAt(unit, Measure.REQUEST)) {
            return NONE;
        }
        boolean each = state.isAt(unit + 1, Cue.PER) || state.isAt(unit + 1, Cue.ARTICLE);
        boolean ofItem = each && state.isItemAt(unit + 2) && !state.isNumberAt(unit + 2);
        boolean phrase = state.isAt(unit + 1, Cue.EACH)
                && state.typed(unit + 1, unit + 1).indexOf(' ') > 0;
        return (each && isPeriod(unit + 2)) || ofItem
                ? unit + 2
                : phrase ? unit + 1 : state.isAt(number - 1, Cue.PER) ? unit : NONE;
    }

    /** Returns the end of {@code 0.30 EUR per kWh}, {@code 35 cents/kWh}, or -1: what electricity costs changes nothing without the power of a GPU. */
    private int lastOfEnergy(int number) {
        if (!state.isNumberAt(number) || state.token(number).use == Token.Use.SLOT) {
            return NONE;
        }
        for (int i = number + 1; i <= number + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.at(i) != null && state.hasTyped(i, Trait.ENERGY)) {
                return i;
            }
        }
        return NONE;
    }

    private boolean isMoneySign(int i) {
        return state.isSymbolAt(i, '$');
    }

    /** Returns the end of {@code 80/20 split}, {@code 80/10/10}, or -1; none if the examples are its larger part. */
    private int lastOfSplit(int first) {
        BigDecimal sum = value(first);
        BigDecimal largest = sum;
        int last = first;
        while (sum.compareTo(HUNDRED) < 0 && state.isSlash(last + 1) && isShare(last + 2)) {
            last += 2;
            sum = sum.add(value(last));
            largest = largest.max(value(last));
        }
        if (last == first || sum.compareTo(HUNDRED) != 0 || isApplied(largest)) {
            return NONE;
        }
        return state.hasTyped(last + 1, Trait.SPLIT) ? last + 1 : last;
    }

    /** Returns the end of {@code 10% held out}, {@code 5% goes to validation}, or -1. */
    private int lastOfShare(int number) {
        if (!state.isSymbolAt(number + 1, '%') && !state.isAt(number + 1, Measure.PERCENT)) {
            return NONE;
        }
        if (state.hasTyped(number - 1, Trait.BY)) {
            return number + 1;
        }
        boolean each = state.isAt(number + 2, Cue.PER)
                || state.isAt(number + 2, Cue.ARTICLE)
                || state.isAt(number + 2, Cue.EVERY);
        if (each && isPeriod(number + 3)) {
            return number + 3;
        }
        if (state.isAt(number + 2, Category.PERIODS)) {
            return number + 2;
        }
        for (int i = number + 2; i <= number + 1 + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.isAt(i, Cue.VALIDATION)) {
                return isApplied(HUNDRED.subtract(value(number))) ? NONE : i;
            }
        }
        int growth = state.slots.has(SlotName.REQUESTS_PER_DAY) ? growthBehind(number) : NONE;
        if (growth >= 0) {
            return growth;
        }
        boolean named = state.hasTyped(number + 2, Trait.CHANGES_PRICE);
        return named ? number + 2 : isOfPrice(number) ? number + 1 : NONE;
    }

    /** Returns the end of {@code 15% every month} where something grows by it, or -1: each training is priced alike. */
    private int lastOfToldGrowth(int number) {
        boolean grows = false;
        for (int i = number - 1;
                state.isPercentAt(number + 1) && i >= Math.max(0, number - REACH) && !state.isNumberAt(i);
                i--) {
            grows |= state.hasTyped(i, Trait.GROWTH);
        }
        int last = grows ? lastOfShare(number) : NONE;
        return last > number + 1 && isPeriod(last) ? last : NONE;
    }

    /** Returns the end of {@code 10% for the growth}, {@code 15% growth}, the sign of {@code growing 10%}, or -1: how often it grows is not said. */
    private int growthBehind(int number) {
        int last = number + 1;
        for (int i = number + 2; i <= last + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.hasTyped(i, Trait.GROWTH)) {
                return i;
            }
        }
        return !state.isNumberAt(number - 1) && state.hasTyped(number - 1, Trait.GROWTH) ? last : NONE;
    }

    /** {@code a 12% volume discount}, {@code utilization 35%}, {@code plus 20% VAT}: a share that would change what is paid. */
    private boolean isOfPrice(int number) {
        int first = Math.max(state.sentence(number).first(), number - REACH);
        int end = Math.min(state.sentence(number).end(), number + 2 + REACH);
        for (int i = first; i < end; i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.CHANGES_PRICE)) {
                return true;
            }
        }
        return false;
    }

    /** True if the message gives the result of a share in percent itself: {@code 2,500 rows, 80/20, so 2,000}. */
    private boolean isApplied(BigDecimal percent) {
        Long examples = percent.signum() > 0 ? state.slots.build().value(SlotName.EXAMPLES) : null;
        if (examples == null) {
            return false;
        }
        BigDecimal[] whole = BigDecimal.valueOf(examples).multiply(HUNDRED).divideAndRemainder(percent);
        return whole[1].signum() == 0 && numbers().contains(whole[0].stripTrailingZeros());
    }

    private Set<BigDecimal> numbers() {
        if (numbers == null) {
            numbers = new HashSet<>();
            for (Token token : state.all()) {
                if (token.isNumber()) {
                    numbers.add(token.numeral().value().stripTrailingZeros());
                }
            }
        }
        return numbers;
    }

    private boolean isShare(int i) {
        return state.isCountAt(i) && isFree(state.token(i)) && value(i).signum() > 0;
    }

    private BigDecimal value(int i) {
        return state.token(i).numeral().value();
    }

    private static boolean isFree(Token token) {
        return token.use == Token.Use.NOTHING || token.use == Token.Use.KNOWN_NON_SLOT;
    }
}
