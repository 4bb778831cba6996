package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Joins two values that are compared to a range, whose ends are both priced: {@code 1 epoch vs 3 epochs}, {@code are 20k examples
 * much dearer than 5k}, {@code the difference between 4k and 16k examples}.
 */
public final class ComparedValues {
    private static final Set<SlotName<?>> COMPARED = Set.of(
            SlotName.EXAMPLES,
            SlotName.TOKENS_PER_EXAMPLE,
            SlotName.TOTAL_TOKENS,
            SlotName.EPOCHS,
            SlotName.REQUESTS_PER_DAY);

    /** The most words between a value and the one it is compared with. */
    private static final int REACH = 6;

    private final ParseState state;

    private ComparedValues(ParseState state) {
        this.state = state;
    }

    public static void read(ParseState state) {
        boolean compared =
                state.has(Cue.VERSUS) || state.hasTypedAnywhere(Trait.THAN) || state.hasTypedAnywhere(Trait.DIFFERENCE);
        if (compared && state.remembered.isEmpty()) {
            new ComparedValues(state).read();
        }
    }

    private void read() {
        for (SlotCandidates.Candidate one : List.copyOf(state.candidates.all())) {
            int other = isOpen(one) ? other(one) : -1;
            if (other >= 0) {
                join(one, other);
                return;
            }
        }
    }

    private boolean isOpen(SlotCandidates.Candidate one) {
        return COMPARED.contains(one.slot())
                && !one.replaced()
                && !one.derived()
                && !one.numeral().isRange()
                && !one.numeral().isAmbiguous();
    }

    /** Returns the index of the number that a value is compared with, or -1. */
    private int other(SlotCandidates.Candidate one) {
        int number = one.token();
        for (int i = number + 1; i < state.size() && i <= number + REACH; i++) {
            if (state.isNumberAt(i)) {
                boolean compared = state.isAt(i - 1, Cue.VERSUS) || state.hasTyped(i - 1, Trait.THAN);
                return compared && isOfSlot(i, one) ? i : -1;
            }
        }
        if (state.isAt(number - 1, Cue.VERSUS) && state.isNumberAt(number - 2) && isOfSlot(number - 2, one)) {
            return number - 2;
        }
        boolean between = state.isAt(number - 1, Cue.AND)
                && state.isNumberAt(number - 2)
                && state.hasTyped(number - 3, Trait.DIFFERENCE);
        return between && isOfSlot(number - 2, one) ? number - 2 : -1;
    }

    /** True of a number with the same unit, or without one. */
    private boolean isOfSlot(int number, SlotCandidates.Candidate one) {
        boolean same = state.candidates.all().stream()
                .anyMatch(each -> each.token() == number && each.slot() == one.slot() && !each.replaced());
        boolean free = state.token(number).use == Token.Use.NOTHING && state.unitFinder.right(number) < 0;
        return (same || free)
                && state.isCountAt(number)
                && !state.isSize(number)
                && !state.token(number).numeral().isRange()
                && value(number).compareTo(one.numeral().value()) != 0;
    }

    private void join(SlotCandidates.Candidate one, int other) {
        BigDecimal value = one.numeral().value();
        BigDecimal low = value.min(value(other));
        BigDecimal high = value.max(value(other));
        state.candidates.withdraw(one.token());
        state.candidates.withdraw(other);
        state.candidates.add(one.slot(), Numeral.of(low).to(Numeral.of(high)), one.token());
        state.candidates.settle(one.token());
        state.candidates.settle(other);
        state.use(other, other, Token.Use.CONNECTIVE);
        state.token(one.token()).use = Token.Use.SLOT;
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
