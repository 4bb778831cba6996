package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import org.jspecify.annotations.Nullable;

/**
 * A price that is asked for in the place of the question before: {@code what will it cost for exactly 9,000} after a budget, {@code forget
 * about moving, what would it cost to tune 4.1 mini} after a migration, {@code how does the bill look with 4o instead} after an estimate.
 */
public final class AskedAnew {
    /** The most words from a verb of leaving to the migration that it leaves. */
    private static final int REACH = 2;

    private AskedAnew() {}

    /**
     * Returns the question that takes the place of the one before, or null if none does.
     *
     * @param said what the message was taken to ask, {@link Intent#NONE} if it only changes the request
     * @param before what the conversation asks
     */
    public static @Nullable Intent of(ParseState state, Intent said, Intent before) {
        boolean goesOn = said == Intent.NONE || said == before;
        return switch (before) {
            case BUDGET -> goesOn && pricesCount(state) ? Intent.ESTIMATE : null;
            case MIGRATE -> goesOn && leavesMigration(state) ? Intent.ESTIMATE : null;
            case ESTIMATE, TCO -> said == Intent.COMPARE && isInstead(state) ? before : null;
            default -> null;
        };
    }

    /** {@code they are asking what it will cost for exactly 9,000}, but not {@code is it enough for 2,000}. */
    private static boolean pricesCount(ParseState state) {
        return state.slots.has(SlotName.EXAMPLES)
                && !state.slots.has(SlotName.BUDGET_USD)
                && asksForPrice(state)
                && !state.has(Intent.BUDGET)
                && !state.hasTypedAnywhere(Trait.FITS_SUM);
    }

    private static boolean asksForPrice(ParseState state) {
        return state.has(Intent.ESTIMATE) && (state.asks() || state.has(Cue.QUESTION) || state.hasQuestionMark());
    }

    /** True if a message about tuning a model leaves the migration of the conversation: {@code never mind the move}. */
    public static boolean leavesMigration(ParseState state) {
        if (!state.isMigrating()
                || !state.has(Intent.ESTIMATE)
                || !(state.has(Category.TUNING) || state.has(Cue.TRAINING) || state.speaksOfTuning())) {
            return false;
        }
        for (int i = 0; i < state.size(); i++) {
            if (isLeaving(state, i) && isMigrationBehind(state, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLeaving(ParseState state, int verb) {
        return state.isAt(verb, Cue.DROP)
                || state.isAt(verb, Cue.RESET)
                || state.hasTyped(verb, Trait.FORGETS)
                || state.hasTyped(verb, Trait.LEAVES_OPEN);
    }

    private static boolean isMigrationBehind(ParseState state, int verb) {
        for (int i = verb + 1; i <= verb + REACH && !state.isBreakAt(i); i++) {
            if (state.hasTyped(i, Trait.MOVES) || state.isAt(i, Category.INTENTS)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInstead(ParseState state) {
        return state.has(Cue.INSTEAD)
                && !state.has(Intent.COMPARE)
                && !state.has(Cue.VERSUS)
                && state.mentions.size() == 1;
    }
}
