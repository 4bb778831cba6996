package io.tunetally.answer.advice;

import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.EnumSet;
import java.util.Set;

/**
 * The prompt that a tuned model is taken to need where only a longer one of today was said. Every answer that sets a tuned
 * model against the one of today assumes the same; the cost of a tuned model alone keeps the prompt that was said for it.
 */
public final class TunedPrompt {
    private static final long TOKENS = 200;

    /** The questions that are about today's model and a tuned one. */
    private static final Set<Intent> OF_BOTH = EnumSet.of(Intent.WORTHIT, Intent.BREAKEVEN, Intent.RECOMMEND);

    private TunedPrompt() {}

    /** Returns filled slots with the assumed prompt after tuning, if the request is about both models and leaves it open. */
    public static Slots assumed(Request request, Slots filled) {
        Long prompt = filled.value(SlotName.PROMPT_TOKENS);
        boolean both = OF_BOTH.contains(request.intent()) || filled.has(SlotName.UNTUNED);
        return !both || prompt == null || prompt <= TOKENS || filled.has(SlotName.TUNED_PROMPT_TOKENS)
                ? filled
                : filled.with(SlotName.TUNED_PROMPT_TOKENS, Slot.of(TOKENS, Origin.DEFAULT));
    }
}
