package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A count that a message says again, to point at it: {@code 18,000 claims came and we tagged 3,000. What does it cost with the
 * 3,000?} chooses among the counts, {@code 9,000 questions in the month ... it handles those 9,000} repeats the traffic.
 */
public final class CountsSaidAgain {
    /** Fewer are said again by chance. */
    private static final BigDecimal FEWEST = BigDecimal.valueOf(100);

    private final ParseState state;

    private CountsSaidAgain(ParseState state) {
        this.state = state;
    }

    /** Settles the counts that are said again in a message that begins a conversation. */
    public static void read(ParseState state) {
        if (state.remembered.isEmpty() && state.speaksOfTuning() && !state.terse) {
            new CountsSaidAgain(state).read();
        }
    }

    private void read() {
        for (int i = 2; i < state.size(); i++) {
            int first = isPointing(i) ? saidBefore(i) : -1;
            if (first >= 0) {
                point(first, i);
            }
        }
    }

    /** The number of {@code the 3,000}, {@code those 9,000}, with nothing but what it counts behind it. */
    private boolean isPointing(int i) {
        return isCount(i)
                && (state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE)
                        || state.hasTyped(i - 1, Trait.RELATIVE)
                        || state.isAt(i - 1, Cue.THEM));
    }

    private boolean isCount(int i) {
        Token token = state.token(i);
        return token.isNumber()
                && !token.numeral().isRange()
                && !token.numeral().isAmbiguous()
                && !token.numeral().isInBillions()
                && !token.isYear()
                && !state.isPercentAt(i + 1)
                && !state.isSymbolAt(i - 1, '$')
                && value(i).compareTo(FEWEST) >= 0;
    }

    private int saidBefore(int number) {
        for (int i = number - 1; i >= 0; i--) {
            if (isCount(i) && value(i).compareTo(value(number)) == 0) {
                return i;
            }
        }
        return -1;
    }

    private void point(int first, int again) {
        SlotName<?> before = state.candidates.slotOf(first);
        SlotName<?> now = state.candidates.slotOf(again);
        if (before == SlotName.REQUESTS_PER_DAY || now == SlotName.REQUESTS_PER_DAY) {
            leave(now == SlotName.REQUESTS_PER_DAY ? first : again);
        } else if (isData(before, first) && isData(now, again) && state.candidates.has(SlotName.EXAMPLES)) {
            choose(first, again);
        }
    }

    private boolean isData(@Nullable SlotName<?> slot, int number) {
        return slot == SlotName.EXAMPLES || (slot == null && state.token(number).use == Token.Use.NOTHING);
    }

    /** Makes a number that counts the data twice the only one. */
    private void choose(int first, int again) {
        List<Integer> counts = state.candidates.numbersOf(SlotName.EXAMPLES);
        counts.stream().filter(count -> count != first).forEach(this::leave);
        leave(again);
        state.candidates.withdraw(first);
        state.claim(SlotName.EXAMPLES, first, first, first);
        state.candidates.settle(first);
    }

    private void leave(int number) {
        state.withdraw(number);
        state.candidates.settle(number);
    }

    private BigDecimal value(int i) {
        return Amounts.counted(state.token(i).numeral()).value();
    }
}
