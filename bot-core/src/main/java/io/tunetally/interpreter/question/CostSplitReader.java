package io.tunetally.interpreter.question;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SmallWords;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.CostSplit;
import io.tunetally.request.Intent;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.text.Plural;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads among how many people or places the cost of an answer is divided: {@code what is that per customer, we have 300},
 * {@code split over 40 branches}, {@code for each of our 12 clinics}. Requests of each of them are traffic, and no share.
 */
public final class CostSplitReader {
    /** A longer message says more than the division. */
    private static final int LONGEST = 20;

    /** The most words between the verb or {@code each} and the number. */
    private static final int REACH = 6;

    /** The most words around a number that stands apart from what it counts: {@code we have 300 of them by now}. */
    private static final int MOST_AROUND = 8;

    /** The letters of a noun that its plural changes: {@code company}, {@code companies}. */
    private static final int CHANGED_LETTERS = 1;

    private static final BigDecimal MOST_PARTS = BigDecimal.valueOf(100_000_000);

    private final ParseState state;
    private final SmallWords smallWords;

    private CostSplitReader(ParseState state) {
        this.state = state;
        smallWords = new SmallWords(state);
    }

    /** Fills the slot, and takes its number from the readers of counts. */
    public static void read(ParseState state) {
        boolean afterAnswer = !state.remembered.isEmpty() && state.size() <= LONGEST;
        if (afterAnswer || (state.terse && state.hasTypedAnywhere(Trait.SPLITS))) {
            new CostSplitReader(state).read(afterAnswer);
        } else if (state.remembered.isEmpty() && state.has(Cue.PER) && (state.terse || state.asks())) {
            new CostSplitReader(state).readBesideJob();
        }
    }

    /** {@code what does llama 8b cost with 2,200 requests a day, per month and per restaurant, we have 62}: the price of each, and their number behind it. */
    private void readBesideJob() {
        for (int i = 1; i + 1 < state.size(); i++) {
            int number = state.isAt(i, Cue.PER) && isParty(i + 1) && isPriceOfEach(i) ? countBehind(i + 1) : -1;
            if (number >= 0) {
                put(number, i + 1, i, i + 1);
                state.use(number, number, Token.Use.SLOT);
                return;
            }
        }
    }

    /** {@code price per branch}, {@code , per month and per restaurant}; but {@code 40 questions per day and per shop} are traffic. */
    private boolean isPriceOfEach(int per) {
        int before = per - 1;
        if (state.isAt(before, Cue.AND)) {
            before--;
        }
        boolean period = state.timeAt(before) != null
                && (state.isAt(before - 1, Cue.PER) || state.isAt(before - 1, Cue.ARTICLE));
        before = period ? before - 2 : before;
        boolean asked =
                state.sentence(per).asks() && before >= state.sentence(per).first() && state.isBreakAt(before);
        return before >= 0 && (asked || isPrice(state.token(before)) || state.hasTyped(before, Trait.PRICE_NOUN));
    }

    /** Returns the index of the 62 of {@code we have 62}, {@code we are 31}, {@code (62 restaurants)} behind what each of them is, or -1. */
    private int countBehind(int noun) {
        for (int i = noun + 1; i < state.size(); i++) {
            boolean had = state.hasTyped(i - 1, Trait.OWNS)
                    || state.hasTyped(i - 1, Trait.POSSESSES)
                    || state.hasTyped(i - 1, Trait.FORM_OF_BE);
            boolean same = isParty(i + 1) && isSame(noun, i + 1);
            boolean ends = state.at(i + 1) == null || state.isBreakAt(i + 1) || state.isOfThemAt(i + 1);
            if (state.isNumberAt(i) && isParts(i) && (same || (had && ends))) {
                return i;
            }
        }
        return -1;
    }

    private void read(boolean afterAnswer) {
        for (int i = 0; i < state.size(); i++) {
            int number = state.hasTyped(i, Trait.SPLITS) ? divisor(i, afterAnswer) : -1;
            number = number < 0 && afterAnswer ? ofEach(i) : number;
            int each = number < 0 && afterAnswer ? paidByEach(i) : -1;
            if (each >= 0) {
                put(each, isParty(each + 1) ? each + 1 : nounBefore(each), i, i);
                return;
            }
            if (number >= 0) {
                put(number, party(number), i, party(number));
                return;
            }
            if (afterAnswer && isPerOne(i) && isPerAsked(i)) {
                readPer(i);
                return;
            }
        }
    }

