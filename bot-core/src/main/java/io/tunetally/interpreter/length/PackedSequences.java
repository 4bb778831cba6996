package io.tunetally.interpreter.length;

import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.util.List;

/**
 * Reads the length of packed sequences that are counted themselves as the tokens of each, because packed sequences are full: {@code
 * seq_len 4096 packed, 3,200 sequences}. Samples before packing keep a length of their own.
 */
public final class PackedSequences {
    private PackedSequences() {}

    /** Moves the length, where nothing else says how long each is. */
    public static void read(ParseState state) {
        Slot<Boolean> packed = state.slots.get(SlotName.PACKED);
        List<Integer> counts = packed != null && packed.value() && !state.candidates.has(SlotName.TOTAL_TOKENS)
                ? state.candidates.numbersOf(SlotName.EXAMPLES)
                : List.of();
        List<Integer> sequences =
                counts.stream().filter(count -> countsSequences(state, count)).toList();
        boolean said = state.candidates.has(SlotName.TOKENS_PER_EXAMPLE);
        List<Integer> lengths = state.candidates.numbersOf(SlotName.SEQUENCE_LENGTH);
        if (sequences.size() != 1 || (said ? counts.size() == 1 : lengths.size() != 1)) {
            return;
        }
        // "40k samples packed to 8192, 3,200 sequences": what was packed is in the sequences.
        counts.stream().filter(count -> !sequences.contains(count)).forEach(state::withdraw);
        state.candidates.settle(sequences.getFirst());
        if (!said) {
            toLengthOfEach(state, lengths.getFirst());
        }
        state.slots.remove(SlotName.PACKED);
    }

    private static void toLengthOfEach(ParseState state, int number) {
        List<SlotCandidates.Candidate> all = state.candidates.all();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).slot() == SlotName.SEQUENCE_LENGTH) {
                state.candidates.replace(i, all.get(i).as(SlotName.TOKENS_PER_EXAMPLE));
            }
        }
        state.candidates.settle(number);
    }

    /** {@code 3,200 sequences}, {@code 3,200 packed sequences}, {@code num_sequences: 3200}. */
    private static boolean countsSequences(ParseState state, int number) {
        return isSequence(state, number + 1)
                || isSequence(state, number + 2)
                || (state.isAssignmentAt(number - 1) && isSequence(state, number - 2));
    }

    private static boolean isSequence(ParseState state, int i) {
        return state.at(i) != null && !state.isNumberAt(i) && state.hasTyped(i, Trait.SEQUENCE_NOUN);
    }
}
