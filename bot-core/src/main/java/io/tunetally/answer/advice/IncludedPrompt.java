package io.tunetally.answer.advice;

import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;

/**
 * The prompt as a part of the input that was said: the input on a bill includes it, and so does one of the same length. A
 * prompt that is only said to be cut is all of the input.
 */
public final class IncludedPrompt {
    private IncludedPrompt() {}

    /**
     * Returns filled slots whose input is the user's part alone.
     *
     * @param said the slots of the request, without defaults
     */
    public static Slots apart(Slots said, Slots filled) {
        Slot<Long> input = said.get(SlotName.INPUT_TOKENS);
        if (input == null || input.high() != null) {
            return filled;
        }
        Long prompt = said.value(SlotName.PROMPT_TOKENS);
        if (prompt == null) {
            Long tuned = said.value(SlotName.TUNED_PROMPT_TOKENS);
            return tuned == null || tuned >= input.value()
                    ? filled
                    : withPrompt(filled, input.value(), new Slot<>(0L, null, input.origin(), null, false));
        }
        boolean included = prompt.equals(input.value())
                || (said.has(SlotName.MONTHLY_BILL_USD) && prompt.compareTo(input.value()) < 0);
        return included
                ? filled.with(
                        SlotName.INPUT_TOKENS, new Slot<>(input.value() - prompt, null, input.origin(), null, false))
                : filled;
    }

    private static Slots withPrompt(Slots filled, long prompt, Slot<Long> rest) {
        return filled.with(SlotName.PROMPT_TOKENS, new Slot<>(prompt, null, Origin.DERIVED, null, false))
                .with(SlotName.INPUT_TOKENS, rest);
    }
}
