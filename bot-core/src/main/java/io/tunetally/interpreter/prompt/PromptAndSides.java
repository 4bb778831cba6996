package io.tunetally.interpreter.prompt;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.SlotName;

/**
 * Reads the three lengths of a request in one list: {@code each one with 3,000 tokens of instructions, 200 from the customer and
 * 250 in reply}.
 */
public final class PromptAndSides {
    /** The most words from a length to the next one. */
    private static final int REACH = 6;

    private final ParseState state;

    private PromptAndSides(ParseState state) {
        this.state = state;
    }

    /** Claims the lengths before others take them for those of examples or of a prompt after tuning. */
    public static void read(ParseState state) {
        boolean prompt = state.has(Cue.PROMPT)
                || state.hasTypedAnywhere(Trait.PROMPT_PART)
                || state.hasTypedAnywhere(Trait.INSTRUCTS);
        if (prompt && state.has(Measure.TOKEN) && state.has(Cue.FROM)) {
            new PromptAndSides(state).read();
        }
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            int sent = state.isCountAt(i) && state.isAt(i + 1, Measure.TOKEN) ? nextLength(i + 2) : -1;
            int answer = sent < 0 ? -1 : nextLength(sent + 1);
            if (answer >= 0 && isPrompt(i + 2, sent) && isFrom(sent + 1) && isAnswer(answer)) {
                claim(SlotName.PROMPT_TOKENS, i);
                claim(SlotName.INPUT_TOKENS, sent);
                claim(SlotName.OUTPUT_TOKENS, answer);
                return;
            }
        }
    }

    /** Returns the next number of a list in the same sentence, or -1. */
    private int nextLength(int first) {
        int end = Math.min(state.sentence(first - 1).end(), first + REACH);
        for (int i = first; i < end; i++) {
            if (state.isNumberAt(i)) {
                boolean joined = state.isSymbolAt(i - 1, ',') || state.isAt(i - 1, Cue.AND);
                return joined && state.isCountAt(i) ? i : -1;
            }
        }
        return -1;
    }

    private boolean isPrompt(int first, int end) {
        for (int i = first; i < end; i++) {
            if (state.isAt(i, Cue.PROMPT)
                    || state.hasTyped(i, Trait.PROMPT_PART)
                    || state.hasTyped(i, Trait.INSTRUCTS)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFrom(int next) {
        int from = state.isAt(next, Measure.TOKEN) ? next + 1 : next;
        return state.isAt(from, Cue.FROM) && !state.isNumberAt(from + 1);
    }

    /** {@code 250 in reply}, {@code 120 in answer}, {@code 90 back}. */
    private boolean isAnswer(int number) {
        int next = state.isAt(number + 1, Measure.TOKEN) ? number + 2 : number + 1;
        int noun = state.isAt(next, Cue.IN) || state.isAt(next, Cue.FOR) || state.hasTyped(next, Trait.IN_ROLE)
                ? next + 1
                : next;
        return state.isAt(noun, Cue.OUTPUT)
                || state.hasTyped(noun, Trait.ANSWERS)
                || state.hasTyped(noun, Trait.ANSWERED)
                || state.hasTyped(next, Trait.COMES_BACK);
    }

    private void claim(SlotName<?> slot, int number) {
        int last = state.isAt(number + 1, Measure.TOKEN) ? number + 1 : number;
        state.claim(slot, number, number, last);
        state.candidates.settle(number);
    }
}
