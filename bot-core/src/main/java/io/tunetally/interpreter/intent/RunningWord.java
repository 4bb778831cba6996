package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;

/** Words that speak of running a model, not of training it: {@code host}, {@code inference}, {@code run llama 8b}. */
public final class RunningWord {
    /** The most words between {@code run} and the model. */
    private static final int REACH = 4;

    /** A message speaks of its subject early. */
    private static final int MOST_TOKENS = 80;

    private RunningWord() {}

    /** True if a message has such a word. */
    public static boolean isIn(ParseState state) {
        for (int i = 0; i < Math.min(state.size(), MOST_TOKENS); i++) {
            if (state.hasTyped(i, Trait.SERVES)) {
                return true;
            }
        }
        for (Mention mention : state.mentions) {
            if (isRun(state, mention.first())) {
                return true;
            }
        }
        return false;
    }

    /** {@code what does running it cost}: of what the conversation is about. */
    public static boolean isOfThat(ParseState state) {
        for (int i = 0; i < state.size() - 1; i++) {
            if (state.hasTyped(i, Trait.RUNS) && state.hasTyped(i + 1, Trait.PRONOUN)) {
                return true;
            }
        }
        return false;
    }

    /** {@code run a tuned llama 8b}, but not {@code run the training of llama 8b} or {@code run 3 epochs on llama 8b}. */
    private static boolean isRun(ParseState state, int model) {
        for (int i = model - 1; i >= Math.max(0, model - REACH) && !state.isBreakAt(i) && !state.isNumberAt(i); i--) {
            if (state.hasTyped(i, Trait.RUNS)) {
                return true;
            }
            if (state.isAt(i, Cue.TRAINING)
                    || state.isAt(i, Category.METHODS)
                    || state.hasTyped(i, Trait.PART_OF)
                    || state.isAt(i, Cue.ON)) {
                return false;
            }
        }
        return false;
    }
}
