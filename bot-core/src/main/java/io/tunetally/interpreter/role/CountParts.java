package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The number of examples that a message gives in parts: {@code 2,150 from the book and another 940 from the fair} are
 * 3,090, {@code we threw out 340 of the 4,100} leaves 3,760. The weights say which numbers are parts.
 */
final class CountParts {
    /** The most words between a count and what became of it. */
    private static final int KEPT_REACH = 6;

    private final ParseState state;
    private final List<Integer> addends = new ArrayList<>(0);
    private final List<Integer> removed = new ArrayList<>(0);

    CountParts(ParseState state) {
        this.state = state;
    }

    /** Takes a number as a part of the sum. */
    void addend(int number) {
        state.candidates.withdraw(number);
        state.token(number).use = Token.Use.SLOT;
        addends.add(number);
    }

    /** Takes a number as one that the training data lack; if it is held out, it stays that, too. */
    void removed(int number) {
        boolean heldOut = state.candidates.all().stream()
                .anyMatch(each -> each.token() == number && each.slot() == SlotName.HELD_OUT_EXAMPLES);
        if (!heldOut) {
            state.candidates.withdraw(number);
        }
        state.token(number).use = Token.Use.SLOT;
        if (!isTakenOff(number)) {
            removed.add(number);
        }
    }

    /** True if another reader has taken a number off the count. */
    private boolean isTakenOff(int number) {
        return state.candidates.all().stream()
                .filter(each -> each.slot() == SlotName.EXAMPLES && each.derived())
                .anyMatch(each -> each.numeral().value().add(value(number)).compareTo(value(each.token())) == 0);
    }

    /** Puts the result in the place of the counts it is made of, unless the message gives the result itself. */
    void settle() {
        if (addends.isEmpty() && removed.isEmpty()) {
            return;
        }
        List<Integer> counts = counts();
        if (counts.stream().anyMatch(state.candidates::isSettled)) {
            return;
        }
        BigDecimal taken = sum(removed);
        if (addends.isEmpty()) {
            if (counts.size() == 1 && !isRest(counts.getFirst(), taken) && !isKept(counts.getFirst())) {
                replace(counts, taken);
            }
        } else if (counts.isEmpty() || !isTotal(counts)) {
            List<Integer> parts = new ArrayList<>(addends);
            parts.addAll(counts);
            replace(parts, taken);
        }
    }

    private void replace(List<Integer> parts, BigDecimal taken) {
        BigDecimal sum = sum(parts);
        boolean remains = sum.compareTo(taken) > 0;
        BigDecimal result = remains ? sum.subtract(taken) : sum;
        int last = parts.stream().max(Integer::compare).orElseThrow();
        parts.forEach(state.candidates::withdraw);
        if (parts.size() == 1 && !(remains && taken.signum() > 0)) {
            state.candidates.add(SlotName.EXAMPLES, Numeral.of(result), last);
        } else {
            state.candidates.addDerived(SlotName.EXAMPLES, Numeral.of(result), last);
        }
        parts.forEach(part -> state.token(part).use = Token.Use.SLOT);
    }

    /** {@code 900 and 300, 1,200 in all}, though only one of both was taken for a part. */
    private boolean isTotal(List<Integer> counts) {
        BigDecimal sum = sum(addends);
        BigDecimal rest = sum.subtract(sum(removed));
        return counts.stream()
                .map(this::value)
                .anyMatch(count ->
                        count.compareTo(sum) == 0 || count.compareTo(rest) == 0 || isOfOther(count.subtract(sum)));
    }

    /** True if the rest of a total is a number of the message, too. */
    private boolean isOfOther(BigDecimal rest) {
        for (int i = 0; i < state.size(); i++) {
            if (state.token(i).isNumber() && !addends.contains(i) && value(i).compareTo(rest) == 0) {
                return true;
            }
        }
        return false;
    }

    /** {@code 3,900 rows passed, 410 were rejected}: what was kept has lost those already. */
    private boolean isKept(int count) {
        for (int i = count + 1; i <= count + KEPT_REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.hasTyped(i, Trait.REMAINS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code of the 4,100 we drop 340, 3,760 stay}: nothing is taken off what is left. */
    private boolean isRest(int count, BigDecimal taken) {
        BigDecimal whole = value(count).add(taken);
        for (int i = 0; i < state.size(); i++) {
            if (state.token(i).isNumber() && value(i).compareTo(whole) == 0) {
                return true;
            }
        }
        return false;
    }

    private List<Integer> counts() {
        return state.candidates.all().stream()
                .filter(each -> each.slot() == SlotName.EXAMPLES && !each.replaced())
                .filter(each -> !each.numeral().isRange() && !each.numeral().isAmbiguous())
                .map(SlotCandidates.Candidate::token)
                .distinct()
                .toList();
    }

    private BigDecimal sum(Collection<Integer> numbers) {
        return numbers.stream().map(this::count).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns what a number was read as, which may be derived from others; else its value. */
    private BigDecimal count(int number) {
        return state.candidates.all().stream()
                .filter(each -> each.token() == number && each.slot() == SlotName.EXAMPLES)
                .map(each -> each.numeral().value())
                .findFirst()
                .orElseGet(() -> value(number));
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
