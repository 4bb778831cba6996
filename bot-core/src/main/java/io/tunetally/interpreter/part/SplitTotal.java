package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates.Candidate;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/**
 * Takes the total of a data set off where its parts are said, too: of {@code rows 48,212, train 43,390, val 4,822} the second is
 * trained on, as it and what is held out make the first.
 */
public final class SplitTotal {
    /** The most tokens between the words for what is held out and its number. */
    private static final int REACH = 3;

    private final ParseState state;

    private SplitTotal(ParseState state) {
        this.state = state;
    }

    public static void read(ParseState state) {
        if (state.has(Cue.VALIDATION) || state.hasTypedAnywhere(Trait.SPLIT_NAME)) {
            new SplitTotal(state).read();
        }
    }

    private void read() {
        if (readRest()) {
            return;
        }
        List<Candidate> counts = state.candidates.of(SlotName.EXAMPLES);
        for (Candidate total : counts) {
            for (Candidate part : counts) {
                int heldOut = heldOut(value(total).subtract(value(part)));
                if (heldOut >= 0 && heldOut != part.token()) {
                    state.withdraw(total.token());
                    counts.stream()
                            .filter(each -> each.token() == heldOut)
                            .forEach(each -> state.withdraw(each.token()));
                    return;
                }
            }
        }
    }

    /** {@code of the 5,200 we keep 700 for testing and train on the other 4,500}: what is held out and the rest make a total that is said, too. */
    private boolean readRest() {
        List<Candidate> heldOut = state.candidates.of(SlotName.HELD_OUT_EXAMPLES);
        if (heldOut.size() != 1 || heldOut.getFirst().derived()) {
            return false;
        }
        for (int rest = heldOut.getFirst().token() + 1; rest < state.size(); rest++) {
            boolean other = state.isCountAt(rest)
                    && (state.hasTyped(rest - 1, Trait.OTHERS) || state.hasTyped(rest - 1, Trait.THE_REST));
            if (other
                    && isTotal(
                            value(rest).add(value(heldOut.getFirst())),
                            heldOut.getFirst().token())) {
                state.candidates.numbersOf(SlotName.EXAMPLES).forEach(state::withdraw);
                state.candidates.add(
                        SlotName.EXAMPLES, Amounts.counted(state.token(rest).numeral()), rest);
                state.token(rest).use = Token.Use.SLOT;
                state.candidates.settle(rest);
                return true;
            }
        }
        return false;
    }

    /** True if a number before an index is the total. */
    private boolean isTotal(BigDecimal total, int end) {
        for (int i = 0; i < end; i++) {
            if (state.isCountAt(i) && value(i).compareTo(total) == 0) {
                return true;
            }
        }
        return false;
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }

    private BigDecimal value(Candidate count) {
        return Amounts.counted(state.token(count.token()).numeral()).value();
    }

    /** Returns the index of the number of what is held out, or -1. */
    private int heldOut(BigDecimal rest) {
        if (rest.signum() <= 0) {
            return -1;
        }
        for (int i = 0; i < state.size(); i++) {
            boolean same = state.isNumberAt(i)
                    && Amounts.counted(state.token(i).numeral()).value().compareTo(rest) == 0;
            if (same && isNamedHeldOut(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isNamedHeldOut(int number) {
        for (int i = Math.max(0, number - REACH); i <= number + 2; i++) {
            if (state.isAt(i, Cue.VALIDATION) || (i != number && state.hasTyped(i, Trait.SPLIT_NAME))) {
                return true;
            }
        }
        return false;
    }
}
