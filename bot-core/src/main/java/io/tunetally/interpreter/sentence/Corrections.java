package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Removes values that a message itself corrects: {@code 4 epochs, no wait, 3 epochs}, {@code 4 epochs, sorry, 3},
 * {@code 5 epochs, but make it 2 epochs}, or that are about the past: {@code we trained 3 epochs. What would 5 epochs
 * cost?} The later value stays.
 */
public final class Corrections {
    private final ParseState state;
    private final List<SlotCandidates.Candidate> candidates;

    private Corrections(ParseState state) {
        this.state = state;
        candidates = state.candidates.all();
    }

    public static void read(ParseState state) {
        boolean corrects = state.has(Cue.CORRECTION)
                || state.has(Cue.RESET)
                || state.has(Cue.REPORT)
                || state.has(Cue.NOT)
                || state.has(Cue.BUT);
        if (!corrects) {
            return;
        }
        Corrections corrections = new Corrections(state);
        corrections.bareNumbers();
        corrections.takeBack();
    }

    /** A number without a unit after a correction has the unit of the value before it. */
    private void bareNumbers() {
        for (int i = 1; i < state.size(); i++) {
            Token token = state.token(i);
            int said = candidates.size() - 1;
            boolean corrects = token.isNumber()
                    && token.use == Token.Use.NOTHING
                    && state.isAt(state.isSymbolAt(i - 1, ',') ? i - 2 : i - 1, Cue.CORRECTION)
                    && said >= 0
                    && candidates.get(said).token() < i;
            if (corrects) {
                state.candidates.add(candidates.get(said).slot(), Amounts.counted(token.numeral()), i);
                token.use = Token.Use.SLOT;
            }
        }
    }

    /** Removes the values of a slot that are followed by a correction and a later value, and those about the past beside a current one. */
    private void takeBack() {
        int[] marks = marks();
        Map<SlotName<?>, Latest> latest = HashMap.newHashMap(candidates.size());
        for (SlotCandidates.Candidate candidate : candidates) {
            latest.computeIfAbsent(candidate.slot(), _ -> new Latest()).add(candidate);
        }
        for (int i = 0; i < candidates.size(); i++) {
            SlotCandidates.Candidate candidate = candidates.get(i);
            Latest other = Objects.requireNonNull(latest.get(candidate.slot()));
            boolean outdated = other.asked && state.isReported(candidate.token());
            boolean corrected = other.token > candidate.token() && marks[other.token] > marks[candidate.token() + 1];
            if (outdated || corrected) {
                state.candidates.replace(i, candidate.takenBack());
                state.token(candidate.token()).use = Token.Use.CONNECTIVE;
            }
        }
    }

    /** The other values of a slot. */
    private final class Latest {
        /** The index of its last value. */
        private int token = -1;
        /** Whether one of its values is in a sentence that is not about the past. */
        private boolean asked;

        void add(SlotCandidates.Candidate candidate) {
            token = Math.max(token, candidate.token());
            asked |= !state.isReported(candidate.token());
        }
    }

    /** Returns the number of corrections before each position, and before the end. */
    private int[] marks() {
        int[] marks = new int[state.size() + 1];
        for (int i = 0; i < state.size(); i++) {
            boolean otherwise = state.isAt(i, Cue.SAME) && state.isAt(i - 1, Cue.BUT);
            boolean mark =
                    otherwise || state.isAt(i, Cue.CORRECTION) || state.isAt(i, Cue.RESET) || isRefusal(state, i);
            marks[i + 1] = marks[i] + (mark ? 1 : 0);
        }
        return marks;
    }

    /** The {@code no} of {@code 3 epochs, no 2 epochs}: it rejects the value before it, not the one after. */
    private static boolean isRefusal(ParseState state, int i) {
        return i > 0 && state.isBreakAt(i - 1) && state.isAt(i, Trait.REFUSAL);
    }

    /** True if a number after {@code no} is the intended value: the value before the {@code no} has the same unit. */
    public static boolean isMeant(ParseState state, int number) {
        List<SlotCandidates.Candidate> candidates = state.candidates.all();
        if (!isRefusal(state, number - 1) || candidates.isEmpty()) {
            return false;
        }
        Measure unit = state.measureAt(number + 1);
        return unit != null && state.measureAt(candidates.getLast().token() + 1) == unit;
    }
}
