package io.tunetally.interpreter.run;

import io.tunetally.catalog.Objective;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/** Reads how many answers reinforcement fine-tuning samples for a prompt, and their length: {@code 8 rollouts each 1k tokens}. */
public final class Rollouts {
    /** The most words between the rollouts and their length. */
    private static final int REACH = 4;

    /** A longer answer exceeds the context of every model. */
    private static final BigDecimal LONGEST_ANSWER = BigDecimal.valueOf(1_000_000);

    private final ParseState state;

    private Rollouts(ParseState state) {
        this.state = state;
    }

    /** Claims the numbers. */
    public static void read(ParseState state) {
        new Rollouts(state).read();
    }

    private void read() {
        boolean reinforced = isReinforced() || state.remembered.value(SlotName.OBJECTIVE) == Objective.RFT;
        if (!reinforced && !state.hasTypedAnywhere(Trait.ROLLOUT)) {
            return;
        }
        for (int i = 0; i < state.size(); i++) {
            int number = numberOf(i, reinforced);
            // Rollouts of software are none "per prompt".
            if (number >= 0 && (reinforced || (state.hasTyped(i, Trait.ROLLOUT) && isPerPrompt(i + 1)))) {
                state.claim(SlotName.ROLLOUTS, number, Math.min(number, i), Math.max(number, i));
                state.candidates.settle(number);
                readLength(Math.max(number, i));
                return;
            }
        }
        for (int i = 0; isCounted() && i < state.size(); i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.ROLLOUT)) {
                readLength(i);
            }
        }
    }

    private boolean isReinforced() {
        return state.any(
                token -> token.is(Category.OBJECTIVES) && token.lexeme != null && token.lexeme.code() == Objective.RFT);
    }

    /**
     * Returns the index of the 8 of {@code 8 rollouts}, {@code 8 completions per prompt}, {@code num_generations=8}, in a
     * conversation about them of {@code 8 per prompt}, or -1.
     */
    private int numberOf(int i, boolean reinforced) {
        boolean named = !state.isNumberAt(i) && state.hasTyped(i, Trait.ROLLOUT) && !state.isAt(i + 1, Measure.TOKEN);
        boolean answer = !state.isNumberAt(i)
                && state.hasTyped(i, Trait.SAMPLED_ANSWER)
                && (isPerPrompt(i + 1) || (reinforced && lengthBehind(i) >= 0) || (isCounted() && !state.isItemAt(i)));
        if (!named && !answer) {
            return state.isCountAt(i) && isPerPrompt(i + 1) && isCounted() ? i : -1;
        }
        if (state.isCountAt(i - 1)) {
            return i - 1;
        }
        int behind = state.isAssignmentAt(i + 1) || state.isAt(i + 1, Cue.OF) ? i + 2 : i + 1;
        return named && state.isCountAt(behind) && !state.isUnitAt(behind + 1) ? behind : -1;
    }

    /** True in a conversation that has their number. */
    private boolean isCounted() {
        return state.remembered.has(SlotName.ROLLOUTS);
    }

    private boolean isPerPrompt(int i) {
        boolean lexeme = state.isAt(i, Cue.EACH) && state.hasTyped(i, Trait.UNIT_OF_REQUEST);
        boolean words = (state.isAt(i, Cue.PER) || state.isAt(i, Cue.ARTICLE)) && state.isAt(i + 1, Cue.PROMPT);
        return lexeme || words;
    }

    private void readLength(int last) {
        int length = lengthBehind(last);
        if (length >= 0) {
            state.claim(SlotName.TOKENS_PER_EXAMPLE, length, length, length + 1);
            state.candidates.settle(length);
        }
    }

    /** Returns the index of the 1k of {@code 8 rollouts each 1k tokens}, {@code 8 rollouts, 1k tokens}, or -1. */
    private int lengthBehind(int last) {
        for (int i = last + 1; i <= last + REACH; i++) {
            if (state.isNumberAt(i)) {
                return state.isAt(i + 1, Measure.TOKEN) && !isOfAll(i) ? i : -1;
            }
            if (state.isBreakAt(i) && !state.isNumberAt(i + 1)) {
                return -1;
            }
        }
        return -1;
    }

    /** {@code 12M tokens in all}, {@code 3M rollout tokens}, {@code 12M tokens}: no answer has a million. */
    private boolean isOfAll(int number) {
        return state.isAt(number + 2, Cue.TOTAL)
                || state.isAt(number + 2, Cue.ROLLOUT)
                || state.token(number).numeral().value().compareTo(LONGEST_ANSWER) > 0;
    }
}
