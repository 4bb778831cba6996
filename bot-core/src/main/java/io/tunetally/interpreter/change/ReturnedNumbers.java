package io.tunetally.interpreter.change;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import io.tunetally.request.SlotTrait;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads a bare number that the conversation goes back to: {@code n go back to 3}. It is a value of what it is by far the nearest to; where two are
 * about as near, the answer stays and says so.
 */
final class ReturnedNumbers {
    /** A value that was changed is hardly more than this many times as much as before, or as little. */
    private static final BigDecimal NEAR = BigDecimal.TEN;

    /** The next value is at least this many times as far away. */
    private static final BigDecimal CLEAR = new BigDecimal("1.5");

    private final SaidNumbers said;
    private final ParseState state;

    private record Value(SlotName<?> slot, BigDecimal times) {}

    ReturnedNumbers(SaidNumbers said) {
        this.said = said;
        state = said.state;
    }

    boolean read() {
        for (int i = 2; i < state.size(); i++) {
            boolean back = state.isNumberAt(i)
                    && state.token(i).use == Token.Use.NOTHING
                    && state.isAt(i - 1, Cue.TO)
                    && !state.isNumberAt(i - 2)
                    && state.hasTyped(i - 2, Trait.GOES_BACK);
            int next = state.isAt(i + 1, Category.COURTESIES) ? i + 2 : i + 1;
            if (back && state.isBreakAt(next)) {
                return read(i);
            }
        }
        return false;
    }

    private boolean read(int number) {
        BigDecimal now = said.number(number);
        List<Value> near = near(now);
        if (near.isEmpty() || now.signum() <= 0) {
            return false;
        }
        boolean clear = near.size() == 1
                || near.get(1).times().compareTo(near.getFirst().times().multiply(CLEAR)) >= 0;
        if (clear) {
            said.state(near.getFirst().slot(), now, "", number);
            if (near.size() > 1) {
                state.add(new Interpretation.Doubt(
                        state.typed(number, number),
                        state.span(number, number),
                        near.getFirst().slot(),
                        near.get(1).slot()));
            }
            return true;
        }
        state.setAside(number);
        state.token(number).use = Token.Use.SLOT;
        state.impliesEdit();
        List<String> either = near.stream()
                .map(value -> SaidNumbers.text(now) + " " + value.slot().word())
                .toList();
        state.add(new Problem.UnknownWord(state.typed(number, number), either, state.span(number, number)));
        return true;
    }

    /** Returns the values that the number may be one of, the nearest first. */
    private List<Value> near(BigDecimal now) {
        List<Value> near = new ArrayList<>();
        for (SlotName<?> slot : state.remembered.names()) {
            BigDecimal before = slot.is(SlotTrait.REPLACEABLE) ? said.value(slot) : null;
            BigDecimal times = before == null ? BigDecimal.ONE : times(before, now);
            if (times.compareTo(NEAR) <= 0 && times.compareTo(BigDecimal.ONE) > 0) {
                near.add(new Value(slot, times));
            }
        }
        near.sort(Comparator.comparing(Value::times));
        return near;
    }

    private static BigDecimal times(BigDecimal a, BigDecimal b) {
        boolean less = a.compareTo(b) < 0;
        BigDecimal small = less ? a : b;
        return small.signum() <= 0 ? NEAR.add(BigDecimal.ONE) : (less ? b : a).divide(small, MathContext.DECIMAL32);
    }
}
