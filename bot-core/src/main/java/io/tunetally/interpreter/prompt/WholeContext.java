package io.tunetally.interpreter.prompt;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Clause;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.request.SlotName;
import java.util.List;

/**
 * The context of a request as all that goes in: {@code 1.5k token context, 80 token replies}. Where it is the only length of what is sent, an
 * assumed length of a question would be added to it. In a message about an adapter alone, {@code qlora llama 70b, 16k context}, it is the
 * length of its sequences.
 */
public final class WholeContext {
    private WholeContext() {}

    /** Reads the only prompt as the input where it is called a context, and nothing asks what a shorter one saves. */
    public static void read(ParseState state) {
        List<SlotCandidates.Candidate> prompts = state.candidates.of(SlotName.PROMPT_TOKENS);
        boolean sent = state.candidates.has(SlotName.REQUESTS_PER_DAY)
                || state.candidates.has(SlotName.OUTPUT_TOKENS)
                || (state.mayEdit() && state.remembered.has(SlotName.REQUESTS_PER_DAY));
        boolean alone = prompts.size() == 1
                && !isKnown(state, SlotName.INPUT_TOKENS)
                && !isKnown(state, SlotName.TUNED_PROMPT_TOKENS)
                && !isKnown(state, SlotName.CACHED_PERCENT)
                && !state.remembered.has(SlotName.PROMPT_TOKENS);
        if (!alone || state.isPaybackRemembered() || state.weighsTuning()) {
            return;
        }
        SlotCandidates.Candidate prompt = prompts.getFirst();
        boolean trained =
                !sent && state.has(Category.METHODS) && !state.has(Measure.REQUEST) && state.remembered.isEmpty();
        if ((sent || trained) && isContext(state, prompt.token())) {
            SlotName<Long> length = sent ? SlotName.INPUT_TOKENS : SlotName.SEQUENCE_LENGTH;
            state.candidates.replace(state.candidates.all().indexOf(prompt), prompt.as(length));
            state.candidates.settle(prompt.token());
        }
    }

    private static boolean isKnown(ParseState state, SlotName<?> slot) {
        return state.candidates.has(slot) || (state.mayEdit() && state.remembered.has(slot));
    }

    /** True if the words for a prompt in the clause of a length all say context: not {@code system prompt and context}. */
    private static boolean isContext(ParseState state, int length) {
        Clause clause = state.clause(length);
        boolean context = false;
        for (int i = clause.first(); i < clause.end(); i++) {
            boolean whole = !state.isNumberAt(i) && state.hasTyped(i, Trait.WHOLE_CONTEXT);
            boolean ofContext =
                    state.at(i + 1) != null && !state.isNumberAt(i + 1) && state.hasTyped(i + 1, Trait.WHOLE_CONTEXT);
            if (!whole && !ofContext && (state.isAt(i, Cue.PROMPT) || state.hasTyped(i, Trait.PROMPTS))) {
                return false;
            }
            context |= whole;
        }
        return context;
    }
}