    /** {@code per customer, we have 300}; without their number it is told. */
    private void readPer(int per) {
        int number = countOf(per + 1);
        if (number >= 0) {
            int noun = isParty(number + 1) ? number + 1 : per + 1;
            put(number, noun, Math.min(per, number), Math.max(per + 1, number));
        } else if (isWithoutCount(per) && isTrainedForEach()) {
            state.slots.put(
                    SlotName.COST_SPLIT, Slot.said(new CostSplit(runs(), plural(per + 1)), state.span(per, per + 1)));
            state.use(per, per + 1, Token.Use.SLOT);
        } else if (isWithoutCount(per)) {
            state.use(per, per + 1, Token.Use.CONNECTIVE);
            state.add(new Problem.UnknownWord(
                    state.typed(per, per + 1) + " (say among how many " + plural(per + 1) + ")",
                    List.of(),
                    state.span(per, per + 1)));
        }
    }

    /** True if a share is asked for, but not among how many: {@code and per patient?}. */
    public static boolean lacksCount(ParseState state) {
        CostSplitReader reader = new CostSplitReader(state);
        for (int i = 0; !state.remembered.isEmpty() && state.size() <= LONGEST && i < state.size(); i++) {
            if (reader.isPerOne(i) && reader.isPerAsked(i) && reader.isWithoutCount(i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code per restaurant}; {@code per adapter} where a job is trained several times. */
    private boolean isPerOne(int per) {
        boolean model = isTrainedForEach()
                && (state.isAt(per + 1, Category.METHODS)
                        || state.hasTyped(per + 1, Trait.MODEL_NOUN)
                        || state.isAt(per + 1, Measure.RUN));
        return isPer(per) && (isParty(per + 1) || model);
    }

    /** True after {@code 9 adapters}, {@code 14 customers with their own model}: their number is that of the runs. */
    private boolean isTrainedForEach() {
        return runs() > 1;
    }

    private long runs() {
        BigDecimal runs = state.remembered.number(SlotName.RUNS);
        return runs == null ? 1 : runs.longValue();
    }

    /** Returns the index of the 31 of {@code our members are 31, how much pays each?}, {@code 31 members, what does each pay}; or -1. */
    private int paidByEach(int each) {
        boolean asked = state.isAt(each, Cue.EACH)
                && (state.isBreakAt(each + 1) || state.hasTyped(each + 1, Trait.PAYS))
                && (state.asks() || state.hasQuestionMark())
                && state.hasTypedAnywhere(Trait.PAYS)
                && !state.has(Measure.REQUEST);
        int number = asked ? onlyNumber() : -1;
        boolean counts = number >= 0 && isParts(number) && !state.isPercentAt(number + 1);
        return counts && (isParty(number + 1) || nounBefore(number) >= 0) ? number : -1;
    }

    /** Returns the index of the members of {@code our members are 31}, or -1. */
    private int nounBefore(int number) {
        boolean counted = state.hasTyped(number - 1, Trait.FORM_OF_BE) && isParty(number - 2);
        return counted ? number - 2 : -1;
    }

    private boolean isWithoutCount(int per) {
        return isPerOne(per)
                && state.slots.build().without(SlotName.MARKUP_PERCENT).isEmpty()
                && IntStream.range(0, state.size()).noneMatch(i -> state.isNumberAt(i) && !isMarkup(i))
                && areSmall(per + 2, state.size());
    }

    private void put(int number, int noun, int first, int last) {
        long parts = Amounts.counted(state.token(number).numeral()).value().longValue();
        state.slots.put(SlotName.COST_SPLIT, Slot.said(new CostSplit(parts, plural(noun)), state.span(first, last)));
        state.use(first, last, Token.Use.CONNECTIVE);
        state.use(noun, noun, Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
    }

    /** Returns the index of the noun that a number counts: {@code 40 branches}, {@code 12 of our clinics}. */
    private int party(int number) {
        int noun = number + 1;
        if (state.isAt(noun, Cue.OF)) {
            noun++;
            while (state.isAt(noun, Cue.PERSON) || state.hasTyped(noun, Trait.DEFINITE_ARTICLE)) {
                noun++;
            }
        }
        return noun;
    }

    /** Returns the index of the 40 of {@code split that over our 40 branches}, {@code divided by 300 customers}, or -1. */
    private int divisor(int verb, boolean afterAnswer) {
        boolean told = state.isAt(verb - 1, Cue.PERSON) && !state.asks();
        boolean among = false;
        for (int i = verb + 1; i <= verb + REACH && state.at(i) != null; i++) {
            if (state.isNumberAt(i)) {
                boolean alone = !afterAnswer || (!told && areSmall(0, verb) && isLast(party(i)));
                return among && alone && isParts(i) && isParty(party(i)) ? i : -1;
            }
            boolean leads = state.hasTyped(i, Trait.DISTRIBUTES);
            if (!leads && !isSmall(i)) {
                return -1;
            }
            among |= leads;
        }
        return -1;
    }

    /** Returns the index of the 12 of {@code for each of our 12 clinics}, or -1. */
    private int ofEach(int each) {
        if (!state.isAt(each, Cue.EACH) && !state.isAt(each, Cue.EVERY) && !state.hasTyped(each, Trait.EACH_ONE)) {
            return -1;
        }
        boolean of = state.isAt(each + 1, Cue.OF);
        for (int i = each + 2; of && i <= each + REACH; i++) {
            if (state.isNumberAt(i)) {
                boolean alone = areSmall(0, each) && areSmall(party(i) + 1, state.size());
                return isParts(i) && isParty(party(i)) && alone ? i : -1;
            }
            if (!isSmall(i)) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isPer(int i) {
        boolean each = state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY);
        return state.isAt(i, Cue.PER) || (each && !state.isAt(i + 1, Cue.OF));
    }

    /** {@code so what is that per customer}: nothing else is said of each. */
    private boolean isPerAsked(int per) {
        return !state.isNumberAt(per - 1)
                && !state.isUnitAt(per - 1)
                && areSmall(state.clause(per).first(), per)
                && !state.has(Measure.REQUEST);
    }

    /** Returns the index of the only number, if it counts a noun or is said of it in a few words; else -1. */
    private int countOf(int noun) {
        int found = onlyNumber();
        if (found < 0 || !isParts(found) || state.isPercentAt(found + 1)) {
            return -1;
        }
        boolean same = isParty(found + 1) && isSame(noun, found + 1);
        boolean heads = isOfPeople(found + 1);
        boolean ends = state.isBreakAt(found + 1) || isSmall(found + 1) || state.isOfThemAt(found + 1);
        int around = state.clause(found).end() - state.clause(found).first();
        return same || heads || (ends && around <= MOST_AROUND) ? found : -1;
    }

    /** Returns the index of the number of a message that has no other, or -1. */
    private int onlyNumber() {
        int found = -1;
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    private boolean isSame(int one, int many) {
        String noun = state.typed(one, one);
        int kept = noun.length() - CHANGED_LETTERS;
        return kept > 0 && state.typed(many, many).startsWith(noun.substring(0, kept));
    }

    private boolean isParts(int number) {
        BigDecimal parts = Amounts.counted(state.token(number).numeral()).value();
        return state.isCountAt(number)
                && !state.isMoneyBefore(number + 1)
                && !state.token(number).numeral().isRange()
                && parts.compareTo(BigDecimal.ONE) > 0
                && parts.compareTo(MOST_PARTS) <= 0;
    }

    /** True for a noun that is nothing of the job: {@code branches}, but not {@code epochs} or {@code H100}. */
    private boolean isParty(int noun) {
        Token token = state.at(noun);
        if (token == null || token.isNumber() || state.isBreakAt(noun)) {
            return false;
        }
        Measure measure = state.measureAt(noun);
        boolean other = (token.kind == Token.Kind.WORD || measure == Measure.OTHER || state.isAt(noun, Category.TOPICS))
                && !state.isGpuAt(noun);
        return isOfPeople(noun) || other;
    }

    private boolean isOfPeople(int noun) {
        return state.at(noun) != null && (state.hasTyped(noun, Trait.HEADS) || state.hasTyped(noun, Trait.ANYONE));
    }

    private boolean isLast(int noun) {
        return noun >= state.size() || areSmall(noun + 1, state.clause(noun).end());
    }

    private boolean areSmall(int first, int end) {
        for (int i = first; i < end; i++) {
            if (!isSmall(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSmall(int i) {
        Token token = state.at(i);
        return token != null
                && (smallWords.isAt(i)
                        || isPrice(token)
                        || token.is(Trait.ASKS_WHAT_WOULD)
                        || token.is(Cue.WHAT_ABOUT)
                        || isOfSharing(i)
                        || isOfMarkup(i))
                && !token.is(Cue.THANKS);
    }

    /** {@code per client with 25% margin on top}: the margin has its own place. */
    private boolean isOfMarkup(int i) {
        return isMarkup(i)
                || isMarkup(i - 1)
                || state.hasTyped(i, Trait.MARKS_UP)
                || (state.candidates.has(SlotName.MARKUP_PERCENT) && state.hasTyped(i, Trait.MAY_MARK_UP));
    }

    private boolean isMarkup(int number) {
        return state.isNumberAt(number) && state.candidates.slotOf(number) == SlotName.MARKUP_PERCENT;
    }

    private boolean isOfSharing(int i) {
        return state.isAt(i, Cue.TOTAL)
                || state.isAt(i, Cue.THEM)
                || state.hasTyped(i, Trait.PAYS)
                || state.hasTyped(i, Trait.POSSESSES);
    }

    private static boolean isPrice(Token token) {
        Intent intent = token.intent();
        return intent == Intent.ESTIMATE || intent == Intent.TCO;
    }

    private String plural(int noun) {
        String typed = state.typed(noun, noun);
        boolean many = state.isPluralAt(noun) || Plural.isIrregular(typed) || state.hasTyped(noun, Trait.UNINFLECTED);
        return many ? typed : Plural.of(typed);
    }
}
