package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;

/**
 * Reads what a monthly bill is for as the requests of a month: {@code we pay $600 a month for gpt-4o, ~20k messages}. What is said to be
 * trained on or collected counts examples.
 */
public final class BilledRequests {
    /** The most words from the sum to the number of what it paid for. */
    private static final int REACH = 10;

    private final ParseState state;

    private BilledRequests(ParseState state) {
        this.state = state;
    }

    /** Claims the number behind the bill of a first message that says no other traffic. */
    public static void read(ParseState state) {
        SlotCandidates.Candidate bill =
                state.candidates.amounts(SlotName.MONTHLY_BILL_USD).findFirst().orElse(null);
        if (bill != null && state.remembered.isEmpty() && !state.candidates.has(SlotName.REQUESTS_PER_DAY)) {
            new BilledRequests(state).read(bill.token());
        }
    }

    private void read(int bill) {
        int end = Math.min(state.sentence(bill).end(), bill + REACH);
        for (int i = bill + 1; i < end; i++) {
            if (state.isAt(i, Cue.TRAINING) || state.isAt(i, Measure.EXAMPLE)) {
                return;
            }
            if (state.isCountAt(i) && !state.isSize(i) && !state.isOfMention(i) && state.timeAt(i + 1) == null) {
                if (isWhatIsPaidFor(i)) {
                    claim(i);
                }
                return;
            }
        }
    }

    /** {@code , ~20k messages}, {@code (20k requests)}, {@code for about 20k chats}, by themselves. */
    private boolean isWhatIsPaidFor(int number) {
        int lead = state.isAt(number - 1, Cue.ABOUT) || state.hasTyped(number - 1, Trait.APPROXIMATES)
                ? number - 2
                : number - 1;
        boolean led = state.isBreakAt(lead) || state.isSymbolAt(lead, '(') || state.isAt(lead, Cue.FOR);
        int noun = number + 1;
        boolean counted =
                state.isAt(noun, Measure.REQUEST) || (state.isItemAt(noun) && !state.isAt(noun, Measure.EXAMPLE));
        boolean alone = state.isBreakAt(noun + 1) || state.isSymbolAt(noun + 1, ')');
        return led && counted && alone;
    }

    private void claim(int number) {
        Numeral monthly = Amounts.counted(state.token(number).numeral());
        state.withdraw(number);
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, monthly.converted(TimeUnit.MONTH::perDay), number);
        state.candidates.settle(number);
        state.token(number).use = Token.Use.SLOT;
    }
}
