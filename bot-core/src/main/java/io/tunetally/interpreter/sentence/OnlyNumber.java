package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.function.Predicate;

/** The only number of a message that no reader has used, and that may change the request of its conversation: {@code nope, 450}. */
public final class OnlyNumber {
    /** Below it a number counts other things as often as examples. */
    public static final BigDecimal FEWEST_EXAMPLES = BigDecimal.valueOf(30);

    /** A number in a longer clause belongs to the clause's own topic. */
    private static final int MOST_AROUND_A_NUMBER = 6;

    /** The distance between a number and the same said again. */
    private static final int REACH_OF_AGAIN = 3;

    /** A translated message that is no longer has no room for another matter. */
    private static final int MOST_TRANSLATED = 5;

    private static final BigDecimal HOURS_OF_DAY = BigDecimal.valueOf(24);

    private OnlyNumber() {}

    /** Returns the index of the only unused number, in a clause of hardly more than it; else -1. */
    public static int ofClause(ParseState state) {
        int concluded = concluded(state);
        if (concluded >= 0) {
            return concluded;
        }
        int open = unused(state);
        return open >= 0 && state.clause(open).end() - state.clause(open).first() <= MOST_AROUND_A_NUMBER ? open : -1;
    }

    /** Returns the index of the 80 of {@code only 2 shifts will use it so 80}, of the 300 of {@code 5 branches joined, so it's 300}, or -1. */
    private static int concluded(ParseState state) {
        int last = state.size() - 1;
        int number = state.isBreakAt(last) ? last - 1 : last;
        boolean open = state.isCountAt(number)
                && state.token(number).use == Token.Use.NOTHING
                && !state.token(number).numeral().isInBillions();
        int so = number - 1;
        while (state.isAt(so, Cue.IS) || state.hasTyped(so, Trait.PRONOUN) || state.isAt(so, Cue.ABOUT)) {
            so--;
        }
        boolean led = state.hasTyped(so, Trait.CONCLUDES) && state.hasTyped(so, Trait.TURNS_TO_NOW);
        return open && led ? number : -1;
    }

    /** Returns the index of the only unused number, or -1. */
    public static int unused(ParseState state) {
        return of(state, token -> token.use == Token.Use.NOTHING);
    }

