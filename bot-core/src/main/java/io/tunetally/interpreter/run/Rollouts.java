package io.tunetally.interpreter.run;

import io.tunetally.catalog.Objective;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.SlotName;

/** Reads how many answers reinforcement fine-tuning samples for a prompt, and their length: {@code 8 rollouts each 1k tokens}. */
public final class Rollouts {
    /** The most words between the rollouts and their length. */
    private static final int REACH = 4;

    private final ParseState state;

    private Rollouts(ParseState state) {
        this.state = state;
    }

    /** Claims the numbers. */
    public static void read(ParseState state) {
        new Rollouts(state).read();
    }

    private void read() {
        boolean reinforced = isReinforced();
        if (!reinforced && !state.hasTypedAnywhere(Trait.ROLLOUT)) {
            return;
        }
        for (int i = 0; i < state.size(); i++) {
            int number = numberOf(i);
            // Rollouts of software are none "per prompt".
            if (number >= 0 && (reinforced || (state.hasTyped(i, Trait.ROLLOUT) && isPerPrompt(i + 1)))) {
                state.claim(SlotName.ROLLOUTS, number, Math.min(number, i), Math.max(number, i));
                state.candidates.settle(number);
                readLength(Math.max(number, i));
                return;
            }
        }
    }

    private boolean isReinforced() {
        return state.any(
                token -> token.is(Category.OBJECTIVES) && token.lexeme != null && token.lexeme.code() == Objective.RFT);
    }

    /** Returns the index of the 8 of {@code 8 rollouts}, {@code 8 completions per prompt}, {@code num_generations=8}, or -1. */
    private int numberOf(int i) {
        boolean named = !state.isNumberAt(i) && state.hasTyped(i, Trait.ROLLOUT) && !state.isAt(i + 1, Measure.TOKEN);
        boolean answer = !state.isNumberAt(i) && state.hasTyped(i, Trait.SAMPLED_ANSWER) && isPerPrompt(i + 1);
        if (!named && !answer) {
            return -1;
        }
        if (state.isCountAt(i - 1)) {
            return i - 1;
        }
        int behind = state.isAssignmentAt(i + 1) || state.isAt(i + 1, Cue.OF) ? i + 2 : i + 1;
        return named && state.isCountAt(behind) && !state.isUnitAt(behind + 1) ? behind : -1;
    }

    private boolean isPerPrompt(int i) {
        boolean lexeme = state.isAt(i, Cue.EACH) && state.hasTyped(i, Trait.UNIT_OF_REQUEST);
        boolean words = (state.isAt(i, Cue.PER) || state.isAt(i, Cue.ARTICLE)) && state.isAt(i + 1, Cue.PROMPT);
        return lexeme || words;
    }

    private void readLength(int last) {
        for (int i = last + 1; i <= last + REACH && !state.isBreakAt(i); i++) {
            if (state.isNumberAt(i)) {
                if (state.isAt(i + 1, Measure.TOKEN)) {
                    state.claim(SlotName.TOKENS_PER_EXAMPLE, i, i, i + 1);
                    state.candidates.settle(i);
                }
                return;
            }
        }
    }
}
