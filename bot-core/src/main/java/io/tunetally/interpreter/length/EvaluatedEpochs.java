package io.tunetally.interpreter.length;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.HeldOutParts;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills the tokens of validation and how often they are evaluated, where that is after each epoch: {@code 10k train + 1k validation set of
 * 512 tokens, eval every epoch, 3 epochs}. Some sellers bill them.
 */
public final class EvaluatedEpochs {
    /** The most words between the evaluation and its interval. */
    private static final int REACH = 4;

    private static final int MOST_SHARES = 4;

    private EvaluatedEpochs() {}

    /** Fills both slots, where the number, the length and the epochs are known. */
    public static void read(ParseState state) {
        if (!state.has(Measure.EPOCH)
                || !state.candidates.has(SlotName.HELD_OUT_EXAMPLES)
                || state.candidates.has(SlotName.VALIDATION_TOKENS)
                || state.candidates.has(SlotName.EVALUATIONS)) {
            return;
        }
        BigDecimal held = validated(state, only(state, SlotName.HELD_OUT_EXAMPLES));
        BigDecimal length = only(state, SlotName.TOKENS_PER_EXAMPLE);
        BigDecimal epochs = only(state, SlotName.EPOCHS);
        int evaluation = evaluationOfEpoch(state);
        if (held == null || length == null || epochs == null || evaluation < 0) {
            return;
        }
        BigDecimal tokens = held.multiply(length);
        int number = state.candidates.numbersOf(SlotName.HELD_OUT_EXAMPLES).getFirst();
        state.candidates.addDerived(SlotName.VALIDATION_TOKENS, Numeral.of(tokens), number);
        state.candidates.explain(
                SlotName.VALIDATION_TOKENS, tokens, held.toPlainString() + " × " + length.toPlainString());
        state.candidates.addDerived(SlotName.EVALUATIONS, Numeral.of(epochs), evaluation);
    }

    /** Returns the part of what is held out that is for validation: half of it where the split is {@code 80/10/10 train/val/test}. */
    private static @Nullable BigDecimal validated(ParseState state, @Nullable BigDecimal held) {
        HeldOutParts parts = new HeldOutParts(state);
        List<Part> shares = new ArrayList<>(0);
        for (int i = 0; held != null && i < state.size() && shares.size() <= MOST_SHARES; i++) {
            Part validation = state.isNumberAt(i) ? parts.validationOfSplit(i) : null;
            if (validation != null) {
                return validation.count(held);
            }
            Part share = state.isNumberAt(i) ? parts.at(i) : null;
            if (share != null && share.isPercent()) {
                shares.add(share);
            }
        }
        return held == null || shares.size() != 2 ? held : ofTwo(state, shares, held);
    }

    /** Returns the part of {@code 10% val and 10% test} that is not for tests. */
    private static BigDecimal ofTwo(ParseState state, List<Part> shares, BigDecimal held) {
        Part first = shares.getFirst();
        Part last = shares.getLast();
        boolean firstTests = isForTests(state, first);
        if (firstTests == isForTests(state, last)) {
            return held;
        }
        Part validation = firstTests ? last : first;
        return new Part(validation.of(), first.of().add(last.of()), validation.first(), validation.last()).count(held);
    }

    private static boolean isForTests(ParseState state, Part share) {
        for (int i = share.last() + 1; i <= share.last() + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.hasTyped(i, Trait.FINAL_TEST)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the {@code eval} of {@code eval every epoch}, {@code evaluated after each of 2 epochs}, or -1. */
    private static int evaluationOfEpoch(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            boolean evaluation = state.isAt(i, Measure.EVALUATION) || state.isAt(i, Cue.VALIDATION);
            for (int k = i + 1; evaluation && k <= i + REACH && !state.isBreakAt(k); k++) {
                boolean each = state.isAt(k, Cue.EVERY) || state.isAt(k, Cue.EACH) || state.isAt(k, Cue.PER);
                // "n_val 300 / ep 4 / tok 450" lists settings.
                boolean ofOne = state.isAt(k + 1, Measure.EPOCH) && !state.isNumberAt(k + 2);
                if (each && (ofOne || isOfEpochs(state, k + 1))) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The {@code of 2 epochs} of {@code after each of 2 epochs}. */
    private static boolean isOfEpochs(ParseState state, int of) {
        int number = state.isNumberAt(of + 1) ? of + 1 : of + 2;
        return state.isNumberAt(number) && state.isAt(number + 1, Measure.EPOCH);
    }

    private static @Nullable BigDecimal only(ParseState state, SlotName<?> slot) {
        SlotCandidates.Candidate said = state.candidates.only(slot);
        return said == null ? null : said.numeral().value();
    }
}
