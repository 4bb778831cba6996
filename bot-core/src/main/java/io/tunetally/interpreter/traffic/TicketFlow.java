package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;

/** What came in and went out in a report: {@code 5,940 tickets in, 5,870 out} counts no data and no tokens. */
public final class TicketFlow {
    /** The most words between what came in and the word for what is done. */
    private static final int REACH = 3;

    private TicketFlow() {}

    /** Drops both numbers, before they are read. */
    public static void read(ParseState state) {
        boolean flows = state.has(Cue.IN) && state.hasTypedAnywhere(Trait.ANSWERED_OFF) && !state.terse;
        for (int i = 0; flows && i < state.size(); i++) {
            int done = state.isNumberAt(i) && isCountOfItems(state, i + 1) ? doneBehind(state, i + 3) : -1;
            if (done >= 0) {
                drop(state, i);
                drop(state, done);
            }
        }
    }

    private static boolean isCountOfItems(ParseState state, int item) {
        return state.isItemAt(item) && state.isAt(item + 1, Cue.IN);
    }

    /** Returns the index of the 5,870 of {@code , 5,870 out}, {@code and 5,870 tickets closed}, or -1. */
    private static int doneBehind(ParseState state, int link) {
        int number = link + 1;
        boolean joined = state.isSymbolAt(link, ',') || state.isAt(link, Cue.AND) || state.isSlash(link);
        for (int i = number + 1; joined && state.isNumberAt(number) && i <= number + REACH; i++) {
            if (state.hasTyped(i, Trait.ANSWERED_OFF)) {
                return number;
            }
            if (!state.isItemAt(i)) {
                return -1;
            }
        }
        return -1;
    }

    private static void drop(ParseState state, int number) {
        state.ignore(number);
        state.candidates.settle(number);
    }
}
