package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;

/** Tells a model that is tuned already, {@code a tuned llama 8b}, from a training: {@code we tune llama 8b}. */
public final class TunedModels {
    private TunedModels() {}

    /** True if the message names a model that is tuned already. */
    public static boolean areNamed(ParseState state) {
        for (int i = 0; state.hasTypedAnywhere(Trait.TUNED) && i < state.size(); i++) {
            if (isAt(state, i)) {
                return true;
            }
        }
        return false;
    }

    /** True if the message speaks of a training, and not only of a model that is tuned already. */
    public static boolean areTrained(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            boolean trains =
                    state.isAt(i, Category.TUNING) || state.isAt(i, Cue.TRAINING) || state.isAt(i, Measure.EPOCH);
            if (trains && !isAt(state, i)) {
                return true;
            }
        }
        return false;
    }

    /** The {@code tuned} of {@code a tuned llama 8b}, {@code a tuned small model}, {@code a tuned 8b}, {@code gpt-4.1-mini tuned}. */
    private static boolean isAt(ParseState state, int tuned) {
        if (state.isNumberAt(tuned) || !state.hasTyped(tuned, Trait.TUNED) || state.isReported(tuned)) {
            return false;
        }
        return isThing(state, tuned + 1)
                || state.isSize(tuned + 1)
                || (!state.isBreakAt(tuned + 1) && isThing(state, tuned + 2))
                || state.hasTyped(tuned, Trait.TUNED_THING)
                || state.mentions.stream()
                        .anyMatch(model -> model.first() == tuned + 1
                                || (model.last() == tuned - 1 && state.isBreakAt(tuned + 1)));
    }

    private static boolean isThing(ParseState state, int noun) {
        return !state.isNumberAt(noun) && state.hasTyped(noun, Trait.TUNED_THING);
    }
}
