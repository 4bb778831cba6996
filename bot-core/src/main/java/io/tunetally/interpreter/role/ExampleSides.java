package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Reads the two sides of each example as the length of one: {@code 3,000 records, each with a prompt of 1,200 tokens and a
 * completion of 150}. Beside requests they are the lengths of a request.
 */
public final class ExampleSides {
    private static final Set<SlotName<?>> ASKED =
            Set.of(SlotName.PROMPT_TOKENS, SlotName.INPUT_TOKENS, SlotName.TOKENS_PER_EXAMPLE);

    /** The most tokens from the word for each example to the answer's length. */
    private static final int REACH = 18;

    private ExampleSides() {}

    /** Puts the sum in the place of both lengths. */
    public static void read(ParseState state) {
        boolean ofExamples = state.candidates.has(SlotName.EXAMPLES)
                && state.candidates.has(SlotName.OUTPUT_TOKENS)
                && !state.candidates.has(SlotName.TUNED_PROMPT_TOKENS)
                && !state.candidates.has(SlotName.REQUESTS_PER_DAY)
                && state.remembered.isEmpty()
                && !state.has(Measure.REQUEST)
                && !state.has(Category.RATES);
        if (!ofExamples) {
            return;
        }
        List<SlotCandidates.Candidate> lengths = state.candidates.all().stream()
                .filter(each ->
                        !each.replaced() && (ASKED.contains(each.slot()) || each.slot() == SlotName.OUTPUT_TOKENS))
                .sorted(Comparator.comparingInt(SlotCandidates.Candidate::token))
                .toList();
        if (lengths.size() != 2) {
            return;
        }
        SlotCandidates.Candidate asked = lengths.getFirst();
        SlotCandidates.Candidate answered = lengths.getLast();
        boolean plain = !asked.numeral().isRange() && !answered.numeral().isRange();
        if (plain && answered.slot() == SlotName.OUTPUT_TOKENS && isOfEach(state, asked.token(), answered.token())) {
            state.candidates.withdraw(asked.token());
            state.candidates.withdraw(answered.token());
            Numeral sum =
                    Numeral.of(asked.numeral().value().add(answered.numeral().value()));
            state.candidates.addDerived(SlotName.TOKENS_PER_EXAMPLE, sum, asked.token());
            state.token(asked.token()).use = Token.Use.SLOT;
            state.token(answered.token()).use = Token.Use.SLOT;
            state.candidates.settle(asked.token());
            state.candidates.settle(answered.token());
        }
    }

    /** True if a word for each example stands before both lengths, in their sentence. */
    private static boolean isOfEach(ParseState state, int asked, int answered) {
        int first = Math.max(state.sentence(answered).first(), answered - REACH);
        for (int i = first; i < asked; i++) {
            if (state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY) || state.hasTyped(i, Trait.EACH_ONE)) {
                return true;
            }
        }
        return false;
    }
}
