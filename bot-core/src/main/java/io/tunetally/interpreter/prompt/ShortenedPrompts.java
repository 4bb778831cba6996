package io.tunetally.interpreter.prompt;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;

/** A text of another name that tuning makes shorter: {@code our 2,000-token template gone down to 250}. */
final class ShortenedPrompts {
    /** The most words from the length of a text to what it is shortened to. */
    private static final int REACH_OF_SHRUNK = 8;

    /** The most words from the length of a prompt to the one that {@code it} is brought down to. */
    private static final int REACH_OF_LATER = 20;

    private ShortenedPrompts() {}

    /** {@code drops from a 900 token checklist to none}. */
    static boolean isNothing(ParseState state, int word) {
        int first = state.clause(word).first();
        boolean shrinks = state.has(Intent.BREAKEVEN);
        for (int i = word - 2; i >= first && !shrinks; i--) {
            shrinks = !state.isNumberAt(i) && (state.hasTyped(i, Trait.SHRINKS) || state.hasTyped(i, Trait.CUTS));
        }
        return shrinks
                && state.isAt(word - 1, Cue.TO)
                && !state.isNumberAt(word)
                && state.hasTyped(word, Trait.NOTHING);
    }

    /**
     * {@code a 1,300-token brief trimmed to 150}, {@code our 2,000-token template gone down to 250}: whatever the text is called,
     * where requests are counted it is the prompt.
     */
    static void read(ParseState state) {
        boolean running = state.has(Intent.BREAKEVEN)
                || state.has(Measure.REQUEST)
                || state.candidates.has(SlotName.REQUESTS_PER_DAY);
        for (int to = 3; running && to + 1 < state.size(); to++) {
            int length = state.isAt(to, Cue.TO) ? lengthBefore(state, to) : -1;
            if (length >= 0 && PromptPair.isSmaller(state, to + 1, length) && isEndOfLength(state, to + 2)) {
                state.candidates.withdraw(length);
                state.candidates.withdraw(to + 1);
                state.claim(SlotName.PROMPT_TOKENS, length, length, length);
                PromptPair.tuned(state, to + 1);
                state.candidates.settle(length);
                state.candidates.settle(to + 1);
                return;
            }
        }
    }

    /** {@code the prompt is 2,400 tokens of whisky lore, and we'd get it down to 200}: no other number stands between the prompt and what it becomes. */
    static void readLater(ParseState state, int prompt) {
        int number = prompt + 1;
        while (number < Math.min(state.size(), prompt + REACH_OF_LATER) && !state.isNumberAt(number)) {
            number++;
        }
        boolean open = state.isNumberAt(number)
                && state.candidates.slotOf(number) == null
                && PromptPair.isSmaller(state, number, prompt)
                && isEndOfLength(state, number + 1)
                && !state.isItemAt(number + 1);
        if (open && isShrunk(state, prompt, number)) {
            PromptPair.tuned(state, number);
        }
    }

    /** True of a number behind a verb of shrinking, its {@code it} and {@code to}. */
    private static boolean isShrunk(ParseState state, int prompt, int number) {
        boolean to = state.isAt(number - 1, Cue.TO) || state.hasTyped(number - 1, Trait.SHRINKS);
        int first = Math.max(Math.max(prompt + 1, state.sentence(number).first()), number - REACH_OF_SHRUNK);
        boolean it = false;
        for (int i = number - 1; to && i >= first && !state.isNumberAt(i); i--) {
            if (it && (state.hasTyped(i, Trait.CUTS) || state.hasTyped(i, Trait.SHRINKS))) {
                return true;
            }
            it |= state.hasTyped(i, Trait.PRONOUN);
        }
        return false;
    }

    private static boolean isEndOfLength(ParseState state, int next) {
        return state.isAt(next, Measure.TOKEN) || !(state.isUnitAt(next) || state.isRateAt(next));
    }

    /** Returns the 1,300 of {@code a 1,300-token brief trimmed to 150}: a length before one thing and a verb of shrinking, or -1. */
    private static int lengthBefore(ParseState state, int to) {
        boolean shrinks = false;
        for (int i = to - 1; i > Math.max(state.clause(to).first(), to - REACH_OF_SHRUNK); i--) {
            if (state.isNumberAt(i)) {
                return -1;
            }
            if (state.isAt(i, Measure.TOKEN)) {
                int length = state.isSymbolAt(i - 1, '-') ? i - 2 : i - 1;
                boolean one = !state.isPluralAt(i + 1) && !state.isAt(i + 1, Cue.EACH) && !state.isAt(i + 1, Cue.PER);
                return shrinks && one && state.isNumberAt(length) ? length : -1;
            }
            shrinks |= state.hasTyped(i, Trait.SHRINKS) || state.hasTyped(i, Trait.CUTS) || state.isAt(i, Cue.DROP);
        }
        return -1;
    }
}
