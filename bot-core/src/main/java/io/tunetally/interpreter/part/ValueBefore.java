package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells of which slot a bare number is that concludes from values of its sentence: {@code 600 tokens, so 500}, {@code 3,200, of these 200 are set aside, so 3,000}. */
final class ValueBefore {
    /** What a bare number may say again. */
    private static final Set<SlotName<?>> SIZES =
            Set.of(SlotName.EXAMPLES, SlotName.TOKENS_PER_EXAMPLE, SlotName.TOTAL_TOKENS, SlotName.REQUESTS_PER_DAY);

    /** The most words of a sentence before a number that are looked at. */
    private static final int SENTENCE_REACH = 24;

    /** The most numbers before a rest that it is reckoned from. */
    private static final int MOST_OPERANDS = 3;

    private final ParseState state;
    private final List<SlotCandidates.Candidate> candidates;

    ValueBefore(ParseState state, List<SlotCandidates.Candidate> candidates) {
        this.state = state;
        this.candidates = candidates;
    }

    /** Returns the slot of the last value in the sentence, if it is one of sizes or traffic; else the examples, as of what is trained on or left. */
    SlotName<?> slot(int number) {
        SlotName<?> slot = SlotName.EXAMPLES;
        int first = state.sentence(number).first();
        for (SlotCandidates.Candidate candidate : candidates) {
            boolean near = candidate.token() >= first && candidate.token() < number && !candidate.derived();
            slot = near && SIZES.contains(candidate.slot()) ? candidate.slot() : slot;
        }
        boolean length = slot == SlotName.TOKENS_PER_EXAMPLE;
        return length && (isTrainedOn(number) || isDifference(number)) ? SlotName.EXAMPLES : slot;
    }

    /** The 3,000 of {@code so 3,000 to train with}, of {@code that makes 4,500 for training}. */
    private boolean isTrainedOn(int number) {
        boolean led = state.isAt(number + 1, Cue.TO) || state.isAt(number + 1, Cue.FOR);
        return led && (state.isAt(number + 2, Cue.TRAINING) || state.isAt(number + 2, Category.TUNING));
    }

    /** The 6,888 of {@code 7,300 items in, 412 duplicates out, so 6,888}: it is the difference of two numbers before it. */
    boolean isDifference(int number) {
        BigDecimal rest = Amounts.counted(state.token(number).numeral()).value();
        List<BigDecimal> before = new ArrayList<>(MOST_OPERANDS);
        int first = Math.max(state.sentence(number).first(), number - SENTENCE_REACH);
        for (int i = number - 1; i >= first && before.size() < MOST_OPERANDS; i--) {
            if (state.isNumberAt(i) && !isOfOtherUnit(i)) {
                BigDecimal operand = Amounts.counted(state.token(i).numeral()).value();
                BigDecimal whole = rest.add(before.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
                if (!before.isEmpty() && operand.compareTo(whole) == 0) {
                    return true;
                }
                before.add(operand);
            }
        }
        return false;
    }

    /** The 550 of {@code bump to 550 tokens}, or a number that is read as a length: it counts no data. */
    boolean isOfOtherUnit(int number) {
        Measure unit = state.measureAt(number + 1);
        return (unit != null && unit != Measure.ITEM && unit != Measure.EXAMPLE)
                || state.candidates.isOf(SlotName.TOKENS_PER_EXAMPLE, number);
    }
}
