package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import java.math.BigDecimal;

/**
 * Numbers that say how long, how often or in how many pieces, but count nothing that is paid for: {@code cut to 8k}, {@code 8 times out of 10},
 * {@code 400 lines of prompt}.
 */
public final class UncountedNumbers {
    /** The most turns of a conversation, or tries of which some succeed. */
    private static final BigDecimal MOST_TURNS = BigDecimal.valueOf(100);

    private static final BigDecimal FULL_MARKS = BigDecimal.TEN;

    private static final BigDecimal HOURS_OF_DAY = BigDecimal.valueOf(24);

    /** The most words from an appointment to its hour. */
    private static final int REACH_OF_APPOINTMENT = 4;

    /** How the one name {@code of prompt} begins. */
    private static final String OF = "of ";

    private final ParseState state;

    private UncountedNumbers(ParseState state) {
        this.state = state;
    }

    /** True of a number that no reader may take. */
    public static boolean is(ParseState state, int number) {
        UncountedNumbers uncounted = new UncountedNumbers(state);
        return uncounted.isCutLength(number)
                || uncounted.isAverageOfTurns(number)
                || uncounted.isOfProportion(number)
                || uncounted.isTimesPer(number)
                || uncounted.isHourOfAppointment(number)
                || uncounted.isVote(number)
                || uncounted.isFullMarks(number)
                || uncounted.isOfPromptText(number);
    }

    /** The 1 of {@code +1}, {@code +1 from me}, {@code +1 for nano}. */
    private boolean isVote(int i) {
        return i == 1
                && state.isSymbolAt(0, '+')
                && state.token(i).numeral().value().compareTo(BigDecimal.ONE) == 0
                && !state.isUnitAt(i + 1);
    }

    /** Both numbers of {@code 10/10 answer}. */
    private boolean isFullMarks(int i) {
        if (FULL_MARKS.compareTo(state.token(i).numeral().value()) != 0) {
            return false;
        }
        int other = state.isSlash(i + 1) ? i + 2 : state.isSlash(i - 1) ? i - 2 : -1;
        return state.isNumberAt(other)
                && !state.isUnitAt(Math.max(i, other) + 1)
                && FULL_MARKS.compareTo(state.token(other).numeral().value()) == 0;
    }

    /** The 4 of {@code I have a meeting at 4}, {@code my call is at 11}. */
    private boolean isHourOfAppointment(int i) {
        boolean hour = state.hasTypedAnywhere(Trait.APPOINTMENT)
                && state.hasTyped(i - 1, Trait.CLOCK)
                && !state.isNumberAt(i - 1)
                && state.token(i).numeral().value().compareTo(HOURS_OF_DAY) <= 0
                && !state.isUnitAt(i + 1)
                && !state.isPluralAt(i + 1)
                && !state.isPercentAt(i + 1);
        for (int k = i - 2; hour && k >= i - REACH_OF_APPOINTMENT && k >= 0 && !state.isNumberAt(k); k--) {
            if (state.hasTyped(k, Trait.APPOINTMENT)) {
                return true;
            }
        }
        return false;
    }

    /** The 8k of {@code 6,600 contracts cut to 8k}: what is cut gets no more, so it is a length that none of them exceeds. */
    private boolean isCutLength(int i) {
        boolean cut = state.isAt(i - 1, Cue.TO)
                && (state.hasTyped(i - 2, Trait.CUTS) || state.hasTyped(i - 2, Trait.TRUNCATES))
                && state.isBreakAt(i + 1);
        for (int before = i - 2; cut && before >= state.sentence(i).first(); before--) {
            if (state.isNumberAt(before)) {
                Numeral things = Amounts.counted(state.token(before).numeral());
                return state.isItemAt(before + 1)
                        && Amounts.counted(state.token(i).numeral()).value().compareTo(things.value()) > 0;
            }
        }
        return false;
    }

    /** The numbers of {@code right 8 times out of 10}, {@code 9/10 times}, {@code 8 out of 10 answers}: how often something happens. */
    private boolean isOfProportion(int i) {
        if (isScore(i)) {
            return true;
        }
        return (state.has(Measure.TIMES) || state.has(Cue.OUT)) && isPartOrWhole(i);
    }

    /** The 7,3 of {@code rated 7,3/10}. */
    private boolean isScore(int i) {
        Token token = state.token(i);
        return state.isSlash(i + 1)
                && state.isCountAt(i + 2)
                && token.numeral().isAmbiguous()
                && token.numeral()
                                .readings()
                                .getFirst()
                                .compareTo(state.token(i + 2).numeral().value())
                        <= 0;
    }

    private boolean isPartOrWhole(int i) {
        return isLowerOfProportion(i)
                || isLowerOfProportion(i - 2)
                || isLowerOfProportion(i - 3)
                || isLowerOfProportion(i - 4);
    }

    private boolean isLowerOfProportion(int part) {
        if (!state.isCountAt(part)) {
            return false;
        }
        boolean times = state.isAt(part + 1, Measure.TIMES);
        int link = times ? part + 2 : part + 1;
        boolean outOf = state.isAt(link, Cue.OUT) && state.isAt(link + 1, Cue.OF);
        int whole = outOf ? link + 2 : link + 1;
        boolean linked = outOf || state.isSlash(link) || (times && state.isAt(link, Cue.OF));
        boolean said = times || state.isAt(whole + 1, Measure.TIMES);
        return linked
                && state.isCountAt(whole)
                && state.token(part)
                                .numeral()
                                .value()
                                .compareTo(state.token(whole).numeral().value())
                        <= 0
                && state.token(whole).numeral().value().compareTo(said ? MOST_TURNS : BigDecimal.TEN) <= 0
                && (said || (outOf && !state.isItemAt(whole + 1)));
    }

    /** The 7 of {@code the agent loops 7 times per turn}: the data are gone over no such number of times. */
    private boolean isTimesPer(int i) {
        return state.isAt(i + 1, Measure.TIMES)
                && state.isAt(i + 2, Cue.PER)
                && state.timeAt(i + 3) == null
                && (state.hasTyped(i + 3, Trait.TURNS) || state.isAt(i + 3, Measure.REQUEST));
    }

    /** The 400 of {@code 400 lines of prompt}: the text of a prompt, in another unit. */
    private boolean isOfPromptText(int i) {
        boolean joined = state.isAt(i + 2, Cue.PROMPT) && state.text.text().startsWith(OF, state.token(i + 2).start);
        int text = joined ? i + 2 : i + 3;
        return state.isItemAt(i + 1)
                && (joined
                        || (state.isAt(i + 2, Cue.OF)
                                && (state.isAt(text, Cue.PROMPT) || state.hasTyped(text, Trait.PROMPT_PART))))
                && state.isBreakAt(text + 1);
    }

    /** The 5.2 of {@code 6,000 conversations, avg 5.2 turns}: how many pieces each of them has is neither their length nor a count of them. */
    private boolean isAverageOfTurns(int i) {
        int average = state.isAssignmentAt(i - 1) || state.isAt(i - 1, Cue.OF) ? i - 2 : i - 1;
        return state.hasTyped(i + 1, Trait.TURNS)
                && state.isAt(average, Cue.AVERAGE)
                && state.token(i).numeral().value().compareTo(MOST_TURNS) <= 0;
    }
}
