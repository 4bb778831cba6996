package io.tunetally.interpreter.prompt;

import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.SlotName;

/** What is left of a prompt: {@code prompt 1,900 tokens, without the shots 400}, {@code 400 without the few-shot examples}. */
final class PromptWithoutParts {
    /** The most words of what is left out. */
    private static final int LONGEST_PART = 3;

    private PromptWithoutParts() {}

    /** Fills the length after tuning, where only the one before is known. */
    static void read(ParseState state, int prompt) {
        if (!state.hasTypedAnywhere(Trait.NONE_OF) || state.candidates.has(SlotName.TUNED_PROMPT_TOKENS)) {
            return;
        }
        for (int i = 1; i < state.size(); i++) {
            int part = state.isNumberAt(i) || !state.hasTyped(i, Trait.NONE_OF) ? -1 : lastOfPart(state, i);
            if (part < 0) {
                continue;
            }
            int before = state.isAt(i - 1, Measure.TOKEN) ? i - 2 : i - 1;
            int rest = isRest(state, part + 1, prompt) ? part + 1 : isRest(state, before, prompt) ? before : -1;
            if (rest >= 0) {
                state.candidates.withdraw(rest);
                PromptPair.tuned(state, rest);
                state.candidates.settle(rest);
                return;
            }
        }
    }

    /** Returns the last word of the part that is left out, or -1: {@code the few-shot examples}. */
    private static int lastOfPart(ParseState state, int without) {
        int last = -1;
        for (int i = without + 1; i <= without + LONGEST_PART && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            boolean named = state.hasTyped(i, Trait.PROMPT_PART) || (last > 0 && state.isItemAt(i));
            if (named) {
                last = i;
            }
        }
        return last;
    }

    private static boolean isRest(ParseState state, int number, int prompt) {
        boolean length = state.isBreakAt(number + 1)
                || state.isAt(number + 1, Measure.TOKEN)
                || (state.isNumberAt(number) && !state.isUnitAt(number + 1));
        return number != prompt && length && PromptPair.isSmaller(state, number, prompt);
    }
}
