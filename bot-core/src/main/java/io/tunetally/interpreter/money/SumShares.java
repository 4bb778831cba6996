package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the share of a sum that the job is about: {@code $40k for AI, a third of it may go into fine-tuning} is a budget of a third,
 * {@code we pay $4,300 a month for gpt-4o, 90% of it for support chat} a bill of $3,870.
 */
public final class SumShares {
    /** The most words between a sum and a share of it. */
    private static final int REACH = 14;

    /** The most words between a share and what it is for. */
    private static final int REACH_OF_PURPOSE = 6;

    private static final int CENTS = 2;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final ParseState state;
    private final Parts parts;

    private SumShares(ParseState state) {
        this.state = state;
        parts = new Parts(state);
    }

    /** Takes the shares before it is decided which sum is the budget. */
    public static void read(ParseState state) {
        List<SlotCandidates.Money> sums = state.candidates.money();
        List<SlotCandidates.Candidate> bills =
                state.candidates.amounts(SlotName.MONTHLY_BILL_USD).toList();
        if (sums.isEmpty() && bills.isEmpty()) {
            return;
        }
        SumShares shares = new SumShares(state);
        if (sums.size() == 1) {
            shares.takeOfBudget(sums.getFirst());
        }
        if (bills.size() == 1) {
            shares.takeOfBill(bills.getFirst());
        }
    }

    private void takeOfBudget(SlotCandidates.Money sum) {
        if (takeOfSplit(sum)) {
            return;
        }
        Part share = shareBehind(sum.last());
        Token number = state.token(sum.number());
        if (share != null && !number.numeral().isRange() && isForTraining(share)) {
            take(number, share);
        }
    }

    /**
     * Takes the 70% of {@code budget $15,000: 70% is for training and 30% for running}, and says back the rest, which no request has a place
     * for.
     */
    private boolean takeOfSplit(SlotCandidates.Money sum) {
        Token number = state.token(sum.number());
        Part training = null;
        Part rest = null;
        for (int i = sum.last() + 1; i < state.size() && rest == null; i++) {
            Part share = parts.at(i);
            if (share != null && training == null) {
                training = isForTraining(share) ? share : null;
                i = share.last();
                if (training == null) {
                    return false;
                }
            } else if (share != null) {
                rest = share;
            }
        }
        if (training == null || rest == null || number.numeral().isRange() || !isForRunning(rest)) {
            return false;
        }
        if (training.fraction().add(rest.fraction()).compareTo(BigDecimal.ONE) != 0) {
            return false;
        }
        take(number, training);
        use(rest);
        state.saysBack(rest.first(), rest.last());
        return true;
    }

    private void take(Token sum, Part share) {
        Numeral whole = Amounts.counted(sum.numeral());
        sum.numeral = whole.converted(value -> portion(share, value));
        use(share);
    }

    private boolean isForRunning(Part share) {
        for (int i = share.last() + 1; i <= share.last() + REACH_OF_PURPOSE && isWord(i); i++) {
            if (state.isAt(i, Measure.RUN) || state.hasTyped(i, Trait.RUNS_MODEL) || state.hasTyped(i, Trait.HOSTS)) {
                return true;
            }
        }
        return false;
    }

    private void takeOfBill(SlotCandidates.Candidate bill) {
        Part share = bill.numeral().isRange() ? null : shareBehind(bill.token());
        // Of a smaller part it is open whether the job is about it or about the rest.
        if (share == null || share.fraction().compareTo(HALF) < 0 || !isForSome(share)) {
            return;
        }
        BigDecimal value = portion(share, bill.numeral().value());
        state.candidates.withdraw(bill.token());
        state.candidates.addDerived(SlotName.MONTHLY_BILL_USD, Numeral.of(value), bill.token());
        state.candidates.settle(bill.token());
        use(share);
    }

    private static BigDecimal portion(Part share, BigDecimal whole) {
        return share.portion(whole).setScale(CENTS, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /** Returns {@code a third of it}, {@code 90% of that}, or the share of {@code of which 20% is}; null if there is none. */
    private @Nullable Part shareBehind(int sum) {
        int end = Math.min(state.sentence(sum).end(), sum + REACH);
        for (int i = sum + 1; i < end; i++) {
            Part share = parts.at(i);
            if (share != null) {
                return isOfSum(share) || isOfWhich(share.first()) ? share : null;
            }
        }
        return null;
    }

    private boolean isOfSum(Part share) {
        return parts.isOfThem(share) && !state.isAt(share.last() + 2, Cue.THEM);
    }

    private boolean isOfWhich(int share) {
        boolean of = state.isAt(share - 2, Cue.OF) || state.isAt(share - 2, Trait.PART_OF);
        return of && state.hasTyped(share - 1, Trait.RELATIVE) && !state.isAt(share - 1, Cue.THEM);
    }

    /** {@code may go into fine-tuning}, {@code for the training}. */
    private boolean isForTraining(Part share) {
        for (int i = share.last() + 1; i <= share.last() + REACH_OF_PURPOSE && isWord(i); i++) {
            if (state.isAt(i, Category.TUNING)
                    || state.isAt(i, Cue.TRAINING)
                    || state.hasTyped(i, Trait.FOR_TRAINING)) {
                return true;
            }
        }
        return false;
    }

    /** {@code of it for support chat}, {@code of it is for chats}, unlike {@code of it is the prompt}. */
    private boolean isForSome(Part share) {
        int whole = isOfSum(share) ? share.last() + 2 : share.last();
        int purpose = state.isAt(whole + 1, Cue.IS) ? whole + 2 : whole + 1;
        return state.isAt(purpose, Cue.FOR) && isWord(purpose + 1) && !state.isAt(purpose + 1, Cue.PROMPT);
    }

    private boolean isWord(int i) {
        return state.at(i) != null && !state.isNumberAt(i) && !state.isBreakAt(i);
    }

    private void use(Part share) {
        for (int i = share.first(); i <= share.last(); i++) {
            if (state.isNumberAt(i)) {
                state.withdraw(i);
                state.candidates.settle(i);
                state.candidates.setAside(i);
            }
        }
        state.use(share.first(), share.last(), Token.Use.CONNECTIVE);
    }
}
