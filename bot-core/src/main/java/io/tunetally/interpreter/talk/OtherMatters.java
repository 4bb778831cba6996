package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/**
 * Numbers of a conversation that belong to other matters by the words beside them: goods and guests ({@code 1,900 tickets sold}), times
 * of the day ({@code ring me after 4}), what was done how often ({@code the server was patched twice}).
 */
final class OtherMatters {
    private static final BigDecimal MOST_MINUTES = BigDecimal.valueOf(60);

    private static final BigDecimal HOURS_OF_DAY = BigDecimal.valueOf(24);

    /** The most words from a denial to the number that is denied. */
    private static final int REACH_OF_DENIAL = 5;

    /** The most words from the one who did something to its number. */
    private static final int REACH_OF_DEED = 5;

    private OtherMatters() {}

    /** True of a number of another matter, where no word of the message says that a value changes. */
    static boolean has(ParseState state, int number) {
        return isOfGoods(state, number)
                || isBeforeParticiple(state, number)
                || isOfClock(state, number)
                || isOfOtherDeed(state, number);
    }

    /** {@code 1,900 tickets sold}, {@code 480 comments of people shouting}, {@code 85 people waiting}: what is no text. */
    static boolean isOfGoods(ParseState state, int number) {
        boolean seats = state.hasTyped(number + 1, Trait.PEOPLE)
                && state.isAt(number + 2, Cue.IS)
                && !state.remembered.has(SlotName.REQUESTS_PER_DAY);
        return state.isNumberAt(number) && (seats || isDealtIn(state, number + 1) || isDealtIn(state, number + 2));
    }

    /** The 60 of {@code PR 1432 needs a second pair of eyes, it's only 60 lines}. */
    static boolean isOfCode(ParseState state, int number) {
        return state.hasTyped(number + 1, Trait.LINE_OF_CODE)
                && state.hasTypedAnywhere(Trait.CHANGE_OF_CODE)
                && !state.has(Cue.ADD)
                && !state.has(Cue.DROP);
    }

    /** The 300 of {@code Rui says his sister sold 300 cakes}, of {@code ops says they closed 300 tickets}: what somebody is said to have done. */
    static boolean isToldDeed(ParseState state, int number) {
        int first = state.sentence(number).first();
        boolean past = false;
        for (int i = number - 1; i > first && i >= number - REACH_OF_DEED; i--) {
            past |= state.isPastAt(i) || state.hasTyped(i, Trait.SELLS);
            boolean other = state.hasTyped(i, Trait.POSSESSIVE_OF_OTHERS)
                    || (state.isAt(i, Cue.PERSON) && !state.hasTyped(i, Trait.I_OR_WE));
            int verb = state.hasTyped(i - 1, Trait.THAT_CLAUSE) ? i - 2 : i - 1;
            if (other && past && verb > first && state.hasTyped(verb, Trait.PASSES_ON)) {
                return true;
            }
        }
        return false;
    }

    /** The 3 of {@code the auditors were here for 3 days}. */
    static boolean isStay(ParseState state, int number) {
        Measure unit = state.measureAt(number + 1);
        boolean time = unit != null && unit.isTime() && state.isAt(number - 1, Cue.FOR);
        boolean here = false;
        for (int i = state.clause(number).first(); time && i < number; i++) {
            here |= state.hasTyped(i, Trait.FORMER) && state.hasTyped(i + 1, Trait.PLACE);
        }
        return here;
    }

    /** The 15 of {@code their own model ate 15T tokens}: what whole models are made of, and no data to tune with. */
    static boolean isOfTrillions(ParseState state, int number) {
        return state.isNumberAt(number)
                && state.hasTyped(number + 1, Trait.TRILLION)
                && state.isAt(number + 2, Measure.TOKEN);
    }

    /** The 1720 of {@code rated 1720 now}. */
    static boolean isRating(ParseState state, int number) {
        return state.hasTyped(number - 1, Trait.RATED)
                && (state.isBreakAt(number + 1)
                        || state.hasTyped(number + 1, Trait.TODAY)
                        || state.isAt(number + 1, Cue.ON));
    }

    /** The eight thousand of {@code 7,500 is not 'about eight thousand'}: what a remembered value is not. */
    static boolean isDenied(ParseState state, int number) {
        int not = number - 1;
        while (not > number - REACH_OF_DENIAL
                && (state.isAt(not, Cue.ABOUT) || state.isSymbolAt(not, '\'') || state.isSymbolAt(not, '"'))) {
            not--;
        }
        int value = state.isAt(not - 1, Cue.IS) ? not - 2 : not - 1;
        return state.isAt(not, Cue.NOT)
                && state.isNumberAt(value)
                && state.remembersNumber(state.token(value).numeral().value())
                && !state.remembersNumber(state.token(number).numeral().value());
    }

    static boolean isDealtIn(ParseState state, int noun) {
        int last = state.isAt(noun + 1, Cue.IS) ? noun + 2 : noun + 1;
        return state.isPluralAt(noun) && state.hasTyped(last, Trait.DEALT_IN);
    }

    /** The 27 of {@code 27 failing}: what it counts is said elsewhere. */
    private static boolean isBeforeParticiple(ParseState state, int number) {
        return state.isParticipleAt(number + 1) && state.isBreakAt(number + 2);
    }

    /** The 5 of {@code standup in 5}, the 30 of {@code investor call in 30}, but not {@code goes in 30} beside what comes out. */
    static boolean isSoon(ParseState state, int number) {
        Token event = state.at(number - 2);
        boolean of = event != null
                && (event.kind == Token.Kind.WORD || (event.is(Measure.REQUEST) && !state.isPluralAt(number - 2)))
                && !state.hasTyped(number - 2, Trait.IS_DONE);
        return of
                && state.isAt(number - 1, Cue.IN)
                && isShortTime(state, number, MOST_MINUTES)
                && !state.hasQuestionMark()
                && !state.has(Cue.OUT)
                && !state.has(Cue.OUTPUT)
                && !state.has(Measure.TOKEN);
    }

    /** The 4 of {@code ring me after 4}, the 14 of {@code a table for 14}, the six of {@code out by half six}. */
    private static boolean isOfClock(ParseState state, int number) {
        boolean led = (state.hasTyped(number - 1, Trait.CLOCK) && !state.hasTyped(number - 2, Trait.PRONOUN))
                || state.hasTyped(number - 1, Trait.BEFORE_OR_AFTER)
                || state.hasTyped(number - 1, Trait.SINCE_TIME)
                || state.isAt(number - 1, Cue.HALF)
                || state.isAt(number - 1, Cue.FROM)
                || state.isAt(number - 1, Cue.FOR);
        return led
                && number - 1 > state.clause(number).first()
                && isShortTime(state, number, HOURS_OF_DAY)
                && state.any(token -> token.kind == Token.Kind.WORD);
    }

    private static boolean isShortTime(ParseState state, int number, BigDecimal most) {
        return state.isBreakAt(number + 1)
                && state.token(number).numeral().value().compareTo(most) <= 0;
    }

    /** The twice of {@code server 14 was patched twice}. */
    private static boolean isOfOtherDeed(ParseState state, int often) {
        return state.hasTyped(often, Trait.REPEATS) && state.isPastAt(often - 1);
    }
}
