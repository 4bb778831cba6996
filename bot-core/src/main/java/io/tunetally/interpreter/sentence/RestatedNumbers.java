package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number of the conversation that a message says again, to give it up or to multiply it: {@code the average is 365; 310 was the
 * median}, {@code now it's 180 x 2}. It says which slot the other number is of.
 */
public final class RestatedNumbers {
    /** The most tokens between a number and the word that gives it up. */
    private static final int REACH = 6;

    /** The most tokens from the word for an error to the number that is right. */
    private static final int REACH_OF_CORRECTION = 8;

    /** A number that takes the place of another is hardly more than this many times as much, or as little. */
    private static final BigDecimal NEAR = BigDecimal.valueOf(4);

    private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(100);

    private static final Set<SlotName<?>> LENGTHS = Set.of(
            SlotName.TOKENS_PER_EXAMPLE,
            SlotName.TOTAL_TOKENS,
            SlotName.PROMPT_TOKENS,
            SlotName.TUNED_PROMPT_TOKENS,
            SlotName.INPUT_TOKENS,
            SlotName.OUTPUT_TOKENS,
            SlotName.GRADER_TOKENS);

    private static final Set<SlotName<?>> COUNTS = Set.of(SlotName.EXAMPLES, SlotName.REQUESTS_PER_DAY);

    private final ParseState state;
    private final Replacements replacements;

    private RestatedNumbers(ParseState state) {
        this.state = state;
        replacements = new Replacements(state);
    }

    /** Gives the number that takes the place of a remembered one its slot, before other numbers are read. */
    public static void read(ParseState state) {
        if (state.mayEdit()) {
            new RestatedNumbers(state).read();
        }
    }

    /**
     * States the one number that takes the place of a remembered one which the message says too, with words that say so: {@code the 8,000 is
     * 6,350 now}, {@code 450 each is with the headers, without them it's 310}, {@code of the 2,600 we only have consent for 2,150}, {@code not 9
     * months, the charter runs 14}.
     *
     * @return false if the message says none
     */
    public static boolean state(ParseState state) {
        return state.mayEdit()
                && hasSign(state)
                && !state.hasQuestionMark()
                && !state.has(Cue.VALIDATION)
                && new RestatedNumbers(state).state();
    }

    /** False of most messages, whose numbers need no look. */
    private static boolean hasSign(ParseState state) {
        return state.has(Cue.IS)
                || state.has(Cue.NOT)
                || state.has(Cue.OF)
                || state.hasTypedAnywhere(Trait.SCOPES_VALUE)
                || state.hasTypedAnywhere(Trait.FORMER)
                || state.hasTypedAnywhere(Trait.TURNS_INTO)
                || state.hasTypedAnywhere(Trait.CONTAINS);
    }

    private boolean state() {
        boolean found = false;
        for (int i = 0; i < state.size(); i++) {
            SlotName<?> slot = isFree(i) ? replacements.rememberedAs(i) : null;
            int next = slot == null ? -1 : isWrong(i) ? corrected(i, slot) : heir(i, slot);
            if (slot != null && next >= 0) {
                state.add(ParseState.WorkedOut.stated(slot, counted(next).value(), "", List.of(i, next)));
                take(i);
                take(next);
                found = true;
            }
        }
        return found;
    }

    private void take(int number) {
        state.use(number, unitOf(number), Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
        state.candidates.settle(number);
    }

    /** Returns the index of the only near number of the same kind, if words say that it takes the place of one of before; or -1. */
    private int heir(int old, SlotName<?> slot) {
        int found = -1;
        for (int i = 0; i < state.size(); i++) {
            if (i != old
                    && isFree(i)
                    && isOf(i, slot)
                    && mayReplace(i, counted(old).value())) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        boolean said = found > old
                && isWholeValue(found, slot)
                && (turnsInto(old, found) || isScoped(old, found) || isDenied(old, found) || isPartKept(old, found));
        return said ? found : -1;
    }

    /** {@code 1,200 requests was wrong}, {@code the 4,000 were a typo}. */
    private boolean isWrong(int old) {
        int verb = behind(old);
        int error = state.isAt(verb + 1, Cue.ARTICLE) ? verb + 2 : verb + 1;
        return state.isAt(verb, Trait.FORM_OF_BE)
                && !state.isNumberAt(error)
                && state.hasTyped(error, Trait.ADMITS_ERROR);
    }

    /** Returns the index of the 12,000 of {@code 1,200 was wrong, it is 12,000}, however far from the number of before; or -1. */
    private int corrected(int old, SlotName<?> slot) {
        int end = Math.min(state.size(), behind(old) + REACH_OF_CORRECTION);
        for (int i = behind(old); i < end; i++) {
            boolean is = state.isAt(i - 1, Cue.IS) || state.isAt(i - 1, Trait.FORM_OF_BE);
            if (is && isFree(i) && isOf(i, slot)) {
                return i;
            }
        }
        return -1;
    }

    /** True of a number near to one of before that no words make one of a part or of things: {@code 310 of them}, {@code 14 people}. */
    private boolean mayReplace(int number, BigDecimal before) {
        BigDecimal now = counted(number).value();
        int behind = behind(number);
        boolean part = state.isOfThemAt(behind) || state.isAt(behind, Cue.OF);
        return now.compareTo(before.multiply(NEAR)) <= 0
                && before.compareTo(now.multiply(NEAR)) <= 0
                && !state.remembersNumber(now)
                && !state.isOfMention(number)
                && !part;
    }

    /** False of a summand and of a factor: {@code spanish adds another 250}, {@code 240 groups will send 5 each}. */
    private boolean isWholeValue(int number, SlotName<?> slot) {
        boolean factor = false;
        for (int i = number + 1;
                COUNTS.contains(slot) && i < state.sentence(number).end();
                i++) {
            factor |= isFree(i) && isOf(i, slot);
        }
        return !factor && !isAdded(number);
    }

    private boolean isAdded(int number) {
        for (int i = state.clause(number).first(); i < number; i++) {
            if (state.isAt(i, Cue.ADD)
                    || state.hasTyped(i, Trait.PLUS)
                    || state.hasTyped(i, Trait.ANOTHER)
                    || state.hasTyped(i, Trait.ADDS_TRAFFIC)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index behind a number, its unit and its period: {@code 450 each}, {@code 90 calls a day}. */
    private int behind(int number) {
        int end = unitOf(number) + 1;
        return state.isAt(end, Cue.EACH) ? end + 1 : end;
    }

    /** {@code the 8,000 is 6,350 now}, {@code 8000 became 7,120}, {@code the 2500 is down to 2100}. */
    private boolean turnsInto(int old, int next) {
        int from = behind(old);
        boolean verb = next > from && next - from <= REACH;
        boolean is = false;
        boolean turns = false;
        for (int i = from; verb && i < next; i++) {
            is |= state.isAt(i, Cue.IS);
            turns |= state.hasTyped(i, Trait.TURNS_INTO);
            verb = state.isAt(i, Cue.IS)
                    || state.hasTyped(i, Trait.TURNS_INTO)
                    || state.hasTyped(i, Trait.CONTAINS)
                    || state.isAt(i, Cue.TO)
                    || state.hasTyped(i, Trait.TODAY)
                    || isChange(i);
        }
        int end = behind(next);
        boolean alone = state.isBreakAt(end) || state.hasTyped(end, Trait.TODAY) || isSince(end);
        return verb && (turns ? !state.isPluralAt(end) : is && alone);
    }

    private boolean isChange(int i) {
        return state.hasTyped(i, Trait.CHANGES_COUNT) || state.hasTyped(i, Trait.SHRINKS) || state.isAt(i, Cue.ABOUT);
    }

    private boolean isSince(int i) {
        return state.hasTyped(i, Trait.SINCE_TIME) || state.isAt(i, Trait.AFTER);
    }

    /** {@code 450 each is with the headers. Without them it's 310}: another clause says the value without what the old one is of. */
    private boolean isScoped(int old, int next) {
        int verb = behind(old);
        boolean is = state.isAt(verb, Cue.IS);
        boolean scoped = state.hasTyped(is ? verb + 1 : verb, Trait.SCOPES_VALUE)
                || state.hasTyped(verb, Trait.FORMER)
                || holdsThing(verb)
                || (is && isOneDay(old, next));
        return scoped && state.clause(next).first() > verb;
    }

    /** The verb of {@code 450 each has the letterhead in it}; {@code 300 tokens has to stay in} keeps the value. */
    private boolean holdsThing(int verb) {
        return state.hasTyped(verb, Trait.CONTAINS)
                && (state.isAt(verb + 1, Cue.ARTICLE)
                        || state.hasTyped(verb + 1, Trait.DEFINITE_ARTICLE)
                        || state.hasTyped(verb + 1, Trait.OWNER));
    }

    /** {@code 640 calls is a friday. a normal day is nearer 500}. */
    private boolean isOneDay(int old, int next) {
        boolean usual = false;
        for (int i = state.clause(next).first(); i < next; i++) {
            usual |= state.hasTyped(i, Trait.USUAL) || state.isAt(i, Cue.AVERAGE);
        }
        for (int i = behind(old); i < state.clause(old).end(); i++) {
            if (state.hasTyped(i, Trait.USUAL) || state.isAt(i, Cue.AVERAGE)) {
                return false;
            }
        }
        return usual;
    }

    /** {@code not 9 months, the charter runs 14}. */
    private boolean isDenied(int old, int next) {
        boolean alone = state.isBreakAt(behind(next)) || state.hasTyped(behind(next), Trait.TODAY);
        return state.isAt(old - 1, Cue.NOT) && state.isBreakAt(behind(old)) && alone;
    }

    /** {@code of the 2,600 case notes we only have consent for 2,150}. */
    private boolean isPartKept(int old, int next) {
        boolean whole = state.isAt(old - 2, Cue.OF) && state.hasTyped(old - 1, Trait.DEFINITE_ARTICLE);
        boolean only = state.hasTypedAnywhere(Trait.NARROWS) || state.hasTypedAnywhere(Trait.SOLE);
        boolean bad = state.any(token -> token.is(Trait.DISCARDED)) || state.hasTypedAnywhere(Trait.DISCARDED);
        return whole && only && !bad && state.isBreakAt(behind(next)) && state.sentence(next) == state.sentence(old);
    }

    /** True if a message gives up or multiplies a remembered number. */
    public static boolean isIn(ParseState state) {
        if (!state.mayEdit()) {
            return false;
        }
        RestatedNumbers restated = new RestatedNumbers(state);
        for (int i = 0; i < state.size(); i++) {
            SlotName<?> slot = state.isNumberAt(i) ? restated.slotOf(i) : null;
            if (slot != null
                    && (restated.factorOf(i, slot) >= 0
                            || restated.summandOf(i, slot) >= 0
                            || restated.successor(i, slot) >= 0)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the slot that a number of before had: the remembered one, or that of the unit of an assumed one: {@code 3 epochs is too much}. */
    private @Nullable SlotName<?> slotOf(int number) {
        SlotName<?> said = replacements.rememberedAs(number);
        boolean assumed = said == null && state.isAt(number + 1, Measure.EPOCH) && isGivenUp(number);
        return assumed ? SlotName.EPOCHS : said;
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            SlotName<?> slot = isFree(i) ? slotOf(i) : null;
            if (slot == null) {
                continue;
            }
            if (isReplacedHere(i)) {
                // "Use it in place of the 250".
                state.ignore(i);
                state.candidates.settle(i);
                continue;
            }
            int summand = summandOf(i, slot);
            if (summand >= 0) {
                Numeral more = counted(summand);
                state.candidates.addDerived(slot, counted(i).converted(value -> value.add(more.value())), i);
                state.use(i, unitOf(summand), Token.Use.CONNECTIVE);
                state.token(i).use = Token.Use.SLOT;
                state.candidates.settle(i);
                state.candidates.settle(summand);
                continue;
            }
            int factor = factorOf(i, slot);
            int next = factor >= 0 ? -1 : successor(i, slot);
            if (factor >= 0) {
                Numeral times = state.token(factor).numeral();
                state.candidates.addDerived(slot, counted(i).converted(value -> value.multiply(times.value())), i);
                state.use(i, unitOf(factor), Token.Use.CONNECTIVE);
                state.token(i).use = Token.Use.SLOT;
                state.candidates.settle(i);
                state.candidates.settle(factor);
                ignoreSame(factor);
            } else if (next >= 0) {
                if (COUNTS.contains(slot) && isSupplanted(i)) {
                    state.add(ParseState.WorkedOut.stated(slot, counted(next).value(), "", List.of(next)));
                }
                state.candidates.add(slot, counted(next), next);
                state.use(next, unitOf(next), Token.Use.CONNECTIVE);
                state.token(next).use = Token.Use.SLOT;
                state.ignore(i);
                state.candidates.settle(i);
            }
        }
    }

    /** {@code three branches, so 60 x 3}: both say the factor. */
    private void ignoreSame(int factor) {
        for (int k = 0; k < factor; k++) {
            if (isFree(k) && counted(k).value().compareTo(counted(factor).value()) == 0) {
                state.ignore(k);
                state.candidates.settle(k);
            }
        }
    }

    private Numeral counted(int number) {
        return Amounts.counted(state.token(number).numeral());
    }

    private boolean isFree(int i) {
        return state.isNumberAt(i)
                && state.token(i).use == Token.Use.NOTHING
                && !state.token(i).numeral().isRange();
    }

    /** Returns the last token of a number with its unit and its period. */
    private int unitOf(int number) {
        int unit = state.isUnitAt(number + 1) ? number + 1 : number;
        return state.isRateAt(unit + 1) && !state.isAt(unit + 1, Category.PERIODS)
                ? unit + 2
                : state.isAt(unit + 1, Category.PERIODS) ? unit + 1 : unit;
    }

    /** Returns the index of the 2 of {@code 180 x 2}, {@code 150 times 4}, or -1. */
    private int factorOf(int number, SlotName<?> slot) {
        boolean times = state.isTimesSign(number + 1)
                || state.isSymbolAt(number + 1, '*')
                || state.isAt(number + 1, Measure.TIMES);
        int factor = number + 2;
        Measure unit = state.measureAt(factor + 1);
        boolean counts = unit == null || unit == Measure.OTHER || unit == Measure.ITEM || unit == Measure.EXAMPLE;
        return times
                        && counts
                        && COUNTS.contains(slot)
                        && state.isCountAt(factor)
                        && state.token(factor).numeral().value().compareTo(MOST_TIMES) <= 0
                ? factor
                : -1;
    }

    /** Returns the index of the 3,500 of {@code now it's 5,000 plus 3,500}, of the 90 of {@code 90 there and 90 here}, or -1. */
    private int summandOf(int number, SlotName<?> slot) {
        boolean plus = state.hasTyped(number + 1, Trait.PLUS) || state.isSymbolAt(number + 1, '+');
        boolean places = state.hasTyped(number + 1, Trait.PLACE) && state.isAt(number + 2, Cue.AND);
        int summand = plus ? number + 2 : places ? number + 3 : -1;
        boolean alone = places ? state.hasTyped(summand + 1, Trait.PLACE) : !state.isUnitAt(summand + 1);
        return COUNTS.contains(slot) && alone && state.isCountAt(summand) ? summand : -1;
    }

    /** Returns the index of the one number that takes the place of one that is given up, or -1. */
    private int successor(int number, SlotName<?> slot) {
        if (state.has(Cue.VALIDATION)
                || !(isGivenUp(number)
                        || isCorrectedBehind(number)
                        || isOfWords(number, slot)
                        || isOneOfMany(number, slot))) {
            return -1;
        }
        int found = -1;
        for (int i = 0; i < state.size(); i++) {
            if (i != number && state.isNumberAt(i) && !state.candidates.isSetAside(i) && isOf(i, slot)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found >= 0 && !isAdded(found) ? found : -1;
    }

    /** {@code 400 is the August. Average of the year is 150}: a value of one time, in a message that says the average. */
    private boolean isOneOfMany(int number, SlotName<?> slot) {
        boolean one = COUNTS.contains(slot)
                && state.isAt(number + 1, Cue.IS)
                && state.hasTyped(number + 2, Trait.DEFINITE_ARTICLE)
                && !state.isAt(number + 3, Cue.AVERAGE);
        boolean average = false;
        for (int i = state.sentence(number).end(); one && !average && i < state.size(); i++) {
            average = state.isAt(i, Cue.AVERAGE);
        }
        return average;
    }

    private boolean isReplacedHere(int number) {
        int led = state.hasTyped(number - 1, Trait.DEFINITE_ARTICLE) ? number - 2 : number - 1;
        return state.isAt(led, Cue.INSTEAD_OF) && state.isBreakAt(number + 1);
    }

    /** {@code I think you read 2600 as the notes but it's 260}. */
    private boolean isCorrectedBehind(int number) {
        int end = Math.min(state.sentence(number).end(), number + REACH + 1);
        for (int but = number + 1; but < end && !state.isNumberAt(but); but++) {
            if (state.isAt(but, Cue.BUT)) {
                int next = but + 1;
                while (state.hasTyped(next, Trait.PRONOUN)
                        || state.hasTyped(next, Trait.OWNER)
                        || state.isAt(next, Cue.IS)) {
                    next++;
                }
                return state.isNumberAt(next) && state.isBreakAt(next + 1) && next > but + 1;
            }
        }
        return false;
    }

    /** {@code 310 was the median}, {@code 250's too rosy}, {@code 250 won't do}. */
    private boolean isGivenUp(int number) {
        int end = Math.min(state.clause(number).end(), number + REACH);
        for (int i = number + 1; i < end && !state.isNumberAt(i); i++) {
            if (state.isAt(i, Cue.NOT) || state.hasTyped(i, Trait.GIVES_UP)) {
                return true;
            }
        }
        return isOfOthers(number + 1) || isForgotten(number);
    }

    /** {@code forget the 4 epochs, 2 is enough}: another clause says the new value. */
    private boolean isForgotten(int number) {
        boolean the = state.hasTyped(number - 1, Trait.DEFINITE_ARTICLE);
        int verb = the ? number - 2 : number - 1;
        return state.isAt(verb, Cue.DROP) && state.clause(verb).first() == verb && state.isBreakAt(unitOf(number) + 1);
    }

    /** {@code 1,800 were the beds}, {@code the 3,400 is how many members we have}: no part of what follows. */
    private boolean isSupplanted(int number) {
        boolean was = state.hasTyped(number + 1, Trait.FORMER) && state.hasTyped(number + 2, Trait.DEFINITE_ARTICLE);
        return was || isOfOthers(number + 1);
    }

    /** {@code the 3,400 is how many members we have}, {@code 2,900 is the number of households}. */
    private boolean isOfOthers(int is) {
        int noun = state.hasTyped(is + 1, Trait.DEFINITE_ARTICLE) ? is + 2 : is + 1;
        boolean many = state.hasTyped(noun, Trait.ASKS_COUNT);
        boolean number = state.hasTyped(noun, Trait.QUANTITY) && state.isAt(noun + 1, Cue.OF);
        int counted = many ? noun + 1 : noun + 2;
        return state.isAt(is, Cue.IS) && (many || number) && !state.isItemAt(counted);
    }

    /** {@code 400 is characters, tokens are about 130}: the remembered length was none of tokens. */
    private boolean isOfWords(int number, SlotName<?> slot) {
        int unit = state.isAt(number + 1, Cue.IS) ? number + 2 : number + 1;
        return LENGTHS.contains(slot) && state.measureAt(unit) == Measure.WORD;
    }

    /** True if the unit of a number, where it has one, is that of a slot. */
    private boolean isOf(int number, SlotName<?> slot) {
        if (state.isSymbolAt(number - 1, '$') || state.isPercentAt(number + 1)) {
            return false;
        }
        Measure unit = state.measureAt(number + 1);
        if (unit == null) {
            return !state.isRateAt(number + 1) || slot == SlotName.REQUESTS_PER_DAY;
        }
        return switch (unit) {
            case TOKEN -> LENGTHS.contains(slot);
            case EXAMPLE, ITEM, OTHER -> COUNTS.contains(slot);
            case REQUEST, DAY -> slot == SlotName.REQUESTS_PER_DAY;
            case EPOCH -> slot == SlotName.EPOCHS;
            case MONTH -> slot == SlotName.MONTHS;
            case HOUR -> slot == SlotName.TRAINING_HOURS;
            default -> false;
        };
    }
}
