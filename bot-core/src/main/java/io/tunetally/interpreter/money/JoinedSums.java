package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.util.List;

/** Adds what two people give: {@code 450 dollars from the school, 450 from the donor} are a budget of 900. */
public final class JoinedSums {
    /** The most tokens from a sum to the next one. */
    private static final int REACH = 8;

    private final ParseState state;

    private JoinedSums(ParseState state) {
        this.state = state;
    }

    /** Makes both the budget, before either of them is. */
    public static void read(ParseState state) {
        List<SlotCandidates.Money> sums = state.candidates.money();
        boolean asks = state.has(Intent.BUDGET) || state.has(Cue.ABILITY) || state.hasTypedAnywhere(Trait.SUFFICES);
        if (asks && !sums.isEmpty() && sums.size() <= 2 && state.has(Cue.FROM)) {
            new JoinedSums(state).read(sums);
        }
    }

    private void read(List<SlotCandidates.Money> sums) {
        SlotCandidates.Money one = sums.getFirst();
        int other = isGiven(one.last()) ? next(one.last()) : -1;
        boolean second = other >= 0 && (sums.size() < 2 || sums.getLast().number() == other);
        int last = second && isUnit(other + 1) ? other + 1 : other;
        if (!second || !isGiven(last) || !one.currency().equals("USD") || state.isReported(other)) {
            return;
        }
        Numeral sum = Amounts.counted(state.token(one.number()).numeral())
                .converted(Amounts.counted(state.token(other).numeral()).value()::add);
        state.candidates.withdraw(one.number());
        state.candidates.withdraw(other);
        state.candidates.addDerived(SlotName.BUDGET_USD, sum, one.number());
        state.candidates.settle(one.number());
        state.candidates.settle(other);
        state.token(one.number()).use = Token.Use.SLOT;
        state.use(other, last, Token.Use.CONNECTIVE);
    }

    private boolean isGiven(int last) {
        return state.isAt(last + 1, Cue.FROM) && !state.isNumberAt(last + 2);
    }

    private boolean isUnit(int i) {
        return state.isAt(i, Measure.DOLLAR);
    }

    /** Returns the next number in the sentence, or -1. */
    private int next(int last) {
        int end = Math.min(state.sentence(last).end(), last + 1 + REACH);
        for (int i = last + 1; i < end; i++) {
            if (state.isNumberAt(i)) {
                return state.token(i).numeral().isRange() ? -1 : i;
            }
        }
        return -1;
    }
}
