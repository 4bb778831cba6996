package io.tunetally.interpreter.role;

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

    /** Fewer are epochs or runs as often. */
    private static final BigDecimal FEWEST_EXAMPLES = BigDecimal.valueOf(30);

    private final ParseState state;

    private ComparedValues(ParseState state) {
        this.state = state;
    }

    public static void read(ParseState state) {
        boolean compared = state.has(Cue.VERSUS)
                || state.hasTypedAnywhere(Trait.THAN)
                || state.hasTypedAnywhere(Trait.DIFFERENCE)
                || state.has(Cue.OR)
                || state.has(Intent.COMPARE);
        if (compared && state.remembered.isEmpty()) {
            new ComparedValues(state).read();
        } else if ((state.has(Cue.VERSUS) || state.has(Intent.COMPARE)) && state.mayEdit()) {
            ComparedValues values = new ComparedValues(state);
            if (!values.read() && state.remembered.has(SlotName.EXAMPLES)) {
                values.readCounts();
            }
        }
    }

    /** {@code 2k vs 10k}, {@code now with 2k vs waiting for 10k} in a conversation about examples: both counts are of them. */
    private void readCounts() {
        for (int i = 1; i < state.size() - 1; i++) {
            if (state.isAt(i, Cue.VERSUS) || isCompared(i)) {
                int one = count(i, -1);
                int other = one < 0 ? -1 : count(i, 1);
                if (other >= 0 && value(one).compareTo(value(other)) != 0) {
                    join(SlotName.EXAMPLES, one, other);
                    return;
                }
            }
        }
    }

    /** The link of {@code compare 2k and 10k}, {@code compare 2k with 10k}. */
    private boolean isCompared(int link) {
        return (state.isAt(link, Cue.AND) || state.hasTyped(link, Trait.HAVING))
                && state.isNumberAt(link - 1)
                && state.isAt(link - 2, Trait.COMPARES);
    }

    /** Returns the index of the nearest number on a side of a token if it may count examples, or -1. */
    private int count(int versus, int step) {
        for (int i = versus + step; i >= 0 && i < state.size() && Math.abs(i - versus) <= REACH; i += step) {
            if (state.isNumberAt(i)) {
                return isCountOfExamples(i) ? i : -1;
            }
        }
        return -1;
    }

    private boolean isCountOfExamples(int number) {
        int unit = state.unitFinder.right(number);
        boolean known = unit < 0 || state.isAt(unit, Measure.EXAMPLE) || state.isAt(unit, Measure.ITEM);
        return known
                && state.isCountAt(number)
                && !state.isSize(number)
                && !state.isOfMention(number)
                && !state.token(number).numeral().isRange()
                && value(number).compareTo(FEWEST_EXAMPLES) >= 0;
    }

    private boolean read() {
        for (SlotCandidates.Candidate one : List.copyOf(state.candidates.all())) {
            int other = isOpen(one) ? other(one) : -1;
            if (other >= 0) {
                join(one.slot(), one.token(), other);
                return true;
            }
        }
        return false;
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
                // "1 epoch or 5 epochs": a choice where both have the unit.
                boolean chosen = state.isAt(i - 1, Cue.OR) && isCandidateOf(i, one);
                return (compared || chosen) && isOfSlot(i, one) ? i : -1;
            }
        }
        if (state.isAt(number - 1, Cue.VERSUS) && state.isNumberAt(number - 2) && isOfSlot(number - 2, one)) {
            return number - 2;
        }
        boolean between = state.isAt(number - 1, Cue.AND)
                && state.isNumberAt(number - 2)
                && state.hasTyped(number - 3, Trait.DIFFERENCE);
        return (between || isCompared(number - 1)) && isOfSlot(number - 2, one) ? number - 2 : -1;
    }

    /** True of a number with the same unit, or without one. */
    private boolean isOfSlot(int number, SlotCandidates.Candidate one) {
        boolean same = isCandidateOf(number, one);
        boolean free = state.token(number).use == Token.Use.NOTHING && state.unitFinder.right(number) < 0;
        return (same || free)
                && state.isCountAt(number)
                && !state.isSize(number)
                && !state.token(number).numeral().isRange()
                && value(number).compareTo(one.numeral().value()) != 0;
    }

    private boolean isCandidateOf(int number, SlotCandidates.Candidate one) {
        return state.candidates.all().stream()
                .anyMatch(each -> each.token() == number && each.slot() == one.slot() && !each.replaced());
    }

    private void join(SlotName<?> slot, int one, int other) {
        BigDecimal value = value(one);
        BigDecimal low = value.min(value(other));
        BigDecimal high = value.max(value(other));
        state.candidates.withdraw(one);
        state.candidates.withdraw(other);
        state.candidates.add(slot, Numeral.of(low).to(Numeral.of(high)), one);
        state.candidates.settle(one);
        state.candidates.settle(other);
        state.use(other, other, Token.Use.CONNECTIVE);
        state.token(one).use = Token.Use.SLOT;
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
