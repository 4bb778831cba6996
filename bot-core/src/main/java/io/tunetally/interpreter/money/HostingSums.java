package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.traffic.Periods;

/** Finds the fees for hosting without a currency sign: {@code plus 2k a month for hosting}, {@code hosting is 2k a month}. */
public final class HostingSums {
    /** The most words between hosting and its sum: {@code hosting a tuned llama 70b is 2k a month}. */
    private static final int REACH = 8;

    /** The most words between a sum and what it is for. */
    private static final int REACH_OF_PURPOSE = 3;

    private final ParseState state;
    private final Periods periods;

    public HostingSums(ParseState state, Periods periods) {
        this.state = state;
        this.periods = periods;
    }

    /** Returns the index of the last word of such a sum with its period, or -1. */
    public int lastFrom(int number) {
        boolean signed = state.isSymbolAt(number - 1, '$') || state.isAt(number + 1, Category.CURRENCIES);
        if (signed || !state.hasTypedAnywhere(Trait.HOSTING)) {
            return -1;
        }
        TimeUnit period = periods.timeAfter(number);
        boolean billed = period == TimeUnit.MONTH || period == TimeUnit.YEAR;
        int last = billed ? periods.lastOfPeriod(number) : -1;
        return last > number && (isForHosting(last) || isOfHosting(number)) ? last : -1;
    }

    /** {@code hosting $1,224}, {@code $1,224 hosting}, {@code $1,224 for hosting}: a fee beside the price of a training. */
    public static boolean isFee(ParseState state, int first, int last) {
        if (!state.hasTypedAnywhere(Trait.HOSTING)) {
            return false;
        }
        int before = first - 1;
        while (state.isSymbolAt(before, ':') || state.isAt(before, Cue.IS) || state.isAt(before, Cue.OF)) {
            before--;
        }
        int behind = state.isAt(last + 1, Cue.FOR) || state.isAt(last + 1, Cue.OF) ? last + 2 : last + 1;
        behind =
                state.isAt(behind, Cue.ARTICLE) || state.hasTyped(behind, Trait.DEFINITE_ARTICLE) ? behind + 1 : behind;
        return isHosting(state, before) || isHosting(state, behind);
    }

    private static boolean isHosting(ParseState state, int i) {
        return state.at(i) != null && !state.isNumberAt(i) && state.hasTyped(i, Trait.HOSTING);
    }

    private boolean isForHosting(int last) {
        boolean purpose = state.isAt(last + 1, Cue.FOR);
        for (int i = last + 2; purpose && i < last + 2 + REACH_OF_PURPOSE && !isEnd(i); i++) {
            if (state.hasTyped(i, Trait.HOSTING)) {
                return true;
            }
        }
        return false;
    }

    /** {@code Hosting a tuned llama 70b is 2k a month}, unlike {@code traffic while hosting is 2k a month}. */
    private boolean isOfHosting(int number) {
        int verb = state.isAt(number - 1, Cue.ABOUT) ? number - 2 : number - 1;
        if (state.isNumberAt(verb) || !(state.isAt(verb, Trait.FORM_OF_BE) || state.hasTyped(verb, Trait.COSTS))) {
            return false;
        }
        for (int i = verb - 1; i >= Math.max(state.clause(number).first(), verb - REACH) && !isSum(i); i--) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.HOSTING)) {
                return opensClause(i) && !state.isItemAt(i + 1);
            }
        }
        return false;
    }

    private boolean opensClause(int noun) {
        boolean led = state.isAt(noun - 1, Cue.PERSON) || state.hasTyped(noun - 1, Trait.DEFINITE_ARTICLE);
        int before = led ? noun - 2 : noun - 1;
        return before < state.clause(noun).first() || state.isBreakAt(before) || state.isAt(before, Cue.AND);
    }

    private boolean isSum(int i) {
        return state.isNumberAt(i) && !state.isOfMention(i);
    }

    private boolean isEnd(int i) {
        return state.isBreakAt(i) || state.isNumberAt(i);
    }
}
