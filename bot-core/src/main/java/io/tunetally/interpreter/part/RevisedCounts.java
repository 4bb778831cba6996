package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/**
 * Replaces a count of the data by a later one that counts more of them, without a word for a correction: {@code 5,000 entries, och,
 * 5,300 if you count granda's}, {@code the small run (500 examples). Same settings but with 5,000 now}.
 */
public final class RevisedCounts {
    /** The most words from {@code if} to its verb. */
    private static final int REACH = 3;

    /** So many times as many are a recount of the same data at most. */
    private static final BigDecimal MOST_TIMES = BigDecimal.TWO;

    private final ParseState state;

    private RevisedCounts(ParseState state) {
        this.state = state;
    }

    /** Reads the last such count of a message about a training. */
    public static void read(ParseState state) {
        boolean revises = state.hasTypedAnywhere(Trait.COUNTS_IN) || state.hasTypedAnywhere(Trait.TURNS_TO_NOW);
        if (revises && !state.terse && state.candidates.has(SlotName.EXAMPLES)) {
            new RevisedCounts(state).read();
        }
    }

    private void read() {
        for (int i = state.size() - 1; i > 0; i--) {
            boolean again = state.isNumberAt(i) && (isRecounted(i) || isOfNow(i)) && isCount(i);
            if (again && (isOfNow(i) || isNearlyTheLast(i)) && hasOtherBefore(i)) {
                revise(i);
                return;
            }
        }
    }

    /** {@code 5,300 if you count granda's}, {@code 620 counting this morning's}. */
    private boolean isRecounted(int number) {
        int next = state.isUnitAt(number + 1) ? number + 2 : number + 1;
        if (state.isNumberAt(next)) {
            return false;
        }
        boolean supposes = state.hasTyped(next, Trait.IF);
        for (int i = next; i <= next + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.hasTyped(i, Trait.COUNTS_IN)) {
                return supposes || i == next;
            }
        }
        return false;
    }

    /** {@code but with 5,000 now}. */
    private boolean isOfNow(int number) {
        boolean now = !state.isNumberAt(number + 1)
                && state.hasTyped(number + 1, Trait.TURNS_TO_NOW)
                && (state.isBreakAt(number + 2) || number + 2 == state.size());
        boolean otherwise = state.isAt(number - 1, Cue.BUT) || state.isAt(number - 2, Cue.BUT);
        return now && otherwise;
    }

    private boolean isNearlyTheLast(int number) {
        for (int i = number - 1; i >= state.sentence(number).first(); i--) {
            if (state.isNumberAt(i)) {
                return isOfExamples(i)
                        && value(i).compareTo(value(number)) < 0
                        && value(i).multiply(MOST_TIMES).compareTo(value(number)) > 0;
            }
        }
        return false;
    }

    private boolean hasOtherBefore(int number) {
        return counts().stream().anyMatch(each -> each.token() < number);
    }

    private boolean isCount(int number) {
        Token token = state.token(number);
        return token.isNumber()
                && (token.use == Token.Use.NOTHING || isOfExamples(number) || isOfNow(number))
                && !token.numeral().isRange()
                && !token.numeral().isAmbiguous()
                && !token.numeral().isInBillions()
                && !token.isYear()
                && !state.isSymbolAt(number - 1, '$')
                && !state.isPercentAt(number + 1);
    }

    private boolean isOfExamples(int number) {
        return counts().stream().anyMatch(each -> each.token() == number);
    }

    private List<SlotCandidates.Candidate> counts() {
        return state.candidates.of(SlotName.EXAMPLES);
    }

    private void revise(int number) {
        for (SlotCandidates.Candidate each : counts()) {
            if (each.token() < number) {
                state.withdraw(each.token());
                state.candidates.settle(each.token());
            }
        }
        state.candidates.withdraw(number);
        state.candidates.add(
                SlotName.EXAMPLES, Amounts.counted(state.token(number).numeral()), number);
        state.token(number).use = Token.Use.SLOT;
        state.candidates.settle(number);
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