    /** Returns the index of the only number of such a use, or -1. */
    public static int of(ParseState state, Predicate<Token> isOpen) {
        int open = -1;
        BigDecimal said = null;
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            // "NO. 4,000. FOUR THOUSAND": the same once more.
            boolean again = said != null
                    && i - open <= REACH_OF_AGAIN
                    && token.isNumber()
                    && token.numeral().value().compareTo(said) == 0;
            boolean free = token.isNumber() && !again && isOpen.test(token) && !isMultiple(state, i);
            if (free
                    && !token.numeral().isInBillions()
                    && !isOfUsersOrTime(state, i)
                    && !isPronoun(state, i)
                    && !isOfNamed(state, i)
                    && !namesThing(state, i)
                    && !state.candidates.isSetAside(i)
                    && !isOfScore(state, i)
                    && !isOfClock(state, i)
                    && !isOfZeros(state, i)
                    && !state.isPercentAt(i + 1)
                    && !isSaidBefore(state, i)) {
                if (open >= 0) {
                    return -1;
                }
                open = i;
                said = token.numeral().value();
            }
        }
        return open >= 0 && isOfThings(state, open) ? -1 : open;
    }

    /** True of the 5 of {@code standup in 5}, the 27 of {@code 27 failing}: words of its own say that so few are no epochs or months. */
    public static boolean isOfOtherMatter(ParseState state, SlotName<?> slot, int number) {
        Measure unit = slot == SlotName.EPOCHS ? Measure.EPOCH : Measure.MONTH;
        boolean brief = state.text.isTranslated() && state.size() <= MOST_TRANSLATED;
        boolean named = state.has(unit) || state.hasTyped(number, Trait.REPEATS) || brief;
        if (named || !(slot == SlotName.EPOCHS || slot == SlotName.MONTHS)) {
            return false;
        }
        if (state.isOfThemAt(number + 1)) {
            // "The governors will be delighted, all 11 of them."
            return true;
        }
        boolean words = false;
        for (int i = state.clause(number).first(); i < state.clause(number).end(); i++) {
            if (!state.isNumberAt(i) && (state.hasTyped(i, Trait.IS_ENOUGH) || state.hasTyped(i, Trait.AFFORDS))) {
                return false;
            }
            words |= state.token(i).kind == Token.Kind.WORD;
        }
        return words;
    }

    /** True of the 35 of {@code 35 people}: with a noun of its own it is no length. */
    public static boolean countsThings(ParseState state, int number) {
        return state.isPluralAt(number + 1) || state.token(number).numeral().isInBillions();
    }

    /** {@code we have 300 customers} in a conversation about traffic, {@code 300 days}: they count nothing of the request. */
    private static boolean isOfUsersOrTime(ParseState state, int number) {
        Measure measure = state.measureAt(number + 1);
        boolean users = state.remembered.has(SlotName.REQUESTS_PER_DAY) && state.hasTyped(number + 1, Trait.ANYONE);
        return users || (measure != null && measure.time() != null);
    }

    /** The two of {@code two chairs}, of {@code two of my people}: with a noun of its own, so small a number counts nothing of the request. */
    private static boolean isOfThings(ParseState state, int number) {
        int of = number + 1;
        boolean ofOurs = state.hasTyped(of, Trait.PART_OF)
                && (state.isAt(of + 1, Cue.PERSON)
                        || state.hasTyped(of + 1, Trait.OWNER)
                        || state.hasTyped(of + 1, Trait.DEFINITE_ARTICLE));
        int at = ofOurs ? of + 2 : of;
        Token noun = state.at(at);
        boolean word =
                noun != null && (noun.kind == Token.Kind.WORD || (noun.lexeme != null && !noun.is(Category.UNITS)));
        return noun != null
                && (ofOurs ? !state.isItemAt(at) : word && state.isPluralAt(at))
                && state.token(number).numeral().value().compareTo(FEWEST_EXAMPLES) < 0;
    }

    /** The tens of {@code 10 out of 10}. */
    private static boolean isOfScore(ParseState state, int number) {
        boolean first = state.hasTyped(number + 1, Trait.OUT_OF) && state.isNumberAt(number + 3);
        boolean last = state.hasTyped(number - 2, Trait.OUT_OF) && state.isNumberAt(number - 3);
        int other = first ? number + 3 : number - 3;
        return (first || last)
                && state.token(number)
                                .numeral()
                                .value()
                                .compareTo(state.token(other).numeral().value())
                        == 0;
    }

    /** The one of {@code a typical one has 260 tokens}, {@code the short one}. */
    private static boolean isPronoun(ParseState state, int number) {
        Token before = state.at(number - 1);
        return state.isOneAt(number)
                && before != null
                && (before.kind == Token.Kind.WORD || before.is(Cue.AVERAGE) || before.is(Cue.LONG));
    }

    /** The number of {@code those two}, {@code the other two}, {@code which of the two}, {@code two of them}: it counts what was named. */
    public static boolean isOfNamed(ParseState state, int number) {
        boolean led = state.isAt(number - 1, Cue.THEM)
                || state.isAt(number - 1, Cue.ALL)
                || (state.isAt(number - 1, Cue.SAME) && !state.hasTyped(number - 1, Trait.PLANS_WITH))
                || state.hasTyped(number - 1, Trait.OTHERS)
                || (state.hasTyped(number - 1, Trait.DEFINITE_ARTICLE) && !state.has(Cue.INSTEAD))
                || state.isOfThemAt(number + 1);
        return led
                && !state.isUnitAt(number + 1)
                && state.token(number).numeral().value().compareTo(BigDecimal.TEN) < 0;
    }

    /** The number of {@code room 212}, {@code budget line 4711}, the last of {@code room 415 or 416}: it names a place or a thing. */
    public static boolean namesThing(ParseState state, int number) {
        if (!state.hasTypedAnywhere(Trait.NUMBERED_THING)) {
            return false;
        }
        int first = state.isJoin(number - 1) && state.isNumberAt(number - 2) ? number - 2 : number;
        int thing = first - 1;
        boolean counted = state.isAt(thing - 1, Cue.PER)
                || state.isAt(thing - 1, Cue.ARTICLE)
                || state.isAt(thing - 1, Cue.EACH)
                || state.isAt(thing - 1, Cue.EVERY)
                || state.isNumberAt(thing - 1);
        Numeral numeral = state.token(number).numeral();
        return state.hasTyped(thing, Trait.NUMBERED_THING)
                && !state.isNumberAt(thing)
                && !counted
                && !numeral.isRange()
                && numeral.suffix() == ' '
                && !state.isUnitAt(number + 1);
    }

    /** The hour of {@code see you at 4}, {@code half past 8}; not the number of {@code keep it at 4}. */
    private static boolean isOfClock(ParseState state, int number) {
        return state.hasTypedAnywhere(Trait.CLOCK)
                && state.hasTyped(number - 1, Trait.CLOCK)
                && !state.hasTyped(number - 2, Trait.PRONOUN)
                && state.token(number).numeral().value().compareTo(HOURS_OF_DAY) <= 0;
    }

    /** The one of {@code one more zero}. */
    private static boolean isOfZeros(ParseState state, int number) {
        return state.hasTyped(number, Trait.ZERO)
                || state.hasTyped(number + 1, Trait.ZERO)
                || state.hasTyped(number + 2, Trait.ZERO);
    }

    /** The last number of {@code 3 replicas during the sale, so 3}. */
    private static boolean isSaidBefore(ParseState state, int number) {
        BigDecimal value = state.token(number).numeral().value();
        for (int i = 0; i < number; i++) {
            Token token = state.token(i);
            if (token.isNumber()
                    && token.use == Token.Use.SLOT
                    && token.numeral().value().compareTo(value) == 0) {
                return true;
            }
        }
        return false;
    }

    /** The {@code 10} of {@code 10x the data}. */
    public static boolean isMultiple(ParseState state, int i) {
        Token token = state.token(i);
        return token.isNumber()
                && !token.numeral().isRange()
                && !(state.text.isTranslated() && state.isAt(i - 1, Measure.EPOCH))
                && ((token.use == Token.Use.NOTHING && state.isSymbolAt(i + 1, 'x'))
                        || (token.use != Token.Use.SLOT && (state.isAt(i + 1, Measure.TIMES) || isTimesOf(state, i))));
    }

    /** {@code 3x of that}. */
    private static boolean isTimesOf(ParseState state, int i) {
        return state.isSymbolAt(i + 1, 'x') && state.hasTyped(i + 2, Trait.PART_OF);
    }
}
