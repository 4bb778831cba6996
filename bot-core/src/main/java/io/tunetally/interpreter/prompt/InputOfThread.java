package io.tunetally.interpreter.prompt;

import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/**
 * The shorter input of a thread's requests: after {@code 1,500 in}, the 400 of {@code what if the prompt is only 400 tokens} is all that
 * is sent, not a prompt on top of it.
 */
public final class InputOfThread {
    private InputOfThread() {}

    /** Turns the only length of a prompt into that of the input, where it is shorter than the input that was said. */
    public static void read(ParseState state) {
        BigDecimal input = state.remembered.number(SlotName.INPUT_TOKENS);
        if (input == null
                || !state.mayEdit()
                || state.remembered.has(SlotName.PROMPT_TOKENS)
                || state.remembered.has(SlotName.UNTUNED)
                || state.candidates.has(SlotName.INPUT_TOKENS)
                || state.isPaybackRemembered()
                || state.has(Intent.BREAKEVEN)) {
            return;
        }
        List<SlotCandidates.Candidate> candidates = state.candidates.all();
        int only = -1;
        for (int k = 0; k < candidates.size(); k++) {
            SlotName<?> slot = candidates.get(k).slot();
            if (slot == SlotName.PROMPT_TOKENS || slot == SlotName.TUNED_PROMPT_TOKENS) {
                if (only >= 0) {
                    return;
                }
                only = k;
            }
        }
        if (only >= 0 && candidates.get(only).numeral().value().compareTo(input) < 0) {
            state.candidates.replace(only, candidates.get(only).as(SlotName.INPUT_TOKENS));
        }
    }
}
