package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The counts that a conversation remembers, and the number of a message that says one of them again: {@code the 90 is one hotel}. */
public final class SaidBefore {
    /** The counts of a request that may be those of a part. */
    public static final List<SlotName<?>> COUNTS = List.of(SlotName.EXAMPLES, SlotName.REQUESTS_PER_DAY);

    private final ParseState state;

    /** The index of the only number that says a remembered count again, or -1. */
    private final int again;

    public SaidBefore(ParseState state) {
        this.state = state;
        again = findAgain();
    }

    /** Returns a remembered count, or null if there is none or it is a range. */
    public @Nullable BigDecimal value(SlotName<?> slot) {
        Slot<?> before = state.remembered.get(slot);
        return before == null || before.high() != null ? null : state.remembered.number(slot);
    }

    /** Returns the index of the number that says a remembered count again, or -1. */
    int again() {
        return again;
    }

    /** Returns which remembered count a message is about, or null if it may be either: that which it says again or names, or the only one. */
    @Nullable SlotName<?> subject() {
        List<SlotName<?>> known =
                COUNTS.stream().filter(slot -> value(slot) != null).toList();
        if (again >= 0) {
            List<SlotName<?>> same =
                    known.stream().filter(slot -> isSame(again, slot)).toList();
            return same.size() == 1 ? same.getFirst() : named(same);
        }
        return known.size() == 1 ? known.getFirst() : named(known);
    }

    private @Nullable SlotName<?> named(List<SlotName<?>> slots) {
        boolean requests = state.has(Measure.REQUEST) || state.has(Measure.DAY);
        boolean data = state.has(Measure.EXAMPLE) || state.has(Measure.ITEM);
        SlotName<?> slot = requests ? SlotName.REQUESTS_PER_DAY : SlotName.EXAMPLES;
        return requests != data && slots.contains(slot) ? slot : null;
    }

    private int findAgain() {
        int found = -1;
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i) && isSaidBefore(i)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    private boolean isSaidBefore(int number) {
        return COUNTS.stream().anyMatch(slot -> isSame(number, slot));
    }

    private boolean isSame(int number, SlotName<?> slot) {
        BigDecimal before = value(slot);
        return before != null && number(number).compareTo(before) == 0;
    }

    /** Returns the number at an index. */
    public BigDecimal number(int index) {
        return Amounts.counted(state.token(index).numeral()).value();
    }

    /** True of a whole number that no sign or unit makes one of money, tokens, epochs or time. */
    boolean isCount(int index) {
        Measure unit = state.measureAt(index + 1);
        Token token = state.at(index);
        boolean free = unit == null || unit == Measure.OTHER || unit == Measure.ITEM || unit == Measure.EXAMPLE;
        return token != null
                && state.isCountAt(index)
                && token.use == Token.Use.NOTHING
                && !token.numeral().isRange()
                && free
                && !state.isPercentAt(index + 1)
                && !state.isMoneyBefore(index + 1)
                && !state.isSize(index);
    }

    /** States that a remembered count becomes another number, and takes the numbers that say so from other readers. */
    public void state(SlotName<?> slot, BigDecimal value, String arithmetic, List<Integer> numbers) {
        state.add(ParseState.WorkedOut.stated(slot, value, arithmetic, numbers));
        numbers.forEach(this::take);
    }

    /** States a new count and how many of the data are held out, which are none of it. */
    void state(SlotName<?> slot, BigDecimal value, long heldOut, List<Integer> numbers) {
        state.add(ParseState.WorkedOut.stated(slot, value, "", numbers).holding(heldOut));
        numbers.forEach(this::take);
    }

    /** Takes a number and its unit from other readers. */
    public void take(int number) {
        state.candidates.settle(number);
        state.token(number).use = Token.Use.SLOT;
        if (state.isUnitAt(number + 1)) {
            state.token(number + 1).use = Token.Use.CONNECTIVE;
        }
    }
}
