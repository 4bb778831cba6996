package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;

/**
 * Counts beside a question for the number of examples that money buys: the 41,000 of {@code discovery is 41,000 pages. How many
 * agreements can we train on for $1,500?} and the 5k of {@code AWS credits 5k} are none of these examples.
 */
public final class AskedCounts {
    /** The most words between {@code how many} and what is counted. */
    private static final int REACH = 3;

    private AskedCounts() {}

    /** Drops the counts of other sentences, once the budget is known. */
    public static void settle(ParseState state) {
        boolean asked = state.hasTypedAnywhere(Trait.ASKS_COUNT)
                && state.candidates.has(SlotName.BUDGET_USD)
                && state.remembered.isEmpty()
                && !state.terse;
        for (int i = 0; asked && i < state.size(); i++) {
            if (state.hasTyped(i, Trait.ASKS_COUNT) && (namesData(state, i) || asksForData(state, i + 1))) {
                dropOthers(state, state.sentence(i));
                return;
            }
        }
    }

    /** {@code how much data}, {@code how many examples}. */
    private static boolean namesData(ParseState state, int question) {
        return state.token(question).is(Trait.ASKS_HOW_MANY);
    }

    /** {@code how many conversations}, {@code how many agreements}; not {@code how many of them}, {@code how many epochs}. */
    private static boolean asksForData(ParseState state, int first) {
        for (int i = first; i < first + REACH && !state.isBreakAt(i); i++) {
            Token noun = state.token(i);
            boolean thing = noun.kind == Token.Kind.WORD && state.isPluralAt(i);
            if (state.isItemAt(i) || thing) {
                return true;
            }
            if (state.isUnitAt(i) || state.hasTyped(i, Trait.PART_OF)) {
                return false;
            }
        }
        return false;
    }

    private static void dropOthers(ParseState state, Sentence asked) {
        for (int i = 0; i < state.size(); i++) {
            boolean other = state.isNumberAt(i) && (i < asked.first() || i >= asked.end());
            if (other && (state.token(i).use == Token.Use.NOTHING || isOfData(state, i))) {
                state.withdraw(i);
                state.candidates.settle(i);
            }
        }
    }

    private static boolean isOfData(ParseState state, int number) {
        return state.candidates.all().stream()
                .anyMatch(each -> each.token() == number
                        && (each.slot() == SlotName.EXAMPLES || each.slot() == SlotName.TOTAL_TOKENS));
    }
}
